import { say } from '../../messages/message.js';
import { buildFix } from '../build-fix.js';
import { insertAttributes } from '../edit-children.js';
import type { FixMaker } from '../fix-maker.js';

/** Splits scp at its spaces. */
export const claimSeparator: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy, finding } = context;
    const claim = policy.requiredClaims.find(({ element }) => element.openTag.start === finding.start);
    if (claim === undefined || claim.separator !== null) return [];
    const edits = [insertAttributes(document, claim.element, [['separator', ' ']], claim.element.attributes.at(-1)?.name)];
    return [buildFix(context, { title: say('fix-claim-separator', { claim: claim.name ?? '', separator: ' ' }), edits, widens: true })];
  },
};
