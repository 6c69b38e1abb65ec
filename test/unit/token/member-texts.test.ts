import { expect, test } from 'vitest';
import { readMemberTexts } from '../../../src/core/token/read-json.js';

test.each([
  ['nothing, where JavaScript writes every number alike', '{"a":1,"b":-2.5,"c":"12345678901234567890","d":[true,null,{}]}', {}],
  ['a whole number that it rounds', '{"a":9007199254740993,"b":9007199254740992}', { a: '9007199254740993' }],
  ['what it writes in another form', '{"a":1.0,"b":1E3,"c":-0,"d":0.10}', { a: '1.0', b: '1E3', c: '-0', d: '0.10' }],
  ['a member with one somewhere inside', '{"a": [ {"b": 1e400, "c": "x"} ], "d": 1}', { a: '[{"b":1e400,"c":"x"}]' }],
  [
    'no digits of a string, however it is written',
    String.raw`{"a":"\"12345678901234567890","b":["\\",12345678901234567890]}`,
    { b: String.raw`["\\",12345678901234567890]` },
  ],
  [
    'strings with the signs that mark numbers',
    String.raw`{"a":["#1.0","\u0023\u00231.0",1.0],"###":1.0}`,
    { a: '["#1.0","##1.0",1.0]', '###': '1.0' },
  ],
  ['the last of several members of one name', '{"a":1.0,"a":2}', {}],
  ['a name of a prototype', '{"__proto__":1.0}', Object.fromEntries([['__proto__', '1.0']])],
])('%s', (_what, json, texts) => {
  expect(Object.fromEntries(readMemberTexts(json))).toEqual(texts);
});
