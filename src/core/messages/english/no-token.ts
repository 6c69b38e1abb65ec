import { brief, type Said } from '../said.js';

/** A list in a sentence, the last two joined by a word. */
function join(values: readonly string[], word: 'and' | 'or'): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${word} ${values.at(-1) ?? ''}`;
}

const addressOf = { 1: 'the version 1 document (no /v2.0 before /.well-known)', 2: 'the version 2 document (/v2.0 before /.well-known)' };

/** Sentences about policies that no token can pass, which is certain without a token, and the titles of what cures them. */
export const noTokenMessages = {
  'metadata-version-audience': (values: { readonly audiences: readonly string[] }): Said => ({
    title: "No token can pass: in version 2 tokens, aud is the API's client id (a GUID). Add that id.",
    detail:
      `A version 2 token never has ${join(values.audiences, 'or')} as aud, even if the client asks for it. ` +
      `If your API gets version 1 tokens (requestedAccessTokenVersion is null or 1), use ${addressOf[1]} instead.`,
  }),
  'metadata-version-several': (values: { readonly names: readonly string[]; readonly has: 1 | 2; readonly wants: 1 | 2 }): Said => ({
    title: `No token can pass: the metadata is version ${values.has}, but the policy requires version ${values.wants}. Use version ${values.wants} metadata.`,
    detail:
      `Only version ${values.wants} tokens have ${join(values.names, 'and')} as this policy requires them: use ${addressOf[values.wants]}. ` +
      `Or rewrite all of them for version ${values.has} tokens; changing one alone does not help.`,
  }),
  'issuer-mismatch-policy-version': (values: { readonly issuer: string; readonly accepted: string; readonly version: 1 | 2 }): Said => ({
    title: `Token and policy are version ${values.version}; only the openid-config is not. Use version ${values.version} metadata.`,
    detail:
      `The token's issuer is "${values.issuer}", that of the openid-config is "${values.accepted}". Use ${addressOf[values.version]}. ` +
      'A token of the other version does not help: the audiences or claims of this policy refuse it.',
  }),
  'claim-issuer-contradicts': (values: { readonly has: 1 | 2; readonly wants: 1 | 2 }): Said => ({
    title: `Token and metadata are version ${values.has}; only this claim requires the version ${values.wants} issuer. Remove the claim.`,
    detail:
      'The gateway already compares the issuer with the openid-config. ' +
      `A version ${values.wants} token does not help: the openid-config refuses it.`,
  }),
  'metadata-version-issuer': (values: { readonly has: 1 | 2; readonly wants: 1 | 2 }): Said => ({
    title: `No token can pass: the metadata is version ${values.has}, but this claim requires the version ${values.wants} issuer. Remove it.`,
    detail:
      `The gateway already compares the issuer with the openid-config; without the claim, version ${values.has} tokens pass. ` +
      `If your API gets version ${values.wants} tokens, keep the claim and use ${addressOf[values.wants]}. ` +
      'Changing only the version of the tokens (requestedAccessTokenVersion) does not help: the metadata then refuses them.',
  }),
  'unsatisfiable-claims-all-unless': (values: { readonly claim: string; readonly count: number }): Said => ({
    title: `${brief(values.claim, 16)} has one value, but match="all", the default, requires all ${values.count} of these. Write match="any".`,
    detail: 'No token can pass unless all of them turn out to be the same text.',
  }),
  'unsatisfiable-claims-issuer': (values: { readonly wanted: readonly string[] }): Said => ({
    title: 'No token can pass: this claim requires an issuer that the rest of the policy refuses. Remove it.',
    detail: `It requires ${join(values.wanted, 'or')}. Issuers are compared exactly, slashes included, and the gateway already compares them with the policy's own.`,
  }),
  'unsatisfiable-claims-moment': (values: { readonly claim: string }): Said => ({
    title: `No token can pass: ${brief(values.claim, 16)} is a time that differs in each token, but a fixed value is required. Remove it.`,
    detail: 'The gateway already refuses tokens that have expired (exp) or are not valid yet (nbf); clock-skew sets the tolerance.',
  }),
  'foreign-claim': (values: { readonly claim: string; readonly counterpart: string | null }): Said => ({
    title: `No token can pass: Microsoft Entra does not send ${brief(values.claim, 20)}. Require ${values.counterpart === null ? 'azp or appid' : brief(values.counterpart, 16)} instead.`,
    detail:
      values.counterpart === 'scp'
        ? 'scp is one text with spaces between the scopes: write separator=" ". Only user tokens have it; app-only tokens have roles.'
        : `Other issuers call it ${values.claim}.`,
  }),
  'foreign-claim-cognito-audience': (): Said => ({
    title: 'Access tokens of Amazon Cognito have no aud: only ID tokens pass. Require client_id in place of the audience.',
    detail:
      'Drop the audience and require the claims client_id, with the id of the app client, and token_use, with the value access. Only ID tokens have the app client in aud.',
  }),
  'foreign-claim-group-names': (values: { readonly names: readonly string[] }): Said => ({
    title: `groups contains object ids, not names. Write the group's id instead of ${brief(values.names[0] ?? '')}.`,
    detail:
      (values.names.length > 1 ? `These are names: ${values.names.join(', ')}. ` : '') +
      'Microsoft Entra sends names only if the API is set up for that (Token configuration, groups claim).',
  }),
  'address-as-key': (values: { readonly suggestion: string | null }): Said => ({
    title: 'This is an address, but the gateway reads the text of a key as the key itself. Use openid-config instead.',
    detail:
      values.suggestion === null
        ? 'Its url is the address of the OpenID configuration, which ends in /.well-known/openid-configuration and names the key set.'
        : `Its url is ${values.suggestion}`,
  }),
  'token-source-scheme': (): Said => ({
    title: 'token-value returns the whole Authorization header, "Bearer " included, which the gateway refuses. Strip the scheme.',
    detail:
      'Write …GetValueOrDefault("Authorization", "").Split(\' \').Last(), or use header-name="Authorization" require-scheme="Bearer" instead of token-value.',
  }),
  'claim-separator-all': (values: { readonly count: number }): Said => ({
    title: `No token can pass: scp is compared as one text, so it cannot be all ${values.count} of these. Add separator=" ".`,
    detail: '',
  }),
  'fix-match-any': (values: { readonly claim: string }): string =>
    `Write match="any": tokens with any of these values of ${values.claim} are accepted`,
  'fix-remove-claim': (values: { readonly claim: string }): string =>
    `Remove the required claim ${values.claim}: tokens that pass everything else are accepted`,
  'fix-foreign-claim': (values: { readonly claim: string; readonly counterpart: string }): string =>
    `Require ${values.counterpart} instead of ${values.claim}: tokens with it are accepted`,
  'fix-address-as-key': (values: { readonly url: string }): string => `Use the keys of ${values.url}: tokens of that issuer are accepted`,
  'fix-audience-id': (values: { readonly audience: string }): string =>
    `Add the audience ${values.audience}: version 2 tokens of the API are accepted`,
};
