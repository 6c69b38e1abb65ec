import { attributeAt, childElements, pathTo, type PolicyAttribute, type PolicyElement } from '../../policy/policy-tree.js';
import type { PolicyValue } from '../../policy/value.js';
import type { Span } from '../../text/span.js';
import type { PolicyFixContext } from '../fix-maker.js';

/** The element of a token policy that a finding underlines by its name. */
export function findNamedElement({ policy, finding }: PolicyFixContext): PolicyElement | undefined {
  return pathTo(policy.element, finding.start).find(({ nameSpan }) => isSame(nameSpan, finding));
}

/** The attribute that a finding underlines: whole, by its name, or by its value. */
export function findUnderlinedAttribute({
  policy,
  finding,
}: PolicyFixContext): { element: PolicyElement; attribute: PolicyAttribute } | undefined {
  for (const element of pathTo(policy.element, finding.start)) {
    const attribute = attributeAt(element, finding.start);
    if (attribute !== undefined && [attribute, attribute.nameSpan, attribute.value].some(span => isSame(span, finding)))
      return { element, attribute };
  }
  return undefined;
}

/** The value, of an attribute or an element, that a finding underlines. */
export function findUnderlinedValue(context: PolicyFixContext): PolicyValue | undefined {
  const { policy, finding } = context;
  return (
    findUnderlinedAttribute(context)?.attribute.value ??
    pathTo(policy.element, finding.start).find(element => isSame(element.value, finding) && childElements(element).length === 0)?.value
  );
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}
