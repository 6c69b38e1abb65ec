import { describe, expect, it } from 'vitest';
import { eventually } from '../harness/eventually.js';
import { makeTenant } from '../harness/tenant.mjs';
import { TestClient, textOf } from './test-client.js';

const policy = `<policies><inbound><validate-jwt header-name="Authorization" require-scheme="Bearer">
  <openid-config url="https://login.microsoftonline.com/\${tenant}/v2.0/.well-known/openid-configuration" />
  <audiences><audience>{{api}}</audience></audiences>
</validate-jwt></inbound></policies>`;
const files = {
  'file:///repo/infra/dev.tfvars': 'tenant = "organizations"\n',
  'file:///repo/infra/prod.tfvars': 'tenant = "11111111-2222-3333-4444-555555555555"\n',
};

async function diagnosed(files: Record<string, string>, settings: object): Promise<string[]> {
  const client = await TestClient.start({ files, settings });
  await client.open(policy);
  await eventually(() => expect(client.filesAsked).toBeGreaterThan(1)); // once more after the client watches
  return (await client.diagnostics()).filter(({ code }) => code === 'any-tenant').map(textOf);
}

describe('values of the workspace', () => {
  it('are those of the set in force', async () => {
    expect(await diagnosed(files, { valueSet: 'prod' })).toEqual([]);
    expect(await diagnosed(files, {})).toEqual([]);
    const [said] = await diagnosed(files, { valueSet: 'dev' });
    expect(said).toContain('Judged with the template variable tenant = organizations (repo/infra/dev.tfvars, line 1, set dev).');
  });

  it('are those of the only set where none is chosen', async () => {
    expect(await diagnosed({ 'file:///repo/dev.tfvars': 'tenant = "common"' }, {})).toHaveLength(1);
  });

  it('come after those of the settings, in sets, too', async () => {
    const values = { prod: { tenant: 'organizations' }, '': { tenant: 'common' } };
    expect((await diagnosed(files, { values, valueSet: 'prod' }))[0]).toContain('tenant = organizations (the settings, set prod)');
    expect((await diagnosed(files, { values, valueSet: 'other' }))[0]).toContain('tenant = common (the settings)');
  });

  it('can be chosen from: every set of files and settings', async () => {
    const client = await TestClient.start({ files, settings: { values: { local: { tenant: 'common' }, '': {} } } });
    await eventually(() => expect(client.filesAsked).toBeGreaterThan(1));
    const sets = ['dev', 'local', 'prod'];
    expect(await client.ask('apimTokenDoctor/values/sets', { uri: null })).toEqual({ sets, inForce: null });
    await client.changeSettings({ valueSet: 'prod' });
    expect(await client.ask('apimTokenDoctor/values/sets', { uri: null })).toEqual({ sets: ['dev', 'prod'], inForce: 'prod' });
  });

  it('are asked for in files that stand in the folder themselves', async () => {
    const client = await TestClient.start({ files });
    await eventually(() => expect(client.filesAsked).toBeGreaterThan(0));
    expect([...client.realAsked]).toEqual(expect.arrayContaining(['namedValueInformation.json', '*.tfvars', 'configuration.*.yaml']));
  });

  it('can be supplied where a finding waits for one, and are refused where they may be secrets', async () => {
    const text = policy.replace('{{api}}', '{{api}}</audience><audience>{{api-key}}').replace('${tenant}', 'organizations');
    const client = await TestClient.start();
    await client.open(text);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await (await makeTenant()).mint(2, 'workforce') });
    const offered = async (): Promise<readonly unknown[]> => {
      const found = (await client.diagnostics()).find(({ code }) => code === 'value-unresolved');
      const actions = found === undefined ? [] : await client.actions(found.range, [found]);
      return actions.flatMap(({ command }) => command?.arguments ?? []) as unknown[];
    };
    const supply = (values: Record<string, string>): Promise<unknown> => client.ask('apimTokenDoctor/values/supply', { values });
    expect(await offered()).toEqual([]);
    await supply({});
    expect(await offered()).toEqual(['api']);
    expect(await supply({ api: 'api://orders', 'api-key': 'x', other: 'a~'.repeat(20) })).toEqual([
      { name: 'api-key', reason: 'secret-name' },
      { name: 'other', reason: 'unfit-value' },
    ]);
    expect(await offered()).toEqual([]);
    await supply({});
    expect(await offered()).toEqual(['api']);
  });
});
