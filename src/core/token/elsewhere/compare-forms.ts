import { findDocumentedIssuer } from '../../microsoft/write-address.js';
import { isGuid } from '../../microsoft/tenant.js';

/**
 * How a text of a token is another form of the one that a policy wants, the nearest first:
 *
 * - `same`: it is the same text;
 * - `space`, `slash`, `letters`: without what people overlook at its ends, or in upper and lower case;
 * - `scheme`: the same behind http and https;
 * - `document`: the policy has the address of the document whose issuer this is;
 * - `default-scope`: the policy has `/.default` behind it, which only a request has;
 * - `id-inside`: the policy has an address that ends in this id;
 * - `name-inside`: the policy has an address or a name that ends in this, behind a slash or a colon;
 * - `inside-token`: the token has more in front of what the policy wants;
 * - `same-id`: both are addresses that end in the same id.
 */
export const relations = [
  'same',
  'space',
  'slash',
  'letters',
  'scheme',
  'document',
  'default-scope',
  'id-inside',
  'name-inside',
  'inside-token',
  'same-id',
] as const;

export type Relation = (typeof relations)[number];

/** Longer texts are no values that people write down. */
const longest = 2000;

/** The nearest relation of two texts; null where they have nothing to do with each other. Linear in their length. */
export function compareForms(wanted: string, found: string): Relation | null {
  if (wanted.length > longest || found.length > longest || wanted.trim() === '' || found.trim() === '') return null;
  if (wanted === found) return 'same';
  if (wanted.trim() === found.trim()) return 'space';
  const [own, other] = [withoutSlash(wanted), withoutSlash(found)];
  if (own === other) return 'slash';
  const [low, otherLow] = [own.toLowerCase(), other.toLowerCase()];
  if (low === otherLow) return 'letters';
  if (withoutScheme(low) === withoutScheme(otherLow)) return 'scheme';
  if (isDocumentOf(wanted.trim(), found.trim())) return 'document';
  if (/\/\.default$/.test(low) && compareForms(own.slice(0, -'/.default'.length), found) !== null) return 'default-scope';
  if (endsInPart(low, otherLow)) return isGuid(other) ? 'id-inside' : 'name-inside';
  if (endsInPart(otherLow, low)) return 'inside-token';
  const id = lastPart(low);
  return isGuid(id) && id === lastPart(otherLow) ? 'same-id' : null;
}

/** The text at the end of an address where an issuer's document stands, without what leads to the document; null where it is none. */
function issuerOfDocument(address: string): string | null {
  const plain = address.trim();
  const issuer = /^(https?:\/\/.+?)\/\.well-known\/(?:openid-?configuration|oauth-authorization-server)\/?$/i.exec(plain)?.[1];
  return issuer === undefined ? null : (findDocumentedIssuer(plain) ?? issuer);
}

function isDocumentOf(address: string, issuer: string): boolean {
  const named = issuerOfDocument(address);
  return named !== null && withoutSlash(named) === withoutSlash(issuer);
}

function withoutSlash(text: string): string {
  return text.trim().replace(/\/$/, '');
}

function withoutScheme(text: string): string {
  return text.replace(/^https?:\/\//, '//');
}

/** Whether the shorter text is what stands behind a slash or a colon of the longer one. */
function endsInPart(long: string, short: string): boolean {
  if (short.length < 2 || long.length <= short.length || !long.endsWith(short)) return false;
  // A host behind its scheme is no part of its own.
  const before = long.slice(0, -short.length);
  return /[/:]$/.test(before) && !/^https?:\/\/$/.test(before);
}

function lastPart(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
}
