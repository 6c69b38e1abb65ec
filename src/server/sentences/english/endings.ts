/** What is wrong with the frame of a message. */
export type FrameProblem = 'endless-header' | 'no-carriage-return' | 'no-colon' | 'no-length' | 'too-long';

const frames: Readonly<Record<FrameProblem, string>> = {
  'endless-header': 'a header has no end',
  'no-carriage-return': 'a line of a header ends without a carriage return',
  'no-colon': 'a line of a header has no colon',
  'no-length': 'a header has no valid Content-Length',
  'too-long': 'a message of more than 64 MiB is announced',
};

/** Why the server's process ends early. */
export const endings = {
  /** `why`: one of the sentences below. */
  ending: ({ why }: { readonly why: string }): string => `apim-token-doctor: ${why} The language server ends; start it again.`,
  restNotLoaded: (): string => 'A part of the language server cannot be loaded; it may have to be installed anew.',
  outputClosed: (): string => 'Standard output cannot be written.',
  unreadableInput: ({ problem }: { readonly problem: FrameProblem }): string =>
    `What the client sends cannot be read, because ${frames[problem]}.`,
};
