/** How a sentence about a branch of a choose begins. */
function open(branch: boolean, rest: string): string {
  return branch ? `If this branch is taken, ${rest}` : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** What the findings about a token say of the gateway's answer, after cause and cure. */
export const judgedMessages = {
  'judged-reported': (values: {
    readonly branch: boolean;
    readonly status: number | null;
    /** The code, where the gateway's text is not known. */
    readonly idx: string | null;
    readonly versions: readonly string[];
    readonly earlier: readonly { readonly idx: string; readonly check: string }[];
  }): string => {
    const status = values.status === null ? 'with the status that the policy sets' : String(values.status);
    const answers = open(values.branch, `the gateway answers ${status}${values.idx === null ? '' : ` and reports ${values.idx}`}.`);
    const versions = values.versions.length === 0 ? '' : ` Depending on its version it reports ${values.versions.join(' or ')} instead.`;
    const earlier = values.earlier.map(({ idx, check }) => ` It reports ${idx} instead if the ${check} check fails first.`);
    return `${answers}${versions}${earlier.join('')}`;
  },
  'judged-next': (values: { readonly branch: boolean }): string =>
    open(values.branch, 'the gateway refuses the token for this as well, once the reported check passes.'),
  'judged-uncertain': (values: { readonly branch: boolean }): string =>
    open(values.branch, 'whether the gateway refuses the token for this is not certain.'),
  'judged-branch': (): string => 'This matters only if this branch is taken.',
  'gateway-text': ({ text }: { readonly text: string }): string => `Gateway: ${text}`,
};
