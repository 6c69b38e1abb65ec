import { tokenPolicyFacts } from '../../knowledge/elements.js';
import { say } from '../../messages/message.js';
import { allElements, childElements, pathTo, type PolicyElement } from '../../policy/policy-tree.js';
import type { Edit } from '../../text/edit.js';
import { buildFix, type Draft } from '../writing/build-fix.js';
import { addToList, removeElement } from '../writing/edit-children.js';
import type { FixMaker, PolicyFixContext } from '../fix-maker.js';
import { renameElement } from '../rewrite/element-edits.js';
import { findNamedElement } from '../writing/find-target.js';
import { effectOfElement } from '../writing/rename-effect.js';
import { writeRename } from '../writing/write-rename.js';

/** Renames a misspelt element, puts a loose entry into its list, or removes what the token policy does not know. */
export const unknownElement: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy, finding } = context;
    if (finding.data['name'] === undefined) return wrapText(context).map(draft => buildFix(context, draft));
    const element = findNamedElement(context);
    if (element === undefined || element.name !== finding.data['name']) return [];
    const { suggestion } = finding.data;
    const { name } = element;
    if (typeof suggestion === 'string') {
      const parent = pathTo(policy.element, element.start).at(-2);
      const effect = parent === undefined ? 'widens' : effectOfElement(policy, parent, suggestion);
      return [buildFix(context, writeRename(name, suggestion, renameElement(element, suggestion), effect))];
    }
    const remove: Draft = { title: say('fix-remove-element', { name }), edits: [removeElement(document.text, element)], widens: false };
    return [...putIntoList(context, element), remove].map(draft => buildFix(context, draft));
  },
};

/** Lists that accept less with their first entry than without: a policy that gets one accepts no more tokens. */
const restricting = ['audiences', 'client-application-ids', 'backend-application-ids'];

/** Puts the tags of an entry around a text that stands in a list. */
function wrapText({ policy, finding }: PolicyFixContext): Draft[] {
  const { parent, child } = finding.data;
  const { start, end } = finding;
  const list = allElements(policy.element).find(element => element.name === parent && element.start < start && end < element.end);
  if (list === undefined || typeof child !== 'string') return [];
  const widens = childElements(list).length > 0 || !restricting.includes(list.name);
  const edits = [
    { start, end: start, text: `<${child}>` },
    { start: end, end, text: `</${child}>` },
  ];
  return [{ title: say('fix-wrap-entry', { name: child, list: list.name }), edits, widens, preferred: !widens }];
}

/** `audience` straight in the token policy belongs into `audiences`. */
function putIntoList({ document, policy }: PolicyFixContext, element: ReturnType<typeof findNamedElement>): Draft[] {
  if (element === undefined || !childElements(policy.element).some(({ start }) => start === element.start)) return [];
  const lists = tokenPolicyFacts[policy.kind].children.filter(({ children }) => children.some(({ name }) => name === element.name));
  const [list, ...more] = lists;
  if (list === undefined || more.length > 0) return [];
  const { text } = document;
  const entry = text.slice(element.start, element.end);
  const loose = childElements(policy.element, element.name);
  // All loose ones of that name go at once, so that none is left behind.
  const added = addToList(
    document,
    policy,
    list.name,
    loose.map(({ start, end }) => text.slice(start, end)),
  );
  const edits = loose.reduce((before, item) => replaceOrRemove(text, item, before), added);
  return entry === ''
    ? []
    : [{ title: say('fix-put-into', { name: element.name, list: list.name }), edits, widens: false, preferred: true }];
}

/** Takes a loose entry out; where the list is to stand in its very place, the list replaces it. */
function replaceOrRemove(text: string, { start, end }: PolicyElement, edits: readonly Edit[]): Edit[] {
  if (!edits.some(edit => edit.start === start)) return [...edits, removeElement(text, { start, end })];
  return edits.map(edit => (edit.start === start ? { start, end, text: edit.text.trimEnd() } : edit));
}
