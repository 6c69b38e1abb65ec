import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToken, readPolicies, rewrite, type RewriteVariant } from '../../src/core/index.js';
import { writeTestToken } from '../unit/token/test-token.js';
import { generatedPolicy, world } from '../harness/generated-policies.js';
import { fillIn, validate, whyNoSchema } from './public-schema.js';

describe.skipIf(whyNoSchema !== '')(`the schema that Microsoft publishes${whyNoSchema}`, () => {
  it('takes every rewritten element', async () => {
    const elements: string[] = [];
    const sample = fc.sample(fc.tuple(generatedPolicy, fc.constantFrom<RewriteVariant>('both', 'v2', 'v1')), {
      seed: 20260704,
      numRuns: 500,
    });
    for (const [policy, variant] of sample) {
      const [result] = await rewrite(policy.text, 'to-validate-jwt', variant, { now: 0, metadata: {}, namedValues: world.namedValues });
      if (result === undefined || 'reason' in result) continue;
      for (const { start, end } of readPolicies(result.text).tokenPolicies) elements.push(fillIn(result.text, start, end));
    }
    expect(elements.length).toBeGreaterThan(400);
    expect(validate(elements)).toBe('');
  });

  it('takes every rewritten element of External ID', async () => {
    const tenant = world.tenant;
    const claims = {
      iss: `https://${tenant}.ciamlogin.com/${tenant}/`,
      ver: '1.0',
      tid: tenant,
      aud: 'api://a&b',
      appid: world.client,
      scp: 'x',
    };
    const token = parseToken(writeTestToken({ alg: 'RS256', typ: 'JWT' }, claims, 'A'.repeat(342)));
    const elements: string[] = [];
    const sample = fc.sample(fc.tuple(generatedPolicy, fc.constantFrom<RewriteVariant>('both', 'v2', 'v1', 'keep-workforce')), {
      seed: 20261123,
      numRuns: 300,
    });
    for (const [policy, variant] of sample) {
      const [result] = await rewrite(policy.text, 'to-validate-jwt', variant, {
        now: 0,
        metadata: {},
        namedValues: world.namedValues,
        token,
      });
      if (result === undefined || 'reason' in result) continue;
      for (const { start, end } of readPolicies(result.text).tokenPolicies) elements.push(fillIn(result.text, start, end));
    }
    expect(elements.length).toBeGreaterThan(150);
    expect(validate(elements)).toBe('');
  });

  it('takes every element that found its way back', async () => {
    const elements: string[] = [];
    for (const policy of fc.sample(generatedPolicy, { seed: 20261123, numRuns: 300 })) {
      const [there] = await rewrite(policy.text, 'to-validate-jwt', 'both', { now: 0, metadata: {} });
      if (there === undefined || 'reason' in there) continue;
      const [back] = await rewrite(there.text, 'to-validate-azure-ad-token', undefined, { now: 0, metadata: {} });
      if (back === undefined || 'reason' in back) continue;
      for (const { start, end } of readPolicies(back.text).tokenPolicies) elements.push(fillIn(back.text, start, end));
    }
    expect(elements.length).toBeGreaterThan(50);
    expect(validate(elements)).toBe('');
  });

  it('refuses what is out of order (so that the test can fail)', () => {
    expect(validate(['<validate-jwt><audiences/><openid-config url="https://x"/></validate-jwt>'])).not.toBe('');
  });
});
