import { say } from '../../messages/message.js';
import { findOtherName } from '../../token/elsewhere/find-elsewhere.js';
import { findAttribute } from '../../policy/policy-tree.js';
import { isPlainText } from '../../policy/plain-text.js';
import { replaceValue } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { splitScopeOrRole } from '../writing/split-scope-or-role.js';
import { offerForToken } from '../trust/offer-for-token.js';

/** Requires a claim by the name that the token has for it. What the token really lacks no edit of the policy cures. */
export const claimMissing: FixMaker = {
  scope: 'policy',
  make(context) {
    const { policy, finding, facts } = context;
    const both = splitScopeOrRole(context);
    if (both.length > 0) return both;
    const claim = policy.requiredClaims.find(({ element, name }) => element.start === finding.start && name === finding.data['claim']);
    const name = claim === undefined ? undefined : findAttribute(claim.element, 'name')?.value;
    if (name === undefined) return [];
    const other = findOtherName(name.value, facts.token?.claims ?? {});
    // Scopes and roles are granted: which of them the policy wants, no token says.
    if (
      other === null ||
      other.how === 'nested' ||
      (other.how === 'counterpart' && /^(?:scp|scope|roles?|groups|permissions)$/.test(name.value))
    )
      return [];
    const { claim: wanted } = other;
    if (!/^[\w:/.-]+$/.test(wanted) || !isPlainText(wanted)) return [];
    const title = say('fix-claim-rename', {
      claim: name.value,
      wanted,
      version: other.how === 'counterpart' && /^(?:app|azp)/.test(wanted),
    });
    return offerForToken(context, 'claims', [{ title, edits: [replaceValue(name, wanted)], widens: true }]);
  },
};
