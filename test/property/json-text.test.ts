import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOverlooked, readJsonText, readPlainJson } from '../../src/core/gateway/library/json-text.js';
import { seedOr, times } from '../harness/runs.js';

const seed = seedOr(20261130);

const space = fc.oneof({ arbitrary: fc.constantFrom('', ' ', '\n', '\t'), weight: 20 }, fc.constantFrom('\u00a0', '/**/'));
const name = fc.oneof(
  { arbitrary: fc.constantFrom('"a"', '"aud"', '"__proto__"', '"constructor"', '"1"'), weight: 20 },
  fc.constantFrom('"\\u0061"', "'a'", 'a'),
);
const single = fc.oneof(
  { arbitrary: fc.string({ maxLength: 6 }).map(text => JSON.stringify(text)), weight: 9 },
  { arbitrary: fc.integer().map(String), weight: 9 },
  fc.constantFrom('1.0', '1.5', '1e3', '-0', '-1', '012', '0x1', '123456789012345', '9223372036854775807', '9'.repeat(381), '1e999'),
  fc.constantFrom(
    'true',
    'null',
    'NaN',
    'undefined',
    '"\\ud800"',
    '"\\ud83d\\ude00"',
    '"\t"',
    '"\\n"',
    '"\\x"',
    "'x'",
    '"',
    '.5',
    '1.',
    '-',
  ),
  fc.integer({ min: 60, max: 66 }).map(depth => '['.repeat(depth) + ']'.repeat(depth)),
);

/** JSON, nearly JSON, and what only some read. */
const { text } = fc.letrec<{ value: string; list: string; text: string }>(tie => ({
  value: fc.oneof({ depthSize: 'small' }, { arbitrary: single, weight: 4 }, tie('list'), tie('text')),
  list: fc.array(tie('value'), { maxLength: 3 }).map(values => `[${values.join(',')}]`),
  text: fc
    .tuple(
      fc.array(fc.tuple(space, name, space, tie('value'), space), { maxLength: 4 }),
      fc.oneof({ arbitrary: fc.constant(''), weight: 12 }, fc.constantFrom(',', ' x')),
    )
    .map(([members, end]) => `{${members.map(([a, key, b, value, c]) => `${a}${key}${b}:${value}${c}`).join(',')}${end}}`),
}));
const whole = fc.tuple(space, text, fc.constantFrom('', '', ' ', '\n', '', 'x', '\0', '{}')).map(parts => parts.join(''));

describe('readPlainJson', () => {
  it('takes only what every grammar reads, and reads it alike, in the same order', () => {
    let taken = 0;
    fc.assert(
      fc.property(whole, json => {
        const plain = readPlainJson(json);
        if (plain === null) return;
        taken++;
        for (const grammar of ['strict', 'tolerant'] as const) {
          const read = readJsonText(json, grammar);
          expect(read?.json).toEqual(plain);
          expect(JSON.stringify(read?.json)).toBe(JSON.stringify(plain));
          expect(read?.numbers.size).toBe(0);
          expect(isOverlooked(read?.rest ?? 'x')).toBe(true);
        }
        expect(readJsonText(json, 'strict')?.rest).toMatch(/^[ \t\r\n]*$/);
      }),
      { seed, numRuns: times(4000) },
    );
    expect(taken).toBeGreaterThan(times(500));
  });

  it('takes what tokens hold', () => {
    expect(readPlainJson('{"aud":["a","b"],"exp":1798000000,"name":"J\u00f6rg","act":{"sub":"\\"x\\""}}')).not.toBeNull();
  });

  it.each([
    '{"a":1.0}',
    '{"a":[1e3]}',
    '{"a":-0}',
    '{"a":9223372036854775807}',
    '{"a":"\\ud800"}',
    `{"a":${'['.repeat(64)}${']'.repeat(64)}}`,
  ])('leaves %s to those who read it in different ways', json => {
    expect(() => JSON.parse(json) as unknown).not.toThrow();
    expect(readPlainJson(json)).toBeNull();
  });
});
