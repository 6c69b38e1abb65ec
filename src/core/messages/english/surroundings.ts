import { brief, type Said } from '../said.js';

/** Sentences about what is around a token policy. */
export const surroundingsMessages = {
  'authorization-overwritten': (values: { readonly by: string }): Said => ({
    title: `${brief(values.by, 40)} above replaces the Authorization header. Move it below this policy.`,
    detail:
      "The caller's token is gone before this policy reads it. If that policy has output-token-variable-name, you can use that instead.",
  }),
  'cors-after-token': (): Said => ({
    title: 'cors comes after the token policy, so preflight requests get a 401. Put cors first in inbound.',
    detail: 'A browser sends its preflight request without a token.',
  }),
  'validation-can-be-skipped': (): Said => ({
    title: 'A request that matches no branch of this choose passes without a token. Add an otherwise that validates.',
    detail: 'Every token policy here is in a branch of a choose without otherwise.',
  }),
  'as-jwt-with-scheme': (values: { readonly caught: boolean }): Said => ({
    title: 'AsJwt() may not read a header that begins with "Bearer ". To be safe, strip the scheme first.',
    detail:
      'That is not documented, and reports disagree. ' +
      (values.caught
        ? 'If it does not, it returns null, and the policy continues as if there were no token.'
        : 'If it does not, it returns null, nothing here catches that, and the next step fails with a 500.') +
      ` Write …GetValueOrDefault("Authorization", "").Split(' ').Last().AsJwt().`,
  }),
  'last-error-in-header': (): Said => ({
    title: 'LastError.Message may contain line breaks, which turn the 401 into a 500. Strip CR and LF.',
    detail:
      'The caller gets "Specified value has invalid CRLF characters". Older gateways also put the whole token into it. Alternatively, write a fixed text.',
  }),
  'reason-hidden': (): Said => ({
    title: 'This text hides why a token was refused. To debug, look at the trace or at Application Insights.',
    detail: 'That is right for callers: they should not see the reason.',
  }),
  'policy-too-large': (values: { readonly kilobytes: number }): Said => ({
    title: `The document is ${values.kilobytes} KiB; API Management accepts at most 256 KiB. Move parts into fragments.`,
    detail: 'The Consumption tier accepts at most 16 KiB.',
  }),
};
