/** Titles and refusals of the rewrite between the two token policies. */

import type { NotPlain } from '../../knowledge/template-steps.js';
import { writeUnwritten } from './not-plain.js';
import { shortenIds } from '../said.js';

const list = (values: readonly string[]): string => values.join(', ');

/** What stands in a validate-azure-ad-token and is not known to it. The names are those of elements and attributes. */
const strange = {
  element: ([name = '']: readonly string[]) => `<${name}>`,
  text: () => 'text between its elements',
  'element-in-list': ([name = '', list = '']: readonly string[]) => `<${name}> in ${list}`,
  'attribute-in-list': ([name = '', list = '']: readonly string[]) => `the attribute ${name} in ${list}`,
  'elements-in-id': () => 'elements in an application-id',
  'text-in-list': ([list = '']: readonly string[]) => `text in ${list}`,
};

export interface StrangeContent {
  readonly what: keyof typeof strange;
  readonly names: readonly string[];
}

export interface TitleValues {
  /** What has no certain counterpart, each a few words. */
  readonly callouts: readonly string[];
}

const withCallouts = (title: string, { callouts }: TitleValues): string => [title, ...callouts].join('; ');

export interface ExternalIdTitle extends TitleValues {
  /** The host of the issuer. */
  readonly issuer: string;
  /** The host whose tokens stop being accepted, or are kept. */
  readonly stops: string;
}

export interface TenantsTitle extends TitleValues {
  /** The tenants that a user listed in place of all; null for the one tenant of the policy. */
  readonly tenants: readonly string[] | null;
}

/** A menu cuts long titles off, so that they are short, and what stops being accepted comes first. The whole ids stand in the detail of the fix. */
const instead = ({ issuer, stops }: ExternalIdTitle): string => `instead of ${stops}, accepts tokens of ${issuer}`;
const otherTenants = (tenants: readonly string[]): string => `tokens of all tenants but ${list(tenants.map(shortenIds))}`;

const oneVersion = (version: string, other: string, { tenants }: TenantsTitle): string =>
  `Rewrite as validate-jwt for version ${version} tokens: version ${other} tokens` +
  `${tenants === null ? '' : ` and ${otherTenants(tenants)}`} are no longer accepted`;

export const rewriteMessages = {
  'rewrite-workforce-both': (values: TenantsTitle): string =>
    withCallouts(
      values.tenants === null
        ? "Rewrite as validate-jwt: the tenant's version 1.0 and 2.0 tokens are accepted, as now"
        : `Rewrite as validate-jwt: ${otherTenants(values.tenants)} are no longer accepted`,
      values,
    ),
  'rewrite-workforce-v2': (values: TenantsTitle): string => withCallouts(oneVersion('2.0', '1.0', values), values),
  'rewrite-workforce-v1': (values: TenantsTitle): string => withCallouts(oneVersion('1.0', '2.0', values), values),
  'rewrite-external-id-v2': (values: ExternalIdTitle): string =>
    withCallouts(`Rewrite as validate-jwt for External ID, version 2.0 form: ${instead(values)}`, values),
  'rewrite-external-id-v1': (
    values: ExternalIdTitle & {
      readonly audience: string | null;
      /** Why the token's audience is not written, though it is missing. */
      readonly unwritten: NotPlain | null;
      readonly appid: boolean;
    },
  ): string =>
    withCallouts(
      `Rewrite as validate-jwt for External ID, version 1.0 form: ${instead(values)}, ` +
        (values.appid ? 'with the client id in appid' : 'in both forms') +
        (values.audience === null ? '' : `, also for the audience ${values.audience}`) +
        writeUnwritten(values.unwritten),
      values,
    ),
  'rewrite-external-id-both': (values: ExternalIdTitle): string =>
    withCallouts(`Rewrite as validate-jwt for External ID, both forms: ${instead(values)}`, values),
  'rewrite-external-id-keep-workforce': (values: ExternalIdTitle): string =>
    withCallouts(
      `Rewrite as validate-jwt for External ID, keeping ${values.stops}: accepts version 2.0 tokens of ${values.issuer} as well`,
      values,
    ),
  'rewrite-b2c': (
    values: TitleValues & {
      readonly userFlow: string;
      readonly host: string;
      /** The host whose tokens stop being accepted; null where B2C itself stands on it, and only other tokens of the host stop. */
      readonly stops: string | null;
    },
  ): string =>
    withCallouts(
      values.stops === null
        ? `Rewrite as validate-jwt for B2C: only tokens of ${values.userFlow} at ${values.host} are accepted, no others of ${values.host}`
        : `Rewrite as validate-jwt for B2C: instead of ${values.stops}, accepts tokens of ${values.userFlow} at ${values.host}`,
      values,
    ),
  'rewrite-detail': (values: { readonly addresses: readonly string[]; readonly issuers: readonly string[] }): string =>
    `Trusts ${list(values.addresses)}${values.issuers.length === 0 ? '' : ` and the issuers ${list(values.issuers)}`}.`,
  'rewrite-back': (values: TitleValues): string =>
    withCallouts('Rewrite as validate-azure-ad-token: the same tokens are accepted as now', values),

  'callout-one-tenant': (values: { readonly tenant: string }): string => `assumes one tenant in ${values.tenant}`,
  'callout-endpoint': (values: { readonly endpoint: string }): string =>
    `assumes that ${values.endpoint} begins with https:// and ends without a slash`,
  'callout-expression': (): string => 'the address is an expression, which is not documented for openid-config',
  'callout-backend': (): string => 'backend-application-ids becomes a required aud, which is not documented',
  'callout-left-out': (values: { readonly what: string }): string => `${values.what} is left out`,
  'callout-never': (): string =>
    'no token with a single audience can pass, before or after: audiences and backend-application-ids share none',
  'callout-encrypted': (): string => 'encrypted version 2.0 tokens are no longer accepted',
  'callout-named-ids': (values: { readonly names: readonly string[] }): string => `write ${list(values.names)} in lower case`,

  'rewrite-refused-value': (values: {
    readonly attribute: string;
    readonly why: 'missing' | 'several-statements' | 'mixed' | 'broken-address';
  }): string => {
    const why = {
      missing: 'is missing: without it nothing says which metadata to use',
      'several-statements':
        'is an expression that cannot stand inside an address. Keep its result in a named value, or write the policy by hand',
      mixed: 'mixes text and an expression, which cannot be written into an address',
      'broken-address': 'is an address that names no tenant or host',
    }[values.why];
    return `${values.attribute} ${why}.`;
  },
  'rewrite-refused-custom-domain': (values: { readonly host: string }): string =>
    `${values.host} is not one of Microsoft's login hosts. Its metadata, with an issuer that shows the tenant's id, is needed: get it with Show Tenant Metadata or --metadata.`,
  'rewrite-refused-not-external-id': (values: { readonly tenant: string }): string =>
    `Nothing at hand shows that the tenant ${values.tenant} is an External ID tenant: neither its metadata nor a token of it.`,
  'rewrite-refused-tenant-unknown': (values: { readonly missing: readonly string[] }): string =>
    `The tenant is not known, so a token cannot be told to be its own: supply ${list(values.missing)}.`,
  'rewrite-refused-tenant-name': (values: { readonly tenant: string }): string =>
    `The tenant is written as a name (${values.tenant}). Which id it has only its metadata shows: get it with Show Tenant Metadata or --metadata, or write the id.`,
  'rewrite-refused-national-cloud': (values: { readonly tenant: string }): string =>
    `The tenant ${values.tenant} is in a national cloud, and authentication-endpoint is missing: which endpoint the gateway assumes there is not documented. Write authentication-endpoint first.`,
  'rewrite-refused-many-tenants': (values: { readonly tenant: string }): string =>
    `tenant-id="${values.tenant}" accepts tokens of every tenant; validate-jwt has no documented equivalent. List the tenants that you want to accept (--tenant).`,
  'rewrite-refused-b2c': (values: {
    readonly host: boolean;
    readonly tenant: boolean;
    /** The host in the issuer of a token of the tenant, which nobody else has named; null where there is none. */
    readonly claimed: string | null;
  }): string =>
    "A B2C tenant publishes metadata for each user flow, and its issuer is no address of them: the tenant's host, its name or id and the user flow (tfp) are needed. " +
    `Known here: ${[values.host ? 'the host' : null, values.tenant ? 'the tenant' : null].filter(known => known !== null).join(', ') || 'none of them'}.` +
    (values.claimed === null
      ? ''
      : ` Only the token names the host ${values.claimed}: if it is the tenant's own, say so with --identity-host or the setting apimTokenDoctor.identityHosts.`),
  'rewrite-refused-token-kind': (values: { readonly kind: string | null }): string =>
    values.kind === null
      ? 'The variant token needs a token that can be read.'
      : `There is no variant for a token of this kind (${values.kind}).`,
  'rewrite-refused-secret': ({ name, place }: { readonly name: string; readonly place: string | null }): string =>
    `The rewrite would write the value of ${name} into the policy, and it is marked as a secret${place === null ? '' : ` (${place})`}. Write what it stands for by hand, or take the mark away.`,
  'rewrite-refused-token-trust': (): string =>
    'The policy is not opened for this token: another token is the cure (for your API, from your tenant, for the app that calls it).',
  'rewrite-refused-token-tenant': (): string => 'The token is from another tenant than the policy names: the policy is not opened for it.',
  'rewrite-refused-variant': (values: { readonly variant: string; readonly offered: readonly string[] }): string =>
    `The variant ${values.variant} does not exist here; these do: ${list(values.offered)}.`,
  'rewrite-refused-source': (): string =>
    'The version cannot be read where the policy reads its token (several sources, or an expression that cannot be repeated), so version 1.0 and 2.0 cannot be told apart. The variants v2 and v1 are possible.',
  'rewrite-refused-forwarded': (values: { readonly attribute: string }): string =>
    `${values.attribute} is not literally false, and validate-jwt has nothing like it: a rewritten policy would not check the same.`,
  'rewrite-refused-content': ({ what, names }: StrangeContent): string =>
    `It holds ${strange[what](names)}, which validate-azure-ad-token is not known to take: correct that first.`,
  'rewrite-refused-twice': (values: { readonly element: string }): string => `${values.element} stands in it twice: merge them first.`,
  'rewrite-refused-broken': (): string => 'It is not well-formed or not finished: correct that first.',
};
