// The shape of a condition in C#: what its logical operators join. Nothing is run, and what is not plainly understood stays one piece.

/** A condition, taken apart at its logical operators and comparisons. */
export type Condition =
  | { readonly kind: 'any' | 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'equal' | 'different'; readonly left: Condition; readonly right: Condition }
  /** C# that holds none of them outside its brackets, or that is not understood. */
  | { readonly kind: 'term'; readonly text: string };

/** Deeper nesting is nobody's condition. */
const deepest = 32;

/** Takes C# apart. Brackets around a whole operand are taken off. */
export function splitCondition(text: string, depth = 0): Condition {
  const whole = text.trim();
  const term: Condition = { kind: 'term', text: whole };
  if (depth > deepest) return term;
  const parts = split(whole);
  // Assignments, lambdas, ?:, ?? and comments bind weaker than all that is understood, or hide it.
  if (parts === null) return term;
  for (const [operator, kind] of [
    ['||', 'any'],
    ['&&', 'all'],
  ] as const) {
    const of = joinBetween(parts, operator);
    if (of.length > 1) return { kind, of: of.map(each => splitCondition(each, depth + 1)) };
  }
  const [left = '', operator, right = '', ...more] = parts;
  if ((operator === '==' || operator === '!=') && more.length === 0) {
    const sides = { left: splitCondition(left, depth + 1), right: splitCondition(right, depth + 1) };
    return { kind: operator === '==' ? 'equal' : 'different', ...sides };
  }
  if (operator !== undefined) return term;
  if (whole.startsWith('!')) return { kind: 'not', of: splitCondition(whole.slice(1), depth + 1) };
  return isBracketed(whole) ? splitCondition(whole.slice(1, -1), depth + 1) : term;
}

const operators = ['||', '&&', '==', '!='];

/** Operand, operator, operand, …: outside of brackets and strings. Null where something else stands there that changes what they join. */
function split(text: string): string[] | null {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let i = 0; i < text.length;) {
    const end = endOfLiteral(text, i);
    if (end === null) return null;
    if (end > i) {
      i = end;
      continue;
    }
    const sign = text[i] ?? '';
    const two = text.slice(i, i + 2);
    if (two === '//' || two === '/*') return null;
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth--;
    if (depth < 0) return null;
    if (depth === 0 && operators.includes(two)) {
      parts.push(text.slice(from, i), two);
      i += 2;
      from = i;
      continue;
    }
    if (depth === 0 && isForeign(text, i)) return null;
    i += depth === 0 && /[<>]=/.test(two) ? 2 : 1;
  }
  return depth === 0 ? [...parts, text.slice(from)] : null;
}

/** What binds weaker than the operators that are understood. `?.` and `?[` only look into something. */
function isForeign(text: string, at: number): boolean {
  const sign = text[at] ?? '';
  if (sign === '?') return !/^\?\s*[.[]/.test(text.slice(at, at + 16));
  return sign === '=' || sign === ';' || sign === ',' || sign === '&' || sign === '|' || sign === '^';
}

/** Where the string or character that begins here ends; the same place where none does, null where it never ends or may hold code. */
function endOfLiteral(text: string, at: number): number | null {
  const head = /^(?:\$?@|@?\$)?"|^'/.exec(text.slice(at, at + 3))?.[0];
  if (head === undefined) return at;
  if (head.includes('$') || text.startsWith('"""', at)) return null;
  const literal = head === "'" ? /'(?:[^'\\]|\\.)+'/y : head === '"' ? /"(?:[^"\\]|\\.)*"/y : /@"(?:[^"]|"")*"/y;
  literal.lastIndex = at;
  return literal.test(text) ? literal.lastIndex : null;
}

function joinBetween(parts: readonly string[], operator: string): string[] {
  const joined: string[] = [''];
  for (const part of parts) {
    if (part === operator) joined.push('');
    else joined[joined.length - 1] += part;
  }
  return joined;
}

/** Whether the first bracket closes at the very end. */
function isBracketed(text: string): boolean {
  if (!text.startsWith('(') || !text.endsWith(')')) return false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const end = endOfLiteral(text, i);
    if (end === null) return false;
    if (end > i) i = end - 1;
    else if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i === text.length - 1;
  }
  return false;
}
