/** What the client gets in the place of an answer. */
export const answers = {
  fixOutdated: (): string =>
    'The policy has changed since this fix was offered, so nothing was changed. Open the list of fixes again and choose from it.',
  supplyValue: ({ name }: { readonly name: string }): string => `Supply a value for ${name}…`,
  cannotAnswer: (): string => 'The language server could not answer. Try again; its log says where it stopped.',
  requestMalformed: (): string =>
    'The language server could not answer, probably because the request lacks something that the protocol asks for. Check what the client sends.',
};
