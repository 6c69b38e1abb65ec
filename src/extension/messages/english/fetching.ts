/** Of a file that a setting names. */
export interface WithFile {
  /** As the setting names it. */
  readonly file: string;
}

/** Why a document or a file is not there, and what to do. */
export const fetchMessages = {
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
  'sent-from-remote': ({ remote }: { readonly remote: string }): string => `The request was sent from the remote machine (${remote}).`,

  'file-not-json': ({ file }: WithFile): string => `The file ${file} is not JSON. Save the document again, as the server sent it.`,
  'file-no-values': ({ file }: WithFile): string =>
    `The file ${file} has no named values. Write a JSON object of names and values, or lines NAME=VALUE.`,
  'file-too-large': ({ file }: WithFile): string => `The file ${file} is larger than 1 MiB, so it was not read. Use a smaller file.`,
  'file-not-read': ({ file }: WithFile): string => `The file ${file} could not be read. Check its path and permissions.`,
  'file-of-setting': (): string => 'It is named in the setting apimTokenDoctor.namedValueFiles.',
};
