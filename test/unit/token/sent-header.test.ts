// The header that a token is pasted in, and what stands there before it.
import { expect, it } from 'vitest';
import { decodeToken } from '../../../src/core/index.js';
import { writeTestToken } from './test-token.js';

const token = writeTestToken({ alg: 'RS256' }, { iss: 'https://idp.example' });

it.each([
  ['Authorization: Bearer {t}', 'Authorization', ['Bearer'], true],
  ['authorization:{t}', 'authorization', [], true],
  ['Authorization: Bearer Bearer {t}', 'Authorization', ['Bearer', 'Bearer'], true],
  ['Authorization: DPoP  {t}', 'Authorization', ['DPoP'], false],
  ['Authorization: Bearer\t{t}', 'Authorization', ['Bearer'], false],
  ["curl -H 'Authorization: Bearer {t}' https://api.example", 'Authorization', ['Bearer'], true],
  ["curl -H 'X-Token: {t}' https://api.example", 'X-Token', [], true],
  ['curl --oauth2-bearer {t} https://api.example', 'Authorization', ['Bearer'], true],
  ['{"Authorization": "Bearer {t}"}', 'Authorization', ['Bearer'], true],
  ['GET https://api.example\nAccept: */*\nAuthorization: {t}\n\n', 'Authorization', [], true],
  ['Authorization: aVeryLongTextThatMayBeACredential {t}', 'Authorization', ['…'], true],
])('of %j is seen', (text, name, words, isPlainSpace) => {
  expect(decodeToken(text.replace('{t}', token)).sent).toEqual({ name, words, isPlainSpace, several: false });
});

it.each(['{t}', 'Bearer {t}', '{"access_token": "{t}"}', 'https://api.example?Authorization={t}', 'the token is: {t}', 'my_token={t}'])(
  'is none in %j',
  text => {
    expect(decodeToken(text.replace('{t}', token)).sent).toBeUndefined();
  },
);

it('is told where it stands there more than once', () => {
  expect(decodeToken(`Authorization: Basic abc\nAuthorization: Bearer ${token}`).sent?.several).toBe(true);
});
