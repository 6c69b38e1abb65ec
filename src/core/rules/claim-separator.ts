import { say } from '../messages/message.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { PolicyValue } from '../policy/value.js';
import type { PolicyAlone } from '../judgement/judged.js';
import { isEntraOnly } from '../judgement/trusted-issuers.js';
import { nearestName } from '../text/nearest-name.js';
import type { PolicyRule } from './rule.js';

/** A value wanted of scp without a separator: right only as long as the token has that one scope. */
export const claimSeparator: PolicyRule = {
  scope: 'policy',
  code: 'claim-separator',
  severity: 'hint',
  certainty: 'documented',
  silencedBy: { place: ['unsatisfiable-claims', 'claim-missing', 'claim-mismatch'] },
  *check(context) {
    const { policy, facts } = context;
    if (!policy.requiredClaims.some(({ name }) => name === 'scp') || !isFromMicrosoft(context, facts.token?.claims['scp'])) return;
    const scp = facts.token?.claims['scp'];
    const scopes = typeof scp === 'string' ? scp.split(' ').filter(scope => scope !== '').length : 0;
    for (const { name, match, separator, values, element } of policy.requiredClaims) {
      if (name !== 'scp' || values.length === 0) continue;
      const attribute = findAttribute(element, 'separator');
      if (attribute !== undefined) {
        if (attribute.value.state === 'literal' && (separator === '' || separator?.trim() !== '')) {
          const { start, end } = attribute;
          yield { start, end, message: say('claim-separator-other', { separator: separator ?? '' }), severity: 'warning' };
        }
        continue;
      }
      // A misspelt separator is said by `unknown-attribute` alone.
      if (element.attributes.some(other => nearestName(other.name, ['separator']) !== null)) continue;
      // Who writes "a b" means the whole text.
      if (values.some(({ value }) => /\S\s+\S/.test(value))) continue;
      const several = values.length > 1;
      const all = match === 'all' && context.once(isEntraOnly) ? countDistinct(values) : 0;
      const message =
        all > 1
          ? say('claim-separator-all', { count: all })
          : scopes > 1
            ? say('claim-separator-token', { count: scopes })
            : say('claim-separator', { several });
      yield { ...element.openTag, message, severity: several || scopes > 1 ? 'warning' : 'hint' };
    }
  },
};

/** How many values differ; what placeholders hold may be the same. */
function countDistinct(values: readonly PolicyValue[]): number {
  return new Set(values.flatMap(({ state, value }) => (state === 'literal' ? [value.trim()] : []))).size;
}

/** Other issuers write scp as a list, where a separator does nothing. A token at hand shows which it is. */
function isFromMicrosoft({ policy, readAddress }: PolicyAlone, scp: unknown): boolean {
  const { kind, openidConfigs, issuers } = policy;
  if (scp !== undefined) return typeof scp === 'string';
  if (kind === 'validate-azure-ad-token') return true;
  if (openidConfigs.length === 0) return issuers.some(({ value }) => readAddress(value).family !== 'other');
  return openidConfigs.some(({ state, value }) => state !== 'literal' || readAddress(value).family !== 'other');
}
