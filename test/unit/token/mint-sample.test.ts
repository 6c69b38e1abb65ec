import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { describe, expect, it } from 'vitest';
import { parseToken } from '../../../src/core/token/decode-token.js';
import { createSampleTenant } from '../../../src/core/token/mint-sample.js';

const ids = {
  tenant: '11111111-2222-4333-8444-555555555555',
  api: '5d3f0b5e-7f0a-4a6e-9a4c-2f8b7b1f6e21',
  client: '9c1b7a52-0d7e-4f3b-8a55-0d6f1c2b3a4e',
};
const now = 1_798_000_000;

describe('createSampleTenant', () => {
  it.each(['external-id-v1', 'external-id-v2', 'workforce-v1', 'workforce-v2'] as const)(
    'mints %s, signed with a published key',
    async kind => {
      const tenant = await createSampleTenant(ids);
      const token = await tenant.mint(kind, now);
      const decoded = parseToken(token.reveal());
      expect(decoded).toMatchObject({ status: 'decoded', kind });
      expect(decoded.claims).toMatchObject({ iat: now, exp: now + 3600 });
      const configurations = Object.entries(tenant.metadata).filter(([address]) => address.endsWith('/.well-known/openid-configuration'));
      expect(configurations).toHaveLength(3);
      for (const [, configuration] of configurations) {
        const keys = tenant.metadata[(configuration as { jwks_uri: string }).jwks_uri] as JSONWebKeySet;
        await jwtVerify(token.reveal(), createLocalJWKSet(keys), { currentDate: new Date(now * 1000) });
      }
    },
  );

  it('never mints the same twice, and publishes no private key', async () => {
    const [first, second] = [await createSampleTenant(ids), await createSampleTenant(ids)];
    expect((await first.mint('workforce-v2', now)).reveal() === (await second.mint('workforce-v2', now)).reveal()).toBe(false);
    expect(JSON.stringify(first.metadata)).not.toMatch(/"[dpq]"|"d[pq]"|"qi"/);
  });
});
