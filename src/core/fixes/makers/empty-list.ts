import { say } from '../../messages/message.js';
import { allElements } from '../../policy/policy-tree.js';
import { buildFix } from '../writing/build-fix.js';
import { removeElement } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';

/** Removes a list without entries, or a value without text. */
export const emptyList: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy, finding } = context;
    const list = allElements(policy.element).find(({ start, end }) => start === finding.start && end === finding.end);
    // A comment inside would be lost.
    if (list === undefined || list.name !== finding.data['name'] || list.children.some(({ type }) => type === 'comment')) return [];
    const edits = [removeElement(document.text, list)];
    if (list.name === 'value') return [buildFix(context, { title: say('fix-remove-empty-value', {}), edits, widens: true })];
    // With an empty list a gateway may refuse every token; without it none is refused for that.
    const widens = policy.kind === 'validate-jwt' && ['audiences', 'issuers'].includes(list.name);
    return [buildFix(context, { title: say('fix-remove-list', { name: list.name }), edits, widens, preferred: !widens })];
  },
};
