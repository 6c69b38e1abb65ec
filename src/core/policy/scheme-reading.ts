import type { Span } from '../text/span.js';

const quote = '(?:"|&quot;)';
const header = String.raw`Headers\s*(?:\.\s*GetValueOrDefault\(\s*${quote}Authorization${quote}[^()]{0,60}\)|\[\s*${quote}Authorization${quote}\s*\]\s*(?:\.\s*First(?:OrDefault)?\(\s*\)|\[\s*0\s*\]))`;
const reading = String.raw`\s*(?:\?\s*)?\.\s*(?:AsJwt|TryParseJwt)\s*\(`;
const direct = new RegExp(String.raw`(${header})${reading}`, 'i');
const kept = new RegExp(String.raw`\b(?:var|string)\s+(\w{1,60})\s*=\s*[\w.\s]{0,60}(${header})\s*;`, 'gi');

/** How many variables of one expression are followed. */
const mostVariables = 8;

/**
 * Where an expression reads a token out of the whole Authorization header, scheme included: straight away, or out of a variable that it
 * keeps the header in and never writes again. The span is that of the header, in the expression; null where it does neither.
 */
export function findSchemeReading(expression: string): Span | null {
  const straight = direct.exec(expression);
  if (straight !== null) return { start: straight.index, end: straight.index + (straight[1] ?? '').length };
  let left = mostVariables;
  for (const match of expression.matchAll(kept)) {
    if (left-- === 0) break;
    const [whole, name = '', value = ''] = match;
    const rest = expression.slice(match.index + whole.length);
    const use = new RegExp(String.raw`\b${name}${reading}`).exec(rest);
    if (use === null || new RegExp(String.raw`\b${name}\s*=[^=]`).test(rest.slice(0, use.index))) continue;
    const start = match.index + whole.lastIndexOf(value);
    return { start, end: start + value.length };
  }
  return null;
}
