import { describe, expect, test } from 'vitest';
import { readPolicies, sniffPolicy } from '../../../src/core/index.js';

describe('a policy document', () => {
  test.each([
    '<policies>',
    '<policies/>',
    '<fragment >',
    '<policies',
    '\ufeff  <policies>',
    '<?xml version="1.0"?>\n<!-- <root> -->\n<policies>',
    '<!DOCTYPE x [ <!ENTITY a "b"> ]><fragment>',
    'text first <policies>',
    '%{ if x }<policies>',
    '< <policies>',
    `<!-- ${'x'.repeat(5000)} --><policies/>`,
    `${' '.repeat(5000)}<policies/>`,
    `${' '.repeat(4090)}<policies/>`,
  ])('%j', text => expect(sniffPolicy(text)).toBe(true));
});

describe('no policy document', () => {
  test.each([
    '',
    '   ',
    '<root><policies/></root>',
    '<policy>',
    '<policies2>',
    '<p:policies>',
    '<Policies>',
    '{ "a": 1 }',
    'x'.repeat(9000),
    '<!-- <policies>',
    '<validate-jwt/>',
    `<project>${'<policies/>'.repeat(1000)}</project>`,
  ])('%j', text => {
    expect(sniffPolicy(text)).toBe(false);
    expect(readPolicies(text)).toMatchObject({ root: null, tokenPolicies: [], tree: null, break: null });
  });
});

test('where the head does not tell, reading does', () => {
  const text = `<!-- ${'x'.repeat(5000)} --><root/>`;
  expect(sniffPolicy(text)).toBe(true);
  expect(readPolicies(text).root).toBeNull();
});
