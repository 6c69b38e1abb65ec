/** What was left as it is. */
export interface Skipped {
  readonly path: string;
  /** From 1; null where the whole file is meant. */
  readonly line: number | null;
  /** One sentence. */
  readonly reason: string;
}

/** Where fixes are looked for: in one document, or everywhere in the workspace. */
export interface Scope {
  readonly everywhere: boolean;
}

const countFiles = (count: number): string => (count === 1 ? '1 file' : `${count} files`);
const writeSkipped = ({ path, line, reason }: Skipped): string => `${path}${line === null ? '' : `, line ${line}`}: ${reason}`;

/** Fixes of many places. */
export const fixAllMessages = {
  'fix-all-no-policy': (): string => 'Open a policy first, then run the command again.',
  'fix-all-no-folder': (): string => 'Open a folder first, then run the command again.',
  'fix-all-looking': (): string => 'Looking for fixes',
  'fix-all-preparing': (): string => 'Preparing the changes',
  'fix-all-progress': ({ at, total }: { readonly at: number; readonly total: number }): string => `${at} of ${total} policies`,
  'fix-all-title': ({ everywhere }: Scope): string => (everywhere ? 'Fix All in Workspace' : 'Fix All in File'),
  'fix-all-which': (): string => 'Choose a fix. You see all changes first, and only those that you tick are made.',
  'fix-all-same-answers': (): string => 'Every token gets the same answer as before',
  'fix-all-no-wider': (): string => 'No more tokens are accepted than before',
  'fix-all-wider': (): string => 'More tokens are accepted than before',
  'fix-all-neutral': (): string => 'No effect on any token',
  'fix-all-code': ({ code, variant }: { readonly code: string | null; readonly variant: string | null }): string =>
    [code, variant].filter(part => part !== null).join(', '),
  'fix-all-count': ({ places, files }: { readonly places: number; readonly files: number | null }): string =>
    `${places === 1 ? '1 place' : `${places} places`}${files === null ? '' : ` in ${countFiles(files)}`}`,
  'fix-all-nothing': ({ everywhere, unread }: Scope & { readonly unread: Skipped | null }): string =>
    `There is nothing to fix in ${everywhere ? 'the policy files of this workspace' : 'this policy'}.${unread === null ? '' : ` Not read: ${writeSkipped(unread)}`}`,
  'fix-all-unchanged': (): string => 'Nothing was changed.',
  'fix-all-unticked': (): string => 'Nothing was changed, because no change was ticked in the preview.',
  'fix-all-done': ({ places, files }: { readonly places: number; readonly files: number }): string =>
    `Done: of ${places === 1 ? '1 fix' : `${places} fixes`} in ${countFiles(files)}, those that you ticked were made.`,
  'fix-all-left': ({ skipped, more }: { readonly skipped: readonly Skipped[]; readonly more: number }): string =>
    `Left unchanged: ${skipped.map(writeSkipped).join(' ')}${more === 0 ? '' : ` And ${more} more.`}`,
  'fix-all-show-all': (): string => 'Show All',

  'file-too-large-for-gateway': (): string => 'The file is larger than API Management accepts (256 KiB).',
  'files-left-out': ({ most }: { readonly most: number }): string =>
    `Only the first ${most} files of this workspace were looked at. Open a smaller folder to have all of them looked at.`,
  'too-many-policies': (): string => 'This workspace has too many policies for one run. Open this file and run Fix All in File.',
};
