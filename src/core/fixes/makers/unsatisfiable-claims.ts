import { say } from '../../messages/message.js';
import { findAttribute } from '../../policy/policy-tree.js';
import { buildFix } from '../writing/build-fix.js';
import { insertAttributes, replaceValue } from '../writing/edit-children.js';
import { removeClaim } from '../writing/remove-claim.js';
import type { FixMaker } from '../fix-maker.js';

/** Asks for any of the values in place of all, or removes a claim that asks what the gateway compares anyway. Which of two demands is meant, nobody knows. */
export const unsatisfiableClaims: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy, finding } = context;
    const claim = policy.requiredClaims.find(({ element }) => element.openTag.start === finding.start);
    const { why, claim: name } = finding.data;
    if (claim?.name === undefined || claim.name === null || claim.name !== name) return [];
    if (why === 'moment' || why === 'issuer') {
      const title = say('fix-remove-claim', { claim: claim.name });
      return [buildFix(context, { title, edits: [removeClaim(document, policy, claim)], widens: true })];
    }
    if (why !== 'all') return [];
    const match = findAttribute(claim.element, 'match');
    const edit =
      match === undefined ? insertAttributes(document, claim.element, [['match', 'any']], 'name') : replaceValue(match.value, 'any');
    return [buildFix(context, { title: say('fix-match-any', { claim: claim.name }), edits: [edit], widens: true })];
  },
};
