/** The same for an address, whose host stays whole: who reads a title has to see whom the policy trusts. */
export function shortenPath(address: string): string {
  const host = /^https?:\/\/[^/]*/i.exec(address)?.[0] ?? '';
  return host + shortenIds(address.slice(host.length));
}

/** Writes the first block of each GUID only: a menu has room for so much. */
export function shortenIds(text: string): string {
  return text.replace(/\b([0-9a-f]{8})(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '$1…');
}
