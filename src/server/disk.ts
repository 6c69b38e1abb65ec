import type { FindFilesParams, FoundFiles } from '../protocol.js';

/** The disk of the machine that the server runs on, as far as the folders go that a client has opened. */
export interface Disk {
  /**
   * What of the folders is asked for, without the files that a link leads to. `folders`: their addresses; what is on no disk is passed over.
   * Never rejects because of a file or a folder.
   */
  find(folders: readonly string[], wanted: FindFilesParams): Promise<FoundFiles>;
  /** Files were made, changed or removed: what was found before does not count. */
  forget(): void;
}
