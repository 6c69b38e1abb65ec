import type { PolicyDocument } from '../policy/policy-document.js';
import { elementsNamed } from '../policy/elements-named.js';
import { childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import { findTemplateBlock, type TemplateBlock } from '../policy/template-blocks.js';
import { shortenExpression } from '../text/shorten.js';
import { answeringPolicies } from '../knowledge/stations.js';
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
 * Every `<base />` and `include-fragment` that a request meets on its way in, and every directive of a template that decides whether a token policy
 * is there, in document order. Those of other sections cannot refuse a token: token policies stand in `inbound` and in fragments.
 */
export function listNotRead(document: PolicyDocument): NotRead[] {
  const { tree, text, blocks } = document;
  if (tree === null) return [];
  const sections = tree.name === 'fragment' ? [tree] : childElements(tree, 'inbound');
  const known = new Set<TemplateBlock>();
  const met = elementsNamed(document, ...(blocks.length > 0 ? deciding : standing)).filter(({ start }) =>
    sections.some(section => section.start <= start && start < section.end),
  );
  return met.flatMap(element => {
    const block = findTemplateBlock(blocks, element);
    if (block === null || known.has(block)) return toNotRead(element);
    known.add(block);
    const { start, end } = block.opening;
    return [{ kind: 'condition' as const, name: shortenExpression(text.slice(start, end)), start, end }, ...toNotRead(element)];
  });
}

/** What stands for other statements. */
const standing: readonly string[] = ['base', 'include-fragment'];

/** What decides what the caller gets, so that it matters whether a template takes it away. */
const deciding: readonly string[] = ['validate-jwt', 'validate-azure-ad-token', ...standing, ...answeringPolicies];

function toNotRead(element: PolicyElement): NotRead[] {
  const { name, start, end } = element;
  if (name === 'base') return [{ kind: 'base', name: null, start, end }];
  if (name !== 'include-fragment') return [];
  return [{ kind: 'fragment', name: findAttribute(element, 'fragment-id')?.value.value ?? null, start, end }];
}
