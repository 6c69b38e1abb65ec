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

/** What stands around the policy in a file; null where the files do not say in which scope it is. */
export function findSurroundings(scopes: Scopes, file: string): Surroundings | null {
  const source = scopes.sources.get(file);
  if (source === undefined) return null;
  for (const service of scopes.services) {
    const found = findInService(scopes, service, source);
    if (found !== null) return found;
  }
  return null;
}

function findInService(scopes: Scopes, service: ServiceScopes, source: ScopeSource): Surroundings | null {
  const file = source.path;
  const { root } = service;
  const place = (scope: ScopeKind, name: string | null, workspace: string | null): MetDocument => ({ scope, name, workspace, source });
  const climb = (met: MetDocument, api: ApiScope | null, targets: readonly Omit<PathTarget, 'reachedBy'>[]): Surroundings => {
    const upward = targets.map(target => {
      const levels = listLevels(scopes, service, target);
      const from = levels.findIndex(level => level.met?.source === source);
      const whole = met.scope === 'operation' ? { ...target, reachedBy: [] } : null;
      const beyond = expandLevels(scopes, service, levels.slice(from + 1), null);
      return { product: target.product, policy: expandLevels(scopes, service, levels.slice(from), whole), beyond };
    });
    return { scopes, service, met, api, upward };
  };
  for (const api of service.apis) {
    const { workspace } = api;
    const operation = api.operations.find(({ policy }) => policy === file)?.name ?? null;
    if (api.policy !== file && operation === null) continue;
    const products = service.products.filter(each => each.workspace === workspace && each.apis.includes(api.revisionOf ?? api.name));
    const targets = [...products.map(({ name }) => name), null].map(product => ({ root, workspace, api: api.name, operation, product }));
    return climb(operation === null ? place('api', api.name, workspace) : place('operation', operation, workspace), api, targets);
  }
  const none = { root, api: '', operation: null };
  for (const { name, workspace, policy } of service.products)
    if (policy === file) return climb(place('product', name, workspace), null, [{ ...none, workspace, product: name }]);
  for (const { name, policy } of service.workspaces)
    if (policy === file) return climb(place('workspace', name, name), null, [{ ...none, workspace: name, product: null }]);
  if (service.global === file) return climb(place('global', null, null), null, [{ ...none, workspace: null, product: null }]);
  const fragment = service.fragments.find(({ policy }) => policy === file);
  if (fragment === undefined) return null;
  const met = place('fragment', fragment.name, fragment.workspace);
  const level = { scope: met.scope, name: met.name, met, isUnknown: false };
  const beyond = expandLevels(scopes, service, [], null);
  return { scopes, service, met, api: null, upward: [{ product: null, policy: expandLevels(scopes, service, [level], null), beyond }] };
}
