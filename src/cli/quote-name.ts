import { showInvisible } from '../core/index.js';
import { showPart } from './show-line.js';

const named: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\u000b': '\\v',
  '\f': '\\f',
  '\r': '\\r',
};

/**
 * A file's name as it stands in the head of a diff, quoted as git quotes it (`core.quotePath`): what is not plain ASCII as the octal numbers of its
 * UTF-8 bytes. `git apply` and `patch` read it back. A name with a space ends with a tab, as git writes it, so that `patch` sees where it ends.
 */
export function quoteForDiff(name: string): string {
  const isPlain = /^[ !#-[\]-~]*$/.test(name) && showPart(name) === name;
  if (isPlain) return name.includes(' ') ? `${name}\t` : name;
  const quoted = Array.from(Buffer.from(name), byte => {
    const character = String.fromCharCode(byte);
    return named[character] ?? (byte > 0x20 && byte < 0x7f && character !== '#' ? character : byte === 0x20 ? ' ' : writeOctal(byte));
  });
  return `"${quoted.join('')}"`;
}

function writeOctal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}

/** A file's name as one word of a command that somebody may copy into a shell. */
export function quoteForShell(name: string): string {
  const path = name.startsWith('-') ? `./${name}` : name;
  if (/^[\w./@%+=:,-]+$/.test(path)) return path;
  // Only $'…' takes escapes; it names the very file where a plain quote would show what is not there.
  if (showInvisible(path) === path) return `'${path.replaceAll("'", String.raw`'\''`)}'`;
  const bytes = Array.from(Buffer.from(path), byte =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c ? String.fromCharCode(byte) : writeOctal(byte),
  );
  return `$'${bytes.join('')}'`;
}
