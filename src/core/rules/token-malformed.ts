import { say } from '../messages/message.js';
import { findAttribute } from '../policy/policy-tree.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyAlone } from '../judgement/judged.js';
import type { PolicyRule } from './rule.js';

const unreadable = [
  'token-too-large',
  'token-segments',
  'token-header-unreadable',
  'token-claims-unreadable',
  'token-form-differs',
  'encrypted-part',
] as const;

/** A text that the gateway cannot read as a token, or none at all. */
export const tokenMalformed: PolicyRule = {
  scope: 'policy',
  code: 'token-malformed',
  severity: 'error',
  certainty: 'library',
  *check(context) {
    const judged = judgedCheck(context, 'source', ['token-empty']) ?? judgedCheck(context, 'form', unreadable);
    if (judged === null) return;
    const { nameSpan } = context.policy.element;
    if (judged.reason.code === 'token-empty') {
      yield reportCheck(context, judged, nameSpan, say('token-malformed-empty', {}));
      return;
    }
    const { token } = context.facts;
    const detail = token?.status === 'problem' ? say('token-problem', { problem: token.problem }) : null;
    const hasScheme = token !== undefined && /^bearer[:\s]/i.test(token.compact.reveal());
    // Behind the scheme, and inside: the client broke the token in two.
    const isBroken = token !== undefined && /^[\w-]+\.[\w-]*\s[\w.\s-]*$|^[\w-]*\s[\w.\s-]*$/.test(token.compact.reveal());
    const why = hasScheme ? say('token-malformed-scheme', placeOfToken(context)) : isBroken ? say('token-malformed-space', {}) : detail;
    yield reportCheck(context, judged, nameSpan, why);
  },
};

/** The header that holds the bare token; null for Authorization and for what is no header. */
function placeOfToken({ policy }: PolicyAlone): { readonly header: string | null } {
  const header = findAttribute(policy.element, 'header-name')?.value.value ?? null;
  return { header: header?.toLowerCase() === 'authorization' ? null : header };
}
