import { say } from '../../messages/message.js';
import { allElements, childElements, type PolicyText } from '../../policy/policy-tree.js';
import { buildFix } from '../writing/build-fix.js';
import { appendEntry, removeElement } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { findNamedElement } from '../writing/find-target.js';

/** Moves the entries of a list that stands twice into the first. */
export const duplicateElement: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy } = context;
    const { text } = document;
    const again = findNamedElement(context);
    const parent =
      again === undefined
        ? undefined
        : allElements(policy.element).find(element => childElements(element).some(({ start }) => start === again.start));
    if (again === undefined || parent === undefined) return [];
    const [first, ...others] = childElements(parent, again.name);
    if (first === undefined || first.attributes.length > 0 || others.some(({ attributes }) => attributes.length > 0)) return [];
    // Entries with the comments between them, as they stand.
    const entries = others.flatMap(({ children }) =>
      children.filter((child): child is (typeof children)[number] => child.type === 'element' || isComment(child)),
    );
    const known = childElements(first).map(({ start, end }) => text.slice(start, end));
    const fresh = entries
      .map(({ start, end }) => text.slice(start, end))
      .filter((entry, index, all) => !known.includes(entry) && all.indexOf(entry) === index);
    const appended = fresh.flatMap(entry => appendEntry(document, first, entry));
    const [edit] = appended;
    const merged = edit === undefined ? [] : [{ ...edit, text: appended.map(({ text: written }) => written).join('') }];
    const edits = [...merged, ...others.map(other => removeElement(text, other))];
    return [buildFix(context, { title: say('fix-merge', { name: again.name }), edits, widens: false, preferred: true })];
  },
};

function isComment(child: { readonly type: string }): child is PolicyText {
  return child.type === 'comment';
}
