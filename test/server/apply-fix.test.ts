import { describe, expect, it } from 'vitest';
import { makeTenant } from '../harness/tenant.mjs';
import { policyUri, storyPolicy, TestClient } from './test-client.js';

async function offer(): Promise<{ readonly client: TestClient; readonly finding: string; readonly title: string }> {
  const client = await TestClient.start();
  const tenant = await makeTenant();
  await client.open(storyPolicy);
  await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
  const { document } = await client.ask('apimTokenDoctor/view', { uri: policyUri });
  const cure = document?.prediction?.cure;
  const [fix] = cure?.kind === 'fixes' ? cure.fixes : [];
  if (fix === undefined) throw new Error('There is no fix.');
  return { client, finding: fix.finding, title: fix.title };
}

describe('a fix that the panel offers', () => {
  it('is applied by the client, and the lines that were written are told', async () => {
    const { client, finding, title } = await offer();
    const applied: { readonly edit: { readonly documentChanges?: readonly unknown[]; readonly changes?: object } }[] = [];
    client.connection.onRequest('workspace/applyEdit', (params: (typeof applied)[number]) => {
      applied.push(params);
      return { applied: true };
    });
    const done = await client.ask('apimTokenDoctor/fix/apply', { uri: policyUri, finding, title });
    expect(done.applied).toBe(true);
    expect(JSON.stringify(applied)).toContain('<validate-jwt');
    expect(done.lines?.first).toBe(8);
    expect(done.lines?.last).toBeGreaterThan(8);
  });

  it('is not applied where the policy has no such fix any more', async () => {
    const { client, finding, title } = await offer();
    const done = await client.ask('apimTokenDoctor/fix/apply', { uri: policyUri, finding, title: `${title}!` });
    expect(done).toEqual({ applied: false, lines: null });
    expect(await client.ask('apimTokenDoctor/fix/apply', { uri: null, finding, title })).toEqual({ applied: false, lines: null });
  });
});
