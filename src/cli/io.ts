import type { CheckShare, DoneShare } from './check-share.js';
import type { Send } from '../fetching/fetch-document.js';
import type { StdioHost } from '../server/stdio/node.js';
import type { Sentence } from './sentences/catalogue.js';
import type { Terminal } from './terminal.js';

/** All that a command needs of the machine it runs on, so that tests call `run` in their own process. */
export interface Io {
  /** The arguments, without node and script. */
  readonly argv: readonly string[];
  /** The product's version. */
  readonly version: string;
  readonly terminal: Terminal;
  /** The folder that relative paths start from: its whole path. */
  readonly workingFolder: string;
  /** Everything on standard input. Rejects beyond `mostBytes` with the code EFBIG. */
  readInput(): Promise<Uint8Array>;
  /** Rejects where the file cannot be read; the error's `code` is Node's, and EFBIG beyond `most` bytes, `mostBytes` where it is absent. A pipe is read to its end. */
  readFile(path: string, most?: number): Promise<Uint8Array>;
  /** What a path leads to, links followed, without opening it. Rejects where there is nothing. */
  kindOf(path: string): Promise<FileKind>;
  /** Whether a path is itself a symbolic link, wherever it leads. Rejects where there is nothing. */
  isLink(path: string): Promise<boolean>;
  /** The files in a folder and in those in it, in the order of their names. Rejects where it cannot be read, and with EFBIG where there are too many. */
  listFolder(path: string): Promise<readonly string[]>;
  /** What stands directly in a folder, in the order of the names. Links are left out: they may lead anywhere. Rejects where it cannot be read. */
  listEntries(path: string): Promise<readonly FolderEntry[]>;
  /**
   * Replaces the file's content, all of it or nothing, and keeps its permissions. Rejects where it cannot, and, with the code CHANGED,
   * where the file no longer holds `before`.
   */
  replaceFile(path: string, content: Uint8Array, before: Uint8Array): Promise<Replaced>;
  /** Makes a new file, all of it or nothing. Rejects where it cannot, and, with the code EEXIST, where there is one. */
  createFile(path: string, content: Uint8Array): Promise<void>;
  /** Resolves when the text is written, or nobody reads it any more; rejects with `CannotRun` where it could not be written. */
  writeOutput(text: string): Promise<void>;
  writeError(text: string): void;
  /** Says on a terminal how far the work has come, in place of what was said before; gone when anything else is written. Nothing where nobody looks. */
  tellProgress(text: string): void;
  /** Sends one request. Whoever calls it keeps the rules of `fetch-documents.ts`. */
  readonly request: Send;
  /** Unix seconds. */
  now(): number;
  /** Calls back when a file was made, changed or removed; gives what ends that. A file counts as changed a second later at most. */
  watchFile(path: string, changed: () => void): () => void;
  /** Threads besides this one; null where there are none. */
  readonly threads: Threads | null;
  /** Serves the language server protocol on standard input and output until the client leaves. */
  serve(host: Pick<StdioHost, 'given' | 'fetcher' | 'tellConfig'>): Promise<void>;
}

/** Threads that can do a part of the work. */
export interface Threads {
  /** How many can work at once. */
  readonly most: number;
  /** So many files one must find to be worth its start. */
  readonly worth: number;
  /** Checks files in one of them, which ends then. Rejects where it cannot start, and where it ends before its work does. */
  check(share: CheckShare): Promise<DoneShare>;
}

export type FileKind = 'file' | 'folder' | 'pipe' | 'socket' | 'device';

/** A file or a folder in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** What is worth saying of a file that was replaced. */
export interface Replaced {
  /** Where the path was a symbolic link: the file that it leads to, which was written. */
  readonly target: string | null;
  /** How many other names (hard links) the file had: they keep what stood there. */
  readonly otherNames: number;
}

/** No file and no input longer than this is read: 64 MiB, far beyond the 256 KiB that a gateway takes, so that `/dev/zero` has an end. */
export const mostBytes = 64 * 1024 * 1024;

/** Why a command could not run: one sentence that says what to do, not yet written. It ends with exit code 2. */
export class CannotRun extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super();
    this.sentence = sentence;
  }
}

/** The code of an error of Node or of this `Io`; null where it has none. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
