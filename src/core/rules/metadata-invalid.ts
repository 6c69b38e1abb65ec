import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import { placeOfAddress } from '../metadata/address-place.js';
import type { PolicyRule } from './rule.js';

/** A document that is at hand and is not what it should be. */
export const metadataInvalid: PolicyRule = {
  scope: 'policy',
  code: 'metadata-invalid',
  summary: 'The document at the address is no OpenID configuration.',
  severity: 'error',
  certainty: 'documented',
  *check(context) {
    const judged =
      judgedCheck(context, 'signature', ['document-unreadable', 'no-signing-keys']) ??
      judgedCheck(context, 'issuer', ['document-unreadable']);
    if (judged === null) return;
    const { policy } = context;
    // Without any source of keys the policy is at fault: `no-keys`.
    if (judged.reason.code === 'no-signing-keys' && policy.kind === 'validate-jwt' && policy.openidConfigs.length === 0) return;
    const address = judged.reason.code === 'document-unreadable' ? (judged.reason.values.addresses[0] ?? '') : '';
    yield reportCheck(context, judged, placeOfAddress(context.policy, context.facts, address));
  },
};
