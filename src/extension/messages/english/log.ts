/** Lines of the output channel. */
export const logMessages = {
  'log-facts-failed': (): string => 'The facts could not be sent to the language server',
  'log-token-failed': (): string => 'The token could not be sent to the language server',
  'log-server-failed': (): string => 'The language server could not start',
  'log-message-lost': (): string => 'A message did not reach the language server',
  'log-files-failed': (): string => 'The files that the settings name could not be read',
  'log-command-failed': ({ command }: { readonly command: string }): string => `The command ${command} failed`,
  'log-fetched': ({ written }: { readonly written: string }): string => `Fetched ${written}`,
  'log-not-fetched': ({ written, reason }: { readonly written: string; readonly reason: string }): string => `${written}: ${reason}`,
};
