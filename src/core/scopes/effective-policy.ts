import type { Section } from '../policy/token-policy.js';
import { childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import type { PathTarget } from './list-paths.js';
import type { ScopeSource } from './scope-source.js';
import { getOrMake } from './sorted-names.js';
import type { FragmentScope, OperationScope, ScopeKind, Scopes, ServiceScopes } from './scopes.js';
import type { Gap, GapReason, MetDocument, Statement } from './statement.js';

/** The sections of a policy that a path goes through. */
export type PathSection = Exclude<Section, 'fragment'>;

/** What one request meets: in each section the statements of all scopes and fragments, in the order in which they run. */
export interface EffectivePolicy {
  /** Null where it begins at a broader scope than an operation: see `findSurroundings`. */
  readonly target: PathTarget | null;
  readonly sections: Readonly<Record<PathSection, readonly Statement[]>>;
  /** The documents of the scopes, the narrowest first; those that are not there are left out. */
  readonly scopes: readonly MetDocument[];
  /** The fragments that are included, each once, those that could not be read as well. */
  readonly fragments: readonly MetDocument[];
  /** The same by each meaning that a second `<base />` in a section may have; where it has none, all are alike. */
  readonly readings: () => readonly EffectivePolicy[];
}

/** Which of several `<base />` in one section stands for the broader scope: what a gateway does is not documented. Null: the first, and it is said that this is not known. */
type BaseReading = 'first' | 'last' | 'every' | null;

/** One level of scopes. */
interface Level {
  readonly scope: ScopeKind;
  readonly name: string | null;
  /** Null where there is no document. */
  readonly met: MetDocument | null;
  /** Whether what is not there may be there all the same. */
  readonly isUnknown: boolean;
  /** Whether a condition decides over what is there. */
  readonly isConditional: boolean;
}

/** Where a stretch of statements was asked for. */
interface Asker {
  readonly at: MetDocument;
  readonly element: PolicyElement;
}

/** A path with more statements than these is nobody's: what comes after them is not followed. */
const mostStatements = 50_000;

/** How deep fragments in fragments are followed. A gateway takes none. */
const deepestFragments = 16;

/**
 * What a request to the target meets. `<base />` stands for the same section of the next broader scope (documented: operation, API, product,
 * workspace, global), `include-fragment` for the content of the fragment. What cannot be followed is a gap at its place. Never throws.
 */
export function effectivePolicy(scopes: Scopes, target: PathTarget): EffectivePolicy {
  const service = scopes.services.find(({ root }) => root === target.root);
  const levels = service === undefined ? [] : listLevels(scopes, service, target);
  return expandLevels(scopes, service, levels, target);
}

/** What stands at the levels, from the first of them to the broadest scope. */
export function expandLevels(
  scopes: Scopes,
  service: ServiceScopes | undefined,
  levels: readonly Level[],
  target: PathTarget | null,
  bases: BaseReading = null,
): EffectivePolicy {
  return new Followed(target, levels, new Expander(scopes, service, levels, bases), each =>
    expandLevels(scopes, service, levels, target, each),
  );
}

/** In the order in which a request meets them. */
export const pathSections: readonly PathSection[] = ['inbound', 'backend', 'outbound', 'on-error'];

/** A section is followed when somebody first asks for it: most never are. */
class Sections implements Readonly<Record<PathSection, readonly Statement[]>> {
  readonly #expander: Expander;
  readonly #kept = new Map<PathSection, readonly Statement[]>();

  constructor(expander: Expander) {
    this.#expander = expander;
  }

  get inbound(): readonly Statement[] {
    return this.#expand('inbound');
  }

  get backend(): readonly Statement[] {
    return this.#expand('backend');
  }

  get outbound(): readonly Statement[] {
    return this.#expand('outbound');
  }

  // Stryker disable next-line StringLiteral: it cannot change the name of an accessor, and ends.
  get 'on-error'(): readonly Statement[] {
    return this.#expand('on-error');
  }

  #expand(section: PathSection): readonly Statement[] {
    return getOrMake(this.#kept, section, () => this.#expander.expandLevel(0, section, null));
  }
}

/** Classes, because the engine keeps what an object's own getter sees until it cleans up thoroughly. */
class Followed implements EffectivePolicy {
  readonly target: PathTarget | null;
  readonly sections: Sections;
  readonly scopes: readonly MetDocument[];
  readonly readings: () => readonly EffectivePolicy[];
  readonly #expander: Expander;

  constructor(target: PathTarget | null, levels: readonly Level[], expander: Expander, readAs: (bases: BaseReading) => EffectivePolicy) {
    this.target = target;
    this.sections = new Sections(expander);
    this.scopes = levels.flatMap(({ met }) => met ?? []);
    this.readings = () => (['first', 'last', 'every'] as const).map(readAs);
    this.#expander = expander;
  }

  get fragments(): readonly MetDocument[] {
    for (const section of pathSections) void this.sections[section];
    return [...this.#expander.fragments.values()];
  }
}

/** What may have a policy of its own. */
type Holder = Pick<OperationScope, 'policy' | 'uncertain'>;

/** The scopes that a target meets, the narrowest first. */
export function listLevels(scopes: Scopes, service: ServiceScopes, target: Omit<PathTarget, 'reachedBy'>): Level[] {
  const { workspace } = target;
  const api = service.apis.find(each => each.workspace === workspace && each.name === target.api);
  const operation = api?.operations.find(({ name }) => name === target.operation);
  const product = service.products.find(each => each.workspace === workspace && each.name === target.product);
  const room = service.workspaces.find(({ name }) => name === workspace);
  // In a folder that has a global policy, what has no file has no policy; but of a revision only what is said of it may be there. What resources do not say may stand in
  // others, which are not at hand.
  const isUnknown = service.global === null || service.form === 'resources';
  const isRevision = api !== undefined && api.revisionOf !== null;
  const level = (scope: ScopeKind, name: string | null, own: string | null, holder: Holder | undefined, unknown: boolean): Level => {
    const source = holder === undefined || holder.policy === null ? undefined : scopes.sources.get(holder.policy);
    const met = source === undefined ? null : { scope, name, workspace: own, source };
    return { scope, name, met, isUnknown: unknown, isConditional: holder?.uncertain?.policy === true };
  };
  return [
    level('operation', target.operation, workspace, operation, target.operation !== null && (isUnknown || isRevision)),
    level('api', target.api, workspace, api, isUnknown || isRevision),
    ...(target.product === null ? [] : [level('product', target.product, workspace, product, isUnknown)]),
    ...(workspace === null ? [] : [level('workspace', workspace, workspace, room, isUnknown)]),
    level('global', null, null, { ...service, policy: service.global }, true),
  ];
}

class Expander {
  /** By their files. */
  readonly fragments = new Map<ScopeSource, MetDocument>();
  readonly #scopes: Scopes;
  readonly #service: ServiceScopes | undefined;
  readonly #levels: readonly Level[];
  readonly #bases: BaseReading;
  #left = mostStatements;

  constructor(scopes: Scopes, service: ServiceScopes | undefined, levels: readonly Level[], bases: BaseReading) {
    this.#bases = bases;
    this.#scopes = scopes;
    this.#service = service;
    this.#levels = levels;
  }

  /** The section of one scope with all broader ones at its `<base />`. */
  expandLevel(index: number, section: PathSection, from: Asker | null): Statement[] {
    const level = this.#levels[index];
    if (level === undefined) return [];
    const { met, isUnknown } = level;
    if (met === null) {
      const rest = this.expandLevel(index + 1, section, from);
      return isUnknown ? [gapAt(from, { kind: 'base', name: nameLevel(level), reason: 'absent' }), ...rest] : rest;
    }
    if (met.scope === 'fragment') return section === 'inbound' ? this.#expandContent(met, [], null) : [];
    const { document, standsFor } = met.source;
    const gap = (reason: GapReason): Statement => gapAt(from, { kind: 'base', name: nameLevel(level), reason });
    const unreadable = gap(standsFor ?? 'unreadable');
    if (document.root !== 'policies' || document.tree === null) return [unreadable, ...this.expandLevel(index + 1, section, from)];
    // As with a branch that is not decided: what follows is as it is without it.
    if (level.isConditional) return [gap('conditional'), ...this.expandLevel(index + 1, section, from)];
    const found = childElements(document.tree, section);
    const behind = document.break === null ? [] : [{ ...unreadable, at: met }];
    const isBroadest = index === this.#levels.length - 1;
    if (found.length === 0) {
      const missing: Statement = {
        at: met,
        element: document.tree,
        children: [],
        gap: { kind: 'base', name: null, reason: 'section-missing' },
      };
      return isBroadest ? behind : [missing, ...behind];
    }
    const elements = found.flatMap(each => childElements(each));
    const base = (element: PolicyElement): Statement[] => this.expandLevel(index + 1, section, { at: met, element });
    return [...this.#expandAll(elements, met, base, []), ...behind];
  }

  /** `base` gives what `<base />` stands for at the top; `around` are the fragments in which the elements stand, from the outside. */
  #expandAll(
    elements: readonly PolicyElement[],
    at: MetDocument,
    base: ((element: PolicyElement) => Statement[]) | null,
    around: readonly ScopeSource[],
  ): Statement[] {
    const top: Statement[] = [];
    const waiting: { readonly elements: readonly PolicyElement[]; readonly into: Statement[] }[] = [{ elements, into: top }];
    const own = elements.filter(({ name }) => name === 'base');
    const [first, second] = own;
    const only = this.#bases === 'every' ? null : this.#bases === 'last' ? own.at(-1) : first;
    if (second !== undefined && base !== null && this.#bases === null)
      top.push(gapAt({ at, element: second }, { kind: 'base', name: null, reason: 'base-twice' }));
    for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
      const { into } = here;
      for (const element of here.elements) {
        if (this.#left === 0) {
          into.push(gapAt({ at, element }, { kind: 'base', name: null, reason: 'too-long' }));
          break;
        }
        this.#left -= 1;
        if (element.name === 'base') {
          if (into !== top || base === null) into.push(gapAt({ at, element }, { kind: 'base', name: null, reason: 'base-inside' }));
          else if (only === null || only === element) for (const statement of base(element)) into.push(statement);
        } else if (element.name === 'include-fragment') {
          for (const statement of this.#expandFragment(element, at, around)) into.push(statement);
        } else {
          const children: Statement[] = [];
          into.push({ at, element, children, gap: null });
          if (!leaves.has(element.name)) waiting.push({ elements: childElements(element), into: children });
        }
      }
    }
    return top;
  }

  #expandFragment(element: PolicyElement, at: MetDocument, around: readonly ScopeSource[]): Statement[] {
    const name = findAttribute(element, 'fragment-id')?.value.value ?? null;
    const gap = (reason: GapReason): Statement => gapAt({ at, element }, { kind: 'fragment', name, reason });
    const fragment = name === null ? undefined : this.#findFragment(name, at.workspace);
    const source = fragment === undefined ? undefined : this.#scopes.sources.get(fragment.policy);
    if (fragment === undefined || source === undefined) return [gap('fragment-absent')];
    if (around.includes(source)) return [gap('fragment-circle')];
    if (around.length >= deepestFragments) return [gap('too-long')];
    const { workspace } = fragment;
    const met = this.fragments.get(source) ?? { scope: 'fragment', name: fragment.name, workspace, source };
    this.fragments.set(source, met);
    if (fragment.uncertain?.policy === true) return [gap('conditional')];
    return [...(around.length > 0 ? [gap('fragment-nested')] : []), ...this.#expandContent(met, around, { at, element })];
  }

  /** The statements of a fragment; `from` is what includes it. */
  #expandContent(met: MetDocument, around: readonly ScopeSource[], from: Asker | null): Statement[] {
    const { root, tree, break: broken } = met.source.document;
    const unreadable = gapAt(from, { kind: 'fragment', name: met.name, reason: met.source.standsFor ?? 'unreadable' });
    if (root !== 'fragment' || tree === null) return [unreadable];
    const content = this.#expandAll(childElements(tree), met, null, [...around, met.source]);
    return broken === null ? content : [...content, unreadable];
  }

  /** The one of the document's own workspace comes first. Exact names alone: whether a gateway looks at the case is not known. */
  #findFragment(name: string, workspace: string | null): FragmentScope | undefined {
    const written = name.replace(/\s+/g, '');
    const isNamed = (fragment: FragmentScope): boolean =>
      (fragment.name === name && fragment.uncertain?.name !== true) || fragment.references?.includes(written) === true;
    const named = (this.#service?.fragments ?? []).filter(isNamed);
    return named.find(fragment => fragment.workspace === workspace) ?? named.find(fragment => fragment.workspace === null);
  }
}

/** What holds no statements of the path, whatever stands in it. */
const leaves: ReadonlySet<string> = new Set([
  'validate-jwt',
  'validate-azure-ad-token',
  'return-response',
  'mock-response',
  'send-request',
  'send-one-way-request',
]);

function gapAt(from: Asker | null, gap: Gap): Statement {
  return { at: from?.at ?? null, element: from?.element ?? null, children: [], gap };
}

/** "API orders", "global". */
function nameLevel({ scope, name }: Level): string {
  const words = { global: 'global', workspace: 'workspace', product: 'product', api: 'API', operation: 'operation', fragment: 'fragment' };
  return name === null ? words[scope] : `${words[scope]} ${name}`;
}
