import { describe, expect, it } from 'vitest';
import { FileChangeType, type Diagnostic } from 'vscode-languageserver/node';
import type { ConfigChoice } from '../../src/server/workspace-configs.js';
import { eventually } from '../harness/eventually.js';
import { TestClient, textOf, type TestClientOptions } from './test-client.js';

const policy = `<policies><inbound><validate-jwt header-name="Authorization" require-scheme="Bearer">
  <openid-config url="https://login.microsoftonline.com/\${tenant}/v2.0/.well-known/openid-configuration" />
</validate-jwt></inbound></policies>`;
const folder = 'file:///repo';
const uri = `${folder}/apis/policy.xml`;
const config = `${folder}/.apim-token-doctor.json`;

/** A client with these files, in which the policy is open and the workspace was read. */
async function start(files: Record<string, string>, more: TestClientOptions = {}, at = uri): Promise<TestClient> {
  const client = await TestClient.start({ files, folders: [folder], ...more });
  await client.open(policy, at);
  await client.ask('apimTokenDoctor/fixAll/list', { uri: at }); // waits for the files
  return client;
}

async function codes(client: TestClient, at = uri): Promise<unknown[]> {
  return (await client.diagnostics(at)).map(({ code }) => code);
}

function shownOn(client: TestClient, at = config): readonly Diagnostic[] | undefined {
  return client.published.findLast(published => published.uri === at)?.diagnostics;
}

describe('the config of an opened folder', () => {
  it('says how severe rules are, before their own severity and after the settings', async () => {
    expect(await codes(await start({}))).toContain('no-audience');
    const files = { [config]: '{"rules": {"no-audience": "off"}}' };
    const client = await start(files);
    expect(await codes(client)).not.toContain('no-audience');
    await client.changeSettings({ rules: { 'no-audience': 'hint' } });
    expect(await codes(client)).toContain('no-audience');
  });

  it('gives values, and the set that is in force unless the settings say another', async () => {
    const files = {
      [config]:
        '{"values": {"dev": {"template": {"tenant": "organizations"}}, "prod": {"files": ["env/live values.json"]}}, "inForce": "dev"}',
      [`${folder}/env/live%20values.json`]: '{"tenant": "11111111-2222-3333-4444-555555555555"}',
    };
    const client = await start(files);
    const found = (await client.diagnostics(uri)).find(({ code }) => code === 'any-tenant');
    expect(found === undefined ? '' : textOf(found)).toContain(
      'Judged with the template variable tenant = organizations (/repo/.apim-token-doctor.json, line 1, set dev).',
    );
    expect(await client.ask('apimTokenDoctor/values/sets', { uri })).toEqual({ sets: ['dev', 'prod'], inForce: 'dev' });
    await client.changeSettings({ valueSet: 'prod' });
    expect(await codes(client)).not.toContain('any-tenant');
    // A link would lead anywhere: what the config names is asked for as what stands there itself.
    expect([...client.realAsked]).toContain('.apim-token-doctor.json');
    expect(shownOn(client)).toBeUndefined();
  });

  it('takes files out, and nothing is fixed in them', async () => {
    const client = await start({ [config]: '{"ignore": ["apis/"]}' });
    expect(await codes(client)).toEqual([]);
    expect((await client.ask('apimTokenDoctor/fixAll/list', { uri })).groups).toEqual([]);
    await client.open(policy, `${folder}/other.xml`);
    expect(await codes(client, `${folder}/other.xml`)).toContain('no-audience');
  });

  it('is the nearest one, of the same folder, and none above it', async () => {
    const off = '{"rules": {"no-audience": "off"}}';
    const nearer = { [config]: off, [`${folder}/apis/.apim-token-doctor.json`]: '{}' };
    expect(await codes(await start(nearer))).toContain('no-audience');
    const folders = [folder, `${folder}/apis/`, 'file:///else'];
    expect(await codes(await start({ [config]: off }, { folders }))).toContain('no-audience');
    expect(await codes(await start({ 'file:///.apim-token-doctor.json': off }))).toContain('no-audience');
    const other = await start({ 'file:///else/.apim-token-doctor.json': off }, { folders }, 'file:///else/policy.xml');
    expect(await codes(other, 'file:///else/policy.xml')).not.toContain('no-audience');
    expect(await codes(await start({ [config]: off }, { folders: [] }))).toContain('no-audience');
  });

  it('is read again when it changes, and with it what it names', async () => {
    const client = await start({ [config]: '{"rules": {"no-audience": "off"}}' });
    expect(await codes(client)).not.toContain('no-audience');
    client.files = { [config]: '{"files": ["env/x.json"]}', [`${folder}/env/x.json`]: '{"tenant": "common"}' };
    const change = (at: string): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: at, type: FileChangeType.Changed }] });
    await change(config);
    await eventually(async () => expect(await codes(client)).toEqual(expect.arrayContaining(['no-audience', 'any-tenant'])));
    client.files = { ...client.files, [`${folder}/env/x.json`]: '{"tenant": "11111111-2222-3333-4444-555555555555"}' };
    await change(`${folder}/env/x.json`);
    await eventually(async () => expect(await codes(client)).not.toContain('any-tenant'));
    expect(client.refreshes).toBeGreaterThan(0);
  });

  it('shows what is wrong with it on its own lines, until it is mended', async () => {
    const text = '{\n  "rulez": {},\n  "allowedHosts": ["evil.example"],\n  "files": ["gone.json"],\n  "inForce": "dev"\n}';
    const client = await start({ [config]: text });
    await eventually(() => expect(shownOn(client)).toHaveLength(4));
    expect(shownOn(client)?.map(each => [each.range.start, each.severity, textOf(each)])).toEqual([
      [{ line: 1, character: 2 }, 2, 'Nothing is called "rulez" here, so it counts for nothing. Did you mean "rules"?'],
      [
        { line: 2, character: 2 },
        2,
        '"allowedHosts" counts for nothing here, because a config comes with the repository. Only settings and options of your own say that.',
      ],
      [
        { line: 3, character: 12 },
        2,
        '"gone.json" is not read: there is no such file, it is a link, longer than 1 MiB, or gives no values. Correct the path.',
      ],
      [{ line: 4, character: 13 }, 2, 'No values belong to "dev", so only those count that belong to every set. Correct the name.'],
    ]);
    client.files = { [config]: '{' };
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await eventually(() => expect(shownOn(client)?.map(({ severity }) => severity)).toEqual([1]));
    client.files = {};
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await eventually(() => expect(shownOn(client)).toEqual([]));
  });

  it('counts for nothing where whoever starts the server says so, or names another one', async () => {
    const files = { [config]: '{"rules": {"no-audience": "off"}}', [`${folder}/env/x.json`]: '{"tenant": "common"}' };
    let choose: ((choice: ConfigChoice) => void) | undefined;
    const client = await start(files, { tellConfig: told => (choose = told) });
    expect(await codes(client)).not.toContain('no-audience');
    choose?.({ kind: 'none' });
    await eventually(async () => expect(await codes(client)).toContain('no-audience'));
    choose?.({ kind: 'one', uri: 'file:///etc/named.json', text: '{"files": ["env/x.json"], "ignore": ["other.xml"], "more": 1}' });
    await eventually(async () => expect(await codes(client)).toEqual(expect.arrayContaining(['no-audience', 'any-tenant'])));
    await client.open(policy, `${folder}/other.xml`);
    expect(await codes(client, `${folder}/other.xml`)).toEqual([]);
    await eventually(() => expect(shownOn(client, 'file:///etc/named.json')).toHaveLength(1));
  });
});
