import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Desk } from '../../server/desk.js';

/** Texts in a folder of their own, which nobody else may look into, and which goes with the process. */
export class TextDesk implements Desk {
  #folder: Promise<string> | null = null;

  async lay(name: string, text: string): Promise<string> {
    this.#folder ??= makeFolder();
    const file = path.join(await this.#folder, name);
    await writeFile(file, text, { mode: 0o600 });
    return pathToFileURL(file).href;
  }
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'apim-token-doctor-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
