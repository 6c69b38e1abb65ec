import { tokenPolicyFacts, type ElementFacts } from '../../knowledge/elements.js';
import { say } from '../../messages/message.js';
import type { DocumentBreak, PolicyDocument } from '../../policy/policy-document.js';
import { allElements, type PolicyElement } from '../../policy/policy-tree.js';
import { indentationAt } from '../../text/style.js';
import { readLayout, startsLine } from './layout.js';
import type { Mending } from './mending.js';

const everyFact: readonly ElementFacts[] = Object.values(tokenPolicyFacts).flatMap(listFacts);

function listFacts(facts: ElementFacts): ElementFacts[] {
  return [facts, ...facts.children.flatMap(listFacts)];
}

/**
 * Closes an element of a token policy: behind the last child that may stand in it. Of other elements nobody knows what belongs to
 * them, and so not where they end.
 */
export function closeElement(document: PolicyDocument, broken: DocumentBreak): Mending[] {
  const { text, tree } = document;
  const elements = tree === null ? [] : allElements(tree);
  const element = elements.find(({ nameSpan, closeTag }) => nameSpan.start === broken.start && closeTag === null);
  if (element === undefined || broken.names.length < 2) return [];
  const around = elements.some(
    ({ name, start, end }) => Object.hasOwn(tokenPolicyFacts, name) && start <= element.start && element.end <= end,
  );
  const known = everyFact.filter(({ name }) => name === element.name);
  if (!around || known.length === 0) return [];
  const allowed = new Set(known.flatMap(({ children }) => children.map(({ name }) => name)));
  const own = element.children.findIndex(child => child.type === 'element' && !allowed.has(child.name));
  const children = own < 0 ? element.children : element.children.slice(0, own);
  const last = children.filter(child => child.type === 'element' || text.slice(child.start, child.end).trim() !== '').at(-1);
  const { name, openTag } = element;
  if (last === undefined && allowed.size === 0 && known.every(facts => facts.text === null)) {
    const edit = { start: openTag.end - 1, end: openTag.end, text: ' />' };
    return [{ title: say('fix-close-bracket', { tag: `<${name} /` }), edit }];
  }
  const at = last === undefined ? openTag.end : endOf(text, last);
  const onLine = last?.type === 'element' && startsLine(text, last.start) && startsLine(text, element.start);
  const line = onLine ? readLayout(document, element).newline + indentationAt(text, element.start) : '';
  return [{ title: say('fix-close-element', { name }), edit: { start: at, end: at, text: `${line}</${name}>` } }];
}

/** Where a child ends, the white space behind a text left aside. */
function endOf(text: string, child: PolicyElement['children'][number]): number {
  return child.type === 'text' ? child.start + text.slice(child.start, child.end).trimEnd().length : child.end;
}
