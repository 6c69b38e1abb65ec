import type { PolicyValue, ValuePart } from './value.js';

/** What is known of a value once the named values at hand are filled in; `missing` names what would have to be supplied. */
export type KnownValue = { readonly known: true; readonly text: string } | { readonly known: false; readonly missing: readonly string[] };

/**
 * The text that the gateway will see in the place of a value. Named values are filled in from `namedValues`; an expression
 * is never executed, but one that is nothing but a string literal (`@("x")`) means that string. What stays unknown is named:
 * a named value by its name, everything else by its text.
 */
export function knowValue(value: PolicyValue, namedValues: Readonly<Record<string, string>> | undefined): KnownValue {
  const missing: string[] = [];
  let text = '';
  for (const part of value.parts) {
    const known = knowPart(part, namedValues);
    if (known === null) missing.push(part.kind === 'named-value' ? (part.name ?? part.text) : part.text);
    else text += known;
  }
  return missing.length > 0 ? { known: false, missing: [...new Set(missing)] } : { known: true, text };
}

function knowPart(part: ValuePart, namedValues: Readonly<Record<string, string>> | undefined): string | null {
  switch (part.kind) {
    case 'literal':
      return part.text;
    case 'named-value': {
      const name = part.name ?? '';
      const supplied = namedValues !== undefined && Object.hasOwn(namedValues, name) ? namedValues[name] : undefined;
      if (supplied === undefined) return null;
      // A named value may itself hold an expression.
      return /^@[({]/.test(supplied) ? foldExpression(supplied) : supplied;
    }
    case 'expression':
      return foldExpression(part.text);
    case 'terraform':
    case 'placeholder':
      return null;
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', '"': '"', "'": "'", '\\': '\\' };

/** The string that an expression of the shape `@("x")` or `@(@"x")` means; null for every other one. */
function foldExpression(expression: string): string | null {
  const plain = /^@\(\s*"((?:[^"\\\r\n]|\\[nrt0"'\\])*)"\s*\)$/.exec(expression);
  if (plain?.[1] !== undefined) return plain[1].replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
  const verbatim = /^@\(\s*@"((?:[^"]|"")*)"\s*\)$/.exec(expression);
  return verbatim?.[1] === undefined ? null : verbatim[1].replaceAll('""', '"');
}
