import type { SampleToken } from '../../../protocol.js';
import type { WrittenSetting } from '../../settings.js';

const samples: Readonly<Record<SampleToken, string>> = {
  'external-id-v1': 'a version 1.0 token of External ID',
  'external-id-v2': 'a version 2.0 token of External ID',
  'workforce-v1': 'a version 1.0 token of a workforce tenant',
  'workforce-v2': 'a version 2.0 token of a workforce tenant',
};

const settingsOf: Readonly<Record<WrittenSetting, string>> = {
  folder: "the folder's settings",
  workspace: "the workspace's settings",
  user: 'your settings',
};

/** Of a sample. */
export interface WithToken {
  readonly token: SampleToken;
}

/** Of a token: its kind in words. */
export interface WithKind {
  readonly kindLabel: string;
}

/** Of a place: its line, counted from 1. */
export interface AtLine {
  readonly line: number;
}

/** Commands: what they ask, what they found wrong, what they did. */
export const commandMessages = {
  'panel-title': (): string => 'Token Doctor',

  'start-failed': (): string => 'APIM Token Doctor could not start. Reload the window. If that does not help, look in its output channel.',
  'reload-window': (): string => 'Reload Window',
  failed: (): string => 'APIM Token Doctor could not do that. Reload the window to start it again.',
  'command-failed': (): string =>
    'APIM Token Doctor could not do that. Reload the window to start it again; its output channel shows where it stopped.',
  'show-output': (): string => 'Show Output',

  'decode-title': (): string => 'Why 401? Decode Token',
  'decode-prompt': (): string =>
    'Paste the token as you have it: with Bearer, as a header, in a curl command or in JSON. It is kept in memory only.',
  'decode-placeholder': (): string => 'Token',
  'clipboard-empty': (): string => 'The clipboard has no text. Copy the token and run the command again.',
  'nothing-selected': (): string => 'Nothing is selected. Select the token in the editor and run the command again.',
  'use-token-here': (): string => 'Use this token',
  'token-moved': (): string => 'The token does not stand there any more. Select it and run Decode Token in Selection.',
  'not-a-token': (): string => 'The text is not a token. Copy the token alone and run the command again.',
  'token-kept': (): string => 'The token in force has not changed.',
  'use-previous-token': (): string => 'Use the Previous Token',
  'token-taken': ({ kindLabel }: WithKind): string => `${kindLabel}.`,
  'token-cleaned': ({ what }: { readonly what: readonly string[] }): string => `Removed: ${what.join(', ')}.`,
  'no-previous-token': (): string => 'There is no previous token: none was replaced, or it has been forgotten. Decode a token instead.',
  'previous-token-taken': ({ kindLabel }: WithKind): string => `${kindLabel}: in force again.`,

  'explain-title': (): string => 'Explain Gateway Error',
  'explain-prompt': (): string =>
    'Paste what you got: a response with its headers, a line of a trace or a log, or a sign-in error. It is hidden, as such texts often hold tokens.',
  'explain-placeholder': (): string => 'IDX10205: Issuer validation failed. …',
  'nothing-recognised': (): string =>
    'Nothing in this text is known here. Paste the whole line of the trace, or the response with its headers.',
  'rule-off': ({ code, where }: { readonly code: string; readonly where: WrittenSetting }): string =>
    `${code} is off in ${settingsOf[where]}.`,

  'sample-open': ({ token }: WithToken): string => `The sample is open, with ${samples[token]} that was made in memory.`,
  'fixes-title': ({ line }: AtLine): string => `Fixes for Line ${line}`,
  'fixes-which': (): string => 'Choose a fix. It changes the policy at once; Undo takes it back.',
  'fixes-none': ({ line }: AtLine): string => `Nothing is offered for line ${line} any more.`,
  'fix-not-applied': (): string => 'Nothing was changed: the policy is another one by now. Look at the fixes again.',
};
