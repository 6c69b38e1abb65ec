import { brief, type Said } from '../said.js';

/** Sentences about what is around a token policy. */
export const surroundingsMessages = {
  'authorization-overwritten': (values: { readonly by: string }): Said => ({
    title: `The ${brief(values.by, 50)} above replaces the Authorization header. Validate first.`,
    detail: "The caller's token is gone before this policy reads it. Or give that policy an output-token-variable-name where it has one.",
  }),
  'cors-after-token': (): Said => ({
    title: 'cors comes after the token policy, so preflight requests get a 401. Put cors first in inbound.',
    detail: 'A browser sends its preflight request without a token.',
  }),
  'validation-can-be-skipped': (): Said => ({
    title: 'A request that fits no branch of this choose passes without a token. Add an otherwise that validates.',
    detail: 'Every token policy here is in a branch of a choose without otherwise.',
  }),
  'as-jwt-with-scheme': (values: { readonly caught: boolean }): Said => ({
    title: 'AsJwt() may not read a header that begins with "Bearer ". To be safe, strip the scheme first.',
    detail:
      'Whether it does is not documented, and reports disagree. ' +
      (values.caught
        ? 'If it does not, it gives null, and the policy goes on as without a token.'
        : 'If it does not, it gives null, nothing here catches that, and the next step fails with a 500.') +
      ` Write …GetValueOrDefault("Authorization", "").Split(' ').Last().AsJwt().`,
  }),
  'last-error-in-header': (): Said => ({
    title: 'LastError.Message may have line breaks, which break a header: 500 instead of 401. Strip CR and LF.',
    detail:
      'The caller gets "Specified value has invalid CRLF characters". Older gateways also print the whole token in it. Or write a fixed text.',
  }),
  'reason-hidden': (): Said => ({
    title: 'This text hides why a token was refused. To debug, look at the trace or at Application Insights.',
    detail: 'Towards callers that is right.',
  }),
  'policy-too-large': (values: { readonly kilobytes: number }): Said => ({
    title: `The document has ${values.kilobytes} KiB; API Management accepts 256 KiB at most. Move parts into fragments.`,
    detail: 'The Consumption tier accepts 16 KiB.',
  }),
};
