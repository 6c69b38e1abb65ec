import { validateJwt } from '../knowledge/elements.js';
import { say } from '../messages/message.js';
import { findAttribute } from '../policy/policy-tree.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';
import { suggestAttributes } from '../policy/suggest-attributes.js';

const sources = ['header-name', 'query-parameter-name', 'token-value'];

/** validate-jwt takes the token from exactly one place, and has no default for it. */
export const tokenSource: PolicyRule = {
  scope: 'policy',
  code: 'token-source',
  summary: 'validate-jwt names no place for the token, or several.',
  severity: 'error',
  certainty: 'documented',
  *check(context) {
    const { policy } = context;
    if (policy.kind !== 'validate-jwt') return;
    const { element } = policy;
    const named = sources.flatMap(name => findAttribute(element, name) ?? []);
    if (named.length === 0) {
      const misspelt = suggestAttributes({ element, facts: validateJwt }).some(({ suggestion }) => sources.includes(suggestion ?? ''));
      if (!misspelt) yield { ...element.nameSpan, message: say('token-source-none', {}), data: { names: [], at: element.nameSpan.end } };
    }
    const value = findAttribute(element, 'token-value');
    const judged = judgedCheck(context, 'source', ['source-token-value-with-scheme', 'source-token-value-fixed']);
    if (value !== undefined && judged !== null) yield reportCheck(context, judged, value.value);
    const second = named[1];
    if (second === undefined) return;
    const names = named.map(({ name }) => name);
    yield { start: second.start, end: second.end, message: say('token-source-several', { names }), data: { names } };
  },
};
