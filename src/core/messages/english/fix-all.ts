/** What is said of several fixes that are applied together. */
export const fixAllMessages = {
  'fix-all-neutral': (): string => 'Fix everything that changes no outcome: order, misspelt names, ignored or repeated entries',
  'fix-all-in-file': (values: { readonly title: string }): string => `Fix all in this file: ${values.title}`,
  'fix-all-other': (values: { readonly title: string }): string =>
    `The fix there accepts something other than what was chosen: ${values.title}.`,
  'fix-all-no-preview': (): string =>
    'This editor cannot show changes to several files before they are made, so nothing was changed. Fix one file after the other.',
  'fix-all-no-files': (): string => 'This editor does not say which files the workspace has. Fix one file after the other.',
  'fix-all-not-open': (): string =>
    'The file could not be opened in the editor as XML, so its changes could not be checked against its newest text.',
  'fix-all-too-many': (values: { readonly most: number }): string =>
    `So many files are changed at once at most: ${String(values.most)}. Run the command again for the others.`,
  'fix-all-moved': (): string => 'A file has changed since the fixes were worked out, so nothing was changed. Run the command again.',
};
