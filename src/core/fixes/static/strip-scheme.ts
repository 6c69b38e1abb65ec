import type { PolicyDocument } from '../../policy/policy-document.js';
import { allElements } from '../../policy/policy-tree.js';
import type { Edit } from '../../text/edit.js';
import type { Span } from '../../text/span.js';

const header = String.raw`Headers\s*(?:\.\s*GetValueOrDefault\(\s*(?:"|&quot;)Authorization(?:"|&quot;)[^()]{0,60}\)|\[\s*(?:"|&quot;)Authorization(?:"|&quot;)\s*\]\s*\.\s*First(?:OrDefault)?\(\s*\))`;
const beforeReading = new RegExp(String.raw`(${header})(\s*\??)\s*\.\s*(?:AsJwt|TryParseJwt)\s*\(`, 'i');
const whole = new RegExp(String.raw`(${header})(\s*)\)$`, 'i');

/**
 * The edit that takes the scheme off the Authorization header inside an expression: before `AsJwt()`, or where the header is the
 * whole value. Null where the expression does neither. What the source may lack, a default, is no matter: `?.` goes with it.
 */
export function stripScheme(document: PolicyDocument, { start, end }: Span): Edit | null {
  const expression = document.text.slice(start, end);
  const match = beforeReading.exec(expression) ?? whole.exec(expression);
  const found = match?.[1];
  if (match === null || found === undefined) return null;
  const at = start + match.index + found.length;
  const separator = quoteAround(document, start) === "'" ? 'Split(" ".ToCharArray())' : "Split(' ')";
  // A header without default may be null.
  const safe = match[2]?.includes('?') === true || !/,/.test(found) ? '?' : '';
  return { start: at, end: at, text: `${safe}.${separator}.Last()` };
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
