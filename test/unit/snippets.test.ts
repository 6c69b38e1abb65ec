import { describe, expect, it } from 'vitest';
import { diagnose, readPolicies } from '../../src/core/index.js';
import { readSnippets } from '../harness/snippets.js';

const snippets = readSnippets();
const policy = (inner: string): string =>
  `<policies>\n<inbound>\n<base />\n${inner}\n</inbound>\n<backend><base /></backend>\n<outbound><base /></outbound>\n<on-error><base /></on-error>\n</policies>\n`;

describe('snippets', () => {
  it('are there for the common forms, each under a name that says it is about tokens', () => {
    expect(snippets.map(({ name }) => name)).toEqual([
      'token-workforce',
      'token-multi-tenant',
      'token-external-id',
      'token-b2c',
      'token-app-only',
      'token-delegated',
    ]);
  });

  it.each(snippets)('$name: one token policy, about which there is nothing to say once it is filled in', async ({ filled }) => {
    expect(readPolicies(policy(filled)).tokenPolicies).toHaveLength(1);
    const findings = await diagnose(policy(filled), { now: 1_798_000_000, metadata: {} });
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  it.each(snippets)('$name: no error before that', async ({ untouched }) => {
    const findings = await diagnose(policy(untouched), { now: 1_798_000_000, metadata: {} });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([]);
  });
});
