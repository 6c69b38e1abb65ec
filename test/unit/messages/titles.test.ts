import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nextSteps } from '../../../src/core/messages/english/next-steps.js';
import { english } from '../../../src/core/messages/english/index.js';
import { brief, briefDifference, cutText, longestTitle, type Said } from '../../../src/core/messages/said.js';
import { renderApart } from '../../../src/core/messages/render.js';
import type { Message } from '../../../src/core/messages/message.js';

const guid = '11111111-2222-3333-4444-555555555555';
const address = `https://login.microsoftonline.com/${guid}/v2.0/.well-known/openid-configuration`;

/** Texts that could stand as any value: an address, nothing, one without spaces, one that hides and turns, halves of characters. */
const texts: readonly string[] = [
  address,
  '',
  'a'.repeat(2000),
  '\u202e\u200b\u{e0041}\n'.repeat(40),
  '\ud83d'.repeat(99),
  'word '.repeat(90),
];

/** What values of a sentence are no texts, by their name; every other is one, or a list where a sentence wants one. */
const chosen: Readonly<Record<string, unknown>> = {
  seconds: 86_408,
  skew: 300,
  bits: 40,
  wanted: 256,
  count: 12,
  kilobytes: 300,
  dots: 1,
  length: 300_000,
  limit: 256_000,
  status: 401,
  has: 1,
  wants: 2,
  version: 1,
  cause: 'other',
  opening: '(',
  branch: false,
  user: false,
  app: false,
  overage: false,
  personal: false,
  passes: true,
  problem: 'The token has two parts only; copy it to its end.',
  several: true,
  hasSkew: true,
  hasEndpoint: true,
  isEntra: true,
  isClient: true,
  isNested: true,
  isDocument: true,
  isConfig: true,
  offered: true,
  caught: true,
  certain: true,
  provider: 'auth0',
  why: 'auth0',
  noAudience: 'auth0',
  note: 'okta-org',
  meaning: 'header-name',
};
const lists = [
  'accepted',
  'audiences',
  'names',
  'found',
  'places',
  'missing',
  'addresses',
  'published',
  'listed',
  'templates',
  'keys',
  'claims',
  'own',
  'versions',
  'earlier',
  'refused',
  'accepts',
  'faults',
];

/** Sentences in which `wanted` or `has` is a number. */
const numbered = [
  'weak-key-symmetric',
  'secret-too-short',
  'metadata-version-claim',
  'metadata-version-several',
  'metadata-version-issuer',
  'claim-issuer-contradicts',
];

/** The values of a sentence, whatever it asks for; where a text and a list share a name, both are tried. */
function valuesOf(sentence: string, text: string, listed: boolean): object {
  return new Proxy(
    {},
    {
      get: (_, name: string) => {
        if (name === 'fault') return { kind: 'empty' };
        if (name === 'what')
          return (
            { 'value-unknown': 'audience', 'claim-missing-not-granted': 'scopes', 'path-unsatisfiable': 'audience' }[sentence] ??
            'zero-width'
          );
        if (name === 'part') return 'header';
        if (name === 'wanted' && sentence === 'unsatisfiable-claims-issuer') return [text];
        if (name === 'claim' && sentence === 'unsatisfiable-claims-audience') return [text];
        if (['earlier', 'refused', 'accepts', 'faults', 'callouts'].includes(name)) return [];
        if ((name === 'wanted' || name === 'has') && !numbered.includes(sentence)) return text;
        if (name in chosen) return chosen[name];
        return listed && lists.includes(name) ? [text, text] : text;
      },
    },
  );
}

/** Every sentence in two pieces that can be written with these values. */
function writeAll(): { name: string; said: Said }[] {
  const all: { name: string; said: Said }[] = [];
  for (const [name, write] of Object.entries(english))
    for (const text of texts)
      for (const listed of [false, true]) {
        try {
          const said = (write as (values: object) => string | Said)(valuesOf(name, text, listed));
          if (typeof said === 'object') all.push({ name, said });
        } catch {
          // A sentence that wants a text where there is a list, or the reverse: the other turn writes it.
        }
      }
  return all;
}

test('every title is at most 120 characters long, whatever stands in it', () => {
  const all = writeAll();
  const names = new Set(all.map(({ name }) => name));
  const pieces = Object.entries(english).filter(([, write]) => /title/.test(write.toString()) && /detail/.test(write.toString()));
  expect(names.size).toBeGreaterThan(130);
  expect(pieces.map(([name]) => name).filter(name => !names.has(name))).toEqual([]);
  const long = all.filter(({ said }) => said.title.length > longestTitle);
  expect([...new Set(long.map(({ name, said }) => `${name}: ${said.title.length}`))]).toEqual([]);
});

test('a title begins with a capital letter or with a name, and ends as a sentence does', () => {
  for (const { name, said } of writeAll()) {
    expect(said.title, name).toMatch(/[.?!]$/);
    expect(said.title, name).not.toMatch(/\n|undefined|\[object|NaN/);
    expect(said.detail, name).not.toMatch(/undefined|\[object|NaN/);
  }
});

test('no finding of any fixture has a title that is too long or was cut', () => {
  const fixtures = path.join(import.meta.dirname, '..', '..', 'fixtures');
  const titles = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('expected.txt'))
    .flatMap(file => readFileSync(path.join(fixtures, file), 'utf8').split('\n'))
    .flatMap(line => /^policy\.xml:\d+:\d+ \S+ \S+ (.*)$/.exec(line)?.[1] ?? []);
  expect(titles.length).toBeGreaterThan(150);
  expect(titles.filter(title => title.length > longestTitle || !/[.?!]$/.test(title))).toEqual([]);
});

test('a text is cut at the end of a word, or between two characters', () => {
  expect(cutText('one two three', 13)).toBe('one two three');
  expect(cutText('one two three', 11)).toBe('one two…');
  expect(cutText(`${'a'.repeat(8)}\u{1f600}b`, 10)).toBe(`${'a'.repeat(8)}…`);
});

test('a value is shortened in its middle, its ids first', () => {
  expect(brief(`api://${guid}`)).toBe('api://11111111…');
  expect(brief('abcdefghij', 7)).toBe('abc…hij');
  expect(brief('a\u202eb')).toBe('a\\u202eb');
});

test('of two addresses only what differs is shown', () => {
  const v1 = `https://sts.windows.net/${guid}/`;
  const v2 = `https://login.microsoftonline.com/${guid}/v2.0`;
  expect(briefDifference(v2, `https://login.microsoftonline.com/${guid}/v1.0`)).toEqual(['…/v2.0', '…/v1.0']);
  expect(briefDifference(v1, v2, 60)).toEqual(['…sts.windows.net/…/', '…login.microsoftonline.com/…/v2.0']);
  expect(briefDifference('a', 'a')).toEqual(['a', 'a']);
});

test('a sentence that is not written in two pieces has its first one as title', () => {
  const long = (first: string): Message => ({ name: 'address-empty', values: { first } });
  const catalogue = { sentences: { 'address-empty': () => `Short. ${'Word '.repeat(60)}` } } as unknown as Parameters<
    typeof renderApart
  >[1];
  expect(renderApart(long('x'), catalogue).title).toBe('Short.');
});

test('nothing but an id or a name enters a command or a request', () => {
  const hostile = '"; rm -rf ~ #\n$(x)`y`';
  for (const [cause, write] of Object.entries(nextSteps)) {
    const values = new Proxy({}, { get: (_, name: string) => (name === 'names' ? [hostile] : name === 'user' ? false : hostile) });
    for (const { what, copy } of (write as (values: object) => ReturnType<(typeof nextSteps)['new-token']>)(values)) {
      expect(what, cause).not.toContain('rm -rf');
      if (copy?.kind === 'command' || copy?.kind === 'request') expect(copy.text, cause).not.toContain('rm -rf');
      if (copy?.kind === 'element') expect(copy.text, cause).not.toMatch(/<[^>]*</);
    }
  }
});
