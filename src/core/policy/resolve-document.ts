// A document as the gateway sees it: the values that are known filled in, every span that of the text as it is written.
import { changeTokenPolicy } from './build-token-policies.js';
import type { PolicyDocument } from './policy-document.js';
import { elementsAround } from './elements-named.js';
import { allElements, changeElement, type PolicyElement } from './policy-tree.js';
import { resolveValue, type KnownTexts } from './resolve-value.js';
import type { TokenPolicy } from './token-policy.js';

/** The document with what is known filled in; the very same where nothing is. */
export function resolveDocument(document: PolicyDocument, known: KnownTexts): PolicyDocument {
  if (knowsNone(known)) return document;
  const done = new Map<PolicyElement, PolicyElement>();
  const list = listNaming(document.text, known);
  const tree = document.tree && resolveElement(document.tree, known, done, list);
  const tokenPolicies = mapSame(document.tokenPolicies, policy => resolveWith(policy, known, done, list));
  return tree === document.tree && tokenPolicies === document.tokenPolicies ? document : { ...document, tree, tokenPolicies };
}

/** The same for a token policy that stands for itself. */
export function resolvePolicy(policy: TokenPolicy, known: KnownTexts): TokenPolicy {
  return resolveWith(policy, known, new Map(), allElements);
}

/** Lists elements from a root down, in document order. */
type Listing = (root: PolicyElement) => PolicyElement[];

/**
 * Lists the elements of a text in whose values something may be filled in, and those around them. A named value stands in two braces, which may be
 * written by their numbers; what templates name has many forms, and all elements are looked at.
 */
export function listNaming(text: string, { templateValues }: KnownTexts): Listing {
  if (!isEmpty(templateValues)) return allElements;
  const offsets: number[] = [];
  for (const { index } of text.matchAll(/\{\{|&#/g)) offsets.push(index);
  return root => elementsAround(root, offsets);
}

function resolveWith(policy: TokenPolicy, known: KnownTexts, done: Map<PolicyElement, PolicyElement>, list: Listing): TokenPolicy {
  const element = resolveElement(policy.element, known, done, list);
  return element === policy.element ? policy : changeTokenPolicy(policy, element);
}

/** Inner elements first, each once and without recursion: the tree may be as deep as the text is long. */
function resolveElement(root: PolicyElement, known: KnownTexts, done: Map<PolicyElement, PolicyElement>, list: Listing): PolicyElement {
  const resolved = done.get(root);
  if (resolved !== undefined) return resolved;
  for (const element of list(root).reverse()) {
    if (done.has(element)) continue;
    const attributes = mapSame(element.attributes, attribute => {
      const value = resolveValue(attribute.value, known);
      return value === attribute.value ? attribute : { ...attribute, value };
    });
    const children = mapSame(element.children, child => (child.type === 'element' ? (done.get(child) ?? child) : child));
    const value = resolveValue(element.value, known);
    const isSame = attributes === element.attributes && children === element.children && value === element.value;
    done.set(element, isSame ? element : changeElement(element, { attributes, children, value }));
  }
  return done.get(root) ?? root;
}

/** The same list where no entry became another one. */
function mapSame<Entry>(entries: readonly Entry[], change: (entry: Entry) => Entry): readonly Entry[] {
  const changed = entries.map(change);
  return changed.every((entry, index) => entry === entries[index]) ? entries : changed;
}

/** Whether nothing is known that could be filled in. */
export function knowsNone({ namedValues, templateValues }: KnownTexts): boolean {
  return isEmpty(namedValues) && isEmpty(templateValues);
}

/** Whether the same is known. */
export function knowsSame(one: KnownTexts, other: KnownTexts): boolean {
  return hasSame(one.namedValues, other.namedValues) && hasSame(one.templateValues, other.templateValues);
}

function hasSame(one: Readonly<Record<string, string>> = {}, other: Readonly<Record<string, string>> = {}): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every(name => Object.hasOwn(other, name) && one[name] === other[name]);
}

function isEmpty(record: Readonly<Record<string, string>> | undefined): boolean {
  return record === undefined || Object.keys(record).length === 0;
}
