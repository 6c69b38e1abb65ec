// Whether a text is worth reading: an editor shows us every XML file, and a large one that is none of ours must cost one look at its head.
import { nameEnd, startsName } from '../expression/markup-scan.js';

/** How much of a text is looked at: UTF-16 code units. */
const headLength = 4096;

/**
 * Whether a text may be a policy document: its first element is `policies` or `fragment`. Takes the text or its beginning and looks at
 * the first 4 KiB; a byte order mark, comments, the XML declaration and a doctype may stand before the element. Where the element does
 * not begin within them (a long comment first), the answer is yes: only reading can tell.
 */
export function sniffPolicy(text: string): boolean {
  const head = text.slice(0, headLength);
  const cut = text.length >= headLength;
  let i = head.indexOf('<');
  while (i >= 0) {
    const ends = endOfOther(head, i);
    if (ends === undefined) {
      const end = nameEnd(head, i + 1);
      const name = head.slice(i + 1, end);
      return name === 'policies' || name === 'fragment' || (cut && end === head.length);
    }
    if (ends < 0) return cut;
    i = head.indexOf('<', ends);
  }
  // Text alone is no XML; white space alone may still become some.
  return cut && /^[\s\ufeff]*$/.test(head);
}

/** Where what begins at `i` ends if it is no element: -1 where it does not end in this text, undefined where it is an element. */
function endOfOther(head: string, i: number): number | undefined {
  if (head.startsWith('<!--', i)) return after(head, '-->', i + 4);
  if (head.startsWith('<?', i)) return after(head, '?>', i + 2);
  if (head.startsWith('<![CDATA[', i)) return after(head, ']]>', i + 9);
  if (head.startsWith('<!', i)) return endOfDoctype(head, i);
  return startsName(head.charCodeAt(i + 1)) ? undefined : i + 1;
}

function after(head: string, closing: string, from: number): number {
  const at = head.indexOf(closing, from);
  return at < 0 ? -1 : at + closing.length;
}

function endOfDoctype(head: string, start: number): number {
  let depth = 0;
  for (let i = start; i < head.length; i++) {
    if (head[i] === '<') depth++;
    else if (head[i] === '>' && --depth === 0) return i + 1;
  }
  return -1;
}
