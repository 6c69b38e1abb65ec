import { nameEngines, type Disagreement, type NamedEngine } from './gateway-engines.js';
import { listQuoted } from './gateway-form.js';

/** Why the checks `audience` and `issuer` came out as they did: what happened and what to do. */
export const issuerReasons = {
  'audience-not-checked': (): string => 'The policy names no audience, so a token for any API of an accepted issuer passes this check.',
  'audience-missing': (values: { readonly accepted: readonly string[] }): string =>
    `The token names no audience (no aud), and the policy accepts ${listQuoted(values.accepted)}. Ask for a token for this API.`,
  'audience-not-accepted': (values: { readonly audiences: readonly string[]; readonly accepted: readonly string[] }): string =>
    `The token is for ${listQuoted(values.audiences)}, and the policy accepts ${listQuoted(values.accepted)}. If it is the same API, add the token's audience to the policy exactly as the token has it; if not, ask for a token for this API.`,
  'audience-slash': (values: {
    readonly audience: string;
    readonly accepted: string;
    readonly refused: readonly NamedEngine[];
    readonly accepts: readonly NamedEngine[];
  }): string =>
    `The token's audience "${values.audience}" and the policy's "${values.accepted}" differ by one slash at the end: that is overlooked by ${nameEngines(values.accepts)} of the gateway's library and not by ${nameEngines(values.refused)}. Write the audience exactly as the token has it.`,
  'audience-differs': (values: Disagreement): string =>
    `The gateway's generations read the audience of this token differently: it is refused by ${nameEngines(values.refused)} and accepted by ${nameEngines(values.accepted)}. Let the issuer write aud as a text or a list of texts.`,
  'issuer-not-checked': (): string => 'The policy names no issuer and no metadata, so the issuer is not compared with anything.',
  'issuer-missing': (): string => 'The token names no issuer (no iss). Ask the issuer for a token with this claim.',
  'issuer-not-accepted': (values: { readonly issuer: string; readonly accepted: readonly string[] }): string =>
    `The token was issued by "${values.issuer}", and the policy accepts ${listQuoted(values.accepted)}. Issuers are compared exactly: case, version (/v2.0) and the slash at the end count.`,
  'issuer-only-in-document': (values: { readonly issuer: string; readonly listed: readonly string[] }): string =>
    `The token's issuer "${values.issuer}" is that of the metadata document, but the policy also lists issuers (${listQuoted(values.listed)}), and whether that list adds to the document's issuer or replaces it is not documented. To be safe, list this issuer, too.`,
  'issuer-template': (values: { readonly issuer: string; readonly templates: readonly string[] }): string =>
    `The token's issuer "${values.issuer}" fits ${listQuoted(values.templates)} only if the gateway puts the token's tenant in the place of {tenantid}, and reports disagree on whether validate-jwt does. To be safe, list the issuers of the tenants that you accept.`,
  'issuer-differs': (values: Disagreement): string =>
    `The gateway's generations read the issuer of this token differently: it is refused by ${nameEngines(values.refused)} and accepted by ${nameEngines(values.accepted)}.`,
  'issuer-documents-missing': (values: { readonly addresses: readonly string[] }): string =>
    `The accepted issuer is not known here, because it stands in a document that is not at hand: ${values.addresses.join(', ')}.`,
  'tenant-issuer-not-accepted': (values: {
    readonly issuer: string;
    readonly accepted: readonly string[];
    readonly tenant: string;
  }): string =>
    `The token was issued by "${values.issuer}", and a policy for the tenant ${values.tenant} accepts ${listQuoted(values.accepted)}. The token comes from another tenant or another cloud (then authentication-endpoint has to name it), or from an issuer that is not Microsoft Entra ID (then use validate-jwt).`,
  'tenant-in-token-differs': (values: { readonly issuer: string; readonly tid: string }): string =>
    `The token's issuer "${values.issuer}" and its tid "${values.tid}" do not name the same tenant in the same case, which a policy for any tenant demands.`,
  'external-id-not-supported': (values: { readonly issuer: string; readonly tenant: string }): string =>
    `The token comes from Microsoft Entra External ID ("${values.issuer}"), which validate-azure-ad-token does not support: it accepts only the issuers that the tenant ${values.tenant} has at the workforce endpoint. Use validate-jwt with the External ID tenant's metadata.`,
  'external-id-own-endpoint': (values: { readonly issuer: string }): string =>
    `The token's issuer "${values.issuer}" is that of the External ID endpoint in authentication-endpoint. The gateway's library accepts it, the documentation says that External ID is not supported. To be safe, use validate-jwt with the External ID tenant's metadata.`,
  'consumer-under-organizations': (): string =>
    'The token is that of a personal Microsoft account, and the policy accepts "organizations": the documentation says that means work and school accounts only, the gateway\'s library accepts it. To be safe, name the tenants that you accept.',
  'tenant-not-named': (): string =>
    'The token does not say which tenant it comes from (no tid claim), and its issuer does not show it either: it was not issued by Microsoft Entra ID in its usual form. Use validate-jwt with the metadata of its issuer.',
  'b2c-issuer-with-policy': (values: { readonly issuer: string }): string =>
    `The token comes from Azure AD B2C, with the policy in its issuer ("${values.issuer}"), which validate-azure-ad-token does not support. Use validate-jwt with the metadata of that B2C policy.`,
  'tenant-written-as-address': (values: { readonly tenant: string }): string =>
    `tenant-id is an address; "${values.tenant}" was taken from it as the tenant.`,
};
