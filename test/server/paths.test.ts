import { describe, expect, it } from 'vitest';
import { runRules } from '../../src/core/index.js';
import { eventually } from '../harness/eventually.js';
import { makeTenant } from '../harness/tenant.mjs';
import { TestClient, textOf } from './test-client.js';

const folder = 'file:///repo/apim%20dev';
const at = (path: string): string => `${folder}/${encodeURI(path)}`;
const own = '11111111-2222-3333-4444-555555555555';

const inbound = (content: string): string => `<policies>\n<inbound>\n${content}\n</inbound>\n</policies>\n`;
const tokenPolicy = (tenant = own): string =>
  `<validate-azure-ad-token tenant-id="${tenant}">\n<client-application-ids><application-id>88888888-9999-aaaa-bbbb-cccccccccccc</application-id></client-application-ids>\n</validate-azure-ad-token>`;

/** Four scopes and a fragment, two products, and an API beside it. */
const workspace: Readonly<Record<string, string>> = {
  [at('policy.xml')]: inbound('<cors />'),
  [at('products/starter/policy.xml')]: inbound('<base />\n<rate-limit calls="5" renewal-period="60" />'),
  [at('products/starter/productInformation.json')]: '{"properties":{"subscriptionRequired":true}}',
  [at('products/starter/apis/orders/productApiInformation.json')]: '{}',
  [at('apis/orders/policy.xml')]: inbound('<base />'),
  [at('apis/orders/apiInformation.json')]: '{"properties":{"path":"orders","subscriptionRequired":true}}',
  [at('apis/orders/operations/get/policy.xml')]: inbound('<base />\n<include-fragment fragment-id="check-token" />'),
  [at('policy fragments/check-token/policy.xml')]: `<fragment>\n${tokenPolicy()}\n</fragment>\n`,
  [at('apis/stock/policy.xml')]: inbound('<base />'),
  [at('apis/stock/apiInformation.json')]: '{"properties":{"path":"stock"}}',
};
const operation = at('apis/orders/operations/get/policy.xml');
const fragment = at('policy fragments/check-token/policy.xml');

/** A client with the operation's policy open and its folders read. */
async function openWorkspace(files = workspace): Promise<TestClient> {
  const client = await TestClient.start({ files });
  await client.open(files[operation] ?? '', operation);
  await eventually(async () => expect((await client.ask('apimTokenDoctor/view', { uri: operation })).paths).not.toBeNull());
  return client;
}

async function setToken(client: TestClient): Promise<void> {
  const tenant = await makeTenant();
  await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
}

const cured = `<fragment>\n<set-header name="x" exists-action="delete" />\n</fragment>\n`;
const stationsOf = async (client: TestClient, uri = operation, path: string | null = null): Promise<unknown[]> =>
  ((await client.ask('apimTokenDoctor/view', { uri, path })).paths?.stations ?? []).map(({ scope, kind, outcome }) => [
    scope,
    kind,
    outcome,
  ]);

describe('the path of a request', () => {
  it('has its stations in the order in which the request passes them, with the fragment that refuses the token', async () => {
    const client = await openWorkspace();
    await setToken(client);
    const { document, paths } = await client.ask('apimTokenDoctor/view', { uri: operation });
    expect(document?.prediction).toMatchObject({ outcome: 'fail', notRead: null });
    expect(document?.prediction?.answer).toMatch(/^401/);
    expect(document?.prediction?.detail).toContain('policy fragments/check-token/policy.xml:2');
    expect(paths?.stations.map(({ scope, kind, outcome }) => [scope, kind, outcome])).toEqual([
      ['global', 'cors', 'may-answer'],
      ['product starter', 'rate-limit', 'may-answer'],
      ['API orders', null, 'silent'],
      ['operation get', null, 'silent'],
      ['fragment check-token', 'validate-azure-ad-token', 'fail'],
    ]);
    const last = paths?.stations.at(-1);
    expect(last).toMatchObject({ decides: true, place: { uri: fragment, line: 2, file: 'policy fragments/check-token/policy.xml' } });
    expect(workspace[fragment]?.slice(last?.place?.start, last?.place?.end)).toBe(tokenPolicy());
  });

  it('names the cause where another file decides, its place there, and that it can be cured', async () => {
    const client = await openWorkspace();
    await setToken(client);
    const { document } = await client.ask('apimTokenDoctor/view', { uri: operation });
    const prediction = document?.prediction;
    await client.open(workspace[fragment] ?? '', fragment);
    const own = (await client.ask('apimTokenDoctor/view', { uri: fragment })).document?.prediction;
    expect(own?.cause).toBeNull();
    expect(prediction?.cause?.title).toBe(own?.headline);
    expect(prediction?.headline).toBe(own?.headline);
    expect(prediction?.cause).toMatchObject({
      fixes: 'Show fixes',
      after: own?.cure?.kind === 'fixes' ? own.cure.fixes[0]?.after : undefined,
      place: { uri: fragment, file: 'policy fragments/check-token/policy.xml', ...own?.difference?.place },
    });
    expect(prediction).toMatchObject({ cure: null, policy: null });
  });

  it('names no cause where a rule that would is switched off', async () => {
    const settings = { rules: { 'issuer-mismatch': 'off', 'external-id-unsupported': 'off' } };
    const client = await TestClient.start({ files: workspace, settings });
    await client.open(workspace[operation] ?? '', operation);
    await eventually(async () => expect((await client.ask('apimTokenDoctor/view', { uri: operation })).paths).not.toBeNull());
    await setToken(client);
    const { document } = await client.ask('apimTokenDoctor/view', { uri: operation });
    expect(document?.prediction).toMatchObject({ outcome: 'fail', cause: null });
    expect(document?.prediction?.detail).toContain('policy fragments/check-token/policy.xml:2');
  });

  it('lists every product that leads there, failures first, and follows the one that was chosen', async () => {
    const product = { [at('products/starter/policy.xml')]: inbound(`<base />\n${tokenPolicy()}`), [fragment]: cured };
    const client = await openWorkspace({ ...workspace, ...product });
    await setToken(client);
    const { document, paths } = await client.ask('apimTokenDoctor/view', { uri: operation });
    expect(paths?.rows.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['orders / get (product starter)', 'fail'],
      ['orders / get (no product)', 'pass'],
    ]);
    expect(paths?.inForce).toBe(0);
    expect(document?.prediction?.answer).toMatch(/^401/);
    const path = paths?.rows[1]?.key ?? '';
    const chosen = await client.ask('apimTokenDoctor/view', { uri: operation, path });
    expect(chosen.paths?.inForce).toBe(1);
    expect(chosen.document?.prediction).toMatchObject({ outcome: 'pass', answer: '200', notRead: null });
    expect(await stationsOf(client, operation, path)).not.toContainEqual(expect.arrayContaining(['product starter']));
  });

  it('says that a 200 is one as far as read where a fragment is not there', async () => {
    const client = await openWorkspace(Object.fromEntries(Object.entries(workspace).filter(([uri]) => uri !== fragment)));
    await setToken(client);
    const { document, paths } = await client.ask('apimTokenDoctor/view', { uri: operation });
    expect(document?.prediction).toMatchObject({ outcome: 'pass', answer: '200 as far as read' });
    expect(document?.prediction?.notRead).toContain('include-fragment check-token');
    expect(paths?.rows.map(({ answer }) => answer)).toEqual(['200 as far as read', '200 as far as read']);
    const { apis } = await client.ask('apimTokenDoctor/paths', { most: 100 });
    const [get] = apis[0]?.paths ?? [];
    expect(get).toMatchObject({ answer: '200 as far as read', notRead: expect.stringContaining('check-token') as string });
  });

  it('knows what is typed in another document before it is saved', async () => {
    const client = await openWorkspace();
    await setToken(client);
    await client.open(workspace[fragment] ?? '', fragment);
    expect((await client.ask('apimTokenDoctor/view', { uri: fragment })).paths?.rows).toHaveLength(2);
    await client.type(cured, fragment);
    const { document } = await client.ask('apimTokenDoctor/view', { uri: operation });
    expect(document?.prediction).toMatchObject({ outcome: 'pass', answer: '200' });
  });

  it('reads a file anew that has changed', async () => {
    const client = await openWorkspace();
    await setToken(client);
    client.files = { ...workspace, [fragment]: cured };
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: fragment, type: 2 }] });
    await eventually(async () =>
      expect((await client.ask('apimTokenDoctor/view', { uri: operation })).document?.prediction?.answer).toBe('200'),
    );
  });

  it('asks for no files because of a policy that stands in no folder of API Management', async () => {
    const client = await TestClient.start({ files: workspace });
    await client.open('<policies />', 'file:///repo/alone.xml');
    await client.diagnostics('file:///repo/alone.xml');
    const { filesAsked } = client;
    expect(filesAsked).toBeLessThanOrEqual(2);
    expect((await client.ask('apimTokenDoctor/view', { uri: 'file:///repo/alone.xml' })).paths).toBeNull();
    expect(client.filesAsked).toBe(filesAsked);
  });
});

describe('the findings of a policy among others', () => {
  const codesOf = async (client: TestClient, uri: string): Promise<unknown[]> => (await client.diagnostics(uri)).map(({ code }) => code);

  it('are about its fragments and its scopes', async () => {
    const files = {
      ...workspace,
      [at('apis/orders/policy.xml')]: inbound(`<base />\n${tokenPolicy()}`),
      [operation]: inbound('<include-fragment fragment-id="nobody" />'),
    };
    const client = await openWorkspace(files);
    await eventually(async () =>
      expect(await codesOf(client, operation)).toEqual(expect.arrayContaining(['base-missing', 'fragment-missing'])),
    );
    await eventually(() => expect(client.refreshes).toBeGreaterThan(0));
    const [missing] = (await client.diagnostics(operation)).filter(({ code }) => code === 'base-missing');
    expect(missing && textOf(missing)).toContain('apis/orders/policy.xml');
    expect(missing && textOf(missing)).not.toContain('file:');
  });

  it('are others after an edit of another document', async () => {
    const api = at('apis/orders/policy.xml');
    const client = await openWorkspace({ ...workspace, [operation]: inbound('<set-header name="x" exists-action="delete" />') });
    await client.open(workspace[api] ?? '', api);
    expect(await codesOf(client, operation)).not.toContain('base-missing');
    await client.type(inbound(`<base />\n${tokenPolicy()}`), api);
    expect(await codesOf(client, operation)).toContain('base-missing');
  });
});

describe('the request paths of the workspace', () => {
  it('are listed by API with their token policies, and with the answer where there is a token', async () => {
    const client = await TestClient.start({ files: workspace });
    const before = await client.ask('apimTokenDoctor/paths', { most: 100 });
    expect(before.apis.map(({ name, where, paths }) => [name, where, paths.map(path => path.name)])).toEqual([
      [
        'orders',
        null,
        ['get (product starter)', 'get (no product)', 'all other operations (product starter)', 'all other operations (no product)'],
      ],
      ['stock', null, ['all other operations (no product)']],
    ]);
    const [get] = before.apis[0]?.paths ?? [];
    expect(get).toMatchObject({ answer: null, outcome: null, place: { uri: fragment }, policies: [{ scope: 'fragment check-token' }] });
    await setToken(client);
    const after = await client.ask('apimTokenDoctor/paths', { most: 2 });
    expect(after.more).toBe(3);
    expect(after.apis[0]?.paths[0]).toMatchObject({ outcome: 'fail', place: { uri: fragment, line: 2 } });
    expect(after.apis[0]?.paths[0]?.answer).toMatch(/^401/);
  });
});

describe('files that are not read', () => {
  const specification = at('apis/stock/specification.json');
  const files = { ...workspace, [specification]: '{"paths":{"/":{"get":{"operationId":"list"}}}}' };

  it('are named in the list of paths, in the panel and in the log, and what they say is missing', async () => {
    const whole = await TestClient.start({ files });
    const { apis, unread } = await whole.ask('apimTokenDoctor/paths', { most: 100 });
    expect(apis[1]?.paths.map(({ name }) => name)).toEqual(['list (no product)', 'all other operations (no product)']);
    expect(unread).toBeNull();

    const client = await TestClient.start({ files, tooLong: [specification] });
    const cut = await client.ask('apimTokenDoctor/paths', { most: 100 });
    expect(cut.apis[1]?.paths.map(({ name }) => name)).toEqual(['all other operations (no product)']);
    expect(cut.unread).toContain('apis/stock/specification.json');
    const stock = at('apis/stock/policy.xml');
    await client.open(files[stock] ?? '', stock);
    expect((await client.ask('apimTokenDoctor/view', { uri: stock })).paths?.unread).toBe(cut.unread);
    expect(client.logged.filter(line => line.includes(specification))).toHaveLength(1);
  });

  it('are said to be left out where there are too many', async () => {
    const client = await TestClient.start({ files, mostFiles: 5000 });
    expect((await client.ask('apimTokenDoctor/paths', { most: 100 })).unread).toContain('first 5000 files');
    expect(client.logged.some(line => line.includes('5000') && line.includes('policy.xml'))).toBe(true);
  });

  it('stand as not read on a path, where they are policies', async () => {
    const api = at('apis/orders/policy.xml');
    const client = await TestClient.start({ files, tooLong: [api] });
    await client.open(files[operation] ?? '', operation);
    await eventually(async () => expect((await client.ask('apimTokenDoctor/view', { uri: operation })).paths).not.toBeNull());
    await setToken(client);
    const { paths } = await client.ask('apimTokenDoctor/view', { uri: operation });
    expect(paths?.unread).toContain('apis/orders/policy.xml');
    expect(paths?.stations.map(({ kind, outcome }) => [kind, outcome])).toContainEqual(['base', 'not-read']);
  });
});

describe('the path of a request by resources', () => {
  const terraform = `
resource "azurerm_api_management_policy" "all" {
  api_management_id = azurerm_api_management.main.id
  xml_content       = "<policies><inbound><rate-limit calls=\\"1\\" renewal-period=\\"1\\" /></inbound></policies>"
}
resource "azurerm_api_management_api_policy" "orders" {
  api_name            = "orders"
  api_management_name = azurerm_api_management.main.name
  xml_content         = file("../policies/orders one.xml")
}
resource "azurerm_api_management_policy_fragment" "check" {
  api_management_id = azurerm_api_management.main.id
  name              = "check-token"
  value             = <<XML
<fragment>
${tokenPolicy()}
</fragment>
XML
}
`;
  const host = 'file:///repo/infra/main.tf';
  const loaded = 'file:///repo/policies/orders%20one.xml';
  const files = { [host]: terraform, [loaded]: inbound('<base />\n<include-fragment fragment-id="check-token" />') };

  it('is known of the file that a resource loads, and of each text of the host', async () => {
    const client = await TestClient.start({ files });
    await setToken(client);
    await client.open(files[loaded] ?? '', loaded);
    await eventually(async () => {
      expect(await stationsOf(client, loaded)).toEqual([
        ['global', 'rate-limit', 'may-answer'],
        ['API orders', null, 'silent'],
        ['fragment check-token', 'validate-azure-ad-token', 'fail'],
      ]);
    });
    await client.open(terraform, host, 'terraform');
    const before = terraform.slice(0, terraform.indexOf('<validate-azure-ad-token')).split('\n');
    const position = { line: before.length - 1, character: 3 };
    await eventually(async () => {
      const view = await client.ask('apimTokenDoctor/view', { uri: host, position });
      expect(view.paths?.rows.map(({ name }) => name)).toEqual(['orders / all other operations (no product)']);
      expect(view.document?.prediction?.policy).toBe(0);
    });
  });

  it('writes to the log what of the files is of no use', async () => {
    const other = terraform.replace('../policies/orders one.xml', 'gone.xml');
    const client = await TestClient.start({ files: { ...files, [host]: other } });
    await client.open(other, host, 'terraform');
    await client.diagnostics(host);
    const line = 'main.tf:6: The policy is to be read from gone.xml, which is not there. The scope counts as not read.';
    await eventually(() => Promise.resolve(expect(client.logged.some(each => each.endsWith(line))).toBe(true)));
  });
});

describe('the findings of the documents around an edit', () => {
  it('are not pushed again where they stay the same', async () => {
    const judged: string[] = [];
    const client = await TestClient.start({
      files: workspace,
      capabilities: { workspace: { configuration: true } },
      judging: {
        runRules: (reading, options) => {
          judged.push(reading.document.text);
          return runRules(reading, options);
        },
      },
    });
    const texts = { [operation]: workspace[operation] ?? '', [fragment]: workspace[fragment] ?? '' };
    const pushes = (uri: string): number => client.published.filter(each => each.uri === uri).length;
    const judgements = (uri: string): number => judged.filter(text => text === texts[uri]).length;
    for (const [uri, text] of Object.entries(texts)) await client.open(text, uri);
    await eventually(async () => expect((await client.ask('apimTokenDoctor/view', { uri: operation })).paths).not.toBeNull());
    await eventually(() => expect([pushes(operation) > 0, pushes(fragment) > 0]).toEqual([true, true]));
    const before = { pushed: pushes(operation), judged: judgements(operation) };
    await client.type(`${texts[fragment]}\n`, fragment);
    await eventually(() => expect(client.published.findLast(({ uri }) => uri === fragment)?.version).toBe(2));
    await eventually(() => expect(judgements(operation)).toBeGreaterThan(before.judged));
    await client.ask('apimTokenDoctor/view', { uri: operation });
    expect(pushes(operation)).toBe(before.pushed);
  });
});
