import { say, type Message } from '../messages/message.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyAlone } from '../judgement/judged.js';
import { providerOf } from '../judgement/causes/provider-advice.js';
import type { PolicyRule } from './rule.js';

/** An encrypted token, and no key that opens it. */
export const tokenEncrypted: PolicyRule = {
  scope: 'policy',
  code: 'token-encrypted',
  severity: 'error',
  certainty: 'library',
  *check(context) {
    const judged = judgedCheck(context, 'form', [
      'encrypted-no-key',
      'encrypted-key-unknown',
      'encrypted-wrong-key',
      'encrypted-not-supported',
    ]);
    if (judged === null) return;
    yield reportCheck(context, judged, context.policy.element.nameSpan, explain(context));
  },
};

/** Some encrypt for themselves what was asked for without an audience: no key of a policy opens that. */
function explain(context: PolicyAlone): Message | null {
  const provider = providerOf(context);
  if (provider === null || !provider.opaque.includes('encrypted') || context.facts.token?.header['alg'] !== 'dir') return null;
  return say('encrypted-no-audience', { provider: provider.name, title: provider.title });
}
