// XML's references: the five names that XML itself defines, and numbers. There are no others without a DTD, and the gateway takes none.

const named: ReadonlyMap<string, number> = new Map([
  ['quot', 34],
  ['amp', 38],
  ['apos', 39],
  ['lt', 60],
  ['gt', 62],
]);

/** The longest reference that is one: `&#x10FFFF;`, with room for leading zeros. */
const longest = 16;

/** The character that the reference at `i` stands for, and how many code units the reference takes; undefined where none stands. */
export function decodeReference(text: string, i: number): { code: number; width: number } | undefined {
  let end = i + 1;
  while (end < i + longest && isReferenceCode(text.charCodeAt(end))) end++;
  if (text[end] !== ';') return undefined;
  const body = text.slice(i + 1, end);
  const code = body.startsWith('#') ? numberOf(body) : named.get(body);
  return code === undefined || !isXmlCharacter(code) ? undefined : { code, width: end + 1 - i };
}

/** The text with its references decoded; what is no reference stays as it stands. */
export function decodeReferences(text: string): string {
  let result = '';
  let from = 0;
  for (let i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
    const reference = decodeReference(text, i);
    if (!reference) continue;
    result += text.slice(from, i) + String.fromCodePoint(reference.code);
    from = i + reference.width;
    i = from - 1;
  }
  return result + text.slice(from);
}

/** Whether a character ends a line for C#: the three of XML, and the three that Unicode adds. */
export function isNewline(code: number): boolean {
  return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Whether XML 1.0 allows the character at all, written out or as a reference. */
export function isXmlCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

function numberOf(body: string): number | undefined {
  if (/^#[0-9]+$/.test(body)) return Number.parseInt(body.slice(1), 10);
  return /^#x[0-9a-fA-F]+$/.test(body) ? Number.parseInt(body.slice(2), 16) : undefined;
}

function isReferenceCode(code: number): boolean {
  return code === 35 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
