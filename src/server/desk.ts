/** Where texts are laid for a client to open: files that nobody else may read, and that go with the process. */
export interface Desk {
  /** Gives the address of the file. Rejects where it cannot be written. */
  lay(name: string, text: string): Promise<string>;
}
