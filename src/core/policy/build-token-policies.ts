// The typed view of the token policies of a tree, and where each stands in its document.
import { cutIsland } from './islands.js';
import { childElements, findAttribute, type PolicyElement } from './policy-tree.js';
import type { ReadTree } from './read-tree.js';
import type { ChooseBranch, RequiredClaim, Section, TokenPolicy, TokenPolicyKind } from './token-policy.js';
import type { PolicyValue } from './value.js';

const sections: ReadonlySet<string> = new Set<Section>(['inbound', 'backend', 'outbound', 'on-error']);
const branchNames: ReadonlySet<string> = new Set(['when', 'otherwise']);

/** How many branches around a token policy are listed, from the inside: nesting beyond it is nobody's policy, and lists of it would fill the memory. */
const mostBranches = 64;

/** A branch and the branch around it. */
interface BranchChain {
  readonly choose: Choose;
  /** Which branch of it. */
  readonly index: number;
  readonly outer: BranchChain | null;
  /** The branch itself, once somebody looks at it: most hold no token policy. */
  branch: ChooseBranch | null;
}

/** What the ancestors of an element say about where it stands. */
interface Place {
  readonly section: Section | null;
  readonly innermost: BranchChain | null;
}

/** An element that is open: what stands in it, and up to which mark. */
interface Around {
  readonly inside: Place;
  readonly last: number;
  /** Null but for a `choose`. */
  readonly choose: Choose | null;
}

/** A `choose`, and how many of its branches have come. */
interface Choose {
  readonly id: number;
  readonly mark: number;
  seen: number;
  /** The names of its branches, once one of them is looked at: all would be gone through for each. */
  names: readonly string[] | null;
}

/** Every token policy of a tree, in document order. Without recursion: the tree may be as deep as the text is long. */
export function buildTokenPolicies(tree: ReadTree): TokenPolicy[] {
  const { text, marks, nesting } = tree.source;
  const found: TokenPolicy[] = [];
  const nowhere: Place = { section: null, innermost: null };
  const inFragment: Place = { ...nowhere, section: 'fragment' };
  const around: Around[] = [];
  const [root = -1] = nesting.roots;
  let chooseCount = 0;
  for (let mark = 0; mark < marks.count; mark++) {
    if (!tree.isElement(mark)) continue;
    while ((around.at(-1)?.last ?? mark + 1) <= mark) around.pop();
    const outer = around.at(-1);
    const name = marks.name(mark);
    const place = outer ? placeIn(outer, name) : mark === root && name === 'fragment' ? inFragment : nowhere;
    if (isTokenPolicyKind(name)) {
      const chooses = listBranches(tree, place.innermost);
      found.push(new ReadTokenPolicy(name, place.section, chooses, cutIsland(text, tree.element(mark))));
    }
    const last = nesting.partners[mark] ?? mark;
    const choose = name === 'choose' ? { id: chooseCount++, mark, seen: 0, names: null } : null;
    if (last > mark) around.push({ inside: placeInside(name, place), last, choose });
  }
  return found;
}

/** Where an element stands that stands in another one and in no other between. */
function placeIn({ inside, choose }: Around, name: string): Place {
  if (choose === null || !branchNames.has(name)) return inside;
  return { ...inside, innermost: { choose, index: choose.seen++, outer: inside.innermost, branch: null } };
}

function placeInside(name: string, place: Place): Place {
  return place.section === 'fragment' || !isSection(name) ? place : { ...place, section: name };
}

function listBranches(tree: ReadTree, innermost: BranchChain | null): ChooseBranch[] {
  const branches: ChooseBranch[] = [];
  for (let chain = innermost; chain && branches.length < mostBranches; chain = chain.outer)
    branches.push((chain.branch ??= branchOf(tree, chain)));
  return branches.reverse();
}

function branchOf(tree: ReadTree, { choose, index }: BranchChain): ChooseBranch {
  const names = (choose.names ??= branchesOf(tree, choose.mark));
  return { id: choose.id, branch: index, of: names.length, otherwise: names.at(-1) === 'otherwise' };
}

function branchesOf(tree: ReadTree, choose: number): string[] {
  const elements = [...tree.inside(choose)].filter(mark => tree.isElement(mark));
  return elements.map(mark => tree.source.marks.name(mark)).filter(name => branchNames.has(name));
}

/** What the typed view shows of the element itself. */
type ElementView = Omit<TokenPolicy, 'kind' | 'section' | 'choose' | 'chooses' | 'element' | 'start' | 'end'>;

/** A token policy of a document. Its values are read where somebody looks at one. */
class ReadTokenPolicy implements TokenPolicy {
  readonly choose: ChooseBranch | null;
  readonly start: number;
  readonly end: number;
  #view: ElementView | null = null;

  constructor(
    readonly kind: TokenPolicyKind,
    readonly section: Section | null,
    readonly chooses: readonly ChooseBranch[],
    readonly element: PolicyElement,
  ) {
    this.choose = chooses.at(-1) ?? null;
    this.start = element.start;
    this.end = element.end;
  }

  get attributes(): TokenPolicy['attributes'] {
    return this.#seen.attributes;
  }

  get openidConfigs(): readonly PolicyValue[] {
    return this.#seen.openidConfigs;
  }

  get issuerSigningKeys(): number {
    return this.#seen.issuerSigningKeys;
  }

  get decryptionKeys(): number {
    return this.#seen.decryptionKeys;
  }

  get audiences(): readonly PolicyValue[] {
    return this.#seen.audiences;
  }

  get issuers(): readonly PolicyValue[] {
    return this.#seen.issuers;
  }

  get clientApplicationIds(): readonly PolicyValue[] {
    return this.#seen.clientApplicationIds;
  }

  get backendApplicationIds(): readonly PolicyValue[] {
    return this.#seen.backendApplicationIds;
  }

  get requiredClaims(): readonly RequiredClaim[] {
    return this.#seen.requiredClaims;
  }

  get #seen(): ElementView {
    return (this.#view ??= viewElement(this.element));
  }
}

function viewElement(element: PolicyElement): ElementView {
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
  };
}

/** The token policy with another element in the place of its own: everything is seen that stands in it. */
export function changeTokenPolicy({ kind, section, choose, chooses, start, end }: TokenPolicy, element: PolicyElement): TokenPolicy {
  return { kind, section, choose, chooses, ...viewElement(element), element, start, end };
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
