import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nextSteps } from '../../../src/core/messages/english/next-steps.js';
import { english } from '../../../src/core/messages/english/sentences.js';
import { germanCatalogue } from '../../../src/core/messages/german/index.js';
import { brief, briefDifference, cutText, longestTitle, type Said } from '../../../src/core/messages/said.js';
import { renderApart } from '../../../src/core/messages/render.js';
import type { Message } from '../../../src/core/messages/message.js';
import { guid, texts, valuesOf } from '../../harness/sentence-values.js';

const languages = [
  ['English', english],
  ['German', germanCatalogue.sentences],
] as const;

/** Every sentence in two pieces that can be written with these values. */
function writeAll(sentences: typeof english): { name: string; said: Said }[] {
  const all: { name: string; said: Said }[] = [];
  for (const [name, write] of Object.entries(sentences))
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

test.each(languages)('every title is at most 120 characters long, whatever stands in it: %s', (_, sentences) => {
  const all = writeAll(sentences);
  const names = new Set(all.map(({ name }) => name));
  const pieces = Object.entries(sentences).filter(([, write]) => /title/.test(write.toString()) && /detail/.test(write.toString()));
  expect(names.size).toBeGreaterThan(130);
  expect(pieces.map(([name]) => name).filter(name => !names.has(name))).toEqual([]);
  const long = all.filter(({ said }) => said.title.length > longestTitle);
  expect([...new Set(long.map(({ name, said }) => `${name}: ${said.title.length}`))]).toEqual([]);
});

test.each(languages)('a title begins with a capital letter or with a name, and ends as a sentence does: %s', (_, sentences) => {
  for (const { name, said } of writeAll(sentences)) {
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
