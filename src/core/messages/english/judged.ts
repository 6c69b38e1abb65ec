/** How a sentence about a branch of a choose begins. */
function open(branch: boolean, rest: string): string {
  return branch ? `If this branch is taken: ${rest}` : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** The gateway's own text, on one line. */
function quote(text: string): string {
  return `"${text.trim().replace(/\s*\n\s*/g, ' ')}"`;
}

/** Ends a sentence whose last word is a quoted text; one that ends in a full stop has its end already. */
function end(sentence: string): string {
  return sentence.endsWith('."') ? sentence : `${sentence}.`;
}

/** Beginnings of the findings about a token: what the gateway answers. The reason follows. */
export const judgedMessages = {
  'lead-reported': (values: {
    readonly branch: boolean;
    readonly status: number | null;
    readonly text: string | null;
    readonly versions: readonly string[];
    readonly earlier: readonly { readonly idx: string; readonly check: string }[];
  }): string => {
    const answers = open(
      values.branch,
      `the gateway answers ${values.status === null ? 'with the status that the policy sets' : String(values.status)}`,
    );
    const reports = values.text === null ? answers : `${answers} and reports ${quote(values.text)}`;
    const versions = values.versions.length === 0 ? [] : [`depending on its version: ${values.versions.join(', ')}`];
    const instead = [...versions, ...values.earlier.map(({ idx, check }) => `${idx} if the check ${check} fails before`)];
    return end(instead.length === 0 ? reports : `${reports} (${instead.join('; ')})`);
  },
  'lead-next': (values: { readonly branch: boolean; readonly text: string | null }): string =>
    end(open(values.branch, values.text === null ? 'this fails, too' : `this fails, too: ${quote(values.text)}`)),
  'lead-uncertain': (values: { readonly branch: boolean }): string => open(values.branch, 'not certain.'),
  'lead-branch': (): string => 'If this branch is taken:',
};
