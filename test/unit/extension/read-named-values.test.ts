import { describe, expect, it } from 'vitest';
import { readNamedValues } from '../../../src/extension/metadata/read-named-values.js';

describe('readNamedValues', () => {
  it('reads a JSON object, and leaves out what is no text', () => {
    expect(readNamedValues('\uFEFF{ "tenant": "a", "port": 1, "none": null, "api-id": "b" }')).toEqual({
      namedValues: { tenant: 'a', 'api-id': 'b' },
      secrets: [],
    });
  });

  it('knows which values are secrets', () => {
    const text = '{ "a": { "value": "x", "secret": true }, "b": { "value": "y" }, "c": { "secret": true }, "d": "z" }';
    expect(readNamedValues(text)).toEqual({ namedValues: { a: 'x', b: 'y', d: 'z' }, secrets: ['a'] });
    expect(readNamedValues('{ "displayName": "a", "value": "x", "secret": true }')?.secrets).toEqual(['displayName', 'value']);
  });

  it('reads lines NAME=VALUE', () => {
    const text = [
      '# named values of the test instance',
      '',
      'tenant=11111111-2222-4333-8444-555555555555',
      '  api.id = api://orders  ',
      'export host=https://a.example/#x',
      'quoted="a # b"  # a comment',
      "single='c'",
      'late=d # a comment',
      'empty=',
      'sum=a=b',
      'no name = x',
      'nothing',
    ];
    const expected = {
      tenant: '11111111-2222-4333-8444-555555555555',
      'api.id': 'api://orders',
      host: 'https://a.example/#x',
      quoted: 'a # b',
      single: 'c',
      late: 'd',
      empty: '',
      sum: 'a=b',
    };
    for (const end of ['\n', '\r\n']) expect(readNamedValues(text.join(end))).toEqual({ namedValues: expected, secrets: [] });
  });

  it('takes names that mean something to JavaScript like any other', () => {
    expect(Object.keys(readNamedValues('constructor=a\n__proto__=b')?.namedValues ?? {})).toEqual(['constructor', '__proto__']);
  });

  it('gives nothing for what holds no named values', () => {
    expect(readNamedValues('')).toBeNull();
    expect(readNamedValues('[1, 2]')).toBeNull();
    expect(readNamedValues('{}')).toBeNull();
    expect(readNamedValues('just a text')).toBeNull();
  });
});
