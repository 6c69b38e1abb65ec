import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explainError, type AnswererKind } from '../../src/core/index.js';
import { notToldApart } from './not-told-apart.js';

/** Answers of gateways, backends and token endpoints as they were collected from public sources: a text in a code span each. */
const file = new URL('../../../shared/reference/who-answered.md', import.meta.url);

interface Collected {
  readonly section: string;
  readonly text: string;
}

function readCollection(): readonly Collected[] {
  const found = new Map<string, Collected>();
  let section = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    section = /^##+ (\d[\d.]*)/.exec(line)?.[1]?.replace(/\.$/, '') ?? section;
    const spans = [...line.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
    const codes = section === '6' ? (/^\| ([\d /]+) \|/.exec(line)?.[1]?.split('/') ?? []) : [];
    for (const text of [...spans, ...codes.map(code => `AADSTS${code.trim()}: x`)])
      if (!found.has(text)) found.set(text, { section, text });
  }
  return [...found.values()];
}

const collection = existsSync(file) ? readCollection() : [];
const known = collection.filter(({ text }) => explainError(text).length > 0);

/** Who may be named for what a section lists. */
const answerers: Readonly<Record<string, readonly AnswererKind[]>> = {
  '2.1': ['gateway', 'policy'],
  '2.2': ['policy'],
  '2.3': ['policy'],
  '2.4': ['policy', 'token-request'],
  '3': ['backend', 'in-front', 'undecided'],
  '4.1': ['backend'],
  '4.2': ['backend'],
  '4.3': ['backend'],
  '4.4': ['backend'],
  '4.5': ['backend'],
  '4.6': ['backend'],
  '4.7': ['backend'],
  '5': ['backend', 'undecided'],
  '6': ['token-request'],
};

/** Read alone, the words of one are those of another. */
const lookAlikes: readonly string[] = ['The token is expired'];

describe.skipIf(collection.length === 0)('the collected answers (skipped without ../shared)', () => {
  test('all are recognised but those that tell nobody apart, each with its reason', () => {
    const recognised = new Set(known.map(({ text }) => text));
    expect(collection.map(({ text }) => text).filter(text => !recognised.has(text))).toEqual(
      collection.map(({ text }) => text).filter(text => Object.values(notToldApart).some(texts => texts.includes(text))),
    );
    expect(known.length).toBeGreaterThanOrEqual(240);
  });

  test('no reason stands for a text that is not there', () => {
    const texts = new Set(collection.map(({ text }) => text));
    expect(Object.values(notToldApart).flatMap(listed => listed.filter(text => !texts.has(text)))).toEqual([]);
  });

  test.each(known.filter(({ section, text }) => section in answerers && !lookAlikes.includes(text)))(
    'section $section names the right one: $text',
    ({ section, text }) => {
      const [first] = explainError(text);
      expect(answerers[section]).toContain(first?.answeredBy.kind);
      expect(first?.cures.length).toBeGreaterThan(0);
    },
  );
});
