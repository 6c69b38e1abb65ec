// The typed view of the token policies of a tree, and where each stands in its document.
import { cutIsland } from './islands.js';
import { childElements, findAttribute, type PolicyElement } from './policy-tree.js';
import type { ChooseBranch, RequiredClaim, Section, TokenPolicy, TokenPolicyKind } from './token-policy.js';
import type { PolicyValue } from './value.js';

const sections: ReadonlySet<string> = new Set<Section>(['inbound', 'backend', 'outbound', 'on-error']);
const branchNames: ReadonlySet<string> = new Set(['when', 'otherwise']);

/** How many branches around a token policy are listed, from the inside: nesting beyond it is nobody's policy, and lists of it would fill the memory. */
const mostBranches = 64;

/** A branch and the branch around it. */
interface BranchChain {
  readonly branch: ChooseBranch;
  readonly outer: BranchChain | null;
}

/** What the ancestors of an element say about where it stands. */
interface Place {
  readonly section: Section | null;
  readonly innermost: BranchChain | null;
}

/** Every token policy of the roots, in document order. Without recursion: the tree may be as deep as the text is long. */
export function buildTokenPolicies(text: string, roots: readonly PolicyElement[]): TokenPolicy[] {
  const found: TokenPolicy[] = [];
  const pending: { element: PolicyElement; place: Place }[] = [];
  let chooseCount = 0;
  const first: Place = { section: roots[0]?.name === 'fragment' ? 'fragment' : null, innermost: null };
  for (const element of [...roots].reverse())
    pending.push({ element, place: element === roots[0] ? first : { section: null, innermost: null } });
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { element, place } = next;
    if (isTokenPolicyKind(element.name)) found.push(buildTokenPolicy(text, element, element.name, place));
    const inner = placeInside(element, place);
    const branches = element.name === 'choose' ? childElements(element).filter(child => branchNames.has(child.name)) : [];
    const id = element.name === 'choose' ? chooseCount++ : -1;
    const branchOf = new Map(branches.map((branch, index) => [branch, index]));
    const otherwise = branches.at(-1)?.name === 'otherwise';
    for (const child of childElements(element).reverse()) {
      const branch = branchOf.get(child);
      const innermost =
        branch === undefined ? inner.innermost : { branch: { id, branch, of: branches.length, otherwise }, outer: inner.innermost };
      pending.push({ element: child, place: { section: inner.section, innermost } });
    }
  }
  return found;
}

function placeInside(element: PolicyElement, place: Place): Place {
  if (place.section === 'fragment' || !isSection(element.name)) return place;
  return { ...place, section: element.name };
}

function listBranches(innermost: BranchChain | null): ChooseBranch[] {
  const branches: ChooseBranch[] = [];
  for (let chain = innermost; chain && branches.length < mostBranches; chain = chain.outer) branches.push(chain.branch);
  return branches.reverse();
}

function buildTokenPolicy(text: string, whole: PolicyElement, kind: TokenPolicyKind, place: Place): TokenPolicy {
  const element = cutIsland(text, whole);
  const { section, innermost } = place;
  const { start, end } = element;
  return { kind, section, choose: innermost?.branch ?? null, chooses: listBranches(innermost), ...viewElement(element), start, end };
}

/** What the typed view shows of the element itself. */
export function viewElement(element: PolicyElement): Omit<TokenPolicy, 'kind' | 'section' | 'choose' | 'chooses' | 'start' | 'end'> {
  return {
    attributes: valuesByName(element),
    openidConfigs: childElements(element, 'openid-config').flatMap(config => findAttribute(config, 'url')?.value ?? []),
    issuerSigningKeys: countIn(element, 'issuer-signing-keys', 'key'),
    decryptionKeys: countIn(element, 'decryption-keys', 'key'),
    audiences: valuesIn(element, 'audiences', 'audience'),
    issuers: valuesIn(element, 'issuers', 'issuer'),
    clientApplicationIds: valuesIn(element, 'client-application-ids', 'application-id'),
    backendApplicationIds: valuesIn(element, 'backend-application-ids', 'application-id'),
    requiredClaims: listsIn(element, 'required-claims', 'claim').map(buildRequiredClaim),
    element,
  };
}

/** In document order; of an attribute that stands twice, the first. */
function valuesByName(element: PolicyElement): Record<string, PolicyValue> {
  const values = new Map<string, PolicyValue>();
  for (const { name, value } of element.attributes) if (!values.has(name)) values.set(name, value);
  return Object.fromEntries(values);
}

function buildRequiredClaim(claim: PolicyElement): RequiredClaim {
  return {
    name: findAttribute(claim, 'name')?.value.value ?? null,
    match: findAttribute(claim, 'match')?.value.value ?? 'all',
    separator: findAttribute(claim, 'separator')?.value.value ?? null,
    values: childElements(claim, 'value').map(({ value }) => value),
    element: claim,
    start: claim.start,
    end: claim.end,
  };
}

/** The elements of a list; where the list itself stands twice, those of both. */
function listsIn(element: PolicyElement, list: string, item: string): PolicyElement[] {
  return childElements(element, list).flatMap(parent => childElements(parent, item));
}

function valuesIn(element: PolicyElement, list: string, item: string): PolicyValue[] {
  return listsIn(element, list, item).map(({ value }) => value);
}

function countIn(element: PolicyElement, list: string, item: string): number {
  return listsIn(element, list, item).length;
}

function isTokenPolicyKind(name: string): name is TokenPolicyKind {
  return name === 'validate-jwt' || name === 'validate-azure-ad-token';
}

function isSection(name: string): name is Section {
  return sections.has(name);
}
