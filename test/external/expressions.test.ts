// Agrees with the C# compiler's own lexer, asked beforehand: ../shared holds its answers. Skips where they are absent.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findExpressions } from '../../src/core/index.js';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const vectors = `${shared}vectors/expressions.jsonl`;
const corpusVectors = `${shared}vectors/corpus-expressions.tsv`;

describe.skipIf(!existsSync(vectors))('recorded answers of the C# lexer (skipped without ../shared/vectors)', () => {
  const cases = existsSync(vectors)
    ? readFileSync(vectors, 'utf8')
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line) as { id: string; text: string; offset: number; end: number })
    : [];
  test('there are answers to compare with', () => expect(cases.length).toBeGreaterThan(200));
  test.each(cases)('$id', ({ text, offset, end }) => expect(findExpressions(text)[0]).toEqual({ start: offset, end }));
});

describe.skipIf(!existsSync(corpusVectors))('expressions of real policies (skipped without ../shared/vectors)', () => {
  const byPath = new Map<string, { start: number; end: number }[]>();
  for (const line of existsSync(corpusVectors) ? readFileSync(corpusVectors, 'utf8').split('\n').slice(1) : []) {
    const [path, start, end] = line.split('\t');
    if (path === undefined || start === undefined) continue;
    byPath.set(path, [...(byPath.get(path) ?? []), { start: Number(start), end: Number(end) }]);
  }
  test('there are documents to compare with', () => expect(byPath.size).toBeGreaterThan(50));
  test.each([...byPath])('%s', (path, expected) => {
    const text = readFileSync(`${shared}corpus/${path}`, 'utf8');
    // The compiler was asked about unescaped expressions only: one written with references is no C# before it is decoded.
    const unescaped = findExpressions(text).filter(({ start, end }) => !/&(quot|amp|lt|gt|apos|#\w+);/.test(text.slice(start, end)));
    expect(unescaped).toEqual(expected);
  });
});
