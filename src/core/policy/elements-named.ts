import type { PolicyDocument } from './policy-document.js';
import { childAt, type PolicyElement } from './policy-tree.js';

/**
 * The elements of these names, in document order. Their tags are looked for in the text, so that no element is made that holds none of them: most
 * of a document nobody looks at.
 */
export function elementsNamed({ text, tree }: Pick<PolicyDocument, 'text' | 'tree'>, ...names: readonly string[]): PolicyElement[] {
  if (tree === null) return [];
  const tags = names.flatMap(name => findAll(text, `<${name}`, tree.start));
  if (tags.length === 0) return [];
  const offsets = names.length > 1 ? [...new Set(tags)].sort((a, b) => a - b) : tags;
  const known = new Set(offsets);
  // The same letters may stand in a comment or in an expression, or begin a longer name.
  return elementsAround(tree, offsets).filter(({ start, name }) => known.has(start) && names.includes(name));
}

function findAll(text: string, piece: string, from: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + piece.length)) found.push(at);
  return found;
}

/**
 * The elements that hold one of the offsets, in document order, outer ones first. The offsets stand in order. Each element is met once, however
 * many of the offsets it holds and however deep they stand.
 */
export function elementsAround(tree: PolicyElement, offsets: readonly number[]): PolicyElement[] {
  const found: PolicyElement[] = [];
  // Elements with the offsets that they hold, the last of the document first.
  const waiting = [{ element: tree, first: countBelow(offsets, tree.start), last: countBelow(offsets, tree.end) }];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const { element, first, last } = here;
    if (first >= last) continue;
    found.push(element);
    const below: typeof waiting = [];
    for (let next = first; next < last;) {
      const child = childAt(element, offsets[next] ?? 0);
      const until = child === undefined ? next + 1 : countBelow(offsets, child.end);
      if (child !== undefined) below.push({ element: child, first: next, last: Math.min(until, last) });
      next = until;
    }
    waiting.push(...below.reverse());
  }
  return found;
}

/** How many of the offsets, which stand in order, are smaller. */
function countBelow(offsets: readonly number[], than: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < than) low = middle + 1;
    else high = middle;
  }
  return low;
}
