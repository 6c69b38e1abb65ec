import { allElements, childElements, type PolicyAttribute, type PolicyElement } from '../../policy/policy-tree.js';
import type { PolicyValue } from '../../policy/value.js';
import type { Span } from '../../text/span.js';
import type { PolicyFixContext } from '../fix-maker.js';

/** The element of a token policy that a finding underlines by its name. */
export function findNamedElement({ policy, finding }: PolicyFixContext): PolicyElement | undefined {
  return allElements(policy.element).find(({ nameSpan }) => nameSpan.start === finding.start && nameSpan.end === finding.end);
}

/** The attribute that a finding underlines: whole, by its name, or by its value. */
export function findUnderlinedAttribute({
  policy,
  finding,
}: PolicyFixContext): { element: PolicyElement; attribute: PolicyAttribute } | undefined {
  for (const element of allElements(policy.element)) {
    const attribute = element.attributes.find(candidate =>
      [candidate, candidate.nameSpan, candidate.value].some(span => isSame(span, finding)),
    );
    if (attribute !== undefined) return { element, attribute };
  }
  return undefined;
}

/** The value, of an attribute or an element, that a finding underlines. */
export function findUnderlinedValue(context: PolicyFixContext): PolicyValue | undefined {
  const attribute = findUnderlinedAttribute(context)?.attribute.value;
  return (
    attribute ??
    allElements(context.policy.element).find(element => childElements(element).length === 0 && isSame(element.value, context.finding))
      ?.value
  );
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}
