import type { ApiScope, ProductScope, Scopes, ServiceScopes } from './scopes.js';

/** Who meets a path: the holder of a product's key, of a key of the API or of all APIs, who has no key, or perhaps who has none. */
export type Reacher = 'product-key' | 'api-key' | 'anonymous' | 'perhaps-anonymous';

/** One way for a request to an operation: which scopes it meets. */
export interface PathTarget {
  /** The folder of the instance, as in `ServiceScopes`. */
  readonly root: string;
  readonly workspace: string | null;
  readonly api: string;
  /** Null for all operations that have no entry of their own. */
  readonly operation: string | null;
  /** Null for the path without a product. */
  readonly product: string | null;
  readonly reachedBy: readonly Reacher[];
}

/**
 * Every path of every operation: one for each product that holds its API and one without, and the same for all other operations of an API.
 * A product's key meets the product's policy. A key of the API or of all APIs meets none. Without a key an open product gives the way, at
 * most one; else the API itself, if it asks for none (documented: subscriptions of API Management).
 */
export function listPaths(scopes: Pick<Scopes, 'services'>): PathTarget[] {
  return scopes.services.flatMap(service => service.apis.flatMap(api => listPathsOfApi(service, api)));
}

function listPathsOfApi(service: ServiceScopes, api: ApiScope): PathTarget[] {
  const { root } = service;
  const { workspace, name } = api;
  const products = service.products.filter(product => product.workspace === workspace && product.apis.includes(api.revisionOf ?? name));
  const ways = [
    ...products.map(product => ({ product: product.name, reachedBy: reachProduct(product, products) })),
    { product: null, reachedBy: reachApi(api, products) },
  ];
  const operations = [...api.operations.map(operation => operation.name), null];
  return operations.flatMap(operation => ways.map(way => ({ root, workspace, api: name, operation, ...way })));
}

function reachProduct(product: ProductScope, products: readonly ProductScope[]): Reacher[] {
  if (product.subscriptionRequired === true) return ['product-key'];
  const others = products.filter(other => other !== product && other.subscriptionRequired !== true);
  const isSure = product.subscriptionRequired === false && others.length === 0;
  return ['product-key', isSure ? 'anonymous' : 'perhaps-anonymous'];
}

function reachApi(api: ApiScope, products: readonly ProductScope[]): Reacher[] {
  if (api.subscriptionRequired === true || products.some(({ subscriptionRequired }) => subscriptionRequired === false)) return ['api-key'];
  const isSure = api.subscriptionRequired === false && products.every(({ subscriptionRequired }) => subscriptionRequired === true);
  return ['api-key', isSure ? 'anonymous' : 'perhaps-anonymous'];
}

/** A text that is the same for the same way, and for no other. */
export function keyOfTarget({ root, workspace, api, operation, product }: PathTarget): string {
  return JSON.stringify([root, workspace, api, operation, product]);
}
