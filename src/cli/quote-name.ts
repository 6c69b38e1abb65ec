import { showInvisible } from '../core/index.js';

/** A file's name as one word of a command that somebody may copy into a shell. */
export function quoteForShell(name: string): string {
  const path = name.startsWith('-') ? `./${name}` : name;
  if (/^[\w./@%+=:,-]+$/.test(path)) return path;
  // Only $'…' takes escapes; it names the very file where a plain quote would show what is not there.
  if (showInvisible(path) === path) return `'${path.replaceAll("'", String.raw`'\''`)}'`;
  const bytes = Array.from(Buffer.from(path), byte =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`,
  );
  return `$'${bytes.join('')}'`;
}
