/** Sentences about addresses and documents that are not fetched or not kept. By themselves they are all that those who fetch need. */
export const addressMessages = {
  'address-empty': (): string => 'There is no address, so nothing is fetched.',
  'address-no-address': (): string => 'This is not a complete address.',
  'address-not-https': (): string => 'The address does not begin with https://, so it is not fetched.',
  'address-credentials': (): string => 'The address contains a user name or password, so it is not fetched.',
  'address-too-long': (): string => 'The address is longer than anybody would read, so it is not fetched.',
  'key-set-of': (values: { readonly document: string }): string => `the key set that ${values.document} names`,
  'document-too-deep': (): string =>
    'The document is nested deeper than 64 levels, so it was not kept. The gateway’s library reads no deeper either.',
};
