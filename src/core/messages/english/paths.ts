/** What is said of the path of a request: its answer, and what was not read of it. */

type Outcome = 'pass' | 'fail' | 'uncertain' | 'unresolved';

/** Something of a path that was not followed. */
export interface UnreadOnPath {
  readonly kind: 'base' | 'fragment' | 'expression' | 'condition';
  readonly name: string | null;
  /** File and line; null where nothing is there. */
  readonly at: string | null;
  readonly reason:
    | 'absent'
    | 'base-inside'
    | 'base-twice'
    | 'section-missing'
    | 'fragment-absent'
    | 'fragment-nested'
    | 'fragment-circle'
    | 'unreadable'
    | 'too-long'
    | null;
}

function nameScope(name: string | null): string {
  if (name === null) return '<base />';
  return name === 'global' ? 'the global policy' : `the policy of ${name}`;
}

function nameUnread({ kind, name, at, reason }: UnreadOnPath): string {
  const place = at === null ? '' : at;
  const more = (text: string): string => (place === '' ? ` (${text})` : ` (${place}, ${text})`);
  const here = place === '' ? '' : ` (${place})`;
  if (kind === 'condition') return `the condition ${name ?? ''}${here}`;
  if (kind === 'expression') return `the expression ${name ?? ''}${here}`;
  const what = kind === 'fragment' ? `include-fragment ${name ?? ''}`.trim() : nameScope(name);
  switch (reason) {
    case 'base-inside':
      return `<base />${more('inside another statement')}`;
    case 'base-twice':
      return `<base />${more('a second time in one section')}`;
    case 'fragment-nested':
      return `${what}${more('inside a fragment, which a gateway does not take')}`;
    case 'fragment-circle':
      return `${what}${more('includes itself')}`;
    case 'unreadable':
      return `${what}${more('no policy, or not well-formed')}`;
    case 'too-long':
      return `what follows${more('too much')}`;
    default:
      return `${what}${here}`;
  }
}

/** What is answered in one branch. */
export interface BranchWords {
  readonly condition: string | null;
  readonly outcome: Outcome | null;
  readonly status: number | null;
  readonly check: string | null;
}

function nameStatus({ outcome, status, check }: Omit<BranchWords, 'condition'>, complete: boolean): string {
  if (outcome === 'uncertain') return 'not certain';
  if (outcome === 'unresolved') return 'not decided';
  const read = outcome === 'fail' || complete ? '' : ' as far as read';
  const number = status === null ? 'a status that is not known' : String(status);
  return `${number}${check === null ? '' : ` ${check}`}${read}`;
}

export const pathMessages = {
  'path-answer': ({
    outcome,
    status,
    check,
    certain,
    complete,
    accepted = false,
  }: {
    /** Null where a policy of its own answers. */
    readonly outcome: Outcome | null;
    readonly status: number | null;
    readonly check: string | null;
    readonly certain: boolean;
    /** Whether everything was read. */
    readonly complete: boolean;
    /** Whether a token policy comes before the one that answers. */
    readonly accepted?: boolean;
  }): string => {
    const answer = nameStatus({ outcome, status, check }, complete);
    if (outcome === null) return accepted ? `${answer}, once the token is accepted` : `${answer}, whatever the token is`;
    return outcome === 'fail' && !certain ? `${answer} at the latest` : answer;
  },

  'path-not-read': ({ unread, refused }: { readonly unread: readonly UnreadOnPath[]; readonly refused: boolean }): string => {
    const what = [...new Set(unread.map(nameUnread))];
    const follows = what.length === 1 ? 'It can' : 'They can';
    return `Not read: ${what.join(', ')}. ${follows} ${refused ? 'answer before' : 'refuse the token, too'}.`;
  },

  'path-branches': ({ branches, complete }: { readonly branches: readonly BranchWords[]; readonly complete: boolean }): string => {
    const said = branches.map(branch => {
      const head = branch.condition === null ? 'otherwise' : `if \`${branch.condition}\``;
      return `${head}: ${nameStatus(branch, complete || branch.condition !== null)}`;
    });
    const line = said.join('; ');
    return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
  },

  'path-name': ({
    workspace,
    api,
    operation,
    product,
  }: {
    readonly workspace: string | null;
    readonly api: string;
    readonly operation: string | null;
    readonly product: string | null;
  }): string =>
    `${workspace === null ? '' : `${workspace} / `}${api} / ${operation ?? 'all other operations'} (${product === null ? 'no product' : `product ${product}`})`,
};
