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

/** What was not read of the files that say which scopes there are. */
export interface UnreadFiles {
  /** Files that are too long, by their paths; the first few of them. */
  readonly tooLong: readonly string[];
  /** How many there are of them in all. */
  readonly count: number;
  /** Of how many files of one name all others were left out; null where none were. */
  readonly most: number | null;
  /** Whether all of them together are too long. */
  readonly tooMuch: boolean;
}

/** What is said of the paths of requests. */
export const paths = {
  /** "API orders", "global". */
  scope: ({ scope, name }: ScopeWords): string => (name === null ? kinds[scope] : `${kinds[scope]} ${name}`),
  /** In the place of the name of a scope that has no file. */
  scopeWithoutFile: (): string => 'a scope without a file',
  /** One way to an operation of an API. */
  wayOfApi: ({ operation, product }: { readonly operation: string | null; readonly product: string | null }): string =>
    `${operation ?? 'all other operations'} (${product === null ? 'no product' : `product ${product}`})`,
  /** Under what is known all the same; empty where everything was read. */
  unread: ({ tooLong, count, most, tooMuch }: UnreadFiles): string => {
    if (tooMuch) return 'No paths are shown: the files of API Management in this workspace are too long together. Open a smaller folder.';
    const more = count > tooLong.length ? ` and ${count - tooLong.length} more` : '';
    return [
      count === 0 ? '' : `Not read, because too long: ${tooLong.join(', ')}${more}. What only they say is missing here.`,
      most === null
        ? ''
        : `Only the first ${most} files of one name were read: APIs and operations are missing here. Open a smaller folder.`,
    ]
      .filter(sentence => sentence !== '')
      .join(' ');
  },
};
