/**
 * What the user meant to paste. An input box turns every line break into a space, so that a wrapped token and a token
 * before a second header look alike. Where the clipboard still holds the same text but for white space, its original is
 * taken; else the typed text as it is, and the decoding decides which pieces belong together.
 */
export function readPaste(typed: string, clipboard: string): string {
  return withoutSpace(typed) === withoutSpace(clipboard) ? clipboard : typed;
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
