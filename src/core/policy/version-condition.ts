import type { TokenPolicy } from './token-policy.js';
import { asWritten, type PolicyValue } from './value.js';

/**
 * The condition by which a rewritten policy tells version 1.0 tokens from version 2.0 ones: true for everything whose `ver` is not
 * 2.0, a missing or unreadable token included, and never an exception. It reads the token where the token policy reads it and
 * takes the scheme off first, because `AsJwt()` of a header that still says `Bearer` is null. It holds neither a single quote
 * nor `<` nor `&`, so that a document stays well-formed with it in single quotes.
 *
 * Null where the place of the token cannot be repeated in a condition: several sources, an expression of several statements,
 * one that reads the body (it can be read once only), or one with those characters.
 */
export function writeVersionCondition(policy: TokenPolicy): string | null {
  return writeCondition(policy, asString);
}

function writeCondition(policy: TokenPolicy, cast: Cast): string | null {
  const token = writeToken(policy, cast);
  return token === null ? null : `@(${token}.AsJwt()?.Claims.GetValueOrDefault("ver", "") != "2.0")`;
}

/**
 * Whether the condition of a `when` is the one that `writeVersionCondition` writes for the token policy inside it: the product
 * recognises its own condition by writing it again.
 */
export function isVersionCondition(condition: string, policy: TokenPolicy): boolean {
  // An expression that says itself that it is a string was once said to be one twice.
  return [asString, castAgain].some(cast => condition === writeCondition(policy, cast));
}

/**
 * The condition of a `when` that is true for tokens with a claim: null-safe, and written by the same rules as that of the version. The name
 * must be one that needs no escapes.
 */
export function writeClaimCondition(policy: TokenPolicy, claim: string): string | null {
  const token = writeToken(policy, asString);
  return token === null ? null : `@(${token}.AsJwt()?.Claims.ContainsKey("${claim}") == true)`;
}

/** What that condition comes to for a token's claims; `null` stands for a token that cannot be read, or none. */
export function evaluateVersionCondition(claims: { readonly [name: string]: unknown } | null): boolean {
  return claims === null || !Object.hasOwn(claims, 'ver') || claims['ver'] !== '2.0';
}

function writeToken(policy: TokenPolicy, cast: Cast): string | null {
  const { 'header-name': header, 'query-parameter-name': query, 'token-value': value } = policy.attributes;
  if ([header, query, value].filter(source => source !== undefined).length > 1) return null;
  if (value !== undefined) {
    const expression = findExpression(value);
    return expression === null ? null : `(${cast(expression)})?`;
  }
  if (query !== undefined) {
    const name = writeText(query, cast);
    return name === null ? null : `context.Request.Url.Query.GetValueOrDefault(${name}, "")`;
  }
  const name = header === undefined ? '"Authorization"' : writeText(header, cast);
  return name === null ? null : `context.Request.Headers.GetValueOrDefault(${name}, "").Split(" ".ToCharArray()).Last()`;
}

/** Makes a string of an expression. */
type Cast = (expression: string) => string;

/** One that says itself that it is a string says it once. */
function asString(expression: string): string {
  return /^\(\s*string\s*\)/.test(expression) ? expression : castAgain(expression);
}

function castAgain(expression: string): string {
  return `(string)(${expression})`;
}

/** A value as C#: a string, in which named values and placeholders are filled in later, or the expression itself. */
function writeText(given: PolicyValue, cast: Cast): string | null {
  // The condition names a named value as the policy does.
  const value = asWritten(given);
  const expression = findExpression(value);
  if (expression !== null) return cast(expression);
  if (value.parts.some(part => part.kind === 'expression')) return null;
  const text = value.value.trim();
  return /['<&"\\\r\n]/.test(text) ? null : `"${text}"`;
}

/** What stands in `@(…)`; null where the value is not that, or cannot stand in a condition. */
function findExpression(value: PolicyValue): string | null {
  const [part, ...rest] = asWritten(value).parts.filter(({ kind, text }) => kind !== 'literal' || text.trim() !== '');
  if (part?.kind !== 'expression' || rest.length > 0) return null;
  const inner = /^@\(([\s\S]*)\)$/.exec(part.text)?.[1]?.trim();
  return inner === undefined || /[<&]|\/\/|\.Body\b/.test(inner) ? null : rewriteCharacters(inner);
}

/** The same expression without single quotes: `' '` is the first character of `" "`. Null where one stands in a string. */
function rewriteCharacters(expression: string): string | null {
  if (!expression.includes("'")) return expression;
  // Interpolated and raw strings can hold expressions and quotes of their own.
  if (/\$@?"|@\$"|"""/.test(expression)) return null;
  let bare = '';
  // A string that never ends is taken to the end: to give it up would look through the rest once for each quote.
  let from = 0;
  for (const match of expression.matchAll(/@"(?:[^"]|"")*"?|"(?:[^"\\]|\\.)*"?|'(\\.|[^'\\])'/g)) {
    const [whole, character] = match;
    bare += expression.slice(from, match.index) + (character === undefined ? whole : `"${writeCharacter(character)}"[0]`);
    from = match.index + whole.length;
  }
  bare += expression.slice(from);
  return bare.includes("'") ? null : bare;
}

/** A character of a character literal, as a string has it. */
function writeCharacter(character: string): string {
  if (character === '"') return '\\"';
  return character === "\\'" ? '\\u0027' : character;
}
