import type { ErrorFamily } from '../../knowledge/error-patterns.js';
import { describeDuration } from './durations.js';

const families: Readonly<Record<ErrorFamily, string>> = {
  'issuer-or-audience': 'the issuer or the audience',
  validity: 'the lifetime or the validity of the token',
  signature: 'the signature',
  algorithms: 'keys and algorithms',
  keys: 'keys',
  form: 'the form of the token',
  metadata: 'the metadata and its keys',
  'entra-issuer': 'the issuer at Microsoft Entra',
  token: 'the token',
};

/** What Explain Gateway Error says beyond a code, where the text holds the values themselves. */
export const errorRemarks = {
  'code-not-known': (values: { readonly about: ErrorFamily }): string =>
    `A message of the gateway's validation library about ${families[values.about]}. This tool does not know its exact meaning.`,
  'decode-beside-policy': (): string => 'Decode the token beside the policy: the panel shows every check.',
  'look-code-up': (values: { readonly idx: string }): string => `Look the code up in the library's own list of messages: ${values.idx}.`,
  'external-id-version-1': (): string =>
    'The issuer is a Microsoft Entra External ID tenant, in its version 1.0 form; with requestedAccessTokenVersion 2 on the API it ends in /v2.0.',
  'external-id': (): string => 'The issuer is a Microsoft Entra External ID tenant.',
  'external-id-name': (values: { readonly valid: string }): string =>
    `An External ID issuer has the tenant's id as its host, whatever name the client was configured with: '${values.valid}' is never in a token. Take the issuer from the metadata.`,
  'external-id-against-workforce': (values: { readonly tenant: string }): string =>
    `The policy's metadata is from the workforce endpoint of the same tenant. Use https://${values.tenant}.ciamlogin.com/${values.tenant}/v2.0/.well-known/openid-configuration.`,
  'workforce-against-external-id': (): string =>
    "The policy's metadata is from the tenant's External ID endpoint, but this token comes from its workforce endpoint. Users report that app-only tokens come from there: accept both issuers.",
  b2c: (): string => 'The issuer is an Azure AD B2C tenant: the openid-config must be that of the same user flow, on the same host.',
  'b2c-policy-in-issuer': (): string =>
    'The issuer contains the user flow (tfp): each user flow then has its own issuer and needs its own openid-config.',
  'other-cloud': (values: { readonly own: string; readonly other: string }): string =>
    `The token comes from ${values.own}, the policy is set up for ${values.other}: use that cloud's openid-config, or set authentication-endpoint on validate-azure-ad-token.`,
  cloud: (values: { readonly title: string; readonly host: string }): string =>
    `The issuer belongs to ${values.title}, which needs authentication-endpoint="https://${values.host}".`,
  'key-named': (values: { readonly kid: string }): string => `The token names the key '${values.kid}': look for it in the key set.`,
  duration: ({ seconds }: { readonly seconds: number }): string => describeDuration(seconds),
  'expired-for': (values: { readonly time: string }): string => `It expired ${values.time} before the gateway checked it.`,
  'valid-in': (values: { readonly time: string }): string => `It becomes valid ${values.time} after the gateway checked it.`,
  slash: (values: { readonly valid: string }): string => `It differs from '${values.valid}' only in the final slash, which counts.`,
  letters: (values: { readonly valid: string }): string => `It differs from '${values.valid}' only in upper and lower case, which counts.`,
  space: (values: { readonly valid: string }): string =>
    `It differs from the policy's '${values.valid.trim()}' only in white space around it, which counts: remove it from the policy.`,
  template: (values: { readonly valid: string }): string =>
    `'${values.valid}' is the template of common or organizations metadata, not the issuer of a tenant. Whether validate-jwt replaces it with the token's tenant is disputed: list the issuers that you accept, or use validate-azure-ad-token, and require the claim tid.`,
  'other-tenant': (values: { readonly own: string; readonly other: string }): string =>
    `It belongs to tenant ${values.own}; the policy accepts tenant ${values.other}.`,
  'other-host': (values: { readonly tenant: string; readonly host: string }): string =>
    `Both belong to tenant ${values.tenant}, at different hosts: the token comes from ${values.host}.`,
  'version-2-token': (values: { readonly tenant: string }): string =>
    `Both belong to tenant ${values.tenant}: the token is version 2.0, the policy's metadata version 1.0. Add /v2.0 to the openid-config address.`,
  'version-1-token': (values: { readonly tenant: string }): string =>
    `Both belong to tenant ${values.tenant}: the token is version 1.0, the policy's metadata version 2.0. Remove /v2.0 from the openid-config address, or set requestedAccessTokenVersion to 2 on the API's app registration.`,
  'audience-microsoft': (values: { readonly title: string }): string =>
    `This token is for ${values.title}: ask for one with a scope of your own API (api://{client id of the API}/{scope}, or /.default).`,
  'audience-slash': (values: { readonly valid: string }): string =>
    `It differs from '${values.valid}' only in the final slash, which generation 5 of the gateway's library does not ignore: write it exactly as in the token.`,
  'audience-form': (values: { readonly audience: string; readonly valid: string }): string =>
    `'${values.audience}' and '${values.valid}' are two names of the same API: list both while tokens of both versions arrive.`,
  'audience-none': (): string => "'empty' is the library's word for a token without an audience (aud).",
  'audience-tenant': (): string =>
    'This audience is an address of Microsoft Entra itself, not of an API: the client asked without a scope of your API.',
  'address-version-1': (): string =>
    'Users report that version 1.0 addresses of ciamlogin.com answer with 404: use the document with /v2.0/ in its address.',
  address: (values: { readonly address: string }): string => `The address is '${values.address}'.`,
  'key-symmetric': (values: { readonly algorithm: string }): string =>
    `${values.algorithm} was tried with a shared secret (SymmetricSecurityKey): the text of a <key> is read as one, even if it is a certificate.`,
  'algorithm-newer': (values: { readonly algorithm: string; readonly release: string }): string =>
    `Gateways accept ${values.algorithm} since the release of ${values.release}: update a self-hosted gateway, or have the identity provider sign with RS256.`,
  'algorithm-undocumented': (values: { readonly algorithm: string }): string =>
    `The gateway does not document the algorithm ${values.algorithm}.`,
};
