import { resolveNamedValues } from './resolve-named-values.js';
import type { PolicyValue } from './value.js';

/** What is known of a value once the named values at hand are filled in; `missing` names what would have to be supplied. */
export type KnownValue = { readonly known: true; readonly text: string } | { readonly known: false; readonly missing: readonly string[] };

/** The text that the gateway will see in the place of a value, or the names of what hides it. */
export function knowValue(value: PolicyValue, namedValues: Readonly<Record<string, string>> | undefined): KnownValue {
  const { text, missing } = resolveNamedValues(value, namedValues);
  return text === null ? { known: false, missing: [...new Set(missing.map(({ name }) => name))] } : { known: true, text };
}
