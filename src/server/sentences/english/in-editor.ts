import type { CheckName, ComparedValue, Outcome } from '../../../core/index.js';

/** What one token policy answers to the token in force. */
export interface PolicyAnswer {
  readonly outcome: Outcome;
  /** What is reported, or open; null where everything passes. */
  readonly check: CheckName | null;
  /** Whether nothing is open but the signature. */
  readonly onlySignature: boolean;
  /** `skipped`: the token never comes to it; `undecided`: it stands in a branch of which nobody knows whether it is taken. */
  readonly reach: 'reached' | 'skipped' | 'undecided';
}

const answers: Readonly<Record<Outcome, string>> = {
  pass: 'accepts',
  fail: 'refuses',
  uncertain: 'not certain',
  unresolved: 'not decided',
};

const checkOutcomes: Readonly<Record<Outcome, string>> = {
  pass: 'passes',
  fail: 'fails',
  uncertain: 'not certain',
  unresolved: 'not decided',
};

/** What stands between the lines of a policy, and what silences a finding. */
export const inEditor = {
  useClipboard: (): string => 'Why 401? Paste token',
  policyAnswer: ({ outcome, check, onlySignature, reach }: PolicyAnswer): string => {
    if (reach === 'skipped') return 'not reached by this token';
    const words = onlySignature ? 'accepts if the signature is right' : [answers[outcome], ...(check === null ? [] : [check])].join(' · ');
    return reach === 'undecided' ? `${words} · if this branch is taken` : words;
  },
  /** Of a value in a policy: what the token has there. `claim`, `value`: as Markdown; null where the token does not have the claim. */
  besideToken: ({ claim, value, check, outcome }: ComparedValue): string =>
    `${value === null ? `The token has no ${claim}` : `The token's ${claim}: **${value}**`} (${check}: ${checkOutcomes[outcome]})`,
  fix: (): string => 'Fix…',
  silenceHere: ({ code }: { readonly code: string }): string => `Silence ${code} here`,
  silenceInWorkspace: ({ code }: { readonly code: string }): string => `Silence ${code} in this workspace`,
};
