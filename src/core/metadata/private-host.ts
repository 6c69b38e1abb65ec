/**
 * Where a host stands that is not on the public internet. `loopback`: this computer. `link-local`: the same wire, where clouds
 * answer with credentials (169.254.169.254). `private`: an inner network. `unspecified`: no host at all (0.0.0.0), which most
 * systems take for this computer. `special`: multicast and what is reserved.
 */
export type InnerHost = 'loopback' | 'link-local' | 'private' | 'unspecified' | 'special';

/** Name endings for inner networks (RFC 6761, 6762, 8375, 9476 and ICANN's `internal`), without the dot in front. */
const innerEndings = ['local', 'internal', 'home.arpa', 'localdomain', 'lan', 'intranet', 'corp', 'home', 'private', 'test', 'invalid'];

/** IPv4 ranges: address, length of the prefix (IANA's special-purpose registry). The first that fits counts. */
const ranges: readonly (readonly [string, number, InnerHost])[] = [
  ['0.0.0.0', 8, 'unspecified'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'private'],
  ['127.0.0.0', 8, 'loopback'],
  ['168.63.129.16', 32, 'link-local'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'private'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'private'],
  ['224.0.0.0', 4, 'special'],
  ['240.0.0.0', 4, 'special'],
];

/**
 * Whether a host is an inner one, and of which sort; null for a public one. `hostname`: as the URL parser writes it, which has
 * brought every form of an IP address (decimal, octal, hexadecimal, full-width, short) into its usual one.
 */
export function findInnerHost(hostname: string): InnerHost | null {
  const host = hostname.replace(/\.$/, '').toLowerCase();
  if (host.startsWith('[')) return judgeIpv6(host.slice(1, -1));
  const number = readIpv4(host);
  if (number !== null) return judgeIpv4(number);
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
  // A name without a dot is looked up in the network that this computer is in.
  return !host.includes('.') || innerEndings.some(ending => host.endsWith(`.${ending}`)) ? 'private' : null;
}

function readIpv4(host: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number);
  return parts?.every(part => part < 256) === true ? parts.reduce((number, part) => number * 256 + part, 0) : null;
}

function judgeIpv4(number: number): InnerHost | null {
  const found = ranges.find(([address, length]) => {
    const size = 2 ** (32 - length);
    return Math.floor(number / size) === Math.floor((readIpv4(address) ?? 0) / size);
  });
  return found?.[2] ?? null;
}

function judgeIpv6(text: string): InnerHost | null {
  const groups = readIpv6(text);
  if (groups === null) return 'special';
  const [first = 0, second = 0, third = 0] = groups;
  const low = (at: number): number => (groups[at] ?? 0) * 65536 + (groups[at + 1] ?? 0);
  const isZero = (from: number, to: number): boolean => groups.slice(from, to).every(group => group === 0);
  if (isZero(0, 8)) return 'unspecified';
  if (isZero(0, 7) && groups[7] === 1) return 'loopback';
  // Forms that hold an IPv4 address: ::a.b.c.d, ::ffff:a.b.c.d, ::ffff:0:a.b.c.d, 64:ff9b::a.b.c.d and 2002:…::.
  const isMapped = isZero(0, 6) || (isZero(0, 5) && groups[5] === 0xffff) || (isZero(0, 4) && groups[4] === 0xffff && groups[5] === 0);
  if (isMapped || (first === 0x64 && second === 0xff9b)) return judgeIpv4(low(6));
  if (first === 0x2002) return judgeIpv4(second * 65536 + third);
  if ((first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfec0) return 'private';
  if ((first & 0xffc0) === 0xfe80) return 'link-local';
  return (first & 0xe000) === 0x2000 ? null : 'special';
}

/** The eight groups of an address as the URL parser writes it: hexadecimal, at most one `::`. */
function readIpv6(text: string): number[] | null {
  const [head = '', tail] = text.split('::');
  const read = (part: string): number[] => (part === '' ? [] : part.split(':').map(group => Number.parseInt(group, 16)));
  const [before, after] = [read(head), read(tail ?? '')];
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  if (gap < 0) return null;
  const groups = [...before, ...Array.from({ length: gap }, () => 0), ...after];
  return groups.length === 8 && groups.every(group => group >= 0 && group <= 0xffff) ? groups : null;
}
