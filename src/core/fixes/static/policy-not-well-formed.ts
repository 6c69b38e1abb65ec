import { say, type Message } from '../../messages/message.js';
import { readPolicies } from '../../policy/read-policies.js';
import { allElements } from '../../policy/policy-tree.js';
import type { Edit } from '../../text/edit.js';
import { buildFix } from '../build-fix.js';
import { removeAttribute } from '../edit-children.js';
import type { FixContext, FixMaker } from '../fix-maker.js';

/** Mends a break that has one certain cure; none that leaves the document broken in the same place. */
export const policyNotWellFormed: FixMaker = {
  scope: 'document',
  make(context) {
    const found = mend(context);
    if (found === null) return [];
    const fix = buildFix(context, { title: found.title, edits: [found.edit], widens: false, preferred: true });
    const left = readPolicies(fix.text).break;
    return left === null || left.start > found.edit.start ? [fix] : [];
  },
};

function mend({ document }: FixContext): { title: Message; edit: Edit } | null {
  const { text, tree, break: broken } = document;
  if (broken === null) return null;
  const { start, end, cause } = broken;
  const raw = text.slice(start, end);
  switch (cause) {
    case 'bad-entity':
      return text[start] === '&'
        ? { title: say('fix-escape', { what: '&', by: '&amp;' }), edit: { start, end: start + 1, text: '&amp;' } }
        : null;
    case 'mismatched-close-tag': {
      const [expected] = broken.names;
      if (expected === undefined || !broken.names.includes(raw) || raw === expected) return null;
      return { title: say('fix-close-tag', { from: raw, to: expected }), edit: { start, end, text: expected } };
    }
    case 'broken-tag':
      return /^<[\w-]+$/.test(raw) ? { title: say('fix-close-bracket', { tag: raw }), edit: { start: end, end, text: '>' } } : null;
    case 'duplicate-attribute': {
      const element = tree === null ? undefined : allElements(tree).find(({ openTag }) => openTag.start <= start && end <= openTag.end);
      const second = element?.attributes.find(attribute => attribute.start <= start && end <= attribute.end);
      const first = element?.attributes.find(({ name }) => name === second?.name);
      if (second === undefined || first === undefined || first === second || first.value.value !== second.value.value) return null;
      return { title: say('fix-remove-element', { name: second.name }), edit: removeAttribute(text, second) };
    }
    default:
      return null;
  }
}
