/** How many of each were found. */
export interface Counts {
  readonly documents: number;
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

function number(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** The lines of an answer for readers. Files come as quoted names. */
export const summaries = {
  summary: ({ documents, error, warning, information, hint }: Counts) =>
    `${number(documents, 'policy document', 'policy documents')}: ${[
      number(error, 'error', 'errors'),
      number(warning, 'warning', 'warnings'),
      number(information, 'note', 'notes'),
      number(hint, 'hint', 'hints'),
    ].join(', ')}.`,
  prediction: ({ file, line, outcome }: { readonly file: string; readonly line: number; readonly outcome: string }) =>
    `The token at ${file} line ${String(line)}: ${outcome}.`,
  foundAt: (found: {
    readonly severity: string;
    readonly rule: string;
    readonly file: string;
    readonly line: number;
    readonly about: string;
  }) => `${found.severity} ${found.rule} in ${found.file} line ${String(found.line)}: ${found.about}`,
  more: ({ count }: { readonly count: number }) => `${number(count, 'more finding', 'more findings')} left out here.`,
  explained: ({ idx, check, kind }: { readonly idx: string | null; readonly check: string | null; readonly kind: string }) =>
    `${idx ?? 'No code'}${check === null ? '' : `, check ${check}`}; answered by: ${kind}.`,
  explainedAt: ({ file, line }: { readonly file: string; readonly line: number }) => `The cause is at ${file} line ${String(line)}.`,
  proposed: ({ changes, refused, file }: { readonly changes: number; readonly refused: number; readonly file: string }) =>
    `${number(changes, 'change', 'changes')} proposed for ${file}, ${String(refused)} refused. Nothing was written.`,
  next: ({ step }: { readonly step: string }) => `Next: ${step}`,
  refused: ({ problem, nextStep }: { readonly problem: string; readonly nextStep: string }) => `${problem} ${nextStep}`,
};
