/** Sentences about what a policy accepts or cannot accept, whatever the token. */
export const acceptanceMessages = {
  'metadata-version-claim': (values: {
    readonly claim: string;
    readonly has: 1 | 2;
    readonly wants: 1 | 2;
    readonly counterpart: string | null;
  }): string =>
    `The openid-config accepts version ${values.has} tokens only, and ${values.claim === 'ver' ? 'this value of ver' : values.claim} stands in version ${values.wants} tokens only: no token can pass. ` +
    (values.counterpart === null ? '' : `Ask for ${values.counterpart} instead, or `) +
    `${values.counterpart === null ? 'Take' : 'take'} the address of the version ${values.wants} document (${values.wants === 2 ? 'with' : 'without'} /v2.0 before /.well-known).`,
  'any-tenant-jwt': (values: { readonly tenant: string }): string =>
    `The document of ${values.tenant} stands for every tenant of Microsoft Entra, and nothing here limits the tenant: anyone can make a tenant and get a token. List the issuers you accept, or require the claim tid.`,
  'any-tenant-azure-ad': (values: { readonly tenant: string }): string =>
    `${values.tenant} accepts tokens of every tenant of Microsoft Entra, and nothing here limits the tenant. Write the id of your tenant, or require the claim tid.`,
  'no-audience': (values: { readonly policy: string }): string =>
    `This ${values.policy} accepts a token for any API of the tenant: nothing says which audience is meant. Add audiences with the client id of your API (and its api:// address where version 1 tokens come).`,
  'no-audience-ids': (values: { readonly by: string }): string =>
    `Only ${values.by} limits which tokens pass: a token that this client has for another API passes, too. Add audiences with the client id of your API.`,
  'no-keys': (): string =>
    'There is no key to check a signature with: every signed token fails with "IDX10500: Signature validation failed. No security keys were provided to validate the signature." Add an openid-config with the address of the issuer\'s OpenID configuration.',
  'unsigned-tokens-allowed': (): string =>
    'Tokens without a signature are accepted: anyone can write one. Remove require-signed-tokens, its default is true.',
  'unsigned-tokens-perhaps-allowed': (values: { readonly value: string }): string =>
    `What the gateway makes of require-signed-tokens="${values.value}" is not documented. If it means false, tokens without a signature are accepted, and anybody can write such a token. Remove it, its default is true.`,
  'expiration-perhaps-not-required': (values: { readonly value: string }): string =>
    `What the gateway makes of require-expiration-time="${values.value}" is not documented. If it means false, tokens without exp are accepted, and such a token never ends. Remove it, its default is true.`,
  'expiration-not-required': (): string =>
    'Tokens without exp are accepted, and such a token never ends. Remove require-expiration-time, its default is true.',
  'clock-skew-wide': (values: { readonly seconds: number }): string =>
    `An expired token is accepted for ${values.seconds} seconds more. Clocks rarely differ by more than a few; 300 is the most that is usual.`,
  'claim-separator': (values: { readonly several: boolean }): string =>
    'scp is one text with spaces between the scopes, and it is compared as a whole: ' +
    (values.several
      ? 'several scopes in one token match none of these values. Add separator=" ".'
      : 'a token with this scope and another one fails. Add separator=" ".'),
  'claim-separator-other': (values: { readonly separator: string }): string =>
    `scp is one text with spaces between the scopes: the separator "${values.separator}" splits nothing in it. Write separator=" ".`,
  'claim-separator-token': (values: { readonly count: number }): string =>
    `scp is one text with spaces between the scopes, and it is compared as a whole: the token has ${values.count} scopes in it, so no single value is equal. Add separator=" ".`,
  'unsatisfiable-claims-both': (): string =>
    'No token has both: azp stands in version 2 tokens only, appid in version 1 tokens only. Require the one that fits your tokens.',
  'unsatisfiable-claims-audience': (values: { readonly audiences: readonly string[]; readonly claim: readonly string[] }): string =>
    `No token can pass: audiences wants ${values.audiences.join(' or ')}, this claim wants aud to be ${values.claim.join(' or ')}, and a Microsoft Entra token has one audience. Drop one of the two.`,
  'unsatisfiable-claims-all': (values: { readonly claim: string; readonly count: number }): string =>
    `No token can pass: ${values.claim} has one value in a Microsoft Entra token, and match="all", the default, wants all ${values.count} of these. Write match="any".`,
  'unsatisfiable-claims-twice': (values: { readonly claim: string }): string =>
    `No token can pass: ${values.claim} is required twice, with different values. Put the values into one claim with match="any".`,
};
