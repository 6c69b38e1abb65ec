/** What a verdict says: of a request a status, and never without what was not read; of one token policy "accepts" or "refuses". */

type Outcome = 'pass' | 'fail' | 'uncertain' | 'unresolved';

/** Something that was not read. */
export interface Unread {
  readonly kind: 'base' | 'fragment' | 'expression' | 'condition';
  /** A fragment, a scope that is not there, the beginning of an expression or a condition. */
  readonly name: string | null;
  /** The file, where it is another one. */
  readonly path: string | null;
  readonly line: number;
}

function nameUnread({ kind, name }: Unread): string {
  switch (kind) {
    case 'base':
      return name === null ? '<base />' : `<base /> (${name})`;
    case 'fragment':
      return `include-fragment${name === null ? '' : ` ${name}`}`;
    case 'expression':
    case 'condition':
      return `the ${kind} ${name ?? ''}`.trimEnd();
  }
}

/** "<base /> (lines 3, 9)" and "include-fragment check-token (line 4)"; in another file "(policy.xml:4)". */
function listUnread(unread: readonly Unread[]): string[] {
  const lines = new Map<string, number[]>();
  const others: string[] = [];
  for (const each of unread) {
    const words = nameUnread(each);
    if (each.path === null) lines.set(words, [...(lines.get(words) ?? []), each.line]);
    else others.push(`${words} (${each.path}:${String(each.line)})`);
  }
  return [...[...lines].map(([words, at]) => `${words} (${at.length === 1 ? 'line' : 'lines'} ${at.join(', ')})`), ...new Set(others)];
}

/** What may stand around the text that was read. */
const around = {
  'including-policy': 'the policy that includes this fragment',
  'after-break': 'what the break in the document hides',
};

export const verdictMessages = {
  'verdict-accepts': ({ complete, onlySignature }: { readonly complete: boolean; readonly onlySignature: boolean }): string =>
    ['200', ...(onlySignature ? ['if the signature is right'] : []), ...(complete ? [] : ['as far as read'])]
      .join(' ')
      .replace('right as', 'right, as'),

  'verdict-headline': ({ outcome, answer }: { readonly outcome: Outcome; readonly answer: string | null }): string => {
    switch (outcome) {
      case 'fail':
        return answer === null ? 'The gateway refuses this token.' : `The gateway answers ${answer} to this token.`;
      case 'pass':
        return `The gateway accepts this token: ${answer ?? '200'}.`;
      case 'uncertain':
        return 'Whether the gateway accepts this token is not certain.';
      case 'unresolved':
        return 'Something is missing to predict what the gateway answers.';
    }
  },

  'verdict-not-read': (values: {
    readonly unread: readonly Unread[];
    readonly around: keyof typeof around | null;
    /** Whether something that was read refuses the token. */
    readonly refused: boolean;
  }): string => {
    const hidden = values.refused || values.around === null ? [] : [around[values.around]];
    const what = [...listUnread(values.unread), ...hidden];
    const subject = what.length === 1 ? 'It' : 'They';
    const follows = values.refused
      ? (what.length === 1 ? 'runs first and' : 'run first and') + ' can answer before'
      : 'can also refuse the token';
    return `Not read: ${what.join(', ')}. ${subject} ${follows}.`;
  },

  'verdict-elsewhere': (values: {
    readonly kind: string;
    /** File and line. */
    readonly place: string;
    readonly outcome: Outcome;
    /** What it reports; null where it reports nothing. */
    readonly check: string | null;
  }): string =>
    values.outcome === 'fail'
      ? `${values.kind} at ${values.place} refuses it${values.check === null ? '' : ` (${values.check})`}.`
      : `It depends on ${values.kind} at ${values.place}.`,

  'show-fixes': (): string => 'Show fixes',
  'cure-other-token': (): string => 'Another token is the cure.',

  'policy-verdict': ({ outcome, status }: { readonly outcome: Outcome; readonly status: number | null }): string => {
    switch (outcome) {
      case 'pass':
        return 'accepts';
      case 'fail':
        return status === null ? 'refuses' : `refuses (${status})`;
      case 'uncertain':
        return 'not certain';
      case 'unresolved':
        return 'not decided';
    }
  },
};
