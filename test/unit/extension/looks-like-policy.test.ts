import { describe, expect, it } from 'vitest';
import { looksLikePolicy } from '../../../src/extension/looks-like-policy.js';

/** Counts what is read of a text. */
function look(text: string): { answer: boolean; read: number } {
  const state = { read: 0 };
  const answer = looksLikePolicy(length => {
    const beginning = text.slice(0, length);
    state.read = Math.max(state.read, beginning.length);
    return beginning;
  });
  return { answer, read: state.read };
}

describe('looksLikePolicy', () => {
  it.each([
    '<policies>',
    '<fragment />',
    '\uFEFF<policies>',
    '\uFEFF\r\n<?xml version="1.0"?>\n<!-- a --><!-- > --> <policies\n>',
    '<!-- <list> --><fragment>',
    '%{ if enabled ~}\n<policies>',
  ])('knows %j', text => expect(look(text).answer).toBe(true));

  it.each([
    '',
    '  ',
    'policies',
    '<list>',
    '<policiesX>',
    '<policy-set>',
    '<!-- <policies> -->',
    '<!-- <policies>',
    '<list><policies /></list>',
    'x<policies>',
    '%{ if enabled }<list>',
    '%{ if enabled',
  ])('does not take %j for one', text => expect(look(text).answer).toBe(false));

  it('reads four thousand characters of a large file of another kind', () => {
    expect(look(`<list>${'<item />'.repeat(100_000)}</list>`)).toEqual({ answer: false, read: 4096 });
  });

  it('reads on where a comment at the beginning is longer', () => {
    expect(look(`<!--${' licence '.repeat(3000)}-->\n<policies />`).answer).toBe(true);
    expect(look(`<!--${' licence '.repeat(3000)}-->\n<list />`).answer).toBe(false);
  });

  it('takes a time that grows with the text alone, whatever stands there', () => {
    const hostile = '<!---->'.repeat(20_000);
    expect(look(hostile).answer).toBe(false);
    expect(look(`${hostile}<policies>`).answer).toBe(true);
  });
});
