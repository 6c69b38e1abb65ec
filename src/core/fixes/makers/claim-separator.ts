import { say } from '../../messages/message.js';
import { findAttribute } from '../../policy/policy-tree.js';
import { buildFix } from '../writing/build-fix.js';
import { insertAttributes, replaceValue } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';

/** Splits scp at its spaces. */
export const claimSeparator: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy, finding } = context;
    const claim = policy.requiredClaims.find(({ element: { openTag } }) => openTag.start <= finding.start && finding.end <= openTag.end);
    if (claim === undefined) return [];
    const attribute = findAttribute(claim.element, 'separator');
    const title = say('fix-claim-separator', { claim: claim.name ?? '', separator: ' ' });
    if (attribute !== undefined) return [buildFix(context, { title, edits: [replaceValue(attribute.value, ' ')], widens: true })];
    const edits = [insertAttributes(document, claim.element, [['separator', ' ']], claim.element.attributes.at(-1)?.name)];
    return [buildFix(context, { title, edits, widens: true })];
  },
};
