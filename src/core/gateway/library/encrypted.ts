import { compactDecrypt } from 'jose';
import { decodePaddedBase64, encodeBase64url } from '../../metadata/base64.js';
import { childElements } from '../../policy/policy-tree.js';
import { toBytes } from '../../token/base64url.js';
import type { JsonObject } from '../../token/token.js';
import { readTextClaim, type CheckContext } from '../check-context.js';
import { acceptedByAll, answerBy, firstRefusal, type Answer, type Answers, type AnswerTable } from './answers.js';
import type { Reason } from '../reason.js';
import { decodePart } from './base64-part.js';
import { findEncryptedFaults, type EncryptedFaults } from './encrypted-parts.js';
import { readPart } from './read-part.js';

/** What became of an encrypted token. */
type Decryption =
  /** Those who read it only in its standard form refuse. */
  | { readonly kind: 'opened'; readonly text: string; readonly answers: Answers }
  | { readonly kind: 'refused'; readonly answers: Answers; readonly reason: Reason }
  | { readonly kind: 'unknown'; readonly missing: readonly string[]; readonly reason: Reason }
  | { readonly kind: 'uncertain'; readonly reason: Reason };

/** How long a key each of the content encryptions needs, in bytes; longer ones are cut off. */
const contentKeys: Readonly<Record<string, number>> = { 'A128CBC-HS256': 32, 'A192CBC-HS384': 48, 'A256CBC-HS512': 64 };
/** The key encryptions that take a key written into the policy. */
const wrappingKeys: Readonly<Record<string, number>> = { A128KW: 16, A192KW: 24, A256KW: 32 };

/** Opens an encrypted token with the decryption keys of the policy, as far as they are at hand. Never throws. */
export async function decryptToken(context: CheckContext, parts: readonly string[]): Promise<Decryption> {
  const faults = findEncryptedFaults(parts);
  const keys = collectKeys(context);
  const hasKeys = keys.known.length > 0 || keys.missing.length > 0;
  // Generation 5 looks at the parts only when it has a key to decrypt them with.
  const late: Answers = engine => (engine.generation === 5 && !hasKeys ? 'accepts' : faults.late(engine));
  const refused = (table: AnswerTable, reason: Reason, isLate = false): Decryption => {
    const answers = firstRefusal(faults.early, isLate ? late : acceptedByAll, answerBy(table));
    return { kind: 'refused', answers, reason };
  };
  const header = readPart(parts[0] ?? '', 'header').json;
  const algorithm = header === null ? '' : (readTextClaim(header, 'alg') ?? '');
  // Without a key inside, the part for it is not read.
  const isKeyPartUnread = algorithm === 'dir' && faults.unreadable === 'encrypted-key';
  if (header === null || (faults.unreadable !== null && !isKeyPartUnread)) {
    const named = Object.hasOwn(header ?? {}, 'enc') && header?.['enc'] !== null && header?.['enc'] !== '';
    // JwtSecurityTokenHandler of the newer generations has then tried its keys on the key inside.
    const isTried = hasKeys && wrappingKeys[algorithm] !== undefined && faults.unreadable === 'encrypted-key';
    return refused(
      named ? { all: 'IDX10609', ...(isTried ? { '8-jst': 'IDX10603', '7-jst': 'IDX10603' } : {}) } : { all: 'IDX10612' },
      { code: 'encrypted-part', values: { part: faults.unreadable ?? 'header' } },
      named,
    );
  }
  const encryption = readTextClaim(header, 'enc') ?? '';
  if (encryption === '') return refused({ all: 'IDX10612' }, { code: 'encrypted-part', values: { part: 'enc' } });
  if (!hasKeys) return refused({ all: 'IDX10609' }, { code: 'encrypted-no-key', values: {} }, true);
  const opened = await tryKeys(keys.known, header, normalise(parts, algorithm, encryption), algorithm, encryption);
  if (opened !== null) return judgeOpened(opened, algorithm, mergeFaults(faults, parts, encryption));
  if (keys.missing.length > 0)
    return { kind: 'unknown', missing: keys.missing, reason: { code: 'encrypted-key-unknown', values: { keys: keys.missing } } };
  const zip = Object.hasOwn(header, 'zip') ? header['zip'] : null;
  if (zip !== null && zip !== 'DEF') return refused({ all: 'IDX10679' }, { code: 'encrypted-part', values: { part: 'zip' } }, true);
  if (zip !== null) return { kind: 'uncertain', reason: { code: 'encrypted-compressed', values: {} } };
  const hasLength = keys.known.some(key => key.bytes.length === wrappingKeys[algorithm]);
  const [table, reason] = explainUnopened(algorithm, encryption, hasLength);
  const judged = refused(table, reason, true);
  return algorithm === '' && judged.kind === 'refused' ? { ...judged, answers: firstRefusal(withoutAlgorithm, judged.answers) } : judged;
}

/** JwtSecurityTokenHandler of generations 7 and 8 ends with an error of its own where the header names no algorithm. */
const withoutAlgorithm = answerBy({ '8-jst': 'crashes', '7-jst': 'crashes' });

/** All parts but the header, which is authenticated as it stands, in their standard form and length. */
function normalise(parts: readonly string[], algorithm: string, encryption: string): string {
  const [header = '', ...rest] = parts.map(part => toBytes(decodePart(part, 'encrypted').binary ?? ''));
  const tag = (contentKeys[encryption] ?? 0) / 2;
  const standard = rest.map((bytes, index) =>
    index === 0 && algorithm === 'dir' ? '' : encodeBase64url(index === 3 && tag > 0 ? bytes.subarray(0, tag) : bytes),
  );
  return [header.length === 0 ? '' : (parts[0] ?? ''), ...standard].join('.');
}

/** Only generation 5 takes an authentication tag that is too long. */
function mergeFaults(faults: EncryptedFaults, parts: readonly string[], encryption: string): EncryptedFaults {
  const tag = decodePart(parts[4] ?? '', 'encrypted').binary?.length ?? 0;
  const isLong = tag > (contentKeys[encryption] ?? 0) / 2;
  return isLong ? { ...faults, late: firstRefusal(faults.late, answerBy({ all: 'IDX10603', 5: 'accepts' })) } : faults;
}

function judgeOpened(opened: Opened, algorithm: string, faults: EncryptedFaults): Decryption {
  if (opened.text === null) return { kind: 'uncertain', reason: { code: 'encrypted-compressed', values: {} } };
  // Generation 5 does not know A192KW, and takes only the first key for the others.
  const isPlain = algorithm === 'dir' || opened.first === null;
  const older = algorithm === 'A192KW' ? 'IDX10609' : isPlain ? 'accepts' : opened.first === true ? 'IDX10659' : 'IDX10662';
  return { kind: 'opened', text: opened.text, answers: firstRefusal(faults.early, faults.late, answerBy({ 5: older })) };
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

interface Opened {
  /** What is inside; null where it is compressed. */
  readonly text: string | null;
  /** Null where the first key opened it; else whether the first one has the right length. */
  readonly first: boolean | null;
}

/** The key that the token names is the only one that is tried; where none has that name, all are. */
async function tryKeys(
  keys: readonly DecryptionKey[],
  header: JsonObject,
  token: string,
  algorithm: string,
  encryption: string,
): Promise<Opened | null> {
  const content = contentKeys[encryption];
  const length = algorithm === 'dir' ? content : wrappingKeys[algorithm];
  if (length === undefined || content === undefined) return null;
  const kid = readTextClaim(header, 'kid');
  const named = keys.find(key => key.id !== null && key.id === kid);
  const candidates = named === undefined ? keys : [named];
  for (const key of candidates) {
    // A longer key is cut off for the content, but not for another key.
    if (algorithm === 'dir' ? key.bytes.length < length : key.bytes.length !== length) continue;
    const opened = await openWith(token, key.bytes.subarray(0, length));
    if (opened === null) continue;
    const [head] = candidates;
    return { text: opened === 'compressed' ? null : opened.plain, first: head === key ? null : head?.bytes.length === length };
  }
  return null;
}

async function openWith(token: string, key: Uint8Array): Promise<{ plain: string } | 'compressed' | null> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(token, key);
    return protectedHeader['zip'] === undefined ? { plain: new TextDecoder().decode(plaintext) } : 'compressed';
  } catch {
    // The message of a failed decryption may quote what it read: only the fact counts.
    return null;
  }
}

function explainUnopened(algorithm: string, encryption: string, hasLength: boolean): [AnswerTable, Reason] {
  if (algorithm !== 'dir' && wrappingKeys[algorithm] === undefined) {
    return [{ all: 'IDX10609' }, { code: 'encrypted-not-supported', values: { algorithm } }];
  }
  // Generation 5 opens the key first.
  const older: Answer | null = algorithm === 'dir' ? null : algorithm === 'A192KW' ? 'IDX10609' : hasLength ? 'IDX10659' : 'IDX10662';
  if (contentKeys[encryption] === undefined) {
    const idx = /^A(?:128|192|256)GCM$/.test(encryption) ? 'IDX10603' : 'IDX10619';
    return [
      { all: idx, 5: older ?? 'IDX10609' },
      { code: 'encrypted-not-supported', values: { algorithm: encryption } },
    ];
  }
  return [
    { all: 'IDX10603', 5: older ?? 'IDX10603' },
    { code: 'encrypted-wrong-key', values: {} },
  ];
}
