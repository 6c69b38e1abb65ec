/** Of a file that a setting names. */
export interface WithFile {
  /** As the setting names it. */
  readonly file: string;
}

/** Of requests, and why a file is not there and what to do. Why a document is not there, the core's catalogue says. */
export const fetchMessages = {
  'sent-from-remote': ({ remote }: { readonly remote: string }): string => `The request was sent from the remote machine (${remote}).`,

  'file-not-json': ({ file }: WithFile): string => `The file ${file} is not JSON. Save the document again, as the server sent it.`,
  'file-no-values': ({ file }: WithFile): string =>
    `The file ${file} has no named values. Write a JSON object of names and values, or lines NAME=VALUE.`,
  'file-too-large': ({ file }: WithFile): string => `The file ${file} is larger than 1 MiB, so it was not read. Use a smaller file.`,
  'file-not-read': ({ file }: WithFile): string => `The file ${file} could not be read. Check its path and permissions.`,
  'file-of-setting': (): string => 'It is named in the setting apimTokenDoctor.namedValueFiles.',
};
