import { describe, expect, it } from 'vitest';
import { isOverlooked, readJsonText, readPlainJson } from '../../../src/core/gateway/library/json-text.js';

const strict = (text: string): unknown => readJsonText(text, 'strict')?.json ?? null;
const tolerant = (text: string): unknown => readJsonText(text, 'tolerant')?.json ?? null;

describe('what the standard takes', () => {
  it.each([
    '{}',
    ' \t\r\n{ "a" : 1 , "b" : [ ] }',
    '{"a":[1,-2,3.5,1e2,1E-2,0,-0.5],"b":{"c":{}}}',
    '{"a":true,"b":false,"c":null}',
    String.raw`{"a":"\"\\\/\b\f\n\r\t\u0041\ud83d\ude00"}`,
    '{"a":1,"a":2}',
    '{"":""}',
  ])('both grammars read as JavaScript does: %s', text => {
    expect([strict(text), tolerant(text)]).toEqual([JSON.parse(text), JSON.parse(text)]);
  });
});

describe('what the tolerant grammar takes besides', () => {
  it.each([
    ['{//a\n"x":1}', { x: 1 }],
    ['{//a\r"x":1}', { x: 1 }],
    ['/**/{/*a*/"x"/**/:/*"*/1/***/}', { x: 1 }],
    ["{'x':'y'}", { x: 'y' }],
    [`{'x':'"',"y":"'"}`, { x: '"', y: "'" }],
    [String.raw`{'x':'\''}`, { x: "'" }],
    ['{"x":1,}', { x: 1 }],
    ['{"x":[1,]}', { x: [1] }],
    ['{xax:1}', { xax: 1 }],
    ['{a_$1:1}', { a_$1: 1 }],
    ['{"x":undefined}', { x: null }],
    ['{"x":NaN,"y":Infinity,"z":-Infinity}', { x: NaN, y: Infinity, z: -Infinity }],
    ['\u00a0{"x":1}', { x: 1 }],
    ['{"x":"\n"}', { x: '\n' }],
  ])('%j', (text, json) => {
    expect(tolerant(text)).toEqual(json);
    expect(strict(text)).toBeNull();
  });
});

describe('what neither takes', () => {
  it.each([
    '',
    '[]',
    'x{}',
    '{',
    '{"x"}',
    '{"x":}',
    '{"x" 1}',
    '{"x":1 "y":2}',
    '{"x":[1 2]}',
    '{,}',
    '{"x":[,]}',
    '{"x":1,,"y":2}',
    '{"x":1]',
    '{"x":[1}',
    '{/"x":1}',
    '{/a/"x":1}',
    '{/*"x":1}',
    '{"x":tru}',
    '{"x":True}',
    '{"x":+1}',
    '{"x":1.2.3}',
    '{"x":"a}',
    `{"x":"a'}`,
    String.raw`{"x":"\a"}`,
    String.raw`{"x":"\u00g0"}`,
    String.raw`{"x":"\u00`,
    '{a-b:1}',
    '{"x":constructor}',
  ])('%j', text => {
    expect([strict(text), tolerant(text)]).toEqual([null, null]);
  });

  it('is a word that only the tolerant grammar knows, under the standard: no quote is left out there', () => {
    for (const text of ['{xax:1}', "{'x':1}", `{"x":'y'}`, String.raw`{"x":"\'"}`]) expect(strict(text)).toBeNull();
  });

  it('is half of a pair of escapes for the standard', () => {
    for (const half of [String.raw`\ud83d`, String.raw`\ude00`, String.raw`\ude00\ud83d`, String.raw`\ud83dx`]) {
      expect(strict(`{"x":"${half}"}`)).toBeNull();
      expect(tolerant(`{"x":"${half}"}`)).toEqual(JSON.parse(`{"x":"${half}"}`));
    }
  });

  it('is more than 64 levels', () => {
    const nest = (open: string, close: string, levels: number): string => `{"x":${open.repeat(levels - 1)}1${close.repeat(levels - 1)}}`;
    for (const [open, close] of [
      ['[', ']'],
      ['{"y":', '}'],
    ] as const) {
      expect([strict(nest(open, close, 64)) !== null, tolerant(nest(open, close, 64)) !== null]).toEqual([true, true]);
      expect([strict(nest(open, close, 65)), tolerant(nest(open, close, 65))]).toEqual([null, null]);
    }
  });

  it('is a whole number of more than 380 characters for the tolerant grammar', () => {
    const number = (length: number): string => `{"x":${'1'.repeat(length)}}`;
    expect([tolerant(number(380)) !== null, tolerant(number(381)), strict(number(381)) !== null]).toEqual([true, null, true]);
  });
});

it('what stands after the object is given back', () => {
  expect(readJsonText('{} x', 'strict')?.rest).toBe(' x');
  expect(readJsonText('{"a":"}"}}', 'tolerant')?.rest).toBe('}');
});

it.each([
  ['', true],
  [' \n\u2003', true],
  ['\0', true],
  ['/**/ //x', true],
  ['//x\ny', false],
  ['/*', false],
  ['/', false],
  ['x', false],
  [',', false],
])('the tolerant grammar overlooks %j after the object: %s', (rest, overlooked) => {
  expect(isOverlooked(rest)).toBe(overlooked);
});

it('numbers are noted as they are written where another text would come out, by member and entry, the last member of a name alone', () => {
  const written = (text: string): unknown =>
    [...(readJsonText(text, 'strict')?.numbers ?? [])].map(([name, entries]) => [name, [...entries]]);
  expect(written('{"a":1,"b":1.5}')).toEqual([]);
  expect(written('{"a":1.0,"b":[1,2.0,30e1]}')).toEqual([
    ['a', [[0, '1.0']]],
    [
      'b',
      [
        [1, '2.0'],
        [2, '30e1'],
      ],
    ],
  ]);
  expect(written('{"a":1.0,"a":1}')).toEqual([]);
  expect(written('{"a":[1.0],"a":2.0}')).toEqual([['a', [[0, '2.0']]]]);
  expect(written('{"a":9007199254740993}')).toEqual([['a', [[0, '9007199254740993']]]]);
});

it('plain is an object on which no grammar differs', () => {
  expect(readPlainJson('{"a":[1,"x"]}')).toEqual({ a: [1, 'x'] });
  for (const text of ['[]', 'null', '"x"', '{', String.raw`{"a":"\u0041"}`, `{"a":${'['.repeat(64)}${']'.repeat(64)}}`])
    expect(readPlainJson(text)).toBeNull();
});
