import type { LoadedFile, ValueFile } from '../core/index.js';
import type { ClientFacts } from '../facts-protocol.js';

/** Values that were named when the server was started; they count before those of settings and of files that are found. */
export interface StartValues {
  readonly files: readonly { readonly file: ValueFile; readonly origin: 'named-file' | 'found' | 'config' }[];
  readonly loaded: readonly LoadedFile[];
  /** Name → value. */
  readonly assigned: Readonly<Record<string, string>>;
  /** The set in force; null where none was named. */
  readonly set: string | null;
}

/** What the files that were named when the server was started say at one moment. */
export interface Given {
  /** The text of the token's file; null where none is named, and where nothing is in it. */
  readonly token: string | null;
  readonly facts: ClientFacts;
  readonly values: StartValues;
}

/** Files that hold facts. Whoever starts the server names them, and a client's command another file for the token. */
export interface GivenFiles {
  /** Reads them, and calls back with what they say, now and after each change. `tell` gets a sentence about a file that is of no use. */
  watch(take: (given: Given) => void, tell: (problem: string) => void): void;
  /** Takes the token from another file from now on. Gives why that cannot be, in one sentence; null where it can. Never rejects. `path`: a whole path or a `file:` address. */
  takeToken(path: string): Promise<string | null>;
  /** Reads no token any more. */
  dropToken(): void;
}
