import { tokenPolicyFacts } from '../knowledge/elements.js';
import { findAttribute, type PolicyAttribute } from './policy-tree.js';
import { unknownAttributes, type KnownElement } from './known-elements.js';
import { nearestName } from '../text/nearest-name.js';

/** An attribute that its element does not have, and what it was most likely meant to be. */
interface UnknownAttribute {
  readonly attribute: PolicyAttribute;
  /** The other token policy, where the attribute is one of its own. */
  readonly owner: string | null;
  /** The name that was meant; null where none is near. */
  readonly suggestion: string | null;
}

/** The attributes that do not belong to an element, each with the name that was meant: so that what it lacks is not said again. */
export function suggestAttributes(known: KnownElement): UnknownAttribute[] {
  const { element, facts } = known;
  const free = facts.attributes.filter(({ name }) => findAttribute(element, name) === undefined);
  const names = free.map(({ name }) => name);
  const unknown = unknownAttributes(known).map((attribute): UnknownAttribute => {
    const owner = ownerOf(attribute.name, facts.name);
    return { attribute, owner, suggestion: owner === null ? nearestName(attribute.name, names) : null };
  });
  // `<openid-config href="…">`: the one attribute that it has can only be the one that it lacks.
  const [only, more] = unknown;
  const [required, second] = free.filter(attribute => attribute.required);
  const isInner = !Object.hasOwn(tokenPolicyFacts, facts.name) && !facts.children.some(({ name }) => name === only?.attribute.name);
  if (only?.suggestion !== null || more !== undefined || required === undefined || second !== undefined || !isInner) return unknown;
  return [{ ...only, suggestion: required.name }];
}

function ownerOf(name: string, kind: string): string | null {
  if (!Object.hasOwn(tokenPolicyFacts, kind)) return null;
  const other = Object.values(tokenPolicyFacts).find(facts => facts.name !== kind && facts.attributes.some(known => known.name === name));
  return other?.name ?? null;
}
