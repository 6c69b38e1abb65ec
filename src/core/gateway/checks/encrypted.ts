import { compactDecrypt } from 'jose';
import { decodePaddedBase64 } from '../../metadata/base64.js';
import { childElements } from '../../policy/policy-tree.js';
import type { JsonObject } from '../../token/token.js';
import { readTextClaim, type CheckContext } from '../check-context.js';
import type { RefusalTable } from '../generations.js';
import type { Reason } from '../reason.js';
import { decodePart, fitsPattern } from './base64-part.js';
import { readPart } from './read-part.js';

/** What became of an encrypted token. */
export type Decryption =
  | { readonly kind: 'opened'; readonly text: string }
  | { readonly kind: 'refused'; readonly table: RefusalTable; readonly reason: Reason }
  | { readonly kind: 'unknown'; readonly missing: readonly string[]; readonly reason: Reason }
  | { readonly kind: 'uncertain'; readonly reason: Reason };

/** How long a key each of the content encryptions needs, in bytes; longer ones are cut off. */
const contentKeys: Readonly<Record<string, number>> = { 'A128CBC-HS256': 32, 'A192CBC-HS384': 48, 'A256CBC-HS512': 64 };
/** The key encryptions that take a key written into the policy. */
const wrappingKeys: Readonly<Record<string, number>> = { A128KW: 16, A192KW: 24, A256KW: 32 };

const partNames = ['header', 'encrypted key', 'initialization vector', 'ciphertext', 'authentication tag'] as const;

/** Opens an encrypted token with the decryption keys of the policy, as far as they are at hand. Never throws. */
export async function decryptToken(context: CheckContext, parts: readonly string[]): Promise<Decryption> {
  const malformed = findMalformedPart(parts);
  if (malformed !== null) return malformed;
  const header = readPart(parts[0] ?? '', 'header').json ?? {};
  const encryption = readTextClaim(header, 'enc') ?? '';
  if (encryption === '') return refused({ all: 'IDX10612' }, { code: 'encrypted-part', values: { part: 'header member "enc"' } });
  const keys = collectKeys(context);
  if (keys.known.length === 0 && keys.missing.length === 0) return refused({ all: 'IDX10609' }, { code: 'encrypted-no-key', values: {} });
  const algorithm = readTextClaim(header, 'alg') ?? '';
  const tried = await tryKeys(keys.known, header, parts.join('.'), algorithm, encryption);
  if (tried !== null) return tried;
  if (keys.missing.length > 0)
    return { kind: 'unknown', missing: keys.missing, reason: { code: 'encrypted-key-unknown', values: { keys: keys.missing } } };
  return judgeUnopened(header, algorithm, encryption);
}

function refused(table: RefusalTable, reason: Reason): Decryption {
  return { kind: 'refused', table, reason };
}

/** The library looks at the authentication tag first, then at the parts in their order. */
const partCodes: readonly (readonly [index: number, absent: string, malformed: string])[] = [
  [4, 'IDX14310', ''],
  [0, 'IDX14307', 'IDX14102'],
  [1, '', 'IDX10400'],
  [2, 'IDX14308', 'IDX14309'],
  [3, 'IDX14306', 'IDX14312'],
  [4, '', 'IDX14311'],
];

function findMalformedPart(parts: readonly string[]): Decryption | null {
  for (const [index, absent, malformed] of partCodes) {
    const text = parts[index] ?? '';
    const decoded = index === 0 ? readPart(text, 'header').json !== null : decodePart(text, 'header').isReadBy('8-jwt');
    const idx = text === '' ? absent : decoded ? '' : malformed;
    if (idx === '') continue;
    const pattern = parts.every(fitsPattern) && parts.every((part, place) => part !== '' || place === 1);
    const table: RefusalTable = { all: idx, jst: pattern ? (index === 0 ? 'IDX12729' : 'IDX10612') : 'IDX12709', '5-jwt': 'IDX10612' };
    return refused(table, { code: 'encrypted-part', values: { part: partNames[index] ?? '' } });
  }
  return null;
}

interface DecryptionKey {
  readonly id: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function collectKeys(context: CheckContext): { known: readonly DecryptionKey[]; missing: readonly string[] } {
  const known: DecryptionKey[] = [];
  const missing: string[] = [];
  const [list] = childElements(context.policy.element, 'decryption-keys');
  for (const element of list === undefined ? [] : childElements(list, 'key')) {
    const attribute = (name: string): string | null => {
      const value = element.attributes.find(candidate => candidate.name === name)?.value;
      const read = value === undefined ? null : context.know(value);
      return read === null ? null : read.known ? read.text : read.missing.join(', ');
    };
    const certificate = attribute('certificate-id');
    const text = context.know(element.value);
    const bytes = certificate === null && text.known ? decodePaddedBase64(text.text.trim()) : null;
    if (bytes !== null) known.push({ id: attribute('id'), bytes });
    else missing.push(...(certificate !== null ? [certificate] : text.known ? ['decryption-keys'] : text.missing));
  }
  return { known, missing };
}

/** The key that the token names is the only one that is tried; where none has that name, all are. */
async function tryKeys(
  keys: readonly DecryptionKey[],
  header: JsonObject,
  token: string,
  algorithm: string,
  encryption: string,
): Promise<Decryption | null> {
  const length =
    algorithm === 'dir' ? contentKeys[encryption] : contentKeys[encryption] === undefined ? undefined : wrappingKeys[algorithm];
  if (length === undefined) return null;
  const kid = readTextClaim(header, 'kid');
  const named = keys.find(key => key.id !== null && key.id === kid);
  for (const key of named === undefined ? keys : [named]) {
    if (key.bytes.length < length) continue;
    const text = await openWith(token, key.bytes.subarray(0, length));
    if (text === null) continue;
    if (text === 'compressed') return { kind: 'uncertain', reason: { code: 'encrypted-compressed', values: {} } };
    return { kind: 'opened', text: text.plain };
  }
  return null;
}

async function openWith(token: string, key: Uint8Array): Promise<{ plain: string } | 'compressed' | null> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(token, key, { crit: {} });
    return protectedHeader['zip'] === undefined ? { plain: new TextDecoder().decode(plaintext) } : 'compressed';
  } catch {
    // The message of a failed decryption may quote what it read: only the fact counts.
    return null;
  }
}

function judgeUnopened(header: JsonObject, algorithm: string, encryption: string): Decryption {
  if (header['zip'] !== undefined && header['zip'] !== null)
    return { kind: 'uncertain', reason: { code: 'encrypted-compressed', values: {} } };
  if (algorithm !== 'dir' && wrappingKeys[algorithm] === undefined) {
    return refused({ all: 'IDX10609' }, { code: 'encrypted-not-supported', values: { algorithm } });
  }
  if (contentKeys[encryption] === undefined) {
    const idx = /^A(?:128|192|256)GCM$/.test(encryption) ? 'IDX10603' : 'IDX10619';
    return refused({ all: idx, '5': 'IDX10609' }, { code: 'encrypted-not-supported', values: { algorithm: encryption } });
  }
  return refused({ all: 'IDX10603', '5': algorithm === 'dir' ? 'IDX10603' : 'IDX10659' }, { code: 'encrypted-wrong-key', values: {} });
}
