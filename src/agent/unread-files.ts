import { longestPath, mostSteps } from './limits.js';
import { tellOutside } from './outside-text.js';

/** A file that could not be read, and why, as a sentence. */
export interface UnreadFile {
  readonly file: string;
  readonly why: string;
}

/** The first of them, as an answer tells them. */
export function listUnread(unread: readonly UnreadFile[]) {
  return unread.slice(0, mostSteps).map(({ file, why }) => ({ untrustedFile: tellOutside(file, longestPath), why: tellOutside(why) }));
}
