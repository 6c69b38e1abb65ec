import { germanCatalogue, type CheckName, type Outcome } from '../../../core/index.js';
import type { inEditor as English } from '../english/in-editor.js';

const answers: Readonly<Record<Outcome, string>> = {
  pass: 'akzeptiert',
  fail: 'lehnt ab',
  uncertain: 'nicht sicher',
  unresolved: 'nicht entschieden',
};

const checkOutcomes: Readonly<Record<Outcome, string>> = {
  pass: 'besteht',
  fail: 'scheitert',
  uncertain: 'nicht sicher',
  unresolved: 'nicht entschieden',
};

const nameCheck = (check: CheckName): string => germanCatalogue.sentences['check-label']({ check });

/** Was zwischen den Zeilen einer Policy steht und was einen Befund stumm schaltet. */
export const inEditor: typeof English = {
  useClipboard: () => 'Warum 401? Token einfügen',
  policyAnswer: ({ outcome, check, onlySignature, reach }) => {
    if (reach === 'skipped') return 'von diesem Token nicht erreicht';
    const words = onlySignature
      ? 'akzeptiert, wenn die Signatur stimmt'
      : [answers[outcome], ...(check === null ? [] : [nameCheck(check)])].join(' · ');
    return reach === 'undecided' ? `${words} · wenn dieser Zweig genommen wird` : words;
  },
  besideToken: ({ claim, value, check, outcome }) =>
    `${value === null ? `Dem Token fehlt ${claim}` : `${claim} im Token: **${value}**`} (${nameCheck(check)}: ${checkOutcomes[outcome]})`,
  fix: () => 'Korrigieren…',
  silenceHere: ({ code }) => `${code} hier stumm schalten`,
  silenceInWorkspace: ({ code }) => `${code} in diesem Arbeitsbereich stumm schalten`,
};
