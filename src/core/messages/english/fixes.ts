/** Titles of fixes: what changes and, where acceptance changes, what starts and what stops being accepted. */

import type { NotPlain } from '../../knowledge/template-steps.js';
import { fixAllMessages } from './fix-all.js';
import { writeUnwritten } from './not-plain.js';
import { shortenPath } from './shorten-path.js';

const list = (values: readonly string[]): string => values.join(', ');
const versions = { 1: '1.0', 2: '2.0' } as const;
const other = (version: 1 | 2): string => versions[version === 1 ? 2 : 1];

export interface VersionValues {
  readonly version: 1 | 2;
}

export const fixMessages = {
  ...fixAllMessages,
  'fix-issuer-add-metadata': ({ version }: VersionValues): string =>
    `Add the version ${versions[version]} metadata: the tenant's version ${versions[version]} tokens are accepted, too`,
  'fix-issuer-switch-metadata': ({ version }: VersionValues): string =>
    `Switch to the version ${versions[version]} metadata: version ${other(version)} tokens are no longer accepted, the tenant's version ${versions[version]} tokens are accepted`,
  'fix-issuer-list': (values: { readonly issuer: string }): string =>
    `List the issuers: tokens issued by ${shortenPath(values.issuer)} are accepted, too`,
  'fix-issuer-add-workforce': (values: { readonly host: string; readonly version: 1 | 2 }): string =>
    `Add the metadata of ${values.host}: version ${versions[values.version]} tokens that it issues for this tenant are accepted, too`,
  'fix-issuer-take-external-id': (values: { readonly host: string; readonly stops: string; readonly version: 1 | 2 }): string =>
    `Use the External ID metadata: tokens issued by ${values.stops} are no longer accepted, tokens issued by ${values.host} are accepted${values.version === 1 ? ' in both forms' : ''}`,
  'fix-issuer-add-external-id': (values: { readonly host: string; readonly version: 1 | 2 }): string =>
    `Add the External ID metadata: tokens issued by ${values.host} are accepted${values.version === 1 ? ' in both forms' : ''}, too`,
  'fix-issuer-accept-version-1': (values: {
    readonly issuer: string;
    readonly audience: string | null;
    /** Why the token's audience is not written, though it is missing. */
    readonly unwritten: NotPlain | null;
    readonly appid: boolean;
  }): string =>
    (values.appid
      ? 'Accept the version 1.0 form instead, with appid instead of azp: version 2.0 tokens are no longer accepted, tokens'
      : 'Accept the version 1.0 form, too: tokens') +
    ` issued by ${shortenPath(values.issuer)} are accepted` +
    (values.audience === null ? '' : `, also for the audience ${values.audience}`) +
    writeUnwritten(values.unwritten),
  'fix-issuer-user-flow': (values: { readonly userFlow: string }): string =>
    `Add the metadata of ${values.userFlow}: tokens of this user flow are accepted, too`,
  'fix-issuer-rewrite-value': (values: { readonly issuer: string; readonly instead: string }): string =>
    `Write the issuer as the token has it: ${values.issuer} is accepted instead of ${values.instead}`,
  'fix-audience-add': (values: { readonly audience: string }): string =>
    `Add this audience: tokens for ${values.audience} are accepted, too`,
  'fix-audience-rewrite': (values: { readonly audience: string; readonly instead: string }): string =>
    `Write the audience as the token has it: ${values.audience} is accepted instead of ${values.instead}`,
  'fix-application-add': (values: { readonly client: string }): string =>
    `Add this client id: tokens issued to ${values.client} are accepted, too`,
  'fix-application-rewrite': (values: { readonly client: string; readonly instead: string }): string =>
    `Write the client id as the token has it: ${values.client} is accepted instead of ${values.instead}`,
  'fix-claim-separator': (values: { readonly claim: string; readonly separator: string }): string =>
    `Split ${values.claim} at "${values.separator}": tokens that have more values than those listed are accepted, too`,
  'fix-claim-match-any': (values: { readonly claim: string }): string =>
    `Write match="any": tokens that have only one of the listed values of ${values.claim} are accepted, too`,
  'fix-claim-add-value': (values: { readonly claim: string; readonly value: string }): string =>
    `Add this value: tokens with ${values.claim} ${values.value} are accepted, too`,
  'fix-claim-rewrite': (values: { readonly claim: string; readonly value: string; readonly instead: string }): string =>
    `Write the value of ${values.claim} as the token has it: ${values.value} is accepted instead of ${values.instead}`,
  'fix-claim-rename': (values: { readonly claim: string; readonly wanted: string; readonly version: boolean }): string =>
    `Require ${values.wanted} instead of ${values.claim}: ` +
    (values.version ? 'tokens of the other version are no longer accepted, ' : '') +
    `tokens with ${values.wanted} are accepted`,

  'fix-rename': (values: { readonly from: string; readonly to: string }): string => `Rename ${values.from} to ${values.to}`,
  'fix-rename-widens': (values: { readonly from: string; readonly to: string }): string =>
    `Rename ${values.from} to ${values.to}: it then takes effect, so more tokens can be accepted`,
  'fix-remove-element': (values: { readonly name: string }): string => `Remove ${values.name}`,
  'fix-put-into': (values: { readonly name: string; readonly list: string }): string => `Put ${values.name} into ${values.list}`,
  'fix-close-tag': (values: { readonly from: string; readonly to: string }): string =>
    `Write </${values.to}> in place of </${values.from}>`,
  'fix-close-bracket': (values: { readonly tag: string }): string => `End the tag: ${values.tag}>`,
  'fix-escape': (values: { readonly what: string; readonly by: string }): string => `Write ${values.by} instead of ${values.what}`,
  'fix-secret': ({ name }: { readonly name: string }): string =>
    `Write {{${name}}} in place of the secret; keep the secret in a named value of that name first`,
  'fix-strip-scheme-value': (): string => 'Strip the scheme from the token: tokens sent with Bearer are accepted',
  'fix-remove-list': (values: { readonly name: string }): string => `Remove the empty ${values.name}: the gateway does not check it then`,
  'fix-insert-attribute': (values: { readonly attribute: string }): string => `Insert ${values.attribute}`,
  'fix-insert-source': (): string =>
    'Read the token from the Authorization header: insert header-name="Authorization" and require-scheme="Bearer"',
  'fix-keep-source': (values: { readonly keep: string; readonly drop: readonly string[] }): string =>
    `Read the token from ${values.keep} only: remove ${list(values.drop)}`,
  'fix-order': (values: { readonly parent: string }): string => `Put the children of ${values.parent} in order`,
  'fix-merge': (values: { readonly name: string }): string => `Merge the ${values.name} elements: the entries of all of them count`,
  'fix-value': (values: { readonly name: string; readonly value: string }): string => `Write ${values.name}="${values.value}"`,
  'fix-trim': (values: { readonly name: string }): string => `Remove the invisible characters from ${values.name}`,
  'fix-trim-widens': (values: { readonly name: string; readonly value: string }): string =>
    `Remove the invisible characters from ${values.name}: tokens that match ${values.value} are accepted`,
  'fix-address': (values: { readonly address: string }): string => `Write ${values.address}`,
  'fix-restore-default': (values: { readonly attribute: string; readonly default: string }): string =>
    `Remove ${values.attribute}: the default ${values.default} applies, fewer tokens are accepted`,
  'fix-insert-audiences': (): string => 'Insert audiences with a place for the audience of your API',
  'fix-insert-metadata': (): string => 'Insert an openid-config with a place for your tenant: its tokens are accepted',
  'fix-split-list': (values: { readonly count: number }): string => `Split into ${String(values.count)} values: each of them is accepted`,
  'fix-claim-other-version': (values: { readonly claim: string; readonly counterpart: string }): string =>
    `Require ${values.counterpart} instead of ${values.claim}: tokens without ${values.counterpart} are no longer accepted, those with it are accepted`,
  'fix-claim-version': ({ version }: VersionValues): string =>
    `Write ver="${versions[version]}": version ${other(version)} tokens are no longer accepted, version ${versions[version]} tokens are accepted`,
  'fix-switch-metadata': ({ version }: VersionValues): string =>
    `Switch to the version ${versions[version]} metadata: version ${other(version)} tokens are no longer accepted, version ${versions[version]} tokens are accepted`,
  'fix-add-base': (): string => 'Add <base />: the token policies of the broader scopes run, too',
  'fix-move-cors': (): string => 'Move cors to the beginning of inbound',
  'fix-strip-scheme': (): string => 'Strip the scheme before AsJwt()',
  'fix-strip-line-breaks': (): string => 'Strip line breaks from the message',
};
