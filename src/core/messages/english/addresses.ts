/** Sentences about addresses and documents that are not fetched, do not come or are not kept. By themselves they are all that those who fetch need. */
export const addressMessages = {
  'address-empty': (): string => 'There is no address, so nothing is fetched.',
  'address-no-address': (): string => 'This is not a complete address.',
  'address-not-https': (): string => 'The address does not begin with https://, so it is not fetched.',
  'address-credentials': (): string => 'The address contains a user name or password, so it is not fetched.',
  'address-too-long': (): string => 'The address is longer than anybody would read, so it is not fetched.',
  'key-set-of': (values: { readonly document: string }): string => `the key set that ${values.document} names`,
  'document-too-deep': (): string =>
    'The document is nested deeper than 64 levels, so it was not kept. The gateway’s library reads no deeper either.',

  redirects: ({ target }: { readonly target: string | null }): string =>
    target === null
      ? 'The server redirects to another address, and redirects are not followed. Open the address in a browser and use the one where it ends.'
      : `The server redirects to ${target}, and redirects are not followed. Use that address instead.`,
  'answered-status': ({ status }: { readonly status: number }): string =>
    `The server answered ${status}. ${status >= 500 ? 'Try again later.' : 'Check the address.'}`,
  'answer-too-large': ({ kilobytes }: { readonly kilobytes: number }): string =>
    `The answer is larger than ${kilobytes} KiB, so it was not read. Check the address.`,
  'answers-too-large': (): string =>
    'The answers to this command are together larger than it reads, so this one was not read. Run the command again.',
  'answer-not-json': (): string => 'The answer is not JSON. Check the address.',
  'no-answer': ({ seconds }: { readonly seconds: number }): string =>
    `There was no answer within ${seconds} seconds. Check the network and try again.`,
  'not-reached': ({ code }: { readonly code: string | null }): string =>
    `The server could not be reached${code === null ? '' : ` (${code})`}. Check the address, the network and the proxy settings.`,
};
