import { expect, test } from 'vitest';
import { readPolicies } from '../../../src/core/index.js';
import { elementNames, keySources } from '../../../src/core/policy/known-elements.js';
import { tokenPolicyFacts, type ElementFacts } from '../../../src/core/knowledge/elements.js';

const below = ({ children }: ElementFacts): string[] => children.flatMap(child => [child.name, ...below(child)]);

test('the names of elements are those of the table, all of them', () => {
  expect([...elementNames].sort()).toEqual([...new Set(Object.values(tokenPolicyFacts).flatMap(below))].sort());
  expect(elementNames).toContain('zumo-master-key');
});

test('keys come from the elements that the table says give them', () => {
  expect(keySources).toEqual(['openid-config', 'issuer-signing-tokens', 'issuer-signing-keys']);
});

test.each([...elementNames])('a token policy that is not closed yet keeps its <%s>', name => {
  const text = `<policies><inbound><validate-jwt header-name="Authorization"><${name}>x</${name}><base /></inbound></policies>`;
  const [policy] = readPolicies(text).tokenPolicies;
  expect(policy === undefined ? '' : text.slice(policy.start, policy.end)).toMatch(new RegExp(`</${name}>$`));
});
