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
    | 'conditional'
    | 'not-plain'
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
    case 'conditional':
      return `${what}${more('deployed on a condition')}`;
    case 'not-plain':
      return `${what}${more('an expression')}`;
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

const named = (name: string | null): string => (name === null ? '' : ` ${name}`);

/** Why a file or a resource of the scopes is not used as its place says. */
const scopeProblems = {
  unreadable: (): string => 'It cannot be read, so what it says is missing from the paths.',
  'too-large': (): string => 'It is too large, so what it says is missing from the paths.',
  'not-json': (): string => 'It is not written as its name says, so what it says is missing from the paths.',
  'no-policy': (): string => 'It holds no policy.',
  twice: (): string => 'Another file or resource holds the policy of the same scope.',
  'unknown-api': (name: string | null): string => `It names an API that is not there:${named(name)}.`,
  'unknown-operation': (name: string | null, near: string | null): string =>
    `The specification has no operation${named(name)}, so no request meets this policy.${near === null ? '' : ` Is ${near} meant?`}`,
  'other-operation': (name: string | null, near: string | null): string =>
    `No operation is called${named(name)}, so what counts for all other operations was judged.${near === null ? '' : ` Is ${near} meant?`}`,
  'file-missing': (name: string | null): string =>
    `The policy is to be read from${named(name)}, which is not there. The scope counts as not read.`,
  'name-unknown': (name: string | null): string =>
    `The name${named(name)} is not known before it is deployed. The paths have the expression in its place.`,
  'policy-unknown': (name: string | null): string =>
    `The policy${named(name)} is an expression that is not worked out. The scope counts as not read.`,
};

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

  'scope-problem': ({
    code,
    name,
    near,
  }: {
    readonly code: keyof typeof scopeProblems;
    readonly name: string | null;
    /** The name that was perhaps meant. */
    readonly near: string | null;
  }): string => scopeProblems[code](name, near),

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
