import { say } from '../../messages/message.js';
import { findAttribute } from '../../policy/policy-tree.js';
import { buildFix } from '../writing/build-fix.js';
import { insertAttributes, replaceValue } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';

/** Requires the claim that Microsoft Entra sends in the other's place; scp is split at its spaces. */
export const foreignClaim: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy, finding } = context;
    const claim = policy.requiredClaims.find(({ element }) => element.openTag.start === finding.start);
    const { claim: name, counterpart } = finding.data;
    const attribute = claim === undefined ? undefined : findAttribute(claim.element, 'name');
    if (claim === undefined || attribute === undefined || claim.name !== name || typeof counterpart !== 'string') return [];
    const separator = findAttribute(claim.element, 'separator');
    const edits = [replaceValue(attribute.value, counterpart)];
    if (counterpart === 'scp' && separator === undefined)
      edits.push(insertAttributes(document, claim.element, [['separator', ' ']], claim.element.attributes.at(-1)?.name));
    if (counterpart === 'scp' && separator !== undefined && separator.value.value !== ' ') edits.push(replaceValue(separator.value, ' '));
    return [buildFix(context, { title: say('fix-foreign-claim', { claim: claim.name ?? '', counterpart }), edits, widens: true })];
  },
};
