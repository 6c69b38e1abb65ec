import type { InnerHost } from '../../../core/index.js';
import { innerHostWarnings } from '../../../core/messages/english/inner-hosts.js';

/** What is said of the commands that any editor can run. */
export const commands = {
  unknownCommand: (): string => 'The language server has no such command. Its documentation lists those that it has.',
  nameOpenDocument: (): string => 'Name a document that is open, by its address (file:///…), as the first argument.',
  nameTokenFile: (): string => 'Name the file of the token by its whole path, as the first argument.',
  tokenAsArgument: (): string =>
    'A token must not be an argument, because editors write arguments to their logs. Put it in a file, and name the file.',
  noFilesHere: (): string => 'The language server reads no files here, so it cannot take a token from one.',
  noNetworkHere: (): string => 'The language server has no network here, so nothing is fetched.',
  noEditsHere: (): string => 'This editor applies no edits of a language server, so nothing was changed. Use its list of code actions.',
  noTokenInFile: (): string => 'There is nothing in the file. Its token is in force as soon as it stands there.',
  tokenInForce: ({ kindLabel, problem }: { readonly kindLabel: string; readonly problem: string | null }): string =>
    `The token in force: ${kindLabel}.${problem === null ? '' : ` ${problem}`}`,
  tokenForgotten: (): string => 'The token is forgotten.',
  nothingToReport: (): string => 'There is nothing to report: no token is in force, or the document has no token policy.',
  giveErrorText: (): string => 'Give the text of the gateway’s error (at most 1 MiB) as the first argument.',
  nothingKnown: (): string => 'Nothing in the text is known. Give the whole response or trace, with its code (IDX…) where it has one.',
  causeAtLine: ({ line }: { readonly line: number }): string => `The cause stands in line ${line}.`,
  foundAtLine: ({ title, line }: { readonly title: string; readonly line: number }): string => `Line ${line}: ${title}`,
  /** `variants`: those that there are. */
  noRewrite: ({ variants }: { readonly variants: readonly string[] }): string =>
    variants.length === 0
      ? 'There is no rewrite for a token policy here, so nothing was changed.'
      : `There is no such rewrite, so nothing was changed. There are: ${variants.join(', ')}.`,

  fetchNeeded: (): string => 'Fetch the metadata that this policy needs',
  showReport: (): string => 'Show what the gateway answers to the token',
  fetchQuestion: ({ count }: { readonly count: number }): string =>
    `Fetch metadata and signing keys from ${count === 1 ? 'this address? It is not one of Microsoft’s usual ones' : 'these addresses? They are not Microsoft’s usual ones'}. A request sends nothing but the address.`,
  fetchThese: (): string => 'Fetch',
  fetchNone: (): string => 'Cancel',
  destination: ({ address, inner }: { readonly address: string; readonly inner: InnerHost | null }): string =>
    inner === null ? address : `${address} (Careful: ${innerHostWarnings[inner]}.)`,
  fetched: ({ count }: { readonly count: number }): string =>
    count === 0 ? 'Nothing was fetched.' : `${count === 1 ? '1 document was' : `${count} documents were`} fetched.`,
};
