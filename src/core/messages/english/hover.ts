import type { ClaimFacts } from '../../knowledge/claims.js';
import type { WellKnownTenant } from '../../knowledge/clouds.js';
import type { ElementMeaning, ExpressionUse, ValueShape } from '../../knowledge/elements.js';
import { claimMeanings } from './claim-meanings.js';
import { elementMeanings } from './element-meanings.js';

/** Which tokens of the identity platform something belongs to. */
export type PlatformVersion = 1 | 2;

const versions: Readonly<Record<PlatformVersion, string>> = { 1: '1.0', 2: '2.0' };

const shapes: Readonly<Record<ValueShape, string | null>> = {
  text: null,
  boolean: 'Allowed: `true`, `false`.',
  'whole-number': 'Allowed: a whole number of seconds.',
  status: 'Allowed: an HTTP status code, such as `401`.',
  scheme: 'Allowed: one word, such as `Bearer`.',
  tenant: 'Allowed: the id of a tenant, its domain name, its address, `organizations` or `common`.',
  address: 'Allowed: an address.',
  'application-id': 'Allowed: a GUID.',
  match: 'Allowed: `all`, `any`.',
  key: 'Allowed: base64 text.',
  variable: 'Allowed: the name of a context variable.',
};

const expressionUses: Readonly<Record<ExpressionUse, string>> = {
  allowed: 'Policy expressions are allowed.',
  'not-allowed': 'Policy expressions are not allowed.',
  'not-stated': 'Whether policy expressions are allowed is not documented.',
};

const occurrences = {
  'access-v1': 'access tokens of version 1.0',
  'access-v2': 'access tokens of version 2.0',
  id: 'ID tokens',
  b2c: 'tokens of Azure AD B2C',
};

const wellKnownTenants: Readonly<Record<WellKnownTenant, string>> = {
  common: 'Any work or school account of any tenant, and personal Microsoft accounts.',
  organizations: 'Any work or school account of any tenant.',
  consumers: 'Personal Microsoft accounts only.',
};

/** What hovers say about names and values in a token policy. Markdown. */
export const hoverMessages = {
  'element-meaning': ({ meaning }: { readonly meaning: ElementMeaning }): string => elementMeanings[meaning],
  'claim-meaning': (claim: ClaimFacts): string =>
    claim.part === 'header' ? claimMeanings.header[claim.name] : claimMeanings.claims[claim.name],
  /** Behind the name of an attribute. */
  'hover-required': (): string => '(required)',
  'hover-holds': ({ children }: { readonly children: readonly string[] }): string =>
    `May contain ${children.map(name => `\`${name}\``).join(', ')}.`,
  'hover-often': ({ most }: { readonly most: 1 | 'any' }): string => (most === 1 ? 'Allowed once.' : 'Allowed several times.'),
  'hover-default': ({ value }: { readonly value: string }): string => `Default: \`${value}\`.`,
  'hover-shape': ({ shape }: { readonly shape: ValueShape }): string => shapes[shape] ?? '',
  'hover-expressions': ({ use }: { readonly use: ExpressionUse }): string => expressionUses[use],
  'hover-undocumented': (): string => 'The policy reference does not mention it; the public schema does.',
  'hover-page': ({ page }: { readonly page: string }): string => `[Documentation](${page})`,

  'hover-named-value': (): string =>
    'A named value of the API Management instance. The gateway inserts its value here before it reads the policy.',
  'hover-named-value-known': ({ from }: { readonly from: 'setting' | 'file' | 'other' }): string =>
    `Its value is known here${from === 'other' ? '' : from === 'file' ? ', from a file' : ', from the settings'}: the policy is checked with it.`,
  'hover-named-value-unknown': (): string => 'Its value is not known here, so what depends on it stays open.',
  'named-value-secret': (): string => 'It is a secret, so its value is not in the workspace.',
  'named-value-ambiguous': (): string => 'Several files of the workspace give it different values.',
  'named-value-without-value': (): string => 'The file that describes it has no value.',

  'hover-expression': (): string => 'A policy expression: C# that the gateway evaluates for each request. Its result is not known here.',
  'hover-literal-expression': (): string => 'A policy expression with the same result for every request: it is checked like that text.',
  'hover-terraform': (): string => 'A Terraform template: Terraform fills it in before the gateway gets the policy.',
  'hover-placeholder': (): string => 'A placeholder: it has to be filled in before the gateway gets the policy.',

  'hover-claim': (): string => 'a claim of the token',
  'hover-claim-occurs': ({ kinds }: { readonly kinds: readonly (keyof typeof occurrences)[] }): string =>
    kinds.length === 0 ? 'Tokens of Microsoft Entra do not have it.' : `Found in ${kinds.map(kind => occurrences[kind]).join(', ')}.`,
  'hover-claim-unknown': (): string => 'Not a known claim. APIs and issuers may define their own.',

  'hover-metadata-workforce': ({ version, cloud }: { readonly version: PlatformVersion | null; readonly cloud: string }): string =>
    `The OpenID configuration of a workforce tenant${version === null ? '' : `, version ${versions[version]}`} (${cloud}).`,
  'hover-metadata-external': (): string => 'The OpenID configuration of a Microsoft Entra External ID tenant.',
  'hover-metadata-b2c': (): string =>
    'The OpenID configuration of a user flow or policy of Azure AD B2C. The accepted issuer is in the document, and is not itself a discovery address.',
  'hover-metadata-other': (): string => 'An OpenID configuration. It has the accepted issuer and the signing keys.',
  'hover-tenant-word': ({ word }: { readonly word: WellKnownTenant }): string => `\`${word}\`: ${wellKnownTenants[word]}`,
  'hover-issuer-is': ({ issuer, template }: { readonly issuer: string; readonly template: boolean }): string =>
    `Its documented issuer: \`${issuer}\`${template ? ', where `{tenantid}` is the tenant of each token' : ''}.`,
  'hover-issuer-in-document': (): string => 'Which issuer it accepts is not documented for this address: the document says it.',

  'hover-issuer-workforce': ({ version, cloud }: { readonly version: PlatformVersion; readonly cloud: string }): string =>
    `The issuer of tokens of version ${versions[version]} of a workforce tenant (${cloud}).`,
  'hover-issuer-external': ({ version }: { readonly version: PlatformVersion }): string =>
    version === 2
      ? 'The issuer of tokens of version 2.0 of a Microsoft Entra External ID tenant.'
      : 'The issuer of tokens of version 1.0 of a Microsoft Entra External ID tenant, as seen in tokens; it is not documented.',
  'hover-issuer-b2c': (): string => 'An issuer of Azure AD B2C.',

  'hover-endpoint': ({ cloud }: { readonly cloud: string }): string => `The sign-in address of ${cloud}.`,
  'hover-endpoint-foreign': (): string => 'Not a known sign-in address for workforce tenants.',
  'hover-tenant-guid': (): string => 'A tenant id.',
  'hover-tenant-name': (): string => 'The name or address of a tenant.',
  'hover-tenant-foreign': ({ kind }: { readonly kind: 'external' | 'b2c' }): string =>
    `A tenant of ${kind === 'external' ? 'Microsoft Entra External ID' : 'Azure AD B2C'}. This policy is documented for workforce tenants only.`,
  'hover-public-client': ({ title }: { readonly title: string }): string =>
    `${title}; its id is the same in every tenant. Your own apps have other ids.`,
  'hover-first-party': ({ title }: { readonly title: string }): string =>
    `${title}, one of Microsoft's own APIs. A token for it is not a token for your API.`,
};
