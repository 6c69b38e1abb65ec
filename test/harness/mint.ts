// Tokens for tests: written as header and payload, signed at test time with keys that are thrown away, so that no token is committed.
import { CompactSign, exportJWK, generateKeyPair, generateSecret, type CryptoKey, type JWK } from 'jose';

export interface TokenSource {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Which key signs: the one that the metadata publishes, another of the same name, none at all; `tampered` changes the claims afterwards. */
export type Signing = 'throwaway' | 'other' | 'none' | 'tampered';

interface Keys {
  readonly signing: CryptoKey | Uint8Array;
  readonly published: JWK;
}

const symmetric: Readonly<Record<string, number>> = { HS256: 32, HS384: 48, HS512: 64 };

/** Makes keys on demand, one for each algorithm and slot, and signs with them. */
export class Mint {
  readonly #keys = new Map<string, Promise<Keys>>();

  /** The token in compact form. */
  async mint({ header, payload }: TokenSource, signing: Signing = 'throwaway'): Promise<string> {
    const algorithm = header['alg'];
    if (signing === 'none' || typeof algorithm !== 'string' || algorithm === 'none') return `${encode(header)}.${encode(payload)}.`;
    const keys = await this.#find(algorithm, signing === 'other' ? 'other' : 'throwaway');
    const signed = new TextEncoder().encode(JSON.stringify(payload));
    const token = await new CompactSign(signed).setProtectedHeader({ ...header, alg: algorithm }).sign(keys.signing);
    if (signing !== 'tampered') return token;
    const [first = '', , last = ''] = token.split('.');
    return `${first}.${encode({ ...payload, tampered: true })}.${last}`;
  }

  /** The token signed with the text of a shared secret, however short. */
  async signWith({ header, payload }: TokenSource, secret: string): Promise<string> {
    const signed = `${encode(header)}.${encode(payload)}`;
    const hash = `SHA-${String(header['alg']).slice(2)}`;
    const key = await crypto.subtle.importKey('raw', Buffer.from(secret), { name: 'HMAC', hash }, false, ['sign']);
    return `${signed}.${Buffer.from(await crypto.subtle.sign('HMAC', key, Buffer.from(signed))).toString('base64url')}`;
  }

  /** The key as a key set publishes it, without a name; a shared secret as it stands in a policy (`k`, base64). */
  async publish(algorithm: string, slot: 'throwaway' | 'other'): Promise<JWK> {
    return (await this.#find(algorithm, slot)).published;
  }

  #find(algorithm: string, slot: string): Promise<Keys> {
    const name = `${algorithm}/${slot}`;
    const found = this.#keys.get(name) ?? makeKeys(algorithm);
    this.#keys.set(name, found);
    return found;
  }
}

async function makeKeys(algorithm: string): Promise<Keys> {
  if (symmetric[algorithm] !== undefined) {
    const secret = await generateSecret(algorithm, { extractable: true });
    const jwk = await exportJWK(secret);
    const bytes = Buffer.from(jwk.k ?? '', 'base64url');
    return { signing: bytes, published: { kty: 'oct', k: bytes.toString('base64') } };
  }
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return { signing: privateKey, published: await exportJWK(publicKey) };
}

function encode(part: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
