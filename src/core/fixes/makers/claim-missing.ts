import { say } from '../../messages/message.js';
import { findAttribute } from '../../policy/policy-tree.js';
import { isPlainText } from '../../policy/plain-text.js';
import { replaceValue } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { offerForToken } from '../trust/offer-for-token.js';

/** The same claim under the name that it has in the other version of tokens. */
const counterparts: Readonly<Record<string, string>> = { azp: 'appid', appid: 'azp', azpacr: 'appidacr', appidacr: 'azpacr' };

/** Requires a claim by the name that the token has for it. What the token really lacks no edit of the policy cures. */
export const claimMissing: FixMaker = {
  scope: 'policy',
  make(context) {
    const { policy, finding, facts } = context;
    const claim = policy.requiredClaims.find(({ element, name }) => element.start === finding.start && name === finding.data['claim']);
    const name = claim === undefined ? undefined : findAttribute(claim.element, 'name')?.value;
    if (name === undefined) return [];
    const own = Object.keys(facts.token?.claims ?? {});
    const letters = own.find(other => other.toLowerCase() === name.value.trim().toLowerCase());
    const wanted = letters ?? counterparts[name.value];
    if (wanted === undefined || !own.includes(wanted) || !/^[\w-]+$/.test(wanted) || !isPlainText(wanted)) return [];
    const title = say('fix-claim-rename', { claim: name.value, wanted, version: letters === undefined });
    return offerForToken(context, 'claims', [{ title, edits: [replaceValue(name, wanted)], widens: true }]);
  },
};
