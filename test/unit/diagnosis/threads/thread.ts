// What cases of public threads are written with: the policy and the token that somebody describes, with names and ids of our own.
import type { RuleCode } from '../../../../src/core/index.js';

/** A policy, a token and what a right answer says of them. */
export interface Thread {
  /** Where somebody describes it. */
  readonly source: string;
  readonly what: string;
  /** What stands in `inbound`. */
  readonly policy: string;
  /** Beside those of a version 2 token for the API; undefined takes one away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Who signs; absent: the key that the metadata publishes. */
  readonly signing?: 'throwaway' | 'other';
  /** What is pasted in place of the token alone. */
  readonly paste?: (token: string) => string;
  /** What the client sends behind the scheme, precisely. */
  readonly exact?: (token: string) => string;
  /** OpenID configurations beside the usual ones: address → issuer. Null: they have no document there. */
  readonly metadata?: Readonly<Record<string, string | null>>;
  /** The finding that is the cause. */
  readonly code: RuleCode;
  /** What its first line says: the cause, and what to do. */
  readonly title: RegExp;
  /** What its detail, its next steps or a fix says that cures it. */
  readonly cure: RegExp;
}

export const now = 1_798_000_000;
export const tenant = 'd3b0a1c4-96f2-4e7b-8a35-1c2f7e9d0b64';
export const otherTenant = '5e8c7d21-0a4b-4f63-b9d8-e7a16c3f2950';
export const api = '91f4d6b2-3c7e-4a18-bd05-6e2a9f8c7d31';
export const client = '2a6e9c05-8d1f-47b3-a94c-0f5b3e7d8216';
export const graph = '00000003-0000-0000-c000-000000000000';
export const login = 'https://login.microsoftonline.com';
export const wellKnown = '/.well-known/openid-configuration';

/** Microsoft's addresses for the tenant: version 1 and 2 of its metadata and its issuers. */
export const version1 = `${login}/${tenant}${wellKnown}`;
export const version2 = `${login}/${tenant}/v2.0${wellKnown}`;
export const issuer1 = `https://sts.windows.net/${tenant}/`;
export const issuer2 = `${login}/${tenant}/v2.0`;

export const config = (url: string): string => `<openid-config url="${url}" />`;
export const audience = (...values: readonly string[]): string =>
  `<audiences>${values.map(value => `<audience>${value}</audience>`).join('')}</audiences>`;
export const claim = (name: string, values: readonly string[], more = ''): string =>
  `<claim name="${name}"${more}>${values.map(value => `<value>${value}</value>`).join('')}</claim>`;
export const required = (...claims: readonly string[]): string => `<required-claims>${claims.join('')}</required-claims>`;

/** As the documentation writes it, with or without a scheme. */
export const jwt = (inner: string, more = ''): string =>
  `<validate-jwt header-name="Authorization" failed-validation-httpcode="401" failed-validation-error-message="Unauthorized. Access token is missing or invalid."${more}>${inner}</validate-jwt>`;
export const entra = (inner: string, more = ` tenant-id="${tenant}"`): string =>
  `<validate-azure-ad-token${more}>${inner}</validate-azure-ad-token>`;

/** The claims of a version 1 token. */
export const asVersion1 = { iss: issuer1, ver: '1.0', aud: `api://${api}`, appid: client, azp: undefined };
/** The claims of an app's own token. */
export const asApp = { scp: undefined, idtyp: 'app' };
