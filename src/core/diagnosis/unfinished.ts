import { tokenPolicyFacts } from '../knowledge/elements.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { allElements, type PolicyAttribute, type PolicyElement } from '../policy/policy-tree.js';

/**
 * Where those pieces of a broken document begin that are not typed to their end: a tag without `>`, an attribute without its second
 * quote, an element without closing tag. What a rule would say of them is no mistake yet; the break is said, and is enough.
 */
export function findUnfinished({ text, tree, break: broken }: PolicyDocument): ReadonlySet<number> {
  if (broken === null || tree === null) return new Set();
  return new Set(
    allElements(tree).flatMap(element => [
      ...element.attributes.filter(attribute => !isClosed(text, attribute)).flatMap(startsOf),
      ...(isFinished(text, element) ? [] : [element.start, element.nameSpan.start, element.value.start]),
    ]),
  );
}

function isFinished(text: string, { name, openTag, closeTag, selfClosing }: PolicyElement): boolean {
  if (text[openTag.end - 1] !== '>') return false;
  // A token policy is read on its own as soon as its opening tag stands.
  return closeTag !== null || selfClosing || Object.hasOwn(tokenPolicyFacts, name);
}

function isClosed(text: string, { quote, value }: PolicyAttribute): boolean {
  return quote !== null && text[value.end] === quote;
}

function startsOf({ start, nameSpan, value }: PolicyAttribute): number[] {
  return [start, nameSpan.start, value.start];
}
