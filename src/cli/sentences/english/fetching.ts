import type { InnerHost } from '../../../core/index.js';
import { innerHostWarnings } from '../../../core/messages/english/inner-hosts.js';

const list = (names: readonly string[]): string => names.join(', ');

/** What is said of documents that are fetched, and of the file that they are written to. Each is one line. */
export const fetchWords = {
  /** `written`: the address as the policy writes it. */
  notFetched: ({ written, why }: { readonly written: string; readonly why: string }): string => `${written}: not fetched. ${why}`,
  hostNotAllowed: ({ host, inner }: { readonly host: string; readonly inner: InnerHost | null }): string =>
    `Nothing was requested there, because ${host} is none of Microsoft's login hosts. Add --allow-host ${host} if you trust it${inner === null ? '' : ` (careful: ${innerHostWarnings[inner]})`}.`,
  filledNotAllowed: (): string =>
    'Named values are part of this address, and its host is none of Microsoft\'s login hosts. Save the document with "apim-token-doctor metadata ADDRESS --out FILE", and give it with --metadata FILE.',
  valuesWithheld: ({ names }: { readonly names: readonly string[] }): string =>
    `A named value is a secret, or does not belong in an address: ${list(names)}. Save the document with "apim-token-doctor metadata ADDRESS --out FILE", and give it with --metadata FILE.`,
  noMetadata: (): string => 'What stands there is neither an OpenID configuration nor a key set. Check the address.',
  tooManyAddresses: ({ most }: { readonly most: number }): string =>
    `One command fetches ${most} documents at most, within 30 seconds. Save some with "apim-token-doctor metadata --policy FILE --out FILE", and give them with --metadata FILE.`,
  fetchingDocuments: ({ count }: { readonly count: number }): string =>
    `Fetching ${count === 1 ? '1 document' : `${String(count)} documents`}…`,

  saved: ({ path, count }: { readonly path: string; readonly count: number }): string =>
    `${path}: ${count === 1 ? '1 document' : `${String(count)} documents`} written. Give the file with --metadata ${path}`,
  /** `isThere`: whether there is such a file already. */
  notSaved: ({ path, isThere }: { readonly path: string; readonly isThere: boolean }): string =>
    isThere ? `Not everything was fetched, so ${path} was left as it is.` : `Nothing was fetched, so ${path} was not written.`,
  folderMissing: ({ path, folder }: { readonly path: string; readonly folder: string }): string =>
    `Cannot write ${path}: there is no folder ${folder}. Make it first, or name another file.`,
  folderIsLink: ({ path, folder }: { readonly path: string; readonly folder: string }): string =>
    `Cannot write ${path}: ${folder} is a link. Name the folder that it leads to.`,
  fileIsThere: ({ path }: { readonly path: string }): string =>
    `${path} is there already. Add --overwrite to replace it, or name another file.`,
  noAddressNeeded: ({ filesIgnored }: { readonly filesIgnored: number }): string =>
    filesIgnored > 0
      ? `No token policy in these files names a document that can be fetched, and a config leaves out ${String(filesIgnored)} of the files. Add --no-config to read them, or name the address itself.`
      : 'No token policy in these files names a document that can be fetched. Name the address itself.',

  nameAddresses: (): string => 'Name what to fetch: apim-token-doctor metadata ADDRESS..., or --policy FILE for all that a policy needs.',
  overwriteWithoutOut: (): string => '--overwrite says that a file may be replaced, but no file is named. Add --out FILE.',
  allowWithoutFetch: (): string => '--allow-host says whom to ask, but nothing is fetched. Add --fetch.',
  fetchWithoutPolicy: (): string => '--fetch fetches what a policy needs, but no policy is named. Add --policy FILE.',
  wrongHost: (): string => '--allow-host takes one host, such as idp.example or idp.example:8443: no address, no pattern.',
};
