const outcomes = { pass: 'passes', fail: 'fails', uncertain: 'uncertain', unresolved: 'not decided' };

/** The report that a user copies for others: headings and pieces around what the view says. */
export const report = {
  reportHeading: ({ answer, name }: { readonly answer: string | null; readonly name: string }): string =>
    answer === null ? name : `${answer}: ${name}`,
  reportDecidedBy: ({ kind, line }: { readonly kind: string; readonly line: number }): string => `Decided by ${kind}, line ${line}.`,
  /** `moment`: ISO 8601. */
  reportToken: ({ kind, moment }: { readonly kind: string; readonly moment: string }): string => `Token: ${kind}. Judged at ${moment}.`,
  reportDifference: ({ name, found, wanted, others }: ReportedDifference): string =>
    `The token's ${name} is ${found ?? 'missing'}; the policy takes ${wanted}${others === 0 ? '' : ` or ${others} more`}.`,
  reportColumns: (): readonly string[] => ['Check', 'Outcome', 'Line', 'Why'],
  reportOutcome: ({ outcome }: { readonly outcome: keyof typeof outcomes }): string => outcomes[outcome],
  reportSteps: (): string => 'What to do',
  reportGateway: (): string => 'What the gateway reports',
  /** In the place of a value that may tell who a person is. */
  reportKeptBack: ({ name }: { readonly name: string }): string => `[${name}]`,
};

export interface ReportedDifference {
  readonly name: string;
  /** In a code span; null where the token has none. */
  readonly found: string | null;
  /** In a code span. */
  readonly wanted: string;
  readonly others: number;
}
