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
  readonly branch: ChooseBranch;
  readonly outer: BranchChain | null;
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

/** A `choose`, and which of its branches comes next. */
interface Choose {
  readonly id: number;
  readonly branches: readonly number[];
  next: number;
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
    const place = outer ? placeIn(outer, mark) : mark === root && name === 'fragment' ? inFragment : nowhere;
    if (isTokenPolicyKind(name)) found.push(new ReadTokenPolicy(name, place, cutIsland(text, tree.element(mark))));
    const last = nesting.partners[mark] ?? mark;
    const choose = name === 'choose' ? { id: chooseCount++, branches: branchesOf(tree, mark), next: 0 } : null;
    if (last > mark) around.push({ inside: placeInside(name, place), last, choose });
  }
  return found;

  function placeIn({ inside, choose }: Around, mark: number): Place {
    if (choose === null || choose.branches[choose.next] !== mark) return inside;
    const { id, branches, next } = choose;
    choose.next++;
    const otherwise = marks.name(branches.at(-1) ?? -1) === 'otherwise';
    return { ...inside, innermost: { branch: { id, branch: next, of: branches.length, otherwise }, outer: inside.innermost } };
  }
}

function branchesOf(tree: ReadTree, choose: number): number[] {
  return [...tree.inside(choose)].filter(mark => tree.isElement(mark) && branchNames.has(tree.source.marks.name(mark)));
}

function placeInside(name: string, place: Place): Place {
  return place.section === 'fragment' || !isSection(name) ? place : { ...place, section: name };
}

function listBranches(innermost: BranchChain | null): ChooseBranch[] {
  const branches: ChooseBranch[] = [];
  for (let chain = innermost; chain && branches.length < mostBranches; chain = chain.outer) branches.push(chain.branch);
  return branches.reverse();
}

/** What the typed view shows of the element itself. */
type ElementView = Omit<TokenPolicy, 'kind' | 'section' | 'choose' | 'chooses' | 'element' | 'start' | 'end'>;

/** A token policy of a document. Its values are read where somebody looks at one. */
class ReadTokenPolicy implements TokenPolicy {
  readonly section: Section | null;
  readonly choose: ChooseBranch | null;
  readonly chooses: readonly ChooseBranch[];
  readonly start: number;
  readonly end: number;
  #view: ElementView | null = null;

  constructor(
    readonly kind: TokenPolicyKind,
    { section, innermost }: Place,
    readonly element: PolicyElement,
  ) {
    this.section = section;
    this.choose = innermost?.branch ?? null;
    this.chooses = listBranches(innermost);
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
