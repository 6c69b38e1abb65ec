import type { InnerHost } from '../../../core/index.js';
import { innerHostWarnings } from '../../../core/messages/english/inner-hosts.js';

/** Of some addresses: how many. */
export interface WithCount {
  readonly count: number;
}

/** Fetching metadata: the question before it, and what came of it. */
export const metadataMessages = {
  'fetch-question': ({ hosts }: { readonly hosts: readonly string[] }): string =>
    `Fetch metadata and signing keys from ${hosts.length === 1 ? (hosts[0] ?? '') : `${hosts.length} hosts`}?`,
  fetch: (): string => 'Fetch',
  'always-fetch': ({ count }: WithCount): string => (count === 1 ? 'Always Fetch from This Host' : 'Always Fetch from These Hosts'),
  destination: ({ address, inner }: { readonly address: string; readonly inner: InnerHost | null }): string =>
    inner === null ? address : `${address} (Careful: ${innerHostWarnings[inner]}.)`,
  'unusual-addresses': ({ count }: WithCount): string =>
    `${count === 1 ? 'This is not one of Microsoft’s usual addresses' : 'These are not Microsoft’s usual addresses'} for metadata. A request sends nothing but the address. Key sets that the documents name on the same hosts are fetched as well.`,
  'fetched-as-well': (): string => 'Fetched as well:',
  'addresses-left-out': ({ count }: WithCount): string =>
    count === 1 ? '1 more address is left out.' : `${count} more addresses are left out.`,

  'metadata-no-policy': (): string => 'Open a policy first. Its token policy names the tenant whose metadata is fetched.',
  fetching: (): string => 'Fetching the tenant’s metadata…',
  'signature-verified': (): string => 'The token’s signature was verified.',
  'signature-not-verified': (): string => 'The token’s signature was not verified. The token panel says why.',
  'no-metadata-named': ({ hasToken }: { readonly hasToken: boolean }): string =>
    `The policy names no metadata to fetch. Add an openid-config or a tenant-id${hasToken ? '' : ', or decode a token of a Microsoft tenant'}.`,
  /** `more`: how many others are missing. */
  'metadata-missing': ({ address, more }: { readonly address: string; readonly more: number }): string =>
    `Not fetched: ${address}${more === 0 ? '' : ` and ${more} more`}.`,
  'not-requested': (): string => 'The metadata was not requested. Run the command again and choose Fetch.',
  'metadata-withheld': ({ name }: { readonly name: string }): string =>
    `The named value {{${name}}} is a secret, or its value does not belong in an address.`,
  'metadata-left-out': ({ count }: WithCount): string =>
    `${count === 1 ? '1 address was' : `${count} addresses were`} left out: one command asks once and fetches at most 20 documents. Run it again for the rest.`,
  'save-document': (): string =>
    'Without network, save the document and name the file in the setting apimTokenDoctor.metadata.savedDocuments.',
  'restricted-mode': (): string =>
    'In Restricted Mode no metadata is fetched, because the policy decides which addresses are asked. Trust the workspace to fetch it.',
  'manage-trust': (): string => 'Manage Workspace Trust',
  'document-missing': (): string => 'This document is not available. Run "APIM Token Doctor: Show Tenant Metadata" to fetch it.',
};
