import type { PolicyDocument } from '../policy/policy-document.js';
import { allElements, childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import type { Span } from '../text/span.js';

/**
 * A statement that stands for others, which were not read; its span covers the whole element. Where the scopes around a document are known also an
 * expression or a condition that was not run and may change the answer.
 */
export interface NotRead extends Span {
  readonly kind: 'base' | 'fragment' | 'expression' | 'condition';
  /** The fragment's id as it is written, the scope that is not there, the beginning of the expression; null where there is none. */
  readonly name: string | null;
  /** Where it stands in another document: its file and line there; the span is then that file's. Absent where it stands in the one that is asked about. */
  readonly elsewhere?: { readonly path: string; readonly line: number };
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
