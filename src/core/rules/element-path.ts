import { childElements, type PolicyElement } from '../policy/policy-tree.js';

/** The elements from the outermost down to the given one, both included; empty where it is not in the tree. */
export function pathTo(tree: PolicyElement, element: PolicyElement): PolicyElement[] {
  const path: PolicyElement[] = [];
  let here: PolicyElement | undefined = tree;
  while (here !== undefined) {
    path.push(here);
    if (here.start === element.start) return path;
    here = childElements(here).find(({ start, end }) => start <= element.start && element.start < end);
  }
  return [];
}

/** Every element below and including this one, in document order. */
export function allElements(tree: PolicyElement): PolicyElement[] {
  const found: PolicyElement[] = [];
  const waiting = [tree];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    found.push(here);
    waiting.push(...childElements(here).reverse());
  }
  return found;
}
