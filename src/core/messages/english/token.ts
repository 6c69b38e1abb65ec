/** Sentences about the token itself. */
export const tokenMessages = {
  'token-expired': (values: { readonly expired: string; readonly ago: string }): string =>
    `The token expired at ${values.expired} (${values.ago} ago): ask for a new one.`,
};
