import { describe, expect, it } from 'vitest';
import { findNotPlain } from '../../../src/core/policy/plain-text.js';

describe('what a text from a token means in a policy', () => {
  it.each([
    ['api://x@(PWN())', 'expression'],
    ['@(PWN())', 'expression'],
    ['@{ return 1; }', 'expression'],
    ['x@(never closed', 'expression'],
    ['{{x}}', 'placeholder'],
    ['a{{x', 'placeholder'],
    ['${x}', 'placeholder'],
    ['%{ if x }', 'placeholder'],
    ['{x}', 'placeholder'],
    ['x}', 'placeholder'],
    ['$(PWN)', 'pipeline'],
    ['api://$(PWN)', 'pipeline'],
    ['$HOME', 'pipeline'],
    ['#{x}#', 'pipeline'],
    ['api://__X__', 'pipeline'],
    ['<%= x %>', 'tag'],
    ['%>', 'tag'],
    ['a\nb', 'invisible'],
    ['a\u202eb', 'invisible'],
    ['a\u200bb', 'invisible'],
    ['a\ud800', 'invisible'],
    ['a\u2028b', 'invisible'],
    [' a', 'space'],
    ['', 'space'],
    ['x'.repeat(401), 'long'],
  ])('is not what %j says', (text, why) => expect(findNotPlain(text)).toBe(why));

  it.each([
    'api://66666666-7777-8888-9999-aaaaaaaaaaaa',
    'https://contoso.example/api?x=1&y=<2>#z',
    'Orders.Read',
    'my_role__of_many',
    'https://x/%C3%A4%20b',
    'costs $5',
    'a@b.example',
    '(x)',
    'Zoë 🦊',
    '#1',
  ])('is what %j says', text => expect(findNotPlain(text)).toBeNull());
});
