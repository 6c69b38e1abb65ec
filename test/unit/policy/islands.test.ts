// While somebody types, each token policy is still read on its own.
import { describe, expect, test } from 'vitest';
import { readPolicies } from '../../../src/core/index.js';

interface Seen {
  readonly attributes: Record<string, string>;
  readonly audiences: string[];
  readonly text: string;
}

function see(text: string): Seen[] {
  return readPolicies(text).tokenPolicies.map(({ attributes, audiences, start, end }) => ({
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value])),
    audiences: audiences.map(({ value }) => value),
    text: text.slice(start, end),
  }));
}

const next = '<validate-azure-ad-token tenant-id="t"><audiences><audience>b</audience></audiences></validate-azure-ad-token>';
const nextSeen: Seen = { attributes: { 'tenant-id': 't' }, audiences: ['b'], text: next };

describe('what comes after a half-typed token policy is read as ever', () => {
  test.each<[string, string, Seen]>([
    [
      'its closing tag is missing',
      '<validate-jwt header-name="h"><audiences><audience>a</audience></audiences>',
      {
        attributes: { 'header-name': 'h' },
        audiences: ['a'],
        text: '<validate-jwt header-name="h"><audiences><audience>a</audience></audiences>',
      },
    ],
    [
      'its opening tag is open',
      '<validate-jwt header-name="h"',
      { attributes: { 'header-name': 'h' }, audiences: [], text: '<validate-jwt header-name="h"' },
    ],
    [
      'a name stands alone',
      '<validate-jwt header-name',
      { attributes: { 'header-name': '' }, audiences: [], text: '<validate-jwt header-name' },
    ],
    [
      'a value is missing',
      '<validate-jwt header-name=',
      { attributes: { 'header-name': '' }, audiences: [], text: '<validate-jwt header-name=' },
    ],
    [
      'a quote is missing',
      '<validate-jwt a="1" header-name="h>',
      { attributes: { a: '1', 'header-name': 'h' }, audiences: [], text: '<validate-jwt a="1" header-name="h>' },
    ],
    [
      'a quote before another attribute is missing',
      '<validate-jwt header-name="h b="2">',
      { attributes: { 'header-name': 'h', b: '2' }, audiences: [], text: '<validate-jwt header-name="h b="2">' },
    ],
    [
      'an expression is open',
      '<validate-jwt header-name="@(h(">',
      { attributes: { 'header-name': '@(h(' }, audiences: [], text: '<validate-jwt header-name="@(h(">' },
    ],
    [
      'an element of a list is open',
      '<validate-jwt><audiences><audience>a',
      { attributes: {}, audiences: ['a\n'], text: '<validate-jwt><audiences><audience>a\n' },
    ],
    [
      'an element of a list is open and another follows',
      '<validate-jwt><audiences><audience>a<audience>b</audience></audiences></validate-jwt>',
      { attributes: {}, audiences: ['a'], text: '<validate-jwt><audiences><audience>a<audience>b</audience></audiences></validate-jwt>' },
    ],
    [
      'a closing tag is half typed',
      '<validate-jwt><audiences><audience>a</audience></audien',
      { attributes: {}, audiences: ['a'], text: '<validate-jwt><audiences><audience>a</audience></audien' },
    ],
  ])('%s', (_, typed, seen) => {
    const text = `<policies><inbound>${typed}\n${next}</inbound></policies>`;
    expect(see(text)).toEqual([seen, nextSeen]);
    expect(readPolicies(text).break).not.toBeNull();
  });

  test.each([
    '<base',
    '<base /',
    '</',
    '<',
    '<set-body>@{ return "',
    '<a b="',
    '<![CD',
    '<!-',
    '&',
    '</when>',
    '<choose><when condition="',
  ])('%s before it', typed => {
    const text = `<policies><inbound>\n${typed}\n${next}\n</inbound></policies>`;
    expect(see(text)).toEqual([nextSeen]);
    expect(readPolicies(text).tokenPolicies[0]?.section).toBe('inbound');
    expect(readPolicies(text).break).not.toBeNull();
  });

  test('sections stay what they are', () => {
    const { tokenPolicies } = readPolicies(
      '<policies><inbound><base></inbound><backend><validate-jwt><outbound><validate-jwt/></outbound></policies>',
    );
    expect(tokenPolicies.map(({ section }) => section)).toEqual(['backend', 'outbound']);
  });

  test('a second root is read, but stands in no section', () => {
    expect(readPolicies(`<policies/>${next}`).tokenPolicies).toMatchObject([{ kind: 'validate-azure-ad-token', section: null }]);
  });
});
