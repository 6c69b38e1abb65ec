import { brief, briefDifference, type Said } from '../said.js';

/** Sentences about what a policy accepts or cannot accept, whatever the token. */
export const acceptanceMessages = {
  'metadata-version-claim': (values: {
    readonly claim: string;
    readonly has: 1 | 2;
    readonly wants: 1 | 2;
    readonly counterpart: string | null;
  }): Said => ({
    title:
      `No token can pass: ${values.claim === 'ver' ? 'this ver' : brief(values.claim, 24)} needs version ${values.wants}, the openid-config is version ${values.has}. ` +
      (values.counterpart === null ? `Use version ${values.wants} metadata.` : `Require ${brief(values.counterpart, 16)}.`),
    detail:
      `The openid-config accepts version ${values.has} tokens only, and only version ${values.wants} tokens have ${values.claim === 'ver' ? 'this value of ver' : values.claim}. ` +
      (values.counterpart === null ? '' : `Require ${values.counterpart} instead, or `) +
      `${values.counterpart === null ? 'Use' : 'use'} the address of the version ${values.wants} document (${values.wants === 2 ? 'with' : 'without'} /v2.0 before /.well-known).`,
  }),
  'any-tenant-jwt': (values: { readonly tenant: string }): Said => ({
    title: 'Tokens of every Microsoft Entra tenant are accepted. List the issuers you accept, or require the claim tid.',
    detail: `The document of ${values.tenant} is for every tenant, and nothing here restricts the tenant: anyone can create one and get a token.`,
  }),
  'any-tenant-azure-ad': (values: { readonly tenant: string }): Said => ({
    title: `${brief(values.tenant, 24)} accepts tokens of every tenant. Write the id of your tenant, or require the claim tid.`,
    detail: 'Nothing here restricts the tenant: anyone can create one and get a token.',
  }),
  'no-audience': (values: { readonly policy: string }): Said => ({
    title: 'A token for any API of the tenant is accepted. Add audiences with the client id of your API.',
    detail: `This ${values.policy} does not restrict the audience. Version 1 tokens may have the API's api:// address as audience: add it as well if you get them.`,
  }),
  'no-audience-ids': (values: { readonly by: string }): Said => ({
    title: `Only ${brief(values.by, 40)} limits which tokens pass. Add audiences with the client id of your API.`,
    detail: 'A token that this client got for another API passes as well.',
  }),
  'no-keys': (): Said => ({
    title: "There is no key to check signatures with: every token fails. Add an openid-config with the issuer's metadata.",
    detail:
      'Every signed token fails with "IDX10500: Signature validation failed. No security keys were provided to validate the signature.".',
  }),
  'unsigned-tokens-allowed': (): Said => ({
    title: 'Tokens without a signature are accepted: anyone can write one. Remove require-signed-tokens.',
    detail: 'The default is true.',
  }),
  'unsigned-tokens-perhaps-allowed': (values: { readonly value: string }): Said => ({
    title: `require-signed-tokens="${brief(values.value, 16)}" may allow unsigned tokens, which anyone can write. Remove it.`,
    detail: `What the gateway does with "${values.value}" is not documented. The default is true.`,
  }),
  'expiration-perhaps-not-required': (values: { readonly value: string }): Said => ({
    title: `require-expiration-time="${brief(values.value, 16)}" may allow tokens that never expire. Remove it.`,
    detail: `What the gateway does with "${values.value}" is not documented. If it means false, tokens without exp are accepted. The default is true.`,
  }),
  'expiration-not-required': (): Said => ({
    title: 'Tokens without exp are accepted, and those never expire. Remove require-expiration-time.',
    detail: 'The default is true.',
  }),
  'clock-skew-wide': (values: { readonly seconds: number }): Said => ({
    title: `Expired tokens are accepted for another ${values.seconds} seconds. Write 300 or less.`,
    detail: 'Clocks rarely differ by more than a few seconds; 300 is the usual maximum.',
  }),
  'claim-separator': (values: { readonly several: boolean }): Said => ({
    title: values.several
      ? 'scp is compared as one text, so several scopes match none of these values. Add separator=" ".'
      : 'scp is compared as one text, so a token with a second scope fails. Add separator=" ".',
    detail: 'scp is one text with spaces between the scopes.',
  }),
  'claim-separator-other': (values: { readonly separator: string }): Said => ({
    title: `separator="${brief(values.separator, 12)}" does not split scp, whose scopes are separated by spaces. Write separator=" ".`,
    detail: '',
  }),
  'claim-separator-token': (values: { readonly count: number }): Said => ({
    title: `scp is compared as one text, but the token has ${values.count} scopes in it. Add separator=" ".`,
    detail: 'scp is one text with spaces between the scopes, so no single value equals it.',
  }),
  'unsatisfiable-claims-both': (): Said => ({
    title: 'No token has both azp and appid. Require the one that fits your tokens.',
    detail: 'Only version 2 tokens have azp, only version 1 tokens have appid.',
  }),
  'unsatisfiable-claims-audience': (values: { readonly audiences: readonly string[]; readonly claim: readonly string[] }): Said => {
    const [one, other] = briefDifference(values.audiences[0] ?? '', values.claim[0] ?? '', 20);
    return {
      title: `No token can pass: audiences requires ${one}, the claim aud requires ${other}. Remove one.`,
      detail: `audiences requires ${values.audiences.join(' or ')}, this claim requires ${values.claim.join(' or ')}, but a Microsoft Entra token has one audience.`,
    };
  },
  'unsatisfiable-claims-all': (values: { readonly claim: string; readonly count: number }): Said => ({
    title: `No token can pass: ${brief(values.claim, 24)} has one value, but match="all" requires ${values.count}. Write match="any".`,
    detail: 'match="all" is the default.',
  }),
  'unsatisfiable-claims-twice': (values: { readonly claim: string }): Said => ({
    title: `No token can pass: ${brief(values.claim, 24)} is required twice, with different values. Write one claim with match="any".`,
    detail: '',
  }),
};
