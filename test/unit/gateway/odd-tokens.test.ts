// Oddities of tokens on which the engines differ, as they were measured.
import { CompactEncrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import { openContext } from '../../../src/core/gateway/check-context.js';
import { engines } from '../../../src/core/gateway/library/engines.js';
import { readJsonText } from '../../../src/core/gateway/library/json-text.js';
import { checkToken } from '../../../src/core/gateway/predict.js';
import { findRefusal } from '../../../src/core/gateway/report.js';
import { parseToken, predict, readPolicies } from '../../../src/core/index.js';
import { inbound, mintToken, now, pick, predictOne, publishAt, address, usualClaims, validateJwt } from './cases.js';

/** What each engine reports, in the order of the engines. */
async function report(token: string, more = '', attributes = ''): Promise<string[]> {
  const [policy] = readPolicies(inbound(validateJwt(more, attributes))).tokenPolicies;
  if (policy === undefined) throw new Error('no token policy');
  const facts = { now, metadata: await publishAt(address, 'https://idp.example') };
  const judged = await checkToken(openContext(policy, facts), parseToken(token));
  return engines.map(engine => {
    const refusal = findRefusal(judged, engine);
    return refusal === null ? 'accepts' : String(refusal.idx);
  });
}

const encode = (text: string): string => Buffer.from(text).toString('base64url');

function writeActor(claims: object): string {
  return `${encode('{"alg":"none"}')}.${encode(JSON.stringify(claims))}.`;
}

const actor = writeActor({ sub: 'a' });

describe('actort', () => {
  it.each([
    ['a.b.c', 'IDX12729'],
    ['a.b.c.d.e', 'IDX12729'],
    [`${encode('{"alg":"none"}')}.${encode('[]')}.x`, 'IDX12723'],
    [['x', 'a.b.c'], 'IDX12729'],
    ['plain', 'accepts'],
    ['a.b', 'accepts'],
    ['a.b.c.d', 'accepts'],
    [`${encode('{"alg":"none"}')}.${encode('{}')}.`, 'accepts'],
    [{ a: 'a.b.c' }, 'accepts'],
    [[actor, actor], 'IDX12710'],
    [[actor, 5], 'IDX12710'],
    [[actor, 'a.b.c'], 'IDX12710'],
    [['a.b.c', actor], 'IDX12729'],
    [[5, actor], 'accepts'],
    [writeActor({ actort: 'a.b.c' }), 'IDX12729'],
    [writeActor({ actort: writeActor({ actort: [actor, 'x'] }) }), 'IDX12710'],
    [writeActor({ actort: actor }), 'accepts'],
  ])('%j is looked at by JwtSecurityTokenHandler alone', async (actort, code) => {
    const token = await mintToken({ ...usualClaims, actort });
    expect(await report(token)).toEqual(engines.map(({ handler }) => (handler === 'jst' ? code : 'accepts')));
  });

  it.each(['null', '\0\0\0', ' ', '/**/'])('without anything in a part is not read by generation 5: %j', async nothing => {
    const none = encode('{"alg":"none"}');
    const [claims, header] = await Promise.all(
      [`${none}.${encode(nothing)}.AAAA`, `${encode(nothing)}.${encode('{}')}.AAAA`].map(async actort =>
        report(await mintToken({ ...usualClaims, actort })),
      ),
    );
    expect([claims?.slice(-2), header?.slice(-2)]).toEqual([
      ['accepts', 'accepts'],
      ['accepts', 'null'],
    ]);
    expect([claims?.[1], header?.[1]]).toEqual(['IDX12723', 'IDX12729']);
  });

  it('counts under the name that it is mapped to, too', async () => {
    const name = 'http://schemas.xmlsoap.org/ws/2009/09/identity/claims/actor';
    const token = await mintToken({ ...usualClaims, actort: actor, [name]: 'x' });
    expect(await report(token)).toEqual(engines.map(({ handler }) => (handler === 'jst' ? 'IDX12710' : 'accepts')));
  });

  it('comes after all checks, and makes the whole uncertain', async () => {
    expect(await report(await mintToken({ ...usualClaims, aud: 'other', actort: 'a.b.c' }))).toEqual(engines.map(() => 'IDX10214'));
    const prediction = await predictOne(validateJwt(), await mintToken({ ...usualClaims, actort: 'a.b.c' }));
    expect(pick(prediction, 'form')).toMatchObject({ outcome: 'uncertain', reason: { code: 'actor-unreadable' } });
  });

  it('comes after the audiences are listed: a null among them ends it first in generations 7 and 8', async () => {
    const both = { ...usualClaims, aud: [null, usualClaims.aud], actort: `${encode('{"alg":"none"}')}.${encode('[]')}.AAAA` };
    const expected = engines.map(({ handler, generation }) => {
      if (handler === 'jwt') return 'accepts';
      return generation === 5 ? 'IDX12723' : 'null';
    });
    expect(await report(await mintToken(both))).toEqual(expected);
  });
});

it.each([
  ['08', false],
  ['01.5', false],
  ['01e2', false],
  ['0778', false],
  ['-0x1F', false],
  ['0x1F', true],
  ['012', true],
  ['-012', true],
  ['00', true],
  ['.5', true],
  ['5.', true],
])('generation 5 reads the number %s: %j; the standard does not', (word, isRead) => {
  expect(readJsonText(`{"x":${word}}`, 'tolerant') !== null).toBe(isRead);
  expect(readJsonText(`{"x":${word}}`, 'strict')).toBeNull();
});

describe('an encrypted token', () => {
  const header = encode('{"alg":"dir","enc":"A128CBC-HS256"}');
  const part = 'A'.repeat(22);
  const key = `<decryption-keys><key>${Buffer.alloc(32, 7).toString('base64')}</key></decryption-keys>`;

  it.each([
    [
      'the tag is read before the ciphertext',
      `${header}..${part}.x.y`,
      ['IDX14311', 'IDX10400', 'IDX14311', 'IDX10400', 'IDX10603', 'IDX10603'],
    ],
    ['the header comes first', `h..${part}.${part}.y`, ['IDX14102', 'IDX12729', 'IDX14102', 'IDX12729', 'IDX14102', 'IDX12729']],
    ['the tag is missed first', `h..${part}.x.`, ['IDX14310', 'IDX12709', 'IDX14310', 'IDX12709', 'IDX14102', 'IDX12709']],
  ])('%s', async (_, token, codes) => {
    expect(await report(token, key)).toEqual(codes);
  });

  it('is tried with the key that it names alone, and with all where none has the name', async () => {
    const keys = [5, 7].map(byte => new Uint8Array(32).fill(byte));
    const list = keys.map((bytes, i) => `<key id="k${String(i)}">${Buffer.from(bytes).toString('base64')}</key>`).join('');
    const plain = new TextEncoder().encode(await mintToken());
    const encrypt = async (kid: string): Promise<string> =>
      new CompactEncrypt(plain).setProtectedHeader({ alg: 'dir', enc: 'A128CBC-HS256', kid }).encrypt(keys[1] ?? new Uint8Array(32));
    const policy = `<decryption-keys>${list}</decryption-keys>`;
    expect(await report(await encrypt('k1'), policy)).toEqual(engines.map(() => 'accepts'));
    expect(await report(await encrypt('k0'), policy)).toEqual(engines.map(() => 'IDX10603'));
    expect(await report(await encrypt('other'), policy)).toEqual(engines.map(() => 'accepts'));
  });

  it('is read by generation 5 only with a key', async () => {
    expect((await report(`${header}..${part}.x.y`)).slice(4)).toEqual(['IDX10609', 'IDX10609']);
  });
});

it.each([
  ['require-expiration-time="0"', { exp: undefined, nbf: now + 400 }, 'fail'],
  ['require-expiration-time="no"', { exp: undefined, nbf: now + 400 }, 'fail'],
  ['require-expiration-time="0"', { exp: undefined }, 'uncertain'],
  ['require-expiration-time="0"', {}, 'pass'],
  ['clock-skew="-5"', {}, 'uncertain'],
  ['clock-skew="-5"', { nbf: undefined, exp: now - 4000 }, 'uncertain'],
  ['clock-skew="-5"', { exp: undefined }, 'fail'],
  ['clock-skew="5s"', { nbf: now + 900, exp: now + 300 }, 'fail'],
])('a setting that the gateway may not read decides nothing that fails whatever it means: %s', async (attribute, claims, outcome) => {
  const token = await mintToken({ ...usualClaims, ...claims });
  expect(pick(await predictOne(validateJwt('', ` ${attribute}`), token), 'lifetime').outcome).toBe(outcome);
});

it('refuses for certain where some engines refuse the form and the others the times, whatever the setting means', async () => {
  const token = await mintToken({ ...usualClaims, exp: null });
  for (const attribute of ['require-expiration-time="0"', 'clock-skew="-5"'])
    expect((await predictOne(validateJwt('', ` ${attribute}`), token)).outcome).toBe('fail');
});

it.each([
  ['true', 'fail'],
  ['false', 'uncertain'],
  ['0', 'uncertain'],
  ['{{requires-expiry}}', 'uncertain'],
])('an expiry that one engine does not see decides only where it is required: %s', async (required, outcome) => {
  // All others refuse `nbf` for its kind; JwtSecurityTokenHandler of generation 5 reads it, but no expiry beyond its calendar.
  const token = await mintToken({ ...usualClaims, nbf: true, exp: 253402300800 });
  expect((await predictOne(validateJwt('', ` require-expiration-time="${required}"`), token)).outcome).toBe(outcome);
});

it.each([
  [true, 1],
  [false, 0],
  [null, 0],
])('JwtSecurityTokenHandler of generation 5 makes a number of exp %j', async (exp, seconds) => {
  const token = await mintToken({ ...usualClaims, nbf: undefined, exp });
  const answer = async (skew: number): Promise<string | undefined> => (await report(token, '', ` clock-skew="${String(skew)}"`)).at(-1);
  // A skew of this size reaches back to the token's end, and one second less does not.
  expect([await answer(now - seconds), await answer(now - seconds - 1)]).toEqual(['accepts', 'IDX10223']);
});

it('refuses an unsigned token for a document that every engine refuses, whatever require-signed-tokens means', async () => {
  const unsigned = `${encode('{"alg":"none"}')}.${encode(JSON.stringify(usualClaims))}.`;
  const facts = { now, metadata: await publishAt(address, 'https://idp.example') };
  const spoilt = JSON.parse(JSON.stringify(facts.metadata), (name, value: unknown) =>
    name === 'keys' ? [{ kty: 'RSA', kid: 'odd', x5c: [{}] }, ...(value as unknown[])] : value,
  ) as Record<string, unknown>;
  const [policy] = readPolicies(inbound(validateJwt('', ' require-signed-tokens="no"'))).tokenPolicies;
  if (policy === undefined) throw new Error('no token policy');
  const outcomes = await Promise.all(
    [facts.metadata, spoilt].map(async metadata => (await predict(policy, parseToken(unsigned), { now, metadata })).outcome),
  );
  expect(outcomes).toEqual(['uncertain', 'fail']);
});

it.each([
  ['null', 'null'],
  ['"x"', 'no-object'],
  ['[]', 'no-object'],
  ['5', 'no-object'],
  ['{', 'no-json'],
  [`{"a":${'['.repeat(64)}${']'.repeat(64)}}`, 'nested'],
])('a header that holds no object is told by what it is: %s', async (text, kind) => {
  const { reason } = pick(await predictOne(validateJwt(), `${encode(text)}.${encode('{}')}.AAAA`), 'form');
  expect(reason?.values).toMatchObject({ fault: { kind } });
});
