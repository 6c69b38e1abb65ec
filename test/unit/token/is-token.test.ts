import { describe, expect, it } from 'vitest';
import { opaqueForms } from '../../../src/core/knowledge/opaque-forms.js';
import { decodeToken } from '../../../src/core/token/decode-token.js';
import { isToken } from '../../../src/core/token/is-token.js';
import { writeTestToken } from './test-token.js';

const good = writeTestToken({ typ: 'JWT', alg: 'RS256', kid: 'k' }, { iss: 'https://idp.example', aud: 'api' });
const [head = '', body = '', signature = ''] = good.split('.');
const random = (length: number): string => 'aB3dE6gH9jK2mN5pQ8sT'.repeat(20).slice(0, length);
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A text of each form that is no JWT, and a word of the sentence about it. */
const opaque: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
  google: [
    [`ya29.${random(120)}`, /Google/],
    [`Bearer ya29.a0${random(80)}`, /Google/],
  ],
  github: [
    [`ghp_${random(36)}`, /GitHub/],
    [`gho_${random(36)}`, /GitHub/],
    [`github_pat_${random(22)}_${random(59)}`, /GitHub/],
  ],
  'entra-code-or-refresh': [
    [`0.AXo${random(60)}.AgAB${random(200)}`, /Microsoft authorization code or refresh token/],
    [`1.AR${random(60)}.AgAB.${random(200)}`, /Microsoft authorization code or refresh token/],
    [`M.C507_BAY.2.U.${random(36)}`, /authorization code/],
  ],
  'b2c-code-or-refresh': [
    [`${encode({ kid: 'cpimcore_09252015', ver: '1.0', zip: 'Deflate', ser: '1.0' })}..aXY.${random(80)}.dGFn`, /B2C authorization code/],
  ],
  'microsoft-account': [[`EwB${random(300)}==`, /personal Microsoft account/]],
  salesforce: [[`00D${random(12)}!AR${random(80)}`, /Salesforce/]],
  databricks: [[`dapi${'0a1b2c3d'.repeat(4)}`, /Databricks/]],
  'shared-access-signature': [
    ['SharedAccessSignature sr=x&sig=y%3d&se=1&skn=z', /shared access signature/],
    ['sv=2022-11-02&ss=b&srt=o&sp=r&sig=abc%3D', /shared access signature/],
    ['https://x.blob.core.windows.net/a/b?sp=r&sv=2022-11-02&sr=b&sig=abc%3D', /shared access signature/],
  ],
  'data-protection': [[`CfDJ8${random(80)}`, /ASP\.NET Core/]],
  basic: [
    ['Basic dXNlcjpwYXNzd29yZA==', /Basic authentication/],
    ['Authorization: Basic dXNlcjpwYXNz', /Basic authentication/],
  ],
  cookie: [
    ['Cookie: session=abc; theme=dark', /cookie/],
    ['Set-Cookie: a=b; HttpOnly', /cookie/],
  ],
  'subscription-key': [['0123456789abcdef0123456789abcdef', /Ocp-Apim-Subscription-Key/]],
  guid: [['5d3f0b5e-7f0a-4a6e-9a4c-2f8b7b1f6e21', /an id/]],
};

describe('what is no token', () => {
  it('is tried in every form that is known', () => {
    expect(Object.keys(opaque)).toEqual(opaqueForms.map(({ form }) => form));
  });

  it.each(Object.entries(opaque).flatMap(([form, texts]) => texts.map(([text, words]) => [form, text, words] as const)))(
    'is named: %s',
    (_form, text, words) => {
      const token = decodeToken(` ${text}\n`);
      expect(token).toMatchObject({ status: 'problem', kind: 'unreadable', problem: expect.stringMatching(words) as string });
      expect(isToken(token)).toBe(false);
    },
  );

  it.each([
    '',
    ' ',
    'hello',
    'a sentence. with two. dots',
    'www.contoso.com',
    '1.2.3',
    '{{token}}',
    '$TOKEN',
    random(48),
    `${good} ${good}x`,
  ])('is refused: %#', text => expect(isToken(decodeToken(text))).toBe(false));
});

describe('what is a token', () => {
  it.each([
    ['whole', good],
    ['behind its scheme', `Bearer ${good}`],
    ['without signature', `${head}.${body}`],
    ['its first part', head],
    ['cut in the first part', `${head.slice(2)}.${body}.${signature}`],
    ['cut in the second', `${head}.${body.slice(0, 9)}`],
    ['shortened', `${head}.${body.slice(0, 9)}...`],
    ['damaged', `${head}.${body.replace(/.$/, '!')}.${signature}`],
    ['a part too many', `${good}.x`],
    ['encrypted', `${encode({ alg: 'dir', enc: 'A256CBC-HS512' })}..aXY.Y2lwaGVy.dGFn`],
  ])('%s', (_name, text) => expect(isToken(decodeToken(text))).toBe(true));

  it('hides no token in a header, a cookie or an address', () => {
    for (const text of [`Cookie: access_token=${good}`, `https://x.example/?sig=a&access_token=${good}`, `Set-Cookie: t=${good}; HttpOnly`])
      expect(decodeToken(text).status, text).toBe('decoded');
  });
});
