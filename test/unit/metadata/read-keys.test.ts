import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../../../src/core/metadata/read-keys.js';
import { readMetadata } from '../../../src/core/metadata/read-metadata.js';
import { makeKeyPool } from '../../external/key-pool.js';

const [rsa] = makeKeyPool();
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { d, p, q, dp, dq, qi } = pair.privateKey.export({ format: 'jwk' });
const privateParts = { d, p, q, dp, dq, qi };

async function kinds(...keys: readonly object[]): Promise<string[] | null> {
  return (await readKeys({ keys }, 'https://idp.example/keys'))?.map(({ kind, id }) => `${kind} ${String(id)}`) ?? null;
}

describe('a key set', () => {
  it('gives its signing keys, a certificate before the numbers beside it', async () => {
    if (rsa === undefined) throw new Error('no key');
    const found = await readKeys(
      {
        keys: [
          { ...rsa.jwk, kid: 'a', x5c: [rsa.certificate] },
          { ...elliptic, kid: 'b' },
        ],
      },
      'https://idp.example/keys',
    );
    expect(found?.map(({ kind }) => kind)).toEqual(['certificate', 'rsa', 'elliptic']);
    const [certificate, numbers] = found ?? [];
    expect(certificate).toMatchObject({ id: 'a', x5t: rsa.x5t, from: 'https://idp.example/keys' });
    // The certificate holds the same key.
    expect(certificate).toHaveProperty('numbers', numbers?.kind === 'rsa' ? numbers.numbers : null);
    expect(numbers).toMatchObject({ numbers: { bits: 2048, e: 'AQAB' } });
  });

  it('leaves out keys for another use, other kinds and malformed ones, each alone', async () => {
    if (rsa === undefined) throw new Error('no key');
    const good = { ...rsa.jwk, kid: 'good' };
    expect(
      await kinds(
        { ...good, use: 'enc' },
        { ...good, n: '!!' },
        { kty: 'oct', k: 'AAAA' },
        { ...elliptic, y: elliptic.x },
        null as never,
        { ...elliptic, crv: 'P-1' },
        good,
      ),
    ).toEqual(['rsa good']);
    expect(await kinds({ ...good, x5c: ['AAAA'] })).toEqual(['rsa good']);
    expect(await kinds()).toEqual([]);
  });

  it.each([
    [' AQAB', [8]],
    ['AQ\tAB', [8]],
    ['AQAB ', [8]],
    ['AQAB    ', undefined],
    ['AQAB', undefined],
  ])('with white space in a number is read by some only: %j', async (e, readBy) => {
    const keys = await readKeys({ keys: [{ ...rsa?.jwk, e }] }, 'https://idp.example/keys');
    expect(keys?.map(key => key.readBy)).toEqual([readBy]);
  });

  it.each([
    [{ d: '!!' }, 'none'],
    [{ qi: 'AQAB=' }, 'none'],
    [{ d: 'AQAB' }, 'spoiled'],
    [{ d: '' }, 'right'],
    [privateParts, 'right'],
    [{ ...privateParts, dp: 'AQAB' }, 'spoiled'],
    [{ ...privateParts, d: 'AQAB' }, 'spoiled'],
    [{ ...privateParts, qi: 'AQAB' }, 'spoiled'],
    [{ ...privateParts, dq: '' }, 'spoiled'],
  ])('with private parts that are published is no key, or one that verifies nothing, unless they fit: %#', async (parts, wanted) => {
    const keys = await readKeys({ keys: [{ ...pair.publicKey.export({ format: 'jwk' }), ...parts }] }, 'https://idp.example/keys');
    expect(keys?.map(key => (key.kind === 'rsa' && key.isSpoiled === true ? 'spoiled' : 'right'))).toEqual(
      wanted === 'none' ? [] : [wanted],
    );
  });

  it('is null for what is none', async () => {
    for (const document of [null, [], 'x', { keys: 'x' }, {}]) expect(await readKeys(document, 'a')).toBeNull();
  });
});

describe('an OpenID configuration', () => {
  it('is read for its issuer and its keys, and null where it has neither', () => {
    expect(readMetadata({ issuer: 'i', jwks_uri: 'k' })).toEqual({ issuer: 'i', jwksUri: 'k' });
    expect(readMetadata({ issuer: 1, jwks_uri: 'k' })).toEqual({ issuer: null, jwksUri: 'k' });
    for (const document of [null, [], 'x', {}, { issuer: 1 }]) expect(readMetadata(document)).toBeNull();
  });
});
