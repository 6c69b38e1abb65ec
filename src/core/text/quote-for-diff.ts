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
  // Two number signs before a bracket are a command to a pipeline that prints the name.
  const isPlain = /^[ !#-[\]-~]*$/.test(name) && !/##(?:vso)?\[/i.test(name);
  if (isPlain) return name.includes(' ') ? `${name}\t` : name;
  const quoted = Array.from(new TextEncoder().encode(name), byte => {
    const character = String.fromCharCode(byte);
    return named[character] ?? (byte > 0x20 && byte < 0x7f && character !== '#' ? character : byte === 0x20 ? ' ' : writeOctal(byte));
  });
  return `"${quoted.join('')}"`;
}

function writeOctal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}
