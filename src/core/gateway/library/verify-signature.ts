import type { KeyRing } from '../../facts.js';
import { importOnce, openKeyRing } from '../../metadata/key-ring.js';
import type { SigningKey } from '../../metadata/signing-key.js';

/** What trying one key gave. `unsupported`: the algorithm does not fit the kind of key. */
export type Trial = 'verified' | 'wrong' | 'unsupported';

const hashes: Readonly<Record<string, string>> = { '256': 'SHA-256', '384': 'SHA-384', '512': 'SHA-512' };

/** The library also takes the names that XML signatures use. */
const algorithmAddresses: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'RS256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': 'RS384',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'RS512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1': 'PS256',
  'http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1': 'PS384',
  'http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1': 'PS512',
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256': 'ES256',
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384': 'ES384',
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512': 'ES512',
  'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256': 'HS256',
  'http://www.w3.org/2001/04/xmldsig-more#hmac-sha384': 'HS384',
  'http://www.w3.org/2001/04/xmldsig-more#hmac-sha512': 'HS512',
};

/**
 * Tries one key, as the gateway's library would: the algorithm's name is compared exactly and only has to fit the kind of key, so that
 * ES256 over P-384 and a key that names another algorithm verify. WebCrypto is asked directly, because jose refuses these.
 * Never throws.
 */
export async function verifySignature(
  key: SigningKey,
  algorithm: string,
  signed: string,
  signature: Uint8Array<ArrayBuffer>,
  keyRing = openKeyRing(),
): Promise<Trial> {
  const name = algorithmAddresses[algorithm] ?? algorithm;
  const hash = /^(?:RS|PS|ES|HS)(?:256|384|512)$/.test(name) ? hashes[name.slice(2)] : undefined;
  if (hash === undefined) return 'unsupported';
  const data = new TextEncoder().encode(signed);
  try {
    return await tryKey(key, name.slice(0, 2), hash, data, signature, keyRing);
  } catch {
    // A key that cannot be imported verifies nothing.
    return 'wrong';
  }
}

async function tryKey(
  key: SigningKey,
  family: string,
  hash: string,
  data: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  keyRing: KeyRing,
): Promise<Trial> {
  const { subtle } = crypto;
  const imported = (importKey: () => Promise<CryptoKey>): Promise<CryptoKey> => importOnce(keyRing, key, `${family} ${hash}`, importKey);
  switch (key.kind) {
    case 'rsa':
    case 'certificate': {
      if (family !== 'RS' && family !== 'PS') return 'unsupported';
      if (key.kind === 'rsa' && key.isSpoiled === true) return 'wrong';
      const name = family === 'RS' ? 'RSASSA-PKCS1-v1_5' : 'RSA-PSS';
      const { n, e } = key.numbers;
      const rsa = await imported(() => subtle.importKey('jwk', { kty: 'RSA', n, e }, { name, hash }, false, ['verify']));
      return trialOf(await subtle.verify({ name, saltLength: Number(hash.slice(4)) / 8 }, rsa, signature, data));
    }
    case 'elliptic': {
      if (family !== 'ES') return 'unsupported';
      const { curve, x, y } = key;
      const form = { name: 'ECDSA', namedCurve: curve };
      const elliptic = await imported(() => subtle.importKey('jwk', { kty: 'EC', crv: curve, x, y }, form, false, ['verify']));
      return trialOf(await subtle.verify({ name: 'ECDSA', hash }, elliptic, signature, data));
    }
    case 'symmetric': {
      if (family !== 'HS') return 'unsupported';
      const secret = await imported(() => subtle.importKey('raw', key.bytes, { name: 'HMAC', hash }, false, ['verify']));
      return trialOf(await subtle.verify('HMAC', secret, signature, data));
    }
  }
}

function trialOf(verified: boolean): Trial {
  return verified ? 'verified' : 'wrong';
}
