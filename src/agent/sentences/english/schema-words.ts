/** What the schemas of the tools say of their members. */
export const schemaWords = {
  note: 'How texts from outside are marked in this answer.',
  nextStep: 'What to do next.',
  file: 'The path of the file, below the folder. It may be named by anybody.',
  line: 'Counted from 1, in the file.',
  path: 'A file or a folder, by its path in the folder or workspace of the tools; without it, all of that.',
  onePath: 'One policy file, or one file that holds policies, by its path in the folder or workspace of the tools.',
  atLeast: 'The mildest severity to report; without it, hint.',
  error: 'The error text as it was received: a trace, a body, headers, a log row. It is not read from a file.',
  wantedChange: ({ rewrites }: { readonly rewrites: readonly string[] }) =>
    `The code of a rule that check_policies reported, or a rewrite: ${rewrites.join(', ')}. Without it, all fixes that cannot change any answer.`,
  variant: 'The form of the fix, where check_policies names one.',
  about: 'What the rule is about.',
  change: 'What propose_policy_change takes as change.',
  widens: 'Whether the policy accepts more tokens afterwards than before.',
  claims: 'The values of these claims alone, as texts; no other value of the token is ever told.',
  outcome: "What the gateway answers to the token in force; null without one. 'unresolved': a document or a value is missing.",
  notRead: 'How many statements may answer otherwise and were not read.',
  applied: 'Always false.',
  diff: 'The change, for git apply or patch. Null where there is none, or it cannot be shown.',
};
