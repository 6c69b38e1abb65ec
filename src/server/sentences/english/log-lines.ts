/** The lines of the server's log, for who reports an error or looks for one. */
export const logLines = {
  /** `what`: a line as below. `where`: the kind of error and the places in the program. */
  failure: ({ what, where }: { readonly what: string; readonly where: string }): string => `${what} Please report this line: ${where}`,
  noError: (): string => 'something other than an error was thrown',

  requestFailed: ({ method }: { readonly method: string }): string => `The request ${method} failed.`,
  hoverFailed: (): string => 'The hover failed.',
  completionFailed: (): string => 'The completion failed.',
  definitionFailed: (): string => 'Go to Definition failed.',
  lensesFailed: (): string => 'The lines above the token policies failed.',
  causesFailed: (): string => 'The causes at the ends of lines failed.',
  silencingFailed: (): string => 'The ways to silence a finding failed, so they are not offered.',
  linksFailed: (): string => 'The links of the document failed.',
  outlineFailed: (): string => 'The outline failed.',
  foldingsFailed: (): string => 'The foldings failed.',
  diagnosisFailed: (): string => 'The diagnosis failed, so the document shows no findings.',
  causeFailed: (): string => 'The cause in another file could not be worked out, so the panel does not name it.',
  ruleFailed: ({ code }: { readonly code: string }): string =>
    `The rule ${code} failed, so its findings are missing; those of other rules are there. Please report this line.`,
  /** `code`: the finding's, null for a token policy without one. */
  fixesFailed: ({ code }: { readonly code: string | null }): string =>
    `The fixes ${code === null ? 'of a token policy' : `for ${code}`} failed, so they are not offered.`,
  fixFailed: (): string => 'A chosen fix failed, so nothing was changed.',
  neutralFixesFailed: (): string => 'The fixes that change no outcome failed, so they are not offered.',
  fileFixesFailed: (): string => 'The fixes for the whole file failed, so they are not offered.',
  errorRewritesFailed: (): string => 'The rewrites for an explained error failed, so they are not offered.',
  namedValuesNotWatched: (): string =>
    'The client could not be asked to tell about changed named values. After a change of them, restart the language server.',
  /** What is wrong with a file or a resource of the scopes. */
  scopeProblem: ({ at, why }: { readonly at: string; readonly why: string }): string => `${at}: ${why}`,
  fileTooLong: ({ uri }: { readonly uri: string }): string => `Not read, because it is too long: ${uri}`,
  filesLeftOut: ({ most, endings }: { readonly most: number; readonly endings: readonly string[] }): string =>
    `Only the first ${most} files were read, and there are more: ${endings.join(', ')}. Open a smaller folder to have all of them read.`,
  settingsNotWatched: (): string =>
    'The client could not be asked to tell about changed settings. After a change of the settings, restart the language server.',
};
