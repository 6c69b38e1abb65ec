import { findSchemeReading } from '../../policy/scheme-reading.js';
import type { PolicyDocument } from '../../policy/policy-document.js';
import { allElements } from '../../policy/policy-tree.js';
import type { Edit } from '../../text/edit.js';
import type { Span } from '../../text/span.js';

const whole =
  /(Headers\s*(?:\.\s*GetValueOrDefault\([^()]{0,100}\)|\[[^[\]]{0,40}\]\s*(?:\.\s*First(?:OrDefault)?\(\s*\)|\[\s*0\s*\])))\s*\)$/i;

/**
 * The edit that takes the scheme off the Authorization header inside an expression: before `AsJwt()`, or where the header is the
 * whole value. Null where the expression does neither. What the source may lack, a default, is no matter: `?.` goes with it.
 */
export function stripScheme(document: PolicyDocument, { start, end }: Span): Edit | null {
  const expression = document.text.slice(start, end);
  const found = findSchemeReading(expression) ?? findWhole(expression);
  if (found === null) return null;
  const at = start + found.end;
  const separator = quoteAround(document, start) === "'" ? 'Split(" ".ToCharArray())' : "Split(' ')";
  // A header without default may be null, and who asks with `?.` knows.
  const asked = /^\s*\?/.test(expression.slice(found.end));
  const safe = asked || !expression.slice(found.start, found.end).includes(',') ? '?' : '';
  return { start: at, end: at, text: `${safe}.${separator}.Last()` };
}

function findWhole(expression: string): Span | null {
  const match = whole.exec(expression);
  const header = match?.[1];
  if (match === null || header === undefined || !/Authorization/i.test(header)) return null;
  return { start: match.index, end: match.index + header.length };
}

/** The quote of the attribute in which an offset stands; null in the text of an element. */
function quoteAround({ tree }: PolicyDocument, offset: number): '"' | "'" | null {
  if (tree === null) return null;
  for (const { attributes } of allElements(tree)) {
    const attribute = attributes.find(({ value }) => value.start <= offset && offset < value.end);
    if (attribute !== undefined) return attribute.quote;
  }
  return null;
}
