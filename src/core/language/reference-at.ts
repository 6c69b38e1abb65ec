// What in a policy document stands for something that is kept elsewhere.
import { findElementAt } from '../policy/find-element-at.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { Span } from '../text/span.js';

/** The name of a named value or of a policy fragment; the span is what a click on it would underline. */
export interface Reference extends Span {
  readonly kind: 'named-value' | 'fragment';
  readonly name: string;
}

/** The longest name is 256 characters; white space may stand around it. */
const farthest = 300;

/** The reference at the offset; null where none stands. Named values are found anywhere in the document, in expressions, too. */
export function findReference(document: PolicyDocument, offset: number): Reference | null {
  if (document.root === null) return null;
  return findNamedValue(document.text, offset) ?? findFragment(document, offset);
}

/** The named value at the offset, its brackets included. */
export function findNamedValue(text: string, offset: number): Reference | null {
  const from = Math.max(0, offset - farthest);
  for (const match of text.slice(from, offset + farthest).matchAll(/\{\{\s{0,8}([A-Za-z0-9._-]{1,256})\s{0,8}\}\}/g)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (start <= offset && offset <= end) return { kind: 'named-value', name: match[1] ?? '', start, end };
  }
  return null;
}

function findFragment({ tree }: PolicyDocument, offset: number): Reference | null {
  const at = findElementAt(tree, offset);
  if (at === null || at.element.name !== 'include-fragment') return null;
  const value = findAttribute(at.element, 'fragment-id')?.value;
  if (value === undefined || value.state !== 'literal' || value.value.trim() === '') return null;
  // Asked about elsewhere in the element, it is the whole element that stands for the fragment.
  const { start, end } = value.start <= offset && offset <= value.end ? value : at.element;
  return { kind: 'fragment', name: value.value.trim(), start, end };
}
