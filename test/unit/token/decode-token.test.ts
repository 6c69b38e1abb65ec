import { describe, expect, it } from 'vitest';
import { decodeToken, largestToken, parseToken } from '../../../src/core/token/decode-token.js';
import type { TokenProblemCode } from '../../../src/core/token/token.js';
import { mintTestToken, writeTestToken } from './test-token.js';

const header = { typ: 'JWT', alg: 'RS256', kid: 'k' };
const good = writeTestToken(header, { iss: 'https://idp.example', aud: 'api' });
const [head = '', body = ''] = good.split('.');
const encode = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
const nest = (depth: number): string => `{"x":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

describe('parseToken', () => {
  it('keeps header, claims and the exact compact form', async () => {
    const token = await mintTestToken({ iss: 'https://idp.example', name: 'Zoë 🦊', n: 1.5, list: [null, true] });
    const decoded = parseToken(token);
    expect(decoded.status).toBe('decoded');
    expect({ ...decoded.header }).toEqual({ typ: 'JWT', alg: 'RS256', kid: 'test' });
    expect({ ...decoded.claims }).toEqual({ iss: 'https://idp.example', name: 'Zoë 🦊', n: 1.5, list: [null, true] });
    expect(decoded.compact.reveal() === token).toBe(true);
    expect(decoded.cleaned).toEqual([]);
    expect(decoded.problem).toBeNull();
  });

  const problems: readonly (readonly [string, string, TokenProblemCode])[] = [
    ['nothing', '', 'empty'],
    ['white space', ' \n', 'empty'],
    ['a word', 'token', 'not-a-token'],
    ['a sentence', 'this is. not a. token', 'not-a-token'],
    ['an opaque token', 'kvQ3kvQ3kvQ3kvQ3kvQ3kvQ3kvQ3kvQ3', 'opaque'],
    ['a GUID', '5d3f0b5e-7f0a-4a6e-9a4c-2f8b7b1f6e21', 'reference'],
    ['a variable of .http', '{{token}}', 'placeholder'],
    ['a variable with dots', '{{login.response.body.access_token}}', 'placeholder'],
    ['a shell variable', '$TOKEN', 'placeholder'],
    ['a Windows variable', '%TOKEN%', 'placeholder'],
    ['a shortened token', `${head}.${body.slice(0, 10)}...`, 'ellipsis'],
    ['a shortened header', `${head.slice(0, 10)}…`, 'ellipsis'],
    ['two parts', `${head}.${body}`, 'two-segments'],
    ['four parts', `${good}.`, 'segment-count'],
    ['six parts', `${good}.a.b.c`, 'segment-count'],
    ['five parts without enc', `${good}.a.b`, 'segment-count'],
    ['only dots', '..', 'header-not-json'],
    ['a header of other characters', `"${good}`, 'header-not-base64url'],
    ['the scheme', `Bearer ${good}`, 'header-not-base64url'],
    ['a cut header', `${head.slice(0, 1 + 4 * Math.floor(head.length / 5))}.${body}.c2ln`, 'header-not-base64url'],
    ['a header that is text', `${encode('hello')}.${body}.c2ln`, 'header-not-json'],
    ['a header that is a list', `${encode('[1]')}.${body}.c2ln`, 'header-not-json'],
    ['a cut payload', `${head}.${body}A!.c2ln`, 'payload-not-base64url'],
    ['a payload that is text', `${head}.${encode('hello')}.c2ln`, 'payload-not-json'],
    ['a payload that is null', `${head}.${encode('null')}.c2ln`, 'payload-not-json'],
    ['an empty payload', `${head}..c2ln`, 'payload-not-json'],
    ['a payload with a byte order mark', `${head}.${encode('\ufeff{}')}.c2ln`, 'payload-not-json'],
    [
      'a payload that is no UTF-8',
      `${head}.${encode(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))}.c2ln`,
      'payload-not-json',
    ],
    ['too deep a payload', `${head}.${encode(nest(65))}.c2ln`, 'payload-too-deep'],
    ['absurdly deep a payload', `${head}.${encode(nest(80_000))}.c2ln`, 'payload-too-deep'],
    ['a line break at the end', `${good}\n`, 'signature-not-base64url'],
    ['a cut signature', `${head}.${body}.c2lnA`, 'signature-not-base64url'],
    ['too long', `${head}.${body}.${'A'.repeat(largestToken)}`, 'too-large'],
  ];
  it.each(problems)('%s', (_name, text, code) => {
    const problem = parseToken(text);
    expect(problem).toMatchObject({ status: 'problem', kind: 'unreadable', code });
    expect(problem.problem).toMatch(/^[A-Z][^.]*[.]$|^[A-Z].*[.]$/);
    expect(problem.compact.reveal() === text).toBe(true);
  });

  it('reads what readers of tokens take although no issuer writes it', () => {
    expect(parseToken(`${head}==.${body}=.c2ln`).status).toBe('decoded');
    expect(parseToken(`${head}.${encode(' {\n "a" : 1 } ')}.c2ln`).status).toBe('decoded');
    expect(parseToken(`${head}.${encode(nest(64))}.c2ln`).status).toBe('decoded');
    expect(parseToken(`${head}.${body}.c2lo+/==`).status).toBe('decoded');
    expect(parseToken(`${head}.${body}.`).status).toBe('decoded');
  });

  it('names an encrypted token and keeps its header', () => {
    const jwe = `${encode(JSON.stringify({ alg: 'dir', enc: 'A256CBC-HS512' }))}..aXY.Y2lwaGVy.dGFn`;
    expect(parseToken(jwe)).toMatchObject({ status: 'problem', kind: 'encrypted', code: 'encrypted' });
    expect(parseToken(jwe).header['enc']).toBe('A256CBC-HS512');
    expect(decodeToken(`Bearer ${jwe}`)).toMatchObject({ kind: 'encrypted', cleaned: ['scheme'] });
  });

  it('knows the claims of a token whose signature alone is broken', () => {
    expect({ ...parseToken(`${good}\n`).claims }).toEqual({ iss: 'https://idp.example', aud: 'api' });
  });

  it('takes hostile names as data and the last of equal names', () => {
    const json = '{"__proto__":{"polluted":1},"constructor":"c","toString":1,"a":1,"a":2,"deep":{"__proto__":{"polluted":1}}}';
    const { claims } = parseToken(`${head}.${encode(json)}.c2ln`);
    expect(Object.keys(claims)).toEqual(['__proto__', 'constructor', 'toString', 'a', 'deep']);
    expect(claims['a']).toBe(2);
    expect(claims['hasOwnProperty']).toBeUndefined();
    expect((claims['deep'] as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(JSON.stringify(claims)).toContain('"__proto__":{"polluted":1}');
  });
});

describe('decodeToken', () => {
  it('says what it took off', () => {
    expect(decodeToken(`Authorization: Bearer ${good}\n`)).toMatchObject({
      status: 'decoded',
      cleaned: ['surrounding-space', 'header-line', 'scheme'],
    });
  });

  it('names several tokens as the problem', () => {
    const other = writeTestToken(header, { iss: 'https://other.example' });
    expect(decodeToken(`${good} ${other}`)).toMatchObject({ code: 'several-tokens', kind: 'unreadable' });
  });

  it.each([
    ['', 'empty'],
    ['Bearer {{token}}', 'placeholder'],
    ['Authorization: Bearer {{ token }}', 'placeholder'],
    ['curl -H "Authorization: Bearer $TOKEN" https://x', 'placeholder'],
    ['{"access_token":"EwBoA8l6BAAUs5HQn0Nh2FxWzLS31ZgQVuHsYAAa"}', 'opaque'],
    [`Bearer ${head}…`, 'ellipsis'],
    [`Bearer ${head}.${body}`, 'two-segments'],
    [`token: ${head}.${body.slice(0, 12)}....`, 'ellipsis'],
    ['I have no token', 'not-a-token'],
  ])('names the problem of %#', (pasted, code) => {
    expect(decodeToken(pasted)).toMatchObject({ status: 'problem', code });
  });

  it('never shows the token when it is printed', () => {
    for (const pasted of [good, 'Bearer opaque-credential-0123456789', `${good} x ${good}y`]) {
      const shown = JSON.stringify(decodeToken(pasted)) + String(decodeToken(pasted).compact);
      for (const secret of [body, 'c2lnbmF0dXJl', 'opaque-credential']) expect(shown.includes(secret)).toBe(false);
    }
  });
});
