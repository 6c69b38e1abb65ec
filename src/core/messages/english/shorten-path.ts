import { shortenIds } from '../said.js';

/** The first block of each GUID of an address, whose host stays whole: who reads a title has to see whom the policy trusts. */
export function shortenPath(address: string): string {
  const host = /^https?:\/\/[^/]*/i.exec(address)?.[0] ?? '';
  return host + shortenIds(address.slice(host.length));
}
