import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { explainTrace } from '../../../src/core/explain/explain-error.js';
import { englishCatalogue } from '../../../src/core/messages/english/index.js';
import { english } from '../../../src/core/messages/english/sentences.js';
import { say, sayAll } from '../../../src/core/messages/message.js';
import { render } from '../../../src/core/messages/render.js';
import { decodeToken } from '../../../src/core/token/decode-token.js';
import { viewToken } from '../../../src/core/token/view-token.js';
import { markedLanguage as other, outsideMarks as untranslated } from '../../harness/marked-language.js';

const folder = path.join(import.meta.dirname, '..', '..', '..', 'src', 'core', 'messages', 'english');

test('no name stands in two parts of the catalogue', async () => {
  const parts: object[] = [];
  for (const file of readdirSync(folder)) {
    if (file === 'index.ts') continue;
    const part = (await import(path.join(folder, file))) as Readonly<Record<string, unknown>>;
    // The parts that are merged; words of other kinds have no place in it.
    parts.push(...Object.values(part).filter((value): value is object => typeof value === 'object' && value !== null && isMerged(value)));
  }
  const whole = parts.filter(part => !parts.some(other => other !== part && contains(other, part)));
  const names = whole.flatMap(part => Object.keys(part));
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.sort()).toEqual(Object.keys(english).sort());
});

function isMerged(part: object): boolean {
  const entries = Object.entries(part);
  return entries.length > 0 && entries.every(([name, value]) => typeof value === 'function' && name in english);
}

function contains(whole: object, part: object): boolean {
  return (
    Object.keys(whole).length > Object.keys(part).length &&
    Object.entries(part).every(([name, value]) => (whole as Record<string, unknown>)[name] === value)
  );
}

test('sentences follow each other', () => {
  const message = sayAll(say('no-keys', {}), null, sayAll(say('secret-in-policy', {}), say('cors-after-token', {})), null);
  const expected = [say('no-keys', {}), say('secret-in-policy', {}), say('cors-after-token', {})]
    .map(message => render(message, englishCatalogue))
    .join(' ');
  expect(render(message, englishCatalogue)).toBe(expected);
});

test('what nobody sees in a value is shown as what it is, and a sentence stays one line', () => {
  const message = sayAll(say('invalid-value-status', { value: 'a\u202eb\u200b' }), say('application-id-format', { value: 'c\nd\u2066' }));
  expect(render(message, englishCatalogue)).toMatch(
    /^"a\\u202eb\\u200b" is not an HTTP status.*"c\\u000ad\\u2066" is not an application id/,
  );
});

test('an explanation, a token and a problem are told in the language that is asked for', () => {
  const errors = [
    "IDX10205: Issuer validation failed. Issuer: 'https://sts.windows.net/11111111-2222-3333-4444-555555555555/'. Did not match: validationParameters.ValidIssuer: 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0'",
    'IDX10223: Lifetime validation failed.',
    'IDX19999: something new',
    'AADSTS500011: The resource principal was not found',
    'AADSTS999999',
    'Claim value mismatch: azp=a.',
    'JWT not present.',
    'blocked by CORS policy',
    'Access denied due to missing subscription key',
    'HTTP/1.1 401 Unauthorized\n\n',
    '{"error":"invalid_client"}',
  ];
  for (const error of errors) {
    const found = explainTrace(error, undefined, other);
    expect(found, error).not.toEqual([]);
    for (const { explanation, cures, answeredBy } of found)
      for (const text of [explanation, ...cures, answeredBy.sentence]) expect(untranslated(text), error).toBe('');
  }
  const token = decodeToken(JSON.stringify({ iss: 'https://sts.windows.net/x/', aud: 'api://a', exp: 1_700_000_000, azpacr: '1' }), other);
  const view = viewToken(token, 1_800_000_000, other);
  const said = [view.kindLabel, view.kindReason, view.lifetime ?? '', ...view.claims.map(({ meaning }) => meaning ?? '')];
  expect(said.map(untranslated).join('')).toBe('');
  expect(said.filter(text => text !== '')).toHaveLength(7);
  expect(untranslated(decodeToken('a.b', other).problem ?? '?')).toBe('');
});

test('what a title shortens is whole where there is room, and said once', () => {
  const [issuer, accepted] = ['http://fs.fabrikam.example/adfs/services/trust', 'https://fs.fabrikam.example/adfs'];
  const whole = render(say('issuer-not-accepted', { issuer, accepted: [accepted] }), englishCatalogue);
  expect(whole).toMatch(/^The token was issued by "http:\/\/fs\.fabrikam\.example\/adfs\/services\/trust", /);
  expect(whole).not.toContain('…');
  // What to do stands in the title alone, and stays.
  expect(render(say('client-not-accepted', { client: 'a'.repeat(60), claim: 'azp', accepted: ['b'] }), englishCatalogue)).toMatch(
    /^The token was issued to the client "a{60}", .+ List it, or call with a listed one\.$/,
  );
});
