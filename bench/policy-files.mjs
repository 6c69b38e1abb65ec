// Folders of policies, for the command line.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeTypical } from './documents.mjs';

/** Writes policies of 2 to 5 KiB, as most are, each text changed by `change`. Gives their paths. */
export async function writePolicies(
  /** @type {string} */ folder,
  /** @type {number} */ count,
  /** @type {(text: string) => string} */ change,
) {
  await mkdir(folder);
  const files = [];
  for (let index = 0; index < count; index++) {
    const file = path.join(folder, `${String(index).padStart(5, '0')}.policy.xml`);
    await writeFile(file, change(writeTypical((2 + (index % 4)) * 1024)));
    files.push(file);
  }
  return files;
}
