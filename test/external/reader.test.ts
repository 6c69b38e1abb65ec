// Reads what stands in a collection of real documents, as far as it is typed. Skips where ../shared/corpus is absent.
// Before anything that loads the core.
import { core, exponentOf, mostExponent } from '../harness/count-steps.js';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readPolicies } from '../../src/core/index.js';
import { isLong } from '../harness/runs.js';
import { expectTrueSpans } from '../harness/true-spans.js';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const noCorpus = existsSync(corpus) ? '' : ' (skipped: ../shared/corpus is absent)';
const corpusTexts = (noCorpus === '' ? readdirSync(corpus, { recursive: true, withFileTypes: true }) : [])
  .filter(entry => entry.isFile() && !entry.name.endsWith('.tsv'))
  .map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), 'utf8')] as const);

/** The beginnings of a text that are read: so many signs together, because all of them grow with the square of its length. */
const mostSigns = isLong ? 30_000_000 : 300_000;

/** Reads beginnings of a text without a throw, and the whole of it; at some the spans are looked at. */
function readPrefixes(text: string): void {
  const step = Math.ceil((text.length * text.length) / 2 / mostSigns);
  const spansEach = Math.max(Math.ceil(text.length / step / 20), 1);
  for (let count = 0; count * step < text.length; count++) {
    const document = readPolicies(text.slice(0, count * step));
    if (count % spansEach === 0) expectTrueSpans(document);
  }
  expectTrueSpans(readPolicies(text));
}

/** Texts in a row without their outermost tags, whole or all cut off, again and again. */
function repeatEach(texts: readonly string[], cut: (body: string) => string): (size: number) => string {
  const bodies = texts.map(text => cut(text.replace(/^[^]*?<(?:policies|fragment)\b[^>]*>/, '')));
  const piece = bodies.join('\n');
  return size => piece.repeat(Math.ceil(size / piece.length));
}

describe.skipIf(noCorpus !== '')(`every document of the corpus${noCorpus}`, () => {
  test('there are some', () => expect(corpusTexts.length).toBeGreaterThan(200));

  test.each(corpusTexts)('%s is read as it is typed', (_, text) => readPrefixes(text));

  // What is cut off holds expressions without an end. Their scans have a budget, so that a text must be long enough to spend it.
  test.each([1, 2 / 3])('%d of each, one after the other, take steps in proportion to their length', async share => {
    const texts = corpusTexts.map(([, text]) => text);
    for (let at = 0; at < texts.length; at += 32)
      expect(
        await exponentOf(
          repeatEach(texts.slice(at, at + 32), body => body.slice(0, body.length * share)),
          text => core.readPolicies(`<policies>${text}`),
          share === 1 ? 50_000 : 200_000,
        ),
      ).toBeLessThan(mostExponent);
  });
});
