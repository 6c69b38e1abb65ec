const list = (values: readonly string[]): string => values.join(', ');

/** Comments that a rewrite writes into a policy. Every language has these: whoever else reads the file may speak another one. */
export const policyComments = {
  'comment-client': (values: { readonly claim: string; readonly version: string | null }): string =>
    `client-application-ids: ${values.claim} names the client${values.version === null ? '' : ` in version ${values.version} tokens`} (inferred, not documented)`,
  'comment-choose': (): string =>
    "client-application-ids: the client's id is appid in version 1.0 tokens and azp in version 2.0 tokens (inferred, not documented)",
  'comment-backend': (): string => 'backend-application-ids: taken to compare aud, as id or api://id (inferred, not documented)',
  'comment-left-out': (values: { readonly what: string; readonly unknownTo: string }): string =>
    `left out: ${values.what}, which ${values.unknownTo} does not have`,
  'comment-endpoint': (values: { readonly endpoint: string }): string =>
    `${values.endpoint} must begin with https:// and end without a slash`,
  'comment-expression': (): string => 'openid-config is not documented to take an expression',
  'comment-encrypted': (): string => 'an encrypted token does not show its version before it is decrypted: it is treated as version 1.0',
  'comment-named-ids': (values: { readonly names: readonly string[] }): string =>
    `${list(values.names)}: in lower case, claims are compared letter by letter`,
};
