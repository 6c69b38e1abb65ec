import { describe, expect, it } from 'vitest';
import { findTokens } from '../../../src/extension/token/find-tokens.js';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = [encode({ alg: 'RS256', typ: 'JWT' }), encode({ aud: 'api://orders' }), 'c2lnbmF0dXJlLW9mLW5vYm9keQ'].join('.');
const encrypted = [encode({ alg: 'dir', enc: 'A256GCM' }), '', 'aXY', 'dGV4dA', 'dGFn'].join('.');

const found = (text: string, most = 20): string[] => findTokens(text, most).map(({ start, end }) => text.slice(start, end));

describe('tokens in a file', () => {
  it.each([
    ['a request', `GET https://shop.example/orders\nAuthorization: Bearer ${token}\n`],
    ['JSON', JSON.stringify({ access_token: token, expires_in: 3599 })],
    ['a .env file', `TOKEN="${token}"\nOTHER=1`],
    ['a log', `12:00:01 DEBUG [auth] sent ${token}, got 401`],
    ['a file that is nothing else', token],
  ])('are found in %s', (_, text) => {
    expect(found(text)).toEqual([token]);
  });

  it('may be encrypted, unsigned, or several', () => {
    const unsigned = `${token.slice(0, token.lastIndexOf('.'))}.`;
    expect(found(`${token} ${encrypted}\n${unsigned} `)).toEqual([token, encrypted, unsigned]);
    expect(found(`${token} ${token} ${token}`, 2)).toEqual([token, token]);
  });

  it.each([
    'eyes.are.open',
    'a key: e' + 'yJhbGci',
    'https://x.example/keys.json',
    token.replaceAll('.', ' '),
    `data:${'A'.repeat(5000)}`,
    `x${token}`,
  ])('are not where something else only looks like one: %s', text => {
    expect(found(text)).toEqual([]);
  });

  it('are not looked for in what is longer than any request', () => {
    expect(found(`${token}${' '.repeat(1_048_576)}`)).toEqual([]);
  });
});
