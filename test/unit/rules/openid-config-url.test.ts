import { expect, test } from 'vitest';
import { diagnose } from '../../../src/core/index.js';

const address = 'https://id.contoso.example/oidc/configuration.json';
const policy = `<policies><inbound><validate-jwt header-name="Authorization"><openid-config url="${address}" /><audiences><audience>orders</audience></audiences></validate-jwt></inbound></policies>`;

const codes = async (metadata: Record<string, unknown>): Promise<string[]> =>
  (await diagnose(policy, { now: 0, metadata })).map(({ code }) => code);

test('an address without the usual end is doubted until its document is at hand', async () => {
  expect(await codes({})).toContain('openid-config-url');
  expect(await codes({ [address]: { issuer: 'https://id.contoso.example', jwks_uri: 'https://id.contoso.example/keys' } })).not.toContain(
    'openid-config-url',
  );
});

test('a document that is no configuration proves nothing', async () => {
  expect(await codes({ [address]: { keys: [] } })).toContain('openid-config-url');
});
