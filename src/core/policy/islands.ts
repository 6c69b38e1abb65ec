// A token policy in a half-typed document is read on its own, from its opening tag: an island. Its closing tag may not be typed yet, and
// then everything after it looks like its content; it ends before the first element that is none of its own.
import { elementNames } from './known-elements.js';
import { trimSpan } from '../text/span.js';
import { changeElement, type PolicyElement, type PolicyText } from './policy-tree.js';
import type { PolicyValue } from './value.js';

/** The token policy's element as far as it is its own: the same where it was closed, else without what follows it. */
export function cutIsland(text: string, element: PolicyElement): PolicyElement {
  // What is open to its end: the token policy, perhaps its last list, perhaps the last item of that.
  const open: PolicyElement[] = [];
  for (let next: PolicyElement | undefined = element; next && isOpen(next); next = lastElement(ownChildren(next))) open.push(next);
  let cut: PolicyElement | undefined;
  for (const outer of open.reverse()) {
    const own = ownChildren(outer);
    const inner = lastElement(own);
    if (cut && inner) own.splice(own.indexOf(inner), own.length, cut);
    while (own.length > 0 && !saysSomething(text, own.at(-1))) own.pop();
    const end = own.at(-1)?.end ?? outer.openTag.end;
    cut = changeElement(outer, { children: own, value: cutValue(outer.value, end), end });
  }
  return cut ?? element;
}

function cutValue(value: PolicyValue, end: number): PolicyValue {
  const parts = value.parts.filter(part => part.end <= end);
  return { ...value, parts, value: parts.map(({ text }) => text).join(''), end };
}

function isOpen(element: PolicyElement): boolean {
  return !element.selfClosing && element.closeTag === null;
}

function isElement(child: PolicyElement | PolicyText): child is PolicyElement {
  return child.type === 'element';
}

function lastElement(children: readonly (PolicyElement | PolicyText)[]): PolicyElement | undefined {
  return children.filter(isElement).at(-1);
}

/** The children before the first element that does not belong in a token policy. */
function ownChildren(element: PolicyElement): (PolicyElement | PolicyText)[] {
  const foreign = element.children.findIndex(child => isElement(child) && !elementNames.has(child.name));
  return foreign < 0 ? [...element.children] : element.children.slice(0, foreign);
}

function saysSomething(text: string, child: PolicyElement | PolicyText | undefined): boolean {
  return child !== undefined && child.type !== 'comment' && trimSpan(text, child).end > trimSpan(text, child).start;
}
