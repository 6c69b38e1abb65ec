// Which element, and which of its attributes, stands at an offset: for whoever shows or completes something at the cursor.
import type { PolicyAttribute, PolicyElement } from './policy-tree.js';

export interface ElementAt {
  readonly element: PolicyElement;
  /** The elements around it, outermost first. */
  readonly ancestors: readonly PolicyElement[];
  /** The attribute on whose name, value or quotes the offset stands. */
  readonly attribute: PolicyAttribute | null;
  /** The piece of the element on which the offset stands. */
  readonly part: 'name' | 'attribute-name' | 'attribute-value' | 'open-tag' | 'content' | 'close-tag';
}

/** The innermost element at the offset, its end included where nothing else begins there; null outside the tree. */
export function findElementAt(tree: PolicyElement | null, offset: number): ElementAt | null {
  if (!tree || offset < tree.start || offset >= tree.end) return null;
  const ancestors: PolicyElement[] = [];
  let element = tree;
  for (let child = childAt(element, offset); child; child = childAt(element, offset)) {
    ancestors.push(element);
    element = child;
  }
  const attribute = element.attributes.find(({ start, end }) => offset >= start && offset < end) ?? null;
  return { element, ancestors, attribute, part: partAt(element, attribute, offset) };
}

function partAt(element: PolicyElement, attribute: PolicyAttribute | null, offset: number): ElementAt['part'] {
  if (element.closeTag && offset >= element.closeTag.start) return 'close-tag';
  if (offset >= element.openTag.end) return 'content';
  // A cursor right behind a name or a value still belongs to it.
  if (offset <= element.nameSpan.end) return 'name';
  if (!attribute) return 'open-tag';
  if (offset >= attribute.value.start && offset <= attribute.value.end) return 'attribute-value';
  return offset <= attribute.nameSpan.end ? 'attribute-name' : 'open-tag';
}

/** Children follow each other, so halving finds the one that holds the offset. */
function childAt(element: PolicyElement, offset: number): PolicyElement | undefined {
  let low = 0;
  let high = element.children.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const child = element.children[middle];
    if (!child) return undefined;
    if (offset < child.start) high = middle - 1;
    else if (offset >= child.end) low = middle + 1;
    else return child.type === 'element' ? child : undefined;
  }
  return undefined;
}
