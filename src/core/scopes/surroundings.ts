import { expandLevels, listLevels, type EffectivePolicy } from './effective-policy.js';
import type { PathTarget } from './list-paths.js';
import type { ScopeSource } from './scope-source.js';
import type { ApiScope, ScopeKind, Scopes, ServiceScopes } from './scopes.js';
import type { MetDocument } from './statement.js';

/** Where a document stands among others. */
export interface Surroundings {
  readonly scopes: Scopes;
  readonly service: ServiceScopes;
  /** The document itself, with its scope. */
  readonly met: MetDocument;
  /** Of the policy of an API or of an operation, the API. */
  readonly api: ApiScope | null;
  /** What a request meets from the document on to the broadest scope: one for each product that matters, then the one without. Of a fragment, what stands in it. */
  readonly upward: readonly Upward[];
}

/** One way from a document to the broadest scope. */
export interface Upward {
  /** Null for the way without a product. */
  readonly product: string | null;
  readonly policy: EffectivePolicy;
  /** The broader scopes alone, as if the document had nothing but `<base />`. */
  readonly beyond: EffectivePolicy;
}

/**
 * What stands around a policy, by what it is called among the scopes; null where the files do not say in which scope it is. A policy that several scopes share has
 * the ways of all of them, and the place of the first.
 */
export function findSurroundings(scopes: Scopes, key: string): Surroundings | null {
  const source = scopes.sources.get(key);
  if (source === undefined) return null;
  const [first, ...others] = scopes.services.flatMap(service => findInService(scopes, service, source));
  return first === undefined ? null : { ...first, upward: [first, ...others].flatMap(({ upward }) => upward) };
}

/** The folders of the instances in which a policy has a place, as in `ServiceScopes`. */
export function rootsOf(scopes: Scopes, key: string): string[] {
  return scopes.services.flatMap(service => (policiesOf(service).has(key) ? [service.root] : []));
}

/** Every policy of an instance, as they are called among the scopes. */
export function policiesOf(service: ServiceScopes | undefined): ReadonlySet<string> {
  if (service === undefined) return new Set();
  const { global, workspaces, products, apis, fragments } = service;
  const holders = [...workspaces, ...products, ...apis, ...apis.flatMap(({ operations }) => operations), ...fragments];
  return new Set([global, ...holders.map(({ policy }) => policy)].filter(policy => policy !== null));
}

/** A policy that more scopes share is looked at in so many of them. */
const mostPlaces = 50;

function findInService(scopes: Scopes, service: ServiceScopes, source: ScopeSource): Surroundings[] {
  const { key } = source;
  const { root } = service;
  const found: Surroundings[] = [];
  const place = (scope: ScopeKind, name: string | null, workspace: string | null): MetDocument => ({ scope, name, workspace, source });
  const climb = (met: MetDocument, api: ApiScope | null, targets: readonly Omit<PathTarget, 'reachedBy'>[]): void => {
    if (found.length >= mostPlaces) return;
    const upward = targets.map(target => {
      const levels = listLevels(scopes, service, target);
      const from = levels.findIndex(level => level.scope === met.scope);
      const whole = met.scope === 'operation' ? { ...target, reachedBy: [] } : null;
      const beyond = expandLevels(scopes, service, levels.slice(from + 1), null);
      return { product: target.product, policy: expandLevels(scopes, service, levels.slice(from), whole), beyond };
    });
    found.push({ scopes, service, met, api, upward });
  };
  for (const api of service.apis) {
    const { workspace } = api;
    const targetsOf = (operation: string | null): Omit<PathTarget, 'reachedBy'>[] => {
      const products = service.products.filter(each => each.workspace === workspace && each.apis.includes(api.revisionOf ?? api.name));
      return [...products.map(({ name }) => name), null].map(product => ({ root, workspace, api: api.name, operation, product }));
    };
    if (api.policy === key) climb(place('api', api.name, workspace), api, targetsOf(null));
    for (const { name, policy } of api.operations) if (policy === key) climb(place('operation', name, workspace), api, targetsOf(name));
  }
  const none = { root, api: '', operation: null };
  for (const { name, workspace, policy } of service.products)
    if (policy === key) climb(place('product', name, workspace), null, [{ ...none, workspace, product: name }]);
  for (const { name, policy } of service.workspaces)
    if (policy === key) climb(place('workspace', name, name), null, [{ ...none, workspace: name, product: null }]);
  if (service.global === key) climb(place('global', null, null), null, [{ ...none, workspace: null, product: null }]);
  for (const { name, workspace, policy } of service.fragments) {
    if (policy !== key || found.length > 0) continue;
    const met = place('fragment', name, workspace);
    const level = { scope: met.scope, name, met, isUnknown: false, isConditional: false };
    const beyond = expandLevels(scopes, service, [], null);
    found.push({
      scopes,
      service,
      met,
      api: null,
      upward: [{ product: null, policy: expandLevels(scopes, service, [level], null), beyond }],
    });
  }
  return found;
}
