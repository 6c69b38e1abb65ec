/** Writes the first block of each GUID only: a menu has room for so much. */
export function shortenIds(text: string): string {
  return text.replace(/\b([0-9a-f]{8})(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '$1…');
}
