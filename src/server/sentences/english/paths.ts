/** A scope or a fragment, by its name. */
export interface ScopeWords {
  readonly scope: 'global' | 'workspace' | 'product' | 'api' | 'operation' | 'fragment';
  /** Null for the global scope, and for all operations that have no entry of their own. */
  readonly name: string | null;
}

const kinds: Readonly<Record<ScopeWords['scope'], string>> = {
  global: 'global',
  workspace: 'workspace',
  product: 'product',
  api: 'API',
  operation: 'operation',
  fragment: 'fragment',
};

/** What is said of the paths of requests. */
export const paths = {
  /** "API orders", "global". */
  scope: ({ scope, name }: ScopeWords): string => (name === null ? kinds[scope] : `${kinds[scope]} ${name}`),
  /** In the place of the name of a scope that has no file. */
  scopeWithoutFile: (): string => 'a scope without a file',
  /** One way to an operation of an API. */
  wayOfApi: ({ operation, product }: { readonly operation: string | null; readonly product: string | null }): string =>
    `${operation ?? 'all other operations'} (${product === null ? 'no product' : `product ${product}`})`,
};
