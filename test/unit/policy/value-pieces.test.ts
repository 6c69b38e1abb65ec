import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readValue } from '../../../src/core/policy/read-value.js';
import { isDirective } from '../../../src/core/policy/value.js';
import { alwaysDiffer, mostCompared, noneFits, readPieces, withoutSlash, type Pieces } from '../../../src/core/policy/value-pieces.js';

const pieces = (text: string, namedValues?: Record<string, string>): Pieces =>
  readPieces(readValue(text, { start: 0, end: text.length }), namedValues);

describe('two texts of which pieces are not known', () => {
  test.each([
    ['api://{{client-id}}', '{{client-id}}'],
    ['api://${client}', '${client}'],
    ['api://#{Client}#', '#{Client}#'],
    ['https://sts.windows.net/{{tenant}}/', 'https://login.microsoftonline.com/{{other}}/v2.0'],
    ['https://host/{{tenant}}/v2.0', 'https://host/{{tenant}}/v2.0/'],
    ['api://{{client-id}}', 'short'],
    ['one', 'another'],
    ['a{{x}}', 'b@("c")'],
  ])('%s is never %s', (one, other) => {
    expect(alwaysDiffer(pieces(one), pieces(other))).toBe(true);
    expect(alwaysDiffer(pieces(other), pieces(one))).toBe(true);
  });

  test.each([
    ['{{one}}', '{{other}}'],
    ['api://{{client-id}}', '{{audience}}'],
    ['api://{{client-id}}', 'api://orders'],
    ['{{client-id}}', 'orders'],
    ['Orders', 'orders '],
    ['@(context.Variables["a"])', 'orders'],
    ['api://%{ if dev }dev%{ endif }', 'https://orders'],
    ['{{a}}-{{b}}', '{{b}}-{{a}}'],
  ])('%s may be %s', (one, other) => {
    expect(alwaysDiffer(pieces(one), pieces(other))).toBe(false);
  });

  test('named values at hand are filled in', () => {
    expect(alwaysDiffer(pieces('{{one}}', { one: 'a' }), pieces('{{other}}', { other: 'b' }))).toBe(true);
    expect(alwaysDiffer(pieces('{{one}}', { one: 'a' }), pieces('{{other}}', { other: 'A' }))).toBe(false);
  });

  test('what is said to differ always does differ, whatever is filled in', () => {
    const piece = fc.constantFrom('a', 'b', 'ab', '/', 'api://', '{{x}}', '{{y}}', '${z}');
    const value = fc.array(piece, { minLength: 1, maxLength: 4 }).map(parts => parts.join(''));
    const filling = fc.constantFrom('a', 'b', 'ab', 'api://a', '/', 'a/b');
    const fill = (text: string, x: string, y: string, z: string): string =>
      text.replaceAll('{{x}}', x).replaceAll('{{y}}', y).replaceAll('${z}', z);
    fc.assert(
      fc.property(value, value, filling, filling, filling, (one, other, x, y, z) => {
        if (!alwaysDiffer(pieces(one), pieces(other))) return;
        expect(fill(one, x, y, z)).not.toBe(fill(other, x, y, z));
      }),
      { numRuns: 5000, seed: 20261129 },
    );
  });

  test('one slash at the end can be left aside', () => {
    expect(withoutSlash(pieces('api://orders/'))).toEqual(['api://orders']);
    expect(withoutSlash(pieces('{{audience}}/'))).toHaveLength(1);
    expect(withoutSlash(pieces('api://orders'))).toEqual(['api://orders']);
  });

  test('lists have nothing in common where no two of them may be equal, and nobody compares very long ones', () => {
    const many = (count: number): Pieces[] => Array.from({ length: count }, () => ['a']);
    expect(noneFits(many(mostCompared), [['b']])).toBe(true);
    expect(noneFits([['b']], many(mostCompared))).toBe(true);
    expect(noneFits(many(mostCompared + 1), [['b']])).toBe(false);
    expect(noneFits([['b']], many(mostCompared + 1))).toBe(false);
    expect(noneFits([['a'], ['b']], [['c'], ['b']])).toBe(false);
    expect(noneFits([['a']], [['c'], pieces('{{x}}')])).toBe(false);
    expect(noneFits([], [['b']])).toBe(false);
    expect(noneFits([['b']], [])).toBe(false);
  });
});

test.each([
  ['%{ if x }', true],
  ['<% if x %>', true],
  ['<%= x %>', false],
  ['${x}', false],
])('%s is a directive: %s', (text, expected) => {
  expect(isDirective({ text })).toBe(expected);
});
