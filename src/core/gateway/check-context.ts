import type { Facts } from '../facts.js';
import { knowValue, type KnownValue } from '../policy/known-value.js';
import { resolveValue } from '../policy/resolve-value.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { PolicyValue } from '../policy/value.js';
import type { JsonObject } from '../token/token.js';
import { enginesFor, type Engine } from './library/engines.js';
import type { WrittenNumbers } from './library/json-text.js';
import { openMemory, type Memory } from './memory.js';

/** What every check of one prediction works on. */
export interface CheckContext {
  readonly policy: TokenPolicy;
  readonly facts: Facts;
  readonly engines: readonly Engine[];
  /** The value with everything filled in that is known. */
  readonly know: (value: PolicyValue) => KnownValue;
  readonly memory: Memory;
}

/** What the library reads of a token: for an encrypted one, of the token inside. */
export interface ReadToken {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** How numbers among the claims are written, where JavaScript would write them otherwise. */
  readonly numbers: WrittenNumbers;
  /** The first two parts with their dot: what was signed. */
  readonly signed: string;
  /** The third part, as it stands. */
  readonly signature: string;
  /** Whether it came out of an encrypted token; absent means no. */
  readonly wasEncrypted?: boolean;
}

/** Sets up a prediction; the predictions of one document share a memory. */
export function openContext(policy: TokenPolicy, facts: Facts, memory = openMemory(facts)): CheckContext {
  return {
    policy,
    facts,
    engines: enginesFor(policy.kind),
    know: value => knowValue(resolveValue(value, facts), facts.namedValues),
    memory,
  };
}

/** The text of an attribute; null where it is absent, undefined where it is not known. */
export function readAttribute(context: CheckContext, name: string): { text: string | null } | { missing: readonly string[] } {
  const value = context.policy.attributes[name];
  if (value === undefined) return { text: null };
  const known = context.know(value);
  return known.known ? { text: known.text } : { missing: known.missing };
}

/** A claim that is a text; null where it is absent or anything else. Claim names come from outside: only own members count. */
export function readTextClaim(claims: JsonObject, name: string): string | null {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return typeof value === 'string' ? value : null;
}
