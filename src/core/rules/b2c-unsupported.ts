import { say } from '../messages/message.js';
import { refusedIssuer } from '../judgement/refused-issuer.js';
import { reportCheck } from './check-rule.js';
import { placeOfIssuers } from '../policy/policy-places.js';
import type { PolicyRule } from './rule.js';
import { unsupportedTenant } from '../policy/unsupported-tenant.js';

/** validate-azure-ad-token with a B2C tenant: with a token in the place of `issuer-mismatch`. */
export const b2cUnsupported: PolicyRule = {
  scope: 'policy',
  code: 'b2c-unsupported',
  severity: 'error',
  certainty: 'inferred',
  *check(context) {
    const { policy, facts } = context;
    const refused = refusedIssuer(context);
    if (policy.kind === 'validate-azure-ad-token' && refused !== null && facts.token?.kind === 'b2c') {
      const report = reportCheck(context, refused.judged, placeOfIssuers(policy), say('b2c-unsupported-token', { issuer: refused.issuer }));
      yield { ...report, data: { ...report.data, issuer: refused.issuer } };
      return;
    }
    const unsupported = unsupportedTenant(policy, 'b2c');
    if (unsupported === null) return;
    const { span, attribute } = unsupported;
    yield attribute === 'tenant-id'
      ? { ...span, message: say('b2c-unsupported-tenant', {}) }
      : { ...span, message: say('b2c-unsupported-endpoint', {}), severity: 'hint' };
  },
};
