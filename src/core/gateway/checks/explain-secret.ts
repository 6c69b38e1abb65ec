import { verifySignature } from '../library/verify-signature.js';
import { kindOfKey } from '../../metadata/key-material.js';
import type { SigningKey } from '../../metadata/signing-key.js';
import type { ReadToken } from '../check-context.js';
import { measureKey, type Attempts } from '../library/try-keys.js';
import { shownEngine } from '../library/engines.js';
import type { Reason } from '../reason.js';
import type { CandidateKeys } from '../signing-keys.js';

/**
 * What is wrong with the keys that are written into the policy, where that is why the signature is not verified: a secret without base64
 * (proved by the signature), a short one, an EC key, a certificate or another text for an RSA signature. Null where they are not the cause.
 */
export async function explainSecret(token: ReadToken, { texts, keys }: CandidateKeys, attempts: Attempts): Promise<Reason | null> {
  const { algorithm, reading, by } = attempts;
  if (texts.length === 0 || reading.bytes === null) return null;
  if (/^HS(?:256|384|512)$/.test(algorithm)) {
    const { verifiedBy } = by(shownEngine);
    const wanted = Number(algorithm.slice(2));
    if (verifiedBy?.kind === 'symmetric') {
      const bits = measureKey(verifiedBy);
      return bits < wanted ? { code: 'secret-too-short', values: { algorithm, bits, wanted } } : null;
    }
    for (const text of texts)
      if (await isSignedBy(token, text, algorithm, reading.bytes)) return { code: 'secret-without-base64', values: { algorithm } };
    return null;
  }
  // Another key may be the one that should fit.
  if (keys.some(({ kind }) => kind !== 'symmetric')) return null;
  if (/^ES(?:256|384|512)$/.test(algorithm)) return { code: 'elliptic-key-inline', values: { algorithm } };
  if (!/^[RP]S(?:256|384|512)$/.test(algorithm)) return null;
  return { code: 'text-key-for-rsa', values: { algorithm, isCertificate: texts.some(text => kindOfKey(text) === 'certificate') } };
}

/** Whether the text itself, not what its base64 stands for, is the secret that made the signature. */
export async function isSignedBy(
  { signed }: Pick<ReadToken, 'signed'>,
  text: string,
  algorithm: string,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const bytes = new TextEncoder().encode(text.trim());
  if (bytes.length === 0) return false;
  const key: SigningKey = { kind: 'symmetric', id: null, from: null, bytes };
  return (await verifySignature(key, algorithm, signed, signature)) === 'verified';
}
