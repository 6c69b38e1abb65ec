// Looks for secrets in everything that stands under a folder.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

/** Every file under a folder, with its bytes; of a link its target's name. Sockets and the like are left out. */
function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(file);
    else if (entry.isSymbolicLink()) yield [file, Buffer.from(readlinkSync(file))];
    else if (entry.isFile()) yield [file, readFileSync(file)];
  }
}

/**
 * Where each text stands, as UTF-8 or UTF-16 (little endian), in the name or the bytes of a file.
 * `texts`: name → text. Gives name → files, relative to the folder.
 */
export function searchFiles(folder, texts) {
  const found = Object.fromEntries(Object.keys(texts).map(name => [name, []]));
  for (const [file, bytes] of filesUnder(folder)) {
    const relative = path.relative(folder, file);
    for (const [name, text] of Object.entries(texts)) {
      if (relative.includes(text) || bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le')))
        found[name].push(relative);
    }
  }
  return found;
}
