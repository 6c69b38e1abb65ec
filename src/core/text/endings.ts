// What a text ends with. A regular expression such as `/ +$/` tries each run of the text from each of its places, which costs the square of
// a run's length; these look from the end.

/** The characters of a set that a text ends with. */
export function endOf(text: string, characters: string): string {
  return text.slice(withoutEnd(text, characters).length);
}

/** A text without the characters of a set that it ends with. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The white space that a text ends with. */
export function spaceAtEnd(text: string): string {
  return text.slice(text.trimEnd().length);
}

/** The blanks and tabs that a text ends with, and the line break before them where there is one. */
export function lineAtEnd(text: string): string {
  const before = withoutEnd(text, ' \t');
  return text.slice(before.length - (/(?:\r\n|\n|\r)$/.exec(before)?.[0].length ?? 0));
}
