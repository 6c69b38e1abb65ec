import type { PolicyDocument } from '../policy/policy-document.js';
import { allElements, childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import type { Span } from '../text/span.js';

/** A statement of a document that stands for others, which were not read; its span covers the whole element. */
export interface NotRead extends Span {
  readonly kind: 'base' | 'fragment';
  /** The fragment's id as it is written; null where there is none. */
  readonly name: string | null;
}

/**
 * Every `<base />` and `include-fragment` that a request meets on its way in, in document order. Those of other sections cannot refuse a
 * token: token policies stand in `inbound` and in fragments.
 */
export function listNotRead({ tree }: PolicyDocument): NotRead[] {
  if (tree === null) return [];
  const sections = tree.name === 'fragment' ? [tree] : childElements(tree, 'inbound');
  return sections.flatMap(section => allElements(section).flatMap(toNotRead));
}

function toNotRead(element: PolicyElement): NotRead[] {
  const { name, start, end } = element;
  if (name === 'base') return [{ kind: 'base', name: null, start, end }];
  if (name !== 'include-fragment') return [];
  return [{ kind: 'fragment', name: findAttribute(element, 'fragment-id')?.value.value ?? null, start, end }];
}
