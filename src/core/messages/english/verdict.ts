/** What a verdict says: of a request a status, and never without what was not read; of one token policy "accepts" or "refuses". */

type Outcome = 'pass' | 'fail' | 'uncertain' | 'unresolved';

/** A statement that stands for others. */
export interface Unread {
  readonly kind: 'base' | 'fragment';
  readonly name: string | null;
  readonly line: number;
}

/** "<base /> (lines 3, 9)" and "include-fragment check-token (line 4)". */
function listUnread(unread: readonly Unread[]): string[] {
  const lines = new Map<string, number[]>();
  for (const { kind, name, line } of unread) {
    const words = kind === 'base' ? '<base />' : `include-fragment${name === null ? '' : ` ${name}`}`;
    lines.set(words, [...(lines.get(words) ?? []), line]);
  }
  return [...lines].map(([words, at]) => `${words} (${at.length === 1 ? 'line' : 'lines'} ${at.join(', ')})`);
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
