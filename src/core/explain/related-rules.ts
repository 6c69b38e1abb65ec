import type { CheckName } from '../gateway/prediction.js';
import { isRuleCode, type RuleCode } from '../rule-codes.js';

/** The findings that are about the same thing as an error text, the likeliest first: an editor shows those that the open policy has. */
const byCheck: Readonly<Record<CheckName, readonly RuleCode[]>> = {
  source: ['token-source', 'scheme-ignored', 'authorization-overwritten', 'token-malformed'],
  form: ['token-malformed', 'token-encrypted', 'token-source', 'scheme-ignored'],
  signature: [
    'graph-token',
    'no-keys',
    'certificate-as-key',
    'weak-key',
    'signing-key-not-found',
    'signature-invalid',
    'signature-algorithm-unsupported',
    'token-unsigned',
    'openid-config-url',
    'metadata-unreachable',
    'metadata-invalid',
  ],
  lifetime: ['token-expired', 'token-not-yet-valid', 'token-lifetime-missing'],
  audience: [
    'graph-token',
    'id-token',
    'audience-mismatch',
    'unsatisfiable-claims',
    'invisible-characters',
    'empty-list',
    'authorization-overwritten',
  ],
  issuer: [
    'external-id-unsupported',
    'b2c-unsupported',
    'wrong-tenant',
    'issuer-mismatch',
    'metadata-issuer-differs',
    'metadata-version',
    'any-tenant',
  ],
  application: ['application-mismatch', 'application-id-format'],
  claims: [
    'claim-missing',
    'claim-mismatch',
    'unsatisfiable-claims',
    'claim-separator',
    'comma-list-in-value',
    'metadata-version',
    'invisible-characters',
    'token-version',
  ],
};

/** Codes that are about something else than the rest of their check. */
const byCode: Readonly<Record<string, readonly RuleCode[]>> = {
  IDX10500: ['no-keys', 'metadata-invalid', 'openid-config-url'],
  IDX10634: ['certificate-as-key', 'weak-key', 'signature-algorithm-unsupported'],
  IDX10208: ['empty-list', 'value-unresolved'],
  IDX20108: ['openid-config-url'],
};

/** The codes of the rules whose findings belong to an explanation; `named` are those of its own row. */
export function findRelatedRules(idx: string | null, check: CheckName | null, named: readonly string[] = []): readonly RuleCode[] {
  if (named.length > 0) return named.filter(isRuleCode);
  const special = idx === null ? undefined : byCode[idx];
  return special ?? (check === null ? [] : byCheck[check]);
}
