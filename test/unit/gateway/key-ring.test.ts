import { expect, test, vi } from 'vitest';
import { createSampleTenant, decodeToken, openKeyRing, predict, readPolicies, type Facts } from '../../../src/core/index.js';
import { ids } from '../../harness/growing-texts.js';

const now = 1798000000;
const tenant = await createSampleTenant(ids);
const token = decodeToken((await tenant.mint('workforce-v2', now)).reveal());
const [address = ''] = Object.keys(tenant.metadata).filter(each => each.includes('/v2.0/.well-known'));
const [policy] = readPolicies(
  `<policies><inbound><validate-jwt><openid-config url="${address}" /></validate-jwt></inbound></policies>`,
).tokenPolicies;

async function countImports(keyRings: readonly (ReturnType<typeof openKeyRing> | undefined)[]): Promise<number> {
  if (policy === undefined) throw new Error('no token policy');
  const imports = vi.spyOn(crypto.subtle, 'importKey');
  for (const keyRing of keyRings) {
    const facts: Facts = { now, metadata: tenant.metadata, ...(keyRing === undefined ? {} : { keyRing }) };
    const { checks } = await predict(policy, token, facts);
    expect(checks.find(({ check }) => check === 'signature')?.outcome).toBe('pass');
  }
  const { length } = imports.mock.calls;
  imports.mockRestore();
  return length;
}

test('a key is imported once for all predictions that share a ring, and for each of the others anew', async () => {
  const ring = openKeyRing();
  expect(await countImports([ring, ring, ring])).toBe(await countImports([undefined]));
  expect(await countImports([ring])).toBe(0);
  expect(await countImports([undefined, undefined])).toBeGreaterThan(1);
});

test('a document that was replaced is read anew, whatever the ring holds', async () => {
  const ring = openKeyRing();
  await countImports([ring]);
  const other = await createSampleTenant(ids);
  if (policy === undefined) throw new Error('no token policy');
  const facts: Facts = { now, metadata: other.metadata, keyRing: ring };
  const { checks } = await predict(policy, token, facts);
  expect(checks.find(({ check }) => check === 'signature')?.outcome).toBe('fail');
});

test('a document is looked through once for all predictions that share a ring', async () => {
  if (policy === undefined) throw new Error('no token policy');
  let looks = 0;
  const ownKeys = (document: object): (string | symbol)[] => {
    looks++;
    return Reflect.ownKeys(document);
  };
  const metadata = Object.fromEntries(
    Object.entries(tenant.metadata).map(([at, document]) => [at, new Proxy(document as object, { ownKeys })]),
  );
  const facts: Facts = { now, metadata, keyRing: openKeyRing() };
  const first = await predict(policy, token, facts);
  const looksOfFirst = looks;
  expect(await predict(policy, token, facts)).toEqual(first);
  expect(looksOfFirst).toBeGreaterThan(0);
  expect(looks).toBe(looksOfFirst);
});
