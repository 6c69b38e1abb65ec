/** All that a command needs of the machine it runs on, so that tests call `run` in their own process. */
export interface Io {
  /** The arguments, without node and script. */
  readonly argv: readonly string[];
  /** The product's version. */
  readonly version: string;
  /** Everything on standard input. */
  readInput(): Promise<Uint8Array>;
  /** Rejects where the file cannot be read; the error's `code` is Node's. */
  readFile(path: string): Promise<Uint8Array>;
  /** Replaces the file's content, all of it or nothing, and keeps its permissions. Rejects where it cannot. */
  writeFile(path: string, content: Uint8Array): Promise<void>;
  writeOutput(text: string): void;
  writeError(text: string): void;
  /** Unix seconds. */
  now(): number;
  /** Serves the language server protocol on standard input and output until the client leaves. */
  serve(): Promise<void>;
}

/** Why a command could not run: one sentence that says what to do. It ends with exit code 2. */
export class CannotRun extends Error {}
