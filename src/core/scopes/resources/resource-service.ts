import { normaliseOperationId } from '../read-operations.js';
import type { ApiScope, FragmentScope, OperationScope, ProductScope, ServiceScopes, Uncertainty, WorkspaceScope } from '../scopes.js';
import { compareNames, getOrMake } from '../sorted-names.js';
import type { ResourceFact } from './read-resources.js';
import type { ResourceName } from './resource-name.js';

/** What has a name and perhaps a policy. */
interface Holder {
  readonly name: ResourceName;
  policy: string | null;
  uncertain: Uncertainty | null;
}

interface Api extends Holder {
  fact: ResourceFact | null;
  /** Of its specification. */
  declared: readonly string[];
  readonly operations: Map<string, Holder>;
}

interface Product extends Holder {
  fact: ResourceFact | null;
  readonly apis: Map<string, ResourceName>;
}

interface Fragment extends Holder {
  references: readonly string[];
}

/** The instance itself or one of its workspaces. All by the keys of their names. */
interface Room extends Holder {
  readonly apis: Map<string, Api>;
  readonly products: Map<string, Product>;
  readonly fragments: Map<string, Fragment>;
}

const own: ResourceName = { key: '', text: '', isSure: true };

/** One API Management instance, as resources describe it. */
export class ResourceService {
  readonly #rooms = new Map<string, Room>();

  /** Whether any of its policies is known. */
  get hasPolicy(): boolean {
    const rooms = [...this.#rooms.values()];
    const holders = rooms.flatMap(room => [room, ...room.apis.values(), ...room.products.values(), ...room.fragments.values()]);
    const operations = rooms.flatMap(room => [...room.apis.values()].flatMap(api => [...api.operations.values()]));
    return [...holders, ...operations].some(({ policy }) => policy !== null);
  }

  /** Takes in what a resource declares that is no policy. `declared`: the operations of its specification; null where it has none. */
  declare(fact: ResourceFact, declared: readonly string[] | null): void {
    const { kind, api, operation, product } = fact;
    const room = this.#room(fact);
    if (kind === 'link' && product !== null && api !== null) productOf(room, product).apis.set(api.key, api);
    else if (kind === 'product' && product !== null) productOf(room, product).fact ??= fact;
    else if (api !== null && operation !== null) operationOf(apiOf(room, api), operation);
    else if (api !== null) {
      const holder = apiOf(room, api);
      holder.fact ??= fact;
      if (declared !== null) holder.declared = [...holder.declared, ...declared];
    }
  }

  /** Gives a scope its policy; false where it has another one already. */
  givePolicy(fact: ResourceFact, policy: string, uncertain: Uncertainty): boolean {
    const room = this.#room(fact);
    const { api, operation, product, fragment, reference } = fact;
    const holder =
      fragment !== null
        ? fragmentOf(room, fragment)
        : product !== null
          ? productOf(room, product)
          : api === null
            ? room
            : operation === null
              ? apiOf(room, api)
              : operationOf(apiOf(room, api), operation);
    if (fragment !== null && reference !== null) fragmentOf(room, fragment).references = [`\${${reference}.name}`];
    if (holder.policy !== null) return holder.policy === policy;
    holder.policy = policy;
    holder.uncertain = uncertain;
    return true;
  }

  #room({ workspace }: ResourceFact): Room {
    const name = workspace ?? own;
    return getOrMake(this.#rooms, workspace === null ? '' : `w${workspace.key}`, () => ({
      ...holderOf(name),
      apis: new Map(),
      products: new Map(),
      fragments: new Map(),
    }));
  }

  /** All that is known, in the order of the names. */
  finish(): Omit<ServiceScopes, 'root'> {
    const named = new Shown();
    const rooms = [...this.#rooms].map(([key, room]) => ({ room, workspace: key === '' ? null : named.show('workspace', room.name) }));
    const global = rooms.find(({ workspace }) => workspace === null)?.room;
    const sort = <Scope extends { readonly name: string }>(scopes: readonly Scope[]): Scope[] =>
      [...scopes].sort((one, other) => compareNames(one.name, other.name));
    return {
      form: 'resources',
      global: global?.policy ?? null,
      ...(global?.uncertain?.policy === true ? { uncertain: global.uncertain } : {}),
      workspaces: sort(rooms.flatMap(({ room, workspace }): WorkspaceScope[] => (workspace === null ? [] : [scopeOf(room, workspace)]))),
      products: sort(
        rooms.flatMap(({ room, workspace }) => [...room.products.values()].map(each => finishProduct(each, workspace, named))),
      ),
      apis: sort(rooms.flatMap(({ room, workspace }) => [...room.apis.values()].map(each => finishApi(each, workspace, named)))),
      fragments: sort(
        rooms.flatMap(({ room, workspace }) =>
          [...room.fragments.values()].flatMap((each): FragmentScope[] => {
            const { policy, references } = each;
            const scope = scopeOf(each, named.show(`fragment ${workspace ?? ''}`, each.name));
            return policy === null ? [] : [{ ...scope, policy, workspace, ...(references.length === 0 ? {} : { references }) }];
          }),
        ),
      ),
    };
  }
}

function holderOf(name: ResourceName): Holder {
  return { name, policy: null, uncertain: null };
}

function apiOf(room: Room, name: ResourceName): Api {
  return getOrMake(room.apis, name.key, () => ({ ...holderOf(name), fact: null, declared: [], operations: new Map() }));
}

function operationOf(api: Api, name: ResourceName): Holder {
  return getOrMake(api.operations, name.key, () => holderOf(name));
}

function productOf(room: Room, name: ResourceName): Product {
  return getOrMake(room.products, name.key, () => ({ ...holderOf(name), fact: null, apis: new Map() }));
}

function fragmentOf(room: Room, name: ResourceName): Fragment {
  return getOrMake(room.fragments, name.key, () => ({ ...holderOf(name), references: [] }));
}

/** Names as they are shown: two that look alike and are not certainly the same are told apart by a number. */
class Shown {
  readonly #byKey = new Map<string, string>();
  readonly #taken = new Set<string>();

  show(kind: string, { key, text }: ResourceName): string {
    return getOrMake(this.#byKey, JSON.stringify([kind, key]), () => {
      let shown = text;
      for (let number = 2; this.#taken.has(`${kind}\0${shown}`); number++) shown = `${text} (${String(number)})`;
      this.#taken.add(`${kind}\0${shown}`);
      return shown;
    });
  }
}

function scopeOf({ name, policy, uncertain }: Holder, shown: string): OperationScope {
  const isConditional = uncertain?.policy === true;
  const open = { name: !name.isSure, policy: isConditional };
  return { name: shown, policy, ...(open.name || open.policy ? { uncertain: open } : {}) };
}

function finishProduct(product: Product, workspace: string | null, named: Shown): ProductScope {
  const { fact, apis } = product;
  return {
    ...scopeOf(product, named.show(`product ${workspace ?? ''}`, product.name)),
    workspace,
    subscriptionRequired: fact?.subscriptionRequired ?? null,
    apis: [...apis.values()].map(name => named.show(`api ${workspace ?? ''}`, name)).sort(compareNames),
  };
}

function finishApi(api: Api, workspace: string | null, named: Shown): ApiScope {
  const { fact, declared, operations } = api;
  const shown = named.show(`api ${workspace ?? ''}`, api.name);
  const found = [...operations.values()].map(each => scopeOf(each, named.show(`operation ${workspace ?? ''} ${shown}`, each.name)));
  const known = new Set(found.flatMap(({ name }) => [name, normaliseOperationId(name)]));
  for (const id of new Set(declared)) if (!known.has(id) && !known.has(normaliseOperationId(id))) found.push({ name: id, policy: null });
  const [, revisionOf = null] = /^(.*);rev=\d+$/.exec(shown) ?? [];
  return {
    ...scopeOf(api, shown),
    workspace,
    revisionOf,
    path: fact?.path ?? null,
    subscriptionRequired: fact?.subscriptionRequired ?? null,
    isMcp: fact?.isMcp === true,
    operations: found.sort((one, other) => compareNames(one.name, other.name)),
  };
}
