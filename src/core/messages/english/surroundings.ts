/** Sentences about what stands around a token policy. */
export const surroundingsMessages = {
  'authorization-overwritten': (values: { readonly by: string }): string =>
    `The ${values.by} above replaces the Authorization header before this policy reads it, so the caller's token is gone by then. Validate first, or give that policy an output-token-variable-name where it has one.`,
  'cors-after-token': (): string =>
    'cors stands after the token policy. A browser sends its preflight request without a token, so it gets the 401 instead of the answer of cors. Put cors first in inbound.',
  'validation-can-be-skipped': (): string =>
    'Every token policy here stands in a branch of a choose that has no otherwise: a request that fits no branch passes without any token.',
  'as-jwt-with-scheme': (values: { readonly caught: boolean }): string =>
    `Whether AsJwt() reads a header in which "Bearer " still stands before the token is not documented, and reports disagree. ${values.caught ? 'If it does not, it gives null, and what stands for a missing token is used.' : 'If it does not, it gives null, nothing here catches that, and the next step fails with a 500.'} To be safe, strip the scheme first: …GetValueOrDefault("Authorization", "").Split(' ').Last().AsJwt().`,
  'last-error-in-header': (): string =>
    'LastError.Message can hold line breaks, which no header takes: the caller gets a 500 ("Specified value has invalid CRLF characters") instead of the 401. Older gateways print the whole token in it, too. Strip CR and LF, or write a fixed text.',
  'reason-hidden': (): string =>
    'This text hides from everyone who debugs why the token was refused. That is right towards callers; look at the trace or at Application Insights for the reason.',
  'policy-too-large': (values: { readonly kilobytes: number }): string =>
    `The document has ${values.kilobytes} KiB; API Management takes 256 KiB at most (16 KiB in the Consumption tier). Move parts into fragments.`,
};
