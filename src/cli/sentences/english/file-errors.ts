/** What a file is read for. */
export type Purpose = 'config' | 'policy' | 'token' | 'error' | 'metadata' | 'named-values' | 'values';

const purposes: Readonly<Record<Purpose, string>> = {
  config: 'the config',
  policy: 'the policy',
  token: 'the token',
  error: 'the error text',
  metadata: 'the metadata file',
  'named-values': 'the file of named values',
  values: 'the file of values',
};

type JsonPurpose = Extract<Purpose, 'metadata' | 'named-values'>;

const shapes: Readonly<Record<JsonPurpose, string>> = {
  metadata: '{"https://…": the document at that address}.',
  'named-values': '{"name": "value"}.',
};

/** By the code of the system, and those of the command line itself. */
const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check its name, and the folder that you are in.',
  EISDIR: 'it is a folder. Name the files in it.',
  EACCES: 'you are not allowed to read it. Change its permissions, or read a copy.',
  EPERM: 'you are not allowed to read it. Change its permissions, or read a copy.',
  ENAMETOOLONG: 'its name is too long. Give the name of a file, not what is in it.',
  EFBIG: 'it is larger than 64 MiB. Check whether it is the right one.',
  ENXIO: 'it is a socket or a device that cannot be opened. Name a file.',
};

const notFiles = {
  folder: 'a folder. Name the files in it.',
  link: 'a link. Name the file that it leads to.',
  pipe: 'a pipe. Name a file.',
  socket: 'a socket. Name a file.',
  device: 'a device. Name a file.',
};

const unwritable: Readonly<Record<string, string>> = {
  CHANGED: 'it was changed after it was read, so nothing was written. Run the command again.',
  EACCES: 'it is read-only. Allow writing to it and to its folder, or leave out --write and apply the diff.',
  EPERM: 'it is read-only. Allow writing to it and to its folder, or leave out --write and apply the diff.',
  EROFS: 'it is read-only. Allow writing to it and to its folder, or leave out --write and apply the diff.',
  ENOSPC: 'there is no room for it, so it was left as it is. Make room, then run the command again.',
  EDQUOT: 'there is no room for it, so it was left as it is. Make room, then run the command again.',
  EFBIG: 'there is no room for it, so it was left as it is. Make room, then run the command again.',
  ENOENT: 'it is gone. Check whether it was moved or deleted.',
};

/** Why a file could not be read or written, and what to do about it. Each is one line. */
export const fileErrors = {
  /** `path`: null for standard input. `code`: the system's, null where it gives none. */
  cannotRead: ({
    purpose,
    path,
    code,
  }: {
    readonly purpose: Purpose;
    readonly path: string | null;
    readonly code: string | null;
  }): string => {
    const reason = unreadable[code ?? ''] ?? `${systemReason(code)} Check whether it is a file that you can open.`;
    return path === null ? `Cannot read standard input: ${reason}` : `Cannot read ${purposes[purpose]} ${path}: ${reason}`;
  },
  configIsLink: ({ path }: { readonly path: string }): string =>
    `${path} is a link, so it counts for nothing. Put the config itself there, or name one with --config.`,
  nothingFound: ({ filesIgnored }: { readonly filesIgnored: number }): string =>
    filesIgnored > 0
      ? `No policy document was found, and a config leaves out ${String(filesIgnored)} of the files. Add --no-config to read them, or name one.`
      : 'No policy document was found. Name files or folders that hold policies, add --hosts all, or add --no-error-on-unmatched where that is all right.',
  valuesNotRead: ({ paths, count }: { readonly paths: readonly string[]; readonly count: number }): string =>
    `Values are not read from ${paths.join(', ')}${count > paths.length ? ` and ${String(count - paths.length)} more` : ''}: a file is read up to 1 MiB, all of them up to 32 MiB. Give what counts with --values NAME=VALUE.`,
  folderTooLarge: ({ path }: { readonly path: string }): string =>
    `Cannot read the folder ${path}: it holds more than 50,000 files. Name a smaller one.`,
  notAFile: ({ path, kind }: { readonly path: string; readonly kind: keyof typeof notFiles }): string =>
    `Cannot write ${path}: it is ${notFiles[kind]}`,
  cannotWrite: ({ path, code }: { readonly path: string; readonly code: string | null }): string =>
    `Cannot write ${path}: ${unwritable[code ?? ''] ?? `${systemReason(code)} Check whether its folder is there, can be written and has room.`}`,
  cannotWriteOutput: ({ code }: { readonly code: string | null }): string =>
    `Cannot write to standard output: ${code === 'ENOSPC' ? 'there is no room left. Make room, or send the output elsewhere.' : `${systemReason(code)} Send the output elsewhere.`}`,
  notEncodable: (): string => 'The file is not UTF-8, and the fix has a character that its encoding lacks. Save the file as UTF-8 first.',
  unsafeDiff: ({ path }: { readonly path: string }): string =>
    `The diff of ${path} is not shown, because it has control characters, or a command to the pipeline. Use --write, or take them out of the file.`,

  notJson: ({ purpose }: { readonly purpose: JsonPurpose }): string =>
    `${capitalise(purposes[purpose])} is not JSON. Write one JSON object: ${shapes[purpose]}`,
  notAnObject: ({ purpose }: { readonly purpose: JsonPurpose }): string =>
    `${capitalise(purposes[purpose])} is not a JSON object. Write one: ${shapes[purpose]}`,
  valueNotText: ({ name }: { readonly name: string }): string =>
    `The named value ${name} is not a text. Write {"name": "value"} in the file of named values, with quotes around every value.`,
  /** Beside a saved document that was not kept. */
  tooDeep: (): string => 'The saved document is nested deeper than 64 levels, so it is not used. Save it again from its address.',
};

function systemReason(code: string | null): string {
  return code === null ? 'the system gives no reason.' : `the system says ${code}.`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
