import { expect, test, vi } from 'vitest';
import { createSampleTenant, decodeToken, predictDocument } from '../../../src/core/index.js';
import { ids } from '../../harness/growing-texts.js';

const now = 1798000000;
const tenant = await createSampleTenant(ids);
const token = decodeToken((await tenant.mint('workforce-v2', now)).reveal());
const [address = ''] = Object.keys(tenant.metadata).filter(each => each.includes('/v2.0/.well-known'));

/** How often base64 is decoded and signatures are verified for so many token policies, no two of which are alike. */
async function countWork(policies: number): Promise<{ readonly decoded: number; readonly verified: number }> {
  const text = Array.from(
    { length: policies },
    (_, index) =>
      `<validate-jwt><openid-config url="${address}" /><required-claims><claim name="${String(index)}" /></required-claims></validate-jwt>`,
  );
  const decodes = vi.spyOn(globalThis, 'atob');
  const verifications = vi.spyOn(crypto.subtle, 'verify');
  const { predictions } = await predictDocument(`<policies><inbound>${text.join('')}</inbound></policies>`, token, {
    now,
    metadata: tenant.metadata,
  });
  const counted = { decoded: decodes.mock.calls.length, verified: verifications.mock.calls.length };
  vi.restoreAllMocks();
  expect(predictions.map(({ checks }) => checks.find(({ check }) => check === 'claims')?.outcome)).toEqual(text.map(() => 'fail'));
  return counted;
}

test('a token and its signature are read and verified once, for however many token policies', async () => {
  const one = await countWork(1);
  expect(one.verified).toBe(1);
  expect(one.decoded).toBeGreaterThan(0);
  expect(await countWork(20)).toEqual(one);
});
