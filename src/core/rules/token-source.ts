import { validateJwt } from '../knowledge/elements.js';
import { say } from '../messages/message.js';
import { findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import { judgedCheck } from '../judgement/judged-check.js';
import type { Span } from '../text/span.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule, Report } from './rule.js';
import { readHeaderValue } from '../policy/scheme-reading.js';
import { suggestAttributes } from '../policy/suggest-attributes.js';

const sources = ['header-name', 'query-parameter-name', 'token-value'];

const ofSentHeader = [
  'sent-without-scheme',
  'sent-other-scheme',
  'sent-scheme-twice',
  'sent-scheme-case',
  'sent-odd-space',
  'sent-several',
  'sent-scheme-unclear',
  'sent-elsewhere',
] as const;

/** What says where the token is looked for, and after what; the element's name where nothing does. */
function placeOfSource(element: PolicyElement): Span {
  const [attribute] = ['require-scheme', ...sources].flatMap(name => findAttribute(element, name) ?? []);
  return attribute?.value ?? element.nameSpan;
}

/** validate-jwt takes the token from exactly one place, and has no default for it. What token-value gives is the token alone, in both policies. */
export const tokenSource: PolicyRule = {
  scope: 'policy',
  code: 'token-source',
  severity: 'error',
  certainty: 'documented',
  *check(context) {
    const { policy } = context;
    const sent = judgedCheck(context, 'source', ofSentHeader);
    if (sent !== null) yield reportCheck(context, sent, placeOfSource(policy.element));
    const { element } = policy;
    const value = findAttribute(element, 'token-value');
    if (value !== undefined) {
      const judged = judgedCheck(context, 'source', ['source-token-value-with-scheme', 'source-token-value-fixed']);
      if (judged !== null) yield reportCheck(context, judged, value.value);
      else if (context.prediction === null && readHeaderValue(value.value.value) === 'whole') yield reportScheme(value.value);
    }
    // The page of validate-azure-ad-token does not say that it takes one place only, and it has a default.
    if (policy.kind !== 'validate-jwt') return;
    const named = sources.flatMap(name => findAttribute(element, name) ?? []);
    if (named.length === 0) {
      const misspelt = suggestAttributes({ element, facts: validateJwt }).some(({ suggestion }) => sources.includes(suggestion ?? ''));
      if (!misspelt) yield { ...element.nameSpan, message: say('token-source-none', {}), data: { names: [] } };
    }
    const second = named[1];
    if (second === undefined) return;
    const names = named.map(({ name }) => name);
    yield { start: second.start, end: second.end, message: say('token-source-several', { names }), data: { names } };
  },
};

/** Said without a token, too: only a caller that leaves the scheme out can pass. */
function reportScheme({ start, end }: Span): Report {
  return { start, end, message: say('token-source-scheme', {}), severity: 'warning', data: { reason: 'source-token-value-with-scheme' } };
}
