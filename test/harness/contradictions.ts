import type { Finding, RuleCode } from '../../src/core/index.js';

/** Pairs of codes of which at most one can be true of one token policy: both beside each other would contradict each other. */
export const contradictions: readonly (readonly [RuleCode, RuleCode])[] = [
  // What the policy accepts is not what it refuses.
  ['expiration-not-required', 'token-lifetime-missing'],
  ['unsigned-tokens-allowed', 'token-unsigned'],
  ['no-audience', 'audience-mismatch'],
  // A token has one lifetime, one signature, one form.
  ['token-expired', 'token-not-yet-valid'],
  ['token-lifetime-missing', 'token-expired'],
  ['token-unsigned', 'signature-invalid'],
  ['token-unsigned', 'signing-key-not-found'],
  ['signature-invalid', 'signing-key-not-found'],
  ['signature-invalid', 'signature-algorithm-unsupported'],
  ['token-malformed', 'token-encrypted'],
  ['token-malformed', 'signature-invalid'],
  ['token-malformed', 'token-expired'],
  ['graph-token', 'id-token'],
  // A key that is there cannot be missing.
  ['no-keys', 'signature-invalid'],
  ['no-keys', 'signing-key-not-found'],
  ['metadata-needed', 'metadata-invalid'],
  ['metadata-invalid', 'signature-invalid'],
  ['metadata-invalid', 'signing-key-not-found'],
];

/** The same, of one place: two findings about one attribute, element or value. */
export const contradictionsAtOnePlace: readonly (readonly [RuleCode, RuleCode])[] = [
  ['invalid-value', 'clock-skew-wide'],
  ['invalid-value', 'expiration-not-required'],
  ['invalid-value', 'unsigned-tokens-allowed'],
  ['claim-missing', 'claim-mismatch'],
  ['unknown-element', 'duplicate-element'],
  ['unknown-attribute', 'invalid-value'],
];

/** The contradictions among findings, in words; empty where there are none. */
export function findContradictions(findings: readonly Finding[]): string[] {
  const found: string[] = [];
  for (const one of findings)
    for (const other of findings) {
      const isPair = (pairs: typeof contradictions): boolean =>
        pairs.some(([first, second]) => one.code === first && other.code === second);
      const isSamePolicy = one.policy === other.policy && one.policy !== null;
      const isOverlap = one.start < other.end && other.start < one.end;
      if ((isSamePolicy && isPair(contradictions)) || (isOverlap && isPair(contradictionsAtOnePlace)))
        found.push(`${one.code} beside ${other.code}`);
    }
  return found;
}
