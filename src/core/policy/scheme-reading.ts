import type { Span } from '../text/span.js';

const quote = '(?:"|&quot;)';
const header = String.raw`Headers\s*(?:\.\s*GetValueOrDefault\(\s*${quote}Authorization${quote}[^()]{0,60}\)|\[\s*${quote}Authorization${quote}\s*\]\s*(?:\.\s*First(?:OrDefault)?\(\s*\)|\[\s*0\s*\]))`;
const reading = String.raw`\s*(?:\?\s*)?\.\s*(?:AsJwt|TryParseJwt)\s*\(`;
const direct = new RegExp(String.raw`(${header})${reading}`, 'i');
const kept = new RegExp(String.raw`\b(?:var|string)\s+(\w{1,60})\s*=\s*[\w.\s]{0,60}(${header})\s*;`, 'gi');

/** Where the header is read, and whether something catches the null that `AsJwt()` may give there. */
interface SchemeReading extends Span {
  readonly caught: boolean;
}

/**
 * Whether the null of a call is caught: by `?.` or `??` straight after it, by a comparison with null, or because `TryParseJwt` gives no null. `at` is
 * after the bracket that opens the call's arguments.
 */
function isCaught(expression: string, at: number): boolean {
  if (/TryParseJwt\s*\($/.test(expression.slice(0, at))) return true;
  const close = expression.indexOf(')', at);
  const rest = close < 0 ? '' : expression.slice(close + 1);
  if (/^[\s)]*(?:\?\.|\?\[|\?\?|[!=]=\s*null\b|is\s+(?:not\s+)?null\b)/.test(rest)) return true;
  // Kept in a variable: what is done with that is another matter.
  const name = /(\w{1,60})\s*=[^=;]*$/.exec(expression.slice(0, at))?.[1];
  return name !== undefined && new RegExp(String.raw`\b${name}\s*(?:\?\.|\?\[|\?\?|[!=]=\s*null\b|is\s+(?:not\s+)?null\b)`).test(rest);
}

/** How many variables of one expression are followed. */
const mostVariables = 8;

/**
 * Where an expression reads a token out of the whole Authorization header, scheme included: straight away, or out of a variable that it
 * keeps the header in and never writes again. The span is that of the header, in the expression; null where it does neither.
 */
export function findSchemeReading(expression: string): SchemeReading | null {
  // Most expressions read no token at all.
  if (!/Jwt/i.test(expression)) return null;
  const straight = direct.exec(expression);
  if (straight !== null) {
    const start = straight.index;
    return { start, end: start + (straight[1] ?? '').length, caught: isCaught(expression, start + straight[0].length) };
  }
  let left = mostVariables;
  for (const match of expression.matchAll(kept)) {
    if (left-- === 0) break;
    const [whole, name = '', value = ''] = match;
    const rest = expression.slice(match.index + whole.length);
    const use = new RegExp(String.raw`\b${name}${reading}`).exec(rest);
    if (use === null || new RegExp(String.raw`\b${name}\s*=[^=]`).test(rest.slice(0, use.index))) continue;
    const start = match.index + whole.lastIndexOf(value);
    return { start, end: start + value.length, caught: isCaught(rest, use.index + use[0].length) };
  }
  return null;
}

/** `context.Request.Headers.GetValueOrDefault("Authorization", …)`, with what is done to it. */
const authorizationHeader =
  /^@\(\s*(?:(?:\(\(?(?:string\))?|string\))\s*)?context\.Request\.Headers(?:\.GetValueOrDefault\(\s*"Authorization"\s*(?:,\s*(?:""|string\.Empty)\s*)?\)|\["Authorization"\]\.(?:First(?:OrDefault)?\(\)|Single\(\)))\)?(.*)\)$/is;
const stripsScheme =
  /^\??\.(?:Split\(\s*' '\s*\)(?:\[1\]|\.Last(?:OrDefault)?\(\))|Replace\(\s*"Bearer "\s*,\s*(?:""|string\.Empty)\s*\)|Substring\(\s*(?:7|"Bearer "\.Length)\s*\))(?:\.Trim\(\))?$/i;

/** Whether an expression gives the whole Authorization header, the header without its scheme, or something else (null). */
export function readHeaderValue(expression: string): 'whole' | 'stripped' | null {
  const rest = authorizationHeader.exec(expression)?.[1]?.trim();
  if (rest === '') return 'whole';
  return rest !== undefined && stripsScheme.test(rest) ? 'stripped' : null;
}
