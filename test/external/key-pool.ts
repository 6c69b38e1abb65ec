import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A throwaway key with all that a generated case may say about it. */
export interface PoolKey {
  readonly name: string;
  readonly family: 'RSA' | 'EC' | 'HS';
  readonly privateKey: KeyObject | null;
  readonly secret: Buffer;
  /** The public key as it stands in a key set; for a secret, an `oct` key. */
  readonly jwk: Readonly<Record<string, unknown>>;
  /** A self-signed certificate, base64; empty for other keys than RSA. */
  readonly certificate: string;
  readonly x5t: string;
}

function rsa(name: string, modulusLength: number): PoolKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  const certificate = writeCertificate(publicKey.export({ format: 'der', type: 'spki' }), privateKey);
  const x5t = createHash('sha1').update(certificate).digest('base64url');
  const jwk = { ...publicKey.export({ format: 'jwk' }) };
  return { name, family: 'RSA', privateKey, secret: Buffer.alloc(0), jwk, certificate: certificate.toString('base64'), x5t };
}

function elliptic(name: string, namedCurve: string): PoolKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
  return {
    name,
    family: 'EC',
    privateKey,
    secret: Buffer.alloc(0),
    jwk: { ...publicKey.export({ format: 'jwk' }) },
    certificate: '',
    x5t: '',
  };
}

function shared(name: string, length: number): PoolKey {
  const secret = randomBytes(length);
  return { name, family: 'HS', privateKey: null, secret, jwk: { kty: 'oct', k: secret.toString('base64url') }, certificate: '', x5t: '' };
}

/** Fresh keys of every kind that the gateway may meet, and some that it may not. */
export function makeKeyPool(): readonly PoolKey[] {
  return [
    rsa('r1', 2048),
    rsa('r2', 2048),
    rsa('small', 1024),
    rsa('tiny', 768),
    elliptic('e256', 'P-256'),
    elliptic('e384', 'P-384'),
    elliptic('e521', 'P-521'),
    ...[8, 16, 32, 48, 64].map(length => shared(`s${String(length)}`, length)),
  ];
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const header = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...header]), content]);
}

/** The least of a certificate: version, serial number, algorithm, names, validity, key. */
function writeCertificate(publicKey: Buffer, privateKey: KeyObject): Buffer {
  const algorithm = der(0x30, der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05));
  const name = der(0x30, der(0x31, der(0x30, der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('test')))));
  const validity = der(0x30, der(0x17, Buffer.from('250101000000Z')), der(0x17, Buffer.from('450101000000Z')));
  const version = der(0xa0, der(0x02, Buffer.from([2])));
  const body = der(0x30, version, der(0x02, randomBytes(8).fill(1, 0, 1)), algorithm, name, validity, name, publicKey);
  return der(0x30, body, algorithm, der(0x03, Buffer.from([0]), sign('sha256', body, privateKey)));
}
