import { readBoolean } from './boolean-value.js';
import { findAttribute, type PolicyAttribute } from './policy-tree.js';
import type { TokenPolicy } from './token-policy.js';

/** An attribute of a validate-jwt that says no to what the gateway does without it. */
interface SwitchedOff {
  readonly attribute: PolicyAttribute;
  /** Whether the gateway is known to read the value so. */
  readonly certain: boolean;
}

/** The attribute, where it switches off what validate-jwt requires by default; null otherwise. */
export function findSwitchedOff({ kind, element }: TokenPolicy, name: string): SwitchedOff | null {
  const attribute = kind === 'validate-jwt' ? findAttribute(element, name) : undefined;
  if (attribute === undefined) return null;
  const { value, certain } = readBoolean(attribute.value.value);
  return value === false ? { attribute, certain } : null;
}
