import type { ElementFacts } from '../knowledge/elements.js';
import { keySources } from './known-elements.js';
import { childElements, type PolicyElement } from './policy-tree.js';
import type { TokenPolicy } from './token-policy.js';
import { asWritten } from './value.js';

/** Whether a list holds nothing: no entry, none but blank ones, and no text that a template may turn into entries. */
export function isEmptyList(list: PolicyElement, facts: ElementFacts): boolean {
  return facts.fewest > 0 && list.value.value.trim() === '' && childElements(list).every(entry => isBlankEntry(entry, facts));
}

/** Whether an element that must hold a text holds none. An attribute (a key's certificate) may stand in its place. */
function isBlankEntry(entry: PolicyElement, { children }: ElementFacts): boolean {
  const known = children.find(({ name }) => name === entry.name);
  if (known === undefined || known.text === null || entry.attributes.length > 0) return false;
  return childElements(entry).length === 0 && entry.value.value.trim() === '';
}

/** Whether a validate-jwt has no key source but lists without keys. */
export function lacksKeys({ element }: TokenPolicy, facts: ElementFacts): boolean {
  return childElements(element).every(child => {
    const known = facts.children.find(({ name }) => name === child.name);
    return !keySources.includes(child.name) || (known !== undefined && isEmptyList(child, known));
  });
}

/** Whether a template may bring what is not written here: "%{ if … }<openid-config …/>%{ endif }", "{{openid-config}}". */
export function hasTemplate(element: PolicyElement): boolean {
  return asWritten(element.value).parts.some(part => part.kind !== 'literal');
}
