// Whether a text is worth reading: an editor shows us every XML file, and a large one that is none of ours must cost one look at its head.
// The one recogniser of policies, for the core and the extension's host, which loads nothing else for it: this file imports nothing.

/** How much is looked at first: UTF-16 code units. */
const firstLook = 4096;

/** The longest that must be seen at once to tell what begins somewhere: an element's name and what follows it. */
const longestStart = 16;

type Answer = 'policy' | 'other' | 'unknown';

/**
 * Whether a text may be a policy document: its first element is `policies` or `fragment`. A byte order mark, the XML declaration,
 * comments, a doctype, CDATA and text may stand before it; behind an expression or the directive of a template (`@{ … }`, `%{ … }`,
 * `${ … }`), which may hold anything, such an element counts wherever it stands. It says no to nothing that reading takes for a policy
 * document, but for text of more than 4,000 characters in front of it; only reading can tell for certain.
 *
 * @param source the text, or what gives its first so many characters (UTF-16 code units), or all of a shorter one. More than 4,096 are
 *   asked for only where nothing but white space, comments and the like stands in what was read.
 */
export function sniffPolicy(source: string | ((length: number) => string)): boolean {
  const read = typeof source === 'string' ? (length: number): string => source.slice(0, length) : source;
  for (let length = firstLook; ; length *= 8) {
    const beginning = read(length);
    const whole = beginning.length < length;
    const answer = lookAt(beginning, whole);
    if (answer !== 'unknown' || whole) return answer === 'policy';
  }
}

/** What may stand before the root and is passed over as one. */
const skipped = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** What begins an expression or a template. */
const bracket = /[@$%]\{|@\(/;

/** Unknown where something does not end in what was read. */
function lookAt(text: string, whole: boolean): Answer {
  const notYet: Answer = whole ? 'other' : 'unknown';
  for (let i = 0; ;) {
    const next = text.indexOf('<', i);
    const before = text.slice(i, next < 0 ? text.length : next);
    const open = bracket.exec(before);
    if (open !== null) return search(text, i + open.index, whole);
    // White space may go on to the root, and a sign at the end may begin an expression; other text alone is no XML.
    if (next < 0) return /^[\s\ufeff]*[@$%]?$/.test(before) ? notYet : 'other';
    if (!whole && next + longestStart > text.length) return 'unknown';
    const mark = skipped.find(([start]) => text.startsWith(start, next));
    if (mark !== undefined) {
      const end = text.indexOf(mark[1], next + mark[0].length);
      if (end < 0) return notYet;
      i = end + mark[1].length;
    } else if (text.startsWith('<!', next)) {
      const end = endOfDoctype(text, next);
      // One that never ends is text, and what stands in it counts.
      if (end < 0) return search(text, next + 2, whole);
      i = end;
    } else if (/[A-Za-z_:\u0080-\uffff]/.test(text.charAt(next + 1))) {
      return /^<(?:policies|fragment)(?:[ \t\r\n<>=/"']|$)/.test(text.slice(next, next + longestStart)) ? 'policy' : 'other';
    } else {
      i = next + 1;
    }
  }
}

/** Looks for the root wherever it stands. */
function search(text: string, from: number, whole: boolean): Answer {
  const root = /<(?:policies|fragment)(?:[ \t\r\n<>=/"']|$)/g;
  root.lastIndex = from;
  if (root.test(text) && (whole || root.lastIndex < text.length)) return 'policy';
  return whole ? 'other' : 'unknown';
}

function endOfDoctype(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '<') depth++;
    else if (text[i] === '>' && --depth === 0) return i + 1;
  }
  return -1;
}
