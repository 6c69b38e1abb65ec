import type { Desk } from './desk.js';
import type { Disk } from './disk.js';
import type { Fetcher } from './fetcher.js';
import type { GivenFiles } from './given-files.js';
import type { Judging } from './readings.js';
import type { Language } from './sentences/language.js';
import type { ConfigChoice } from './workspace-configs.js';

/** What the server needs of the process it runs in. */
export interface ServerHost {
  /** Absent where all is judged as the core does it. */
  readonly judging?: Partial<Judging>;
  readonly language: Language;
  /** The product's version. */
  readonly version: string;
  /** Absent where the server runs beside no disk, or has no need of one. */
  readonly disk?: Disk;
  /** Absent where nobody can name files to it. */
  readonly given?: GivenFiles;
  /** Tells what is said of configs, once the server listens and after each change of it. Absent where each folder's own counts. */
  readonly tellConfig?: (choose: (choice: ConfigChoice) => void) => void;
  /** Absent where it is to use no network. */
  readonly fetcher?: Fetcher;
  /** Absent where it can lay no text for a client to open. */
  readonly desk?: Desk;
  /** Unix seconds. */
  now(): number;
  /** Resolves after the messages that wait were read, where others have not had their turn for some milliseconds; else at once. */
  pause(): Promise<void>;
}
