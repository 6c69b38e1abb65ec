import { brief, briefDifference, type Said } from '../said.js';
import { nameEngines, type Disagreement, type NamedEngine } from './gateway-engines.js';
import { listQuoted } from './gateway-form.js';

/** Of what was found and the one value that is accepted only what differs; of several accepted ones the first. */
function compare(found: string, accepted: readonly string[], most: number): readonly [string, string] {
  const [first = 'nothing'] = accepted;
  const [one, other] = briefDifference(found, first, most);
  const wanted = one === other ? 'another form of it' : other;
  return [one, accepted.length > 1 ? `${wanted} or others` : wanted];
}

/** Why the checks `audience` and `issuer` came out as they did: what happened and what to do. */
export const issuerReasons = {
  'audience-not-checked': (): string =>
    'The policy does not restrict the audience, so a token for any API of an accepted issuer passes this check.',
  'audience-missing': (values: { readonly accepted: readonly string[] }): Said => ({
    title: 'The token has no audience (aud). Ask for a token for this API.',
    detail: `The policy accepts ${listQuoted(values.accepted)}.`,
  }),
  'audience-not-accepted': (values: { readonly audiences: readonly string[]; readonly accepted: readonly string[] }): Said => {
    const [found, wanted] = compare(values.audiences[0] ?? 'nobody', values.accepted, 18);
    return {
      title: `The token is for ${found}; the policy accepts ${wanted}. Get one for this API, or list it.`,
      detail: `The token is for ${listQuoted(values.audiences)}, and the policy accepts ${listQuoted(values.accepted)}. If it is the same API, add the token's audience to the policy exactly as the token has it; if not, ask for a token for this API.`,
      left: '',
    };
  },
  'audience-slash': (values: {
    readonly audience: string;
    readonly accepted: string;
    readonly refused: readonly NamedEngine[];
    readonly accepts: readonly NamedEngine[];
  }): Said => ({
    title: 'The audiences differ by a final slash, which not every gateway ignores. Write it exactly as in the token.',
    detail: `The token has "${values.audience}", the policy "${values.accepted}". The slash is ignored by ${nameEngines(values.accepts)} of the gateway's library and not by ${nameEngines(values.refused)}.`,
  }),
  'audience-differs': (values: Disagreement): Said => ({
    title: 'Not every gateway accepts this form of aud. Have the issuer write it as a text or a list of texts.',
    detail: `The token is refused by ${nameEngines(values.refused)} of the gateway's library and accepted by ${nameEngines(values.accepted)}.`,
  }),
  'issuer-not-checked': (): string => 'The policy has neither issuers nor metadata, so the issuer is not checked.',
  'issuer-missing': (): Said => ({ title: 'The token has no issuer (iss). Have the identity provider add it.', detail: '' }),
  'issuer-not-accepted': (values: { readonly issuer: string; readonly accepted: readonly string[] }): Said => {
    const [found, wanted] = compare(values.issuer, values.accepted, 30);
    return {
      title: `The issuer ${found} is not accepted; the policy accepts ${wanted}.`,
      detail: `The token was issued by "${values.issuer}", and the policy accepts ${listQuoted(values.accepted)}. Issuers are compared exactly: case, version (/v2.0) and the slash at the end count. If you trust it, add it to issuers; where its keys are missing as well, add its openid-config.`,
      left: '',
    };
  },
  'issuer-only-in-document': (values: { readonly issuer: string; readonly listed: readonly string[] }): Said => ({
    title: "The token's issuer is in the metadata, but not among the listed issuers. List it as well, to be safe.",
    detail: `The issuer is "${values.issuer}", and the policy lists ${listQuoted(values.listed)}. Whether that list adds to the document's issuer or replaces it is not documented.`,
  }),
  'issuer-template': (values: { readonly issuer: string; readonly templates: readonly string[] }): Said => ({
    title: 'The issuer matches the metadata only if {tenantid} means any tenant. List the issuers that you accept.',
    detail: `The token's issuer is "${values.issuer}", and the metadata says ${listQuoted(values.templates)}. Reports disagree on whether validate-jwt replaces {tenantid} with the token's tenant.`,
  }),
  'issuer-differs': (values: Disagreement): Said => ({
    title: 'Not every gateway accepts iss and tid in this form. Have the identity provider write both as plain text.',
    detail: `The token is refused by ${nameEngines(values.refused)} of the gateway's library and accepted by ${nameEngines(values.accepted)}.`,
  }),
  'issuer-documents-missing': (values: { readonly addresses: readonly string[] }): Said => ({
    title: 'The accepted issuer is not known yet: it is in a document that is missing here. Fetch the metadata.',
    detail: `Needed: ${values.addresses.join(', ')}.`,
  }),
  'tenant-issuer-not-accepted': (values: {
    readonly issuer: string;
    readonly accepted: readonly string[];
    readonly tenant: string;
  }): Said => ({
    title: `The token's issuer ${brief(values.issuer, 40)} is not one of the policy's tenant ${brief(values.tenant, 24)}.`,
    detail: `The token was issued by "${values.issuer}", and the policy accepts ${listQuoted(values.accepted)}. The token comes from another tenant, from another cloud (then set authentication-endpoint), or not from Microsoft Entra ID (then use validate-jwt).`,
    left: '',
  }),
  'tenant-in-token-differs': (values: { readonly issuer: string; readonly tid: string }): Said => ({
    title: "The token's issuer and its tid name different tenants. A policy for any tenant needs the same in both.",
    detail: `The issuer is "${values.issuer}", tid is "${values.tid}". Upper and lower case count.`,
  }),
  'external-id-not-supported': (values: { readonly issuer: string; readonly tenant: string }): Said => ({
    title: 'The token comes from External ID, which validate-azure-ad-token does not support. Use validate-jwt.',
    detail: `The issuer is "${values.issuer}"; the policy accepts only the issuers that the tenant ${values.tenant} has at the workforce endpoint. Use validate-jwt with the External ID tenant's metadata.`,
  }),
  'external-id-own-endpoint': (values: { readonly issuer: string }): Said => ({
    title: "External ID is documented as unsupported here, though the gateway's library accepts it. Use validate-jwt.",
    detail: `The token's issuer "${values.issuer}" matches the External ID endpoint in authentication-endpoint. To be safe, use validate-jwt with the External ID tenant's metadata.`,
  }),
  'consumer-under-organizations': (): Said => ({
    title: 'A personal Microsoft account may or may not pass under "organizations". List the tenants that you accept.',
    detail: "The documentation says that it means work and school accounts only, but the gateway's library accepts personal ones.",
  }),
  'tenant-not-named': (): Said => ({
    title: 'The token does not say which tenant it comes from (no tid). Use validate-jwt with the metadata of its issuer.',
    detail: 'Its issuer does not show the tenant either: Microsoft Entra ID did not issue it in its usual form.',
  }),
  'b2c-issuer-with-policy': (values: { readonly issuer: string }): Said => ({
    title: 'The token comes from Azure AD B2C, which validate-azure-ad-token does not support. Use validate-jwt.',
    detail: `Its issuer "${values.issuer}" names the B2C policy. Use validate-jwt with the metadata of that policy.`,
  }),
  'tenant-written-as-address': (values: { readonly tenant: string }): string =>
    `tenant-id is an address; the tenant in it is "${values.tenant}".`,
};
