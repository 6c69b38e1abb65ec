import { resolveNamedValues } from './resolve-named-values.js';
import { resolveValue, type KnownTexts } from './resolve-value.js';
import type { PolicyValue } from './value.js';

/** What is known of a value once the named values at hand are filled in; `missing` names what would have to be supplied. */
export type KnownValue = { readonly known: true; readonly text: string } | { readonly known: false; readonly missing: readonly string[] };

/** The text that the gateway will see in the place of a value, or the names of what hides it. */
export function knowValue(value: PolicyValue, namedValues: Readonly<Record<string, string>> | undefined): KnownValue {
  if (value.state === 'literal') return { known: true, text: value.value };
  const { text, missing } = resolveNamedValues(value, namedValues);
  return text === null ? { known: false, missing: [...new Set(missing.map(({ name }) => name))] } : { known: true, text };
}

/** The same of a value as the policy writes it, with the template variables that are known filled in, too. */
export function knowWritten(value: PolicyValue, known: KnownTexts): KnownValue {
  return knowValue(resolveValue(value, known), known.namedValues);
}
