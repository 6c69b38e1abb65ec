/**
 * What nobody sees, or what steers whoever shows it: controls (C0, DEL, C1), format characters (bidirectional controls, zero width,
 * soft hyphen, byte order mark, tags), all else that Unicode lets a font leave out (variation selectors, fillers), the separators of
 * lines and paragraphs, and halves of a surrogate pair. Unusual spaces are not among them: they are seen, if only as a space.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/** The same but for tabs and line breaks. A carriage return by itself is no line break: it lets one line overwrite itself. */
const unseenInLines = /(?!\t|\r?\n)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;

/**
 * Text from outside for one line of a terminal, a log, a message or a label: each character of which nobody sees anything becomes an escape like
 * `\u202e` or `\u{e0041}`, tabs and line breaks too. For showing only: a backslash that stands there already stays one, so nothing can be read back from it.
 */
export function showInvisible(text: string): string {
  return text.replace(unseen, writeEscape);
}

/** The same for a text of several lines: tabs, line feeds, and carriage returns before a line feed stay. */
export function showInvisibleLines(text: string): string {
  return text.replace(unseenInLines, writeEscape);
}

function writeEscape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
