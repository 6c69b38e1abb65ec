// The text that other readers of XML are given beside ours: expressions and Terraform templates hold signs that mean something in XML. Over each
// stands a mask of equal length, line breaks kept, so that an XML parser reads the document and every offset and line stays true.
import { scanMarkup } from './scan-markup.js';

/** The text with its expressions and Terraform templates masked: same length, same lines, and XML if the rest of it is. */
export function maskExpressions(text: string): string {
  const { expressions, templates } = scanMarkup(text);
  const masks = [
    ...expressions.filter(({ end }) => end >= 0).map(({ start, end }) => ({ start, end, sign: '_' })),
    // Between elements, where text may not stand, a directive leaves nothing behind.
    ...templates.map(({ start, end }) => ({ start, end, sign: ' ' })),
  ].sort((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, sign } of masks) {
    pieces.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]/g, sign));
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}
