import { say } from '../messages/message.js';
import { comesFromOtherTenant, refusedIssuer } from '../judgement/refused-issuer.js';
import { reportCheck } from './check-rule.js';
import { placeOfIssuers } from '../policy/policy-places.js';
import type { PolicyRule } from './rule.js';
import { unsupportedTenant } from '../policy/unsupported-tenant.js';

/** validate-azure-ad-token with an External ID tenant: with a token in the place of `issuer-mismatch`. */
export const externalIdUnsupported: PolicyRule = {
  scope: 'policy',
  code: 'external-id-unsupported',
  severity: 'error',
  certainty: 'documented',
  *check(context) {
    const refused = refusedIssuer(context);
    const { policy } = context;
    if (policy.kind === 'validate-azure-ad-token' && refused?.form.family === 'external-id' && !comesFromOtherTenant(refused)) {
      const { reason } = refused.judged;
      const certain = reason.code !== 'external-id-own-endpoint';
      const why = certain ? say('external-id-unsupported-token', { issuer: refused.issuer }) : null;
      const report = reportCheck(context, refused.judged, placeOfIssuers(policy), why);
      yield { ...report, data: { ...report.data, issuer: refused.issuer } };
    } else {
      const unsupported = unsupportedTenant(policy, 'external-id');
      if (unsupported === null) return;
      const { span, attribute } = unsupported;
      yield attribute === 'tenant-id'
        ? { ...span, message: say('external-id-unsupported-tenant', {}) }
        : { ...span, message: say('external-id-unsupported-endpoint', {}), severity: 'hint', certainty: 'inferred' };
    }
  },
};
