import { say } from '../messages/message.js';
import { allValues } from '../policy/compared-values.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyAlone } from '../judgement/judged.js';
import type { PolicyRule } from './rule.js';
import type { Span } from '../text/span.js';

const checks = ['source', 'lifetime', 'audience', 'issuer', 'application', 'claims'] as const;

/** A check that rests on a value which is not known here: a named value, a placeholder, an expression, a certificate in the gateway. */
export const valueUnresolved: PolicyRule = {
  scope: 'policy',
  code: 'value-unresolved',
  severity: 'information',
  certainty: 'documented',
  silencedBy: { offset: ['expression-unbalanced'] },
  *check(context) {
    const said = new Set<string>();
    for (const check of checks) {
      const judged = judgedCheck(context, check, ['value-unknown', 'source-token-value']);
      const missing = judged?.result.missing.join('\n') ?? '';
      // One missing value is one finding, however many checks wait for it.
      if (judged === null || said.has(missing)) continue;
      said.add(missing);
      const named = judged.reason.code === 'value-unknown' && judged.result.missing.some(name => /^[A-Za-z0-9._-]+$/.test(name));
      yield reportCheck(context, judged, placeOf(context, judged.result.missing), null, named ? say('value-supply', {}) : null);
    }
    const key = judgedCheck(context, 'signature', ['key-in-gateway', 'value-unknown']);
    if (key !== null && !said.has(key.result.missing.join('\n'))) yield reportCheck(context, key, placeOf(context, key.result.missing));
  },
};

/** The first value that waits for one of them; the element's name where none is found. */
function placeOf({ policy }: PolicyAlone, missing: readonly string[]): Span {
  const waiting = allValues(policy).find(({ parts }) => parts.some(({ name, text }) => missing.includes(name ?? text)));
  return waiting ?? policy.element.nameSpan;
}
