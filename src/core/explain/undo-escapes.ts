const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '/': '/', '\\': '\\' };
const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', amp: '&' };

/** A text as it was before JSON or HTML escaped it, up to three times, to compare it and to look for words. */
export function undoEscapes(text: string): string {
  let plain = text;
  for (let round = 0; round < 3 && /[\\&]/.test(plain); round++) {
    plain = plain.replace(
      /\\(?:u([0-9a-fA-F]{4})|([nrt"'/\\]))|&(?:#([0-9]{1,5})|#[xX]([0-9a-fA-F]{1,4})|(quot|apos|lt|gt|nbsp|amp));/g,
      (_, unicode?: string, letter?: string, decimal?: string, hexadecimal?: string, entity?: string) => {
        if (letter !== undefined) return letters[letter] ?? letter;
        if (entity !== undefined) return entities[entity] ?? entity;
        return String.fromCharCode(decimal === undefined ? Number.parseInt(unicode ?? hexadecimal ?? '20', 16) : Number(decimal));
      },
    );
  }
  return plain;
}
