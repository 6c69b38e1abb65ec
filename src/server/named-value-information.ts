import type { WorkspaceFile } from '../protocol.js';

/** The file in which APIOps keeps a named value: `named values/<name>/namedValueInformation.json`. */
export const namedValueFile = 'namedValueInformation.json';

/** What such a file says. */
export interface NamedValueInformation {
  readonly file: WorkspaceFile;
  /** The address of the folder that holds everything of one API Management instance, with a slash at the end. */
  readonly root: string;
  /** What stands between the brackets in a policy. */
  readonly name: string;
  readonly secret: boolean;
  /** Null for a secret, whatever the file says, and where the file has none. */
  readonly value: string | null;
  /** Where the name stands in the file: UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Reads one file; null where it is something else. */
export function readNamedValueInformation(file: WorkspaceFile): NamedValueInformation | null {
  const properties = readProperties(file.text);
  const name = properties?.['displayName'];
  if (properties === null || typeof name !== 'string' || !/^[A-Za-z0-9._-]{1,256}$/.test(name)) return null;
  const secret = properties['secret'] === true || (typeof properties['keyVault'] === 'object' && properties['keyVault'] !== null);
  const value = properties['value'];
  const named = /"displayName"\s*:\s*"/.exec(file.text);
  const start = named === null ? 0 : named.index + named[0].length;
  return {
    file,
    root: rootOf(file.uri),
    name,
    secret,
    value: !secret && typeof value === 'string' ? value : null,
    start,
    end: named === null ? 0 : start + name.length,
  };
}

function readProperties(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const properties = isObject(read) ? read['properties'] : undefined;
    return isObject(properties) ? properties : null;
  } catch {
    // The error is not looked at: it quotes the text.
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Three steps up: the file, its own folder, and `named values`. */
function rootOf(uri: string): string {
  return `${uri.split('/').slice(0, -3).join('/')}/`;
}
