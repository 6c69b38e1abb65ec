import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Consent } from '../../../src/extension/metadata/consent.js';
import { MetadataStore } from '../../../src/extension/metadata/metadata-store.js';
import { editor, FakeNetwork } from '../../harness/fetching-editor.js';
import { policyUri, TestClient } from '../../server/test-client.js';

vi.mock('vscode', async () => (await import('../../harness/fetching-editor.js')).fetchingVscode);

const guid = 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11';
const wellKnown = '/.well-known/openid-configuration';
const secret = 'SuperSecretValue123';
const config = (...urls: readonly string[]): string =>
  `<policies><inbound><validate-jwt>${urls.map(url => `<openid-config url="${url}" />`).join('')}</validate-jwt></inbound></policies>`;

let network: FakeNetwork;

beforeEach(() => {
  editor.reset();
  network = new FakeNetwork();
  vi.stubGlobal('fetch', network.fetch);
});

/** A store that talks to a real server, with a policy in front. */
async function start(policy: string): Promise<{ store: MetadataStore; client: TestClient }> {
  const client = await TestClient.start();
  const store = new MetadataStore(client, new Consent(), editor.log);
  await client.open(policy);
  await store.tellAgain();
  return { store, client };
}

const textAt = (client: TestClient, address: string): Promise<string | null> => client.ask('apimTokenDoctor/metadata/text', { address });

describe('a click that fetches', () => {
  it('shows every address as it is requested, asks once, and follows to the keys on the same host', async () => {
    const address = `https://idp.example/a b${wellKnown}`;
    const requested = `https://idp.example/a%20b${wellKnown}`;
    network.documents = {
      [requested]: JSON.stringify({ issuer: 'x', jwks_uri: 'https://idp.example/keys' }),
      'https://idp.example/keys': '{"keys":[]}',
    };
    const { store, client } = await start(config(address));
    const { needed, leftOut } = await store.fetchNeeded(policyUri, true);
    expect(network.requests).toEqual([requested, 'https://idp.example/keys']);
    expect(editor.questions).toHaveLength(1);
    expect(editor.questions[0]?.question).toBe('Fetch metadata and signing keys from idp.example?');
    expect(editor.questions[0]?.detail.split('\n')).toContain(requested);
    expect([needed.map(({ atHand }) => atHand), leftOut]).toEqual([[true, true], 0]);
    expect(await textAt(client, address)).toContain('"issuer": "x"');
  });

  it('asks nobody about a tenant at a login host of Microsoft’s', async () => {
    const address = `https://login.microsoftonline.com/${guid}/v2.0${wellKnown}`;
    const keys = `https://login.microsoftonline.com/${guid}/discovery/v2.0/keys`;
    network.documents = { [address]: JSON.stringify({ issuer: 'x', jwks_uri: keys }), [keys]: '{"keys":[]}' };
    const { store } = await start(config(address));
    await store.fetchNeeded(policyUri, true);
    expect(network.requests).toEqual([address, keys]);
    expect(editor.questions).toEqual([]);
  });

  it('lists many hosts in one question, those that need none as well; Cancel ends all of it', async () => {
    const microsoft = `https://login.microsoftonline.com/${guid}/v2.0${wellKnown}`;
    const { store } = await start(config('https://a.example/x', 'https://b.example/x', microsoft));
    editor.answer = () => undefined;
    await store.fetchNeeded(policyUri, true);
    expect(editor.questions).toHaveLength(1);
    expect(editor.questions[0]?.question).toContain('2 hosts');
    for (const address of ['https://a.example/x', 'https://b.example/x', microsoft]) expect(editor.questions[0]?.detail).toContain(address);
    expect(network.requests).toEqual([]);
  });

  it('leaves out the keys that a document names on a host that nobody saw; the next click asks about them', async () => {
    const address = `https://idp.example${wellKnown}`;
    network.documents = { [address]: JSON.stringify({ issuer: 'x', jwks_uri: 'https://169.254.169.254/keys' }) };
    const { store } = await start(config(address));
    expect((await store.fetchNeeded(policyUri, true)).leftOut).toBe(1);
    expect([network.requests, editor.questions.length]).toEqual([[address], 1]);
    await store.fetchNeeded(policyUri, true);
    expect(editor.questions[1]?.detail).toContain('https://169.254.169.254/keys (Careful: this is not on the internet');
    expect(editor.questions[1]?.buttons).toEqual(['Fetch']);
  });

  it('requests at most 20 documents, four at once, and says how many it left out', async () => {
    const { store } = await start(config(...Array.from({ length: 500 }, (_, index) => `https://h${index}.example/x`)));
    expect((await store.fetchNeeded(policyUri, true)).leftOut).toBe(480);
    expect([editor.questions.length, network.requests.length, network.mostAtOnce]).toEqual([1, 20, 4]);
    expect(editor.questions[0]?.detail).toContain('480 more addresses are left out.');
  });

  it('keeps a question short enough to be read', async () => {
    const { store } = await start(config(...Array.from({ length: 20 }, (_, index) => `https://h${index}.example/${'x'.repeat(900)}`)));
    expect((await store.fetchNeeded(policyUri, true)).leftOut).toBe(16);
    expect(editor.questions[0]?.detail.length).toBeLessThan(5000);
    expect(network.requests).toHaveLength(4);
  });

  it('reads no more in all than its bound', async () => {
    const big = `"${'x'.repeat(1_000_000)}"`;
    const tenants = Array.from({ length: 8 }, (_, index) => `https://login.microsoftonline.com/t${index}.onmicrosoft.com/v2.0${wellKnown}`);
    network.fallback = () => new Response(big);
    const { store } = await start(config(...tenants));
    const { needed, leftOut } = await store.fetchNeeded(policyUri, true);
    expect(needed.filter(({ atHand }) => atHand)).toHaveLength(4);
    expect(leftOut + needed.filter(({ origin }) => origin?.problem?.includes('together') === true).length).toBe(4);
  });

  it('never asks about what is never requested, and says why not', async () => {
    const urls = ['file:///etc/passwd', 'data:,x', 'blob:https://a.example/1', 'http://127.0.0.1/x', ' ', 'https://u:p@a.example/x'];
    const { store } = await start(config(...urls));
    const { needed } = await store.fetchNeeded(policyUri, true);
    expect([editor.questions, network.requests]).toEqual([[], []]);
    expect(needed.map(({ origin }) => origin?.problem)).toEqual(needed.map(() => expect.stringMatching(/\.$/)));
    expect(editor.settings).toEqual({});
  });

  it('requests nothing in Restricted Mode', async () => {
    editor.trusted = false;
    const { store } = await start(config(`https://login.microsoftonline.com/${guid}/v2.0${wellKnown}`, 'https://a.example/x'));
    await store.fetchNeeded(policyUri, true);
    expect([editor.questions, network.requests]).toEqual([[], []]);
  });
});

describe('what is requested without a click', () => {
  it('is what a click has requested, by address and not by host', async () => {
    const seen = `https://idp.example/a${wellKnown}`;
    const { store, client } = await start(config(seen));
    await store.fetchNeeded(policyUri, true);
    network.requests.length = 0;
    await client.type(config(seen, `https://idp.example/b${wellKnown}`, `https://login.microsoftonline.com/${guid}/v2.0${wellKnown}`));
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 600_000); // a failure counts for five minutes
    await store.fetchNeeded(policyUri, false);
    vi.restoreAllMocks();
    expect(network.requests).toEqual([seen]);
    expect(editor.questions).toHaveLength(1);
  });
});

describe('the setting allowedHosts', () => {
  it('spares the question, but not where a named value of the user’s was filled in', async () => {
    editor.settings = { 'metadata.allowedHosts': ['idp.example', ''] };
    editor.settings['namedValueFiles'] = ['/nv.env'];
    editor.files['/nv.env'] = `tenant=${guid}`;
    const { store } = await start(config('https://idp.example/x', 'https://idp.example/{{tenant}}'));
    editor.answer = () => undefined;
    await store.fetchNeeded(policyUri, true);
    expect(editor.questions[0]?.detail.split('\n')[0]).toBe(`https://idp.example/${guid}`);
    editor.answer = () => 'Always Fetch from This Host';
    await store.fetchNeeded(policyUri, true);
    expect(editor.settings['metadata.allowedHosts']).toEqual(['idp.example', '']);
    expect(network.requests.sort()).toEqual([`https://idp.example/${guid}`, 'https://idp.example/x']);
  });

  it('gets the hosts that the user wants to be fetched from always', async () => {
    const { store } = await start(config('https://a.example/x', 'https://b.example:8443/x'));
    editor.answer = ({ buttons }) => buttons[1];
    await store.fetchNeeded(policyUri, true);
    expect(editor.settings['metadata.allowedHosts']).toEqual(['a.example', 'b.example:8443']);
  });
});

describe('a file of named values that cannot be read', () => {
  it('is said, and stands in the log once the message is gone', async () => {
    editor.settings = { namedValueFiles: ['/gone.env'] };
    await start(config('https://a.example/x'));
    expect(JSON.stringify(editor.logged)).toContain('gone.env');
  });
});

describe('a value of the user’s own files', () => {
  beforeEach(() => {
    editor.settings = { namedValueFiles: ['/nv.env', '/nv.json'] };
    editor.files = {
      '/nv.env': `api-secret=${secret}\ntenant=${guid}`,
      '/nv.json': JSON.stringify({ marked: { value: '2f4cbd1e-9d0e-4c57-b7a1-5a1d7d0e4c99', secret: true } }),
    };
  });

  it.each([
    config(`https://evil.example/{{api-secret}}${wellKnown}`),
    config('https://evil.example/x?{{api-secret}}'),
    config('https://evil.example/{{marked}}'),
    '<policies><inbound><validate-azure-ad-token tenant-id="{{api-secret}}" /></inbound></policies>',
    '<policies><inbound><validate-azure-ad-token tenant-id="{{marked}}" /></inbound></policies>',
  ])('leaves this computer in no request, and stands in no question and no log: %s', async policy => {
    const { store } = await start(policy);
    const { needed } = await store.fetchNeeded(policyUri, true);
    expect(needed[0]?.withheld).toHaveLength(1);
    expect(network.requests).toEqual([]);
    expect(JSON.stringify([editor.questions, editor.logged, needed])).not.toMatch(new RegExp(`${secret}|2f4cbd1e`, 'i'));
  });

  it('stands in the question where it is fit, and in the log by its name', async () => {
    network.documents = {
      [`https://idp.example/${guid}`]: JSON.stringify({ jwks_uri: `https://idp.example/${guid}/keys` }),
    };
    network.fallback = () => new Response(null, { status: 302, headers: { location: `https://idp.example/${guid}/other` } });
    const { store } = await start(config('https://idp.example/{{tenant}}'));
    await store.fetchNeeded(policyUri, true);
    expect(editor.questions[0]?.detail).toContain(`https://idp.example/${guid}`);
    expect(network.requests).toEqual([`https://idp.example/${guid}`, `https://idp.example/${guid}/keys`]);
    expect(editor.logged).toEqual([
      'Fetched https://idp.example/{{tenant}}',
      'the key set that https://idp.example/{{tenant}} names: redirect',
    ]);
  });

  it('is waited for where its file is still being read', async () => {
    const { client } = await start(config('https://idp.example/{{tenant}}'));
    const asked: string[] = [];
    const server = {
      ask: ((method, params) => {
        asked.push(method);
        return client.ask(method, params);
      }) as TestClient['ask'],
    };
    const store = new MetadataStore(server, new Consent(), editor.log);
    const [reading] = [store.reload(), await store.fetchNeeded(policyUri, true)];
    expect(asked.slice(0, 2)).toEqual(['apimTokenDoctor/facts/set', 'apimTokenDoctor/metadata/needed']);
    await reading;
  });

  it('is a secret where the workspace says so, whoever gives the value', async () => {
    const client = await TestClient.start({
      files: {
        'file:///repo/named values/tenant/namedValueInformation.json': JSON.stringify({
          properties: { displayName: 'tenant', secret: true },
        }),
      },
    });
    const store = new MetadataStore(client, new Consent(), editor.log);
    await client.open('<policies><inbound><validate-azure-ad-token tenant-id="{{tenant}}" /></inbound></policies>');
    await store.tellAgain();
    const { needed } = await store.fetchNeeded(policyUri, true);
    expect(needed.map(({ withheld }) => withheld)).toEqual([['tenant'], ['tenant']]);
    expect(network.requests.filter(address => address.includes(guid))).toEqual([]);
  });
});

describe('a poisoned document', () => {
  const deep = `{"issuer":"https://evil.example","x":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
  const poisoned = `https://evil.example${wellKnown}`;
  const good = `https://login.microsoftonline.com/${guid}/v2.0${wellKnown}`;

  it('becomes a problem of its address, and the facts go on', async () => {
    network.documents = { [poisoned]: deep, [good]: '{"issuer":"good"}' };
    const { store, client } = await start(config(poisoned));
    const { needed } = await store.fetchNeeded(policyUri, true);
    expect(needed[0]).toMatchObject({ atHand: false, origin: { problem: expect.stringContaining('64 levels') as string } });
    await client.type(config(good));
    await store.fetchNeeded(policyUri, true);
    expect(await textAt(client, good)).toContain('good');
    await store.reload();
    expect(editor.logged.filter(line => line.includes('could not be sent'))).toEqual([]);
  });

  it('is one where it was saved to a file, too', async () => {
    editor.settings = {
      'metadata.savedDocuments': { [poisoned]: '/deep.json', [good]: '/good.json', 'https://big.example/': '/big.json' },
    };
    editor.files = { '/deep.json': deep, '/good.json': '{"issuer":"good","junk":{}}', '/big.json': `"${'x'.repeat(1_048_576)}"` };
    const { store, client } = await start(config(poisoned, 'https://big.example/'));
    const { needed } = await store.fetchNeeded(policyUri, true);
    expect(needed.map(({ origin }) => origin?.problem)).toEqual([
      expect.stringContaining('64 levels'),
      expect.stringContaining('larger than 1 MiB'),
    ]);
    const text = await textAt(client, good);
    expect(text).toContain('good');
    expect(text).not.toContain('junk');
  });
});

describe('the server is told', () => {
  it('everything once, and then only what changed', async () => {
    const told: [string, unknown][] = [];
    const [first, second] = [
      `https://login.microsoftonline.com/${guid}/v2.0${wellKnown}`,
      `https://login.microsoftonline.com/${guid}${wellKnown}`,
    ];
    network.documents = { [first]: '{"issuer":"1"}', [second]: '{"issuer":"2"}' };
    const { client } = await start(config(first));
    const server = {
      ask: ((method, params) => {
        if (method.includes('/facts/')) told.push([method, params]);
        return client.ask(method, params);
      }) as TestClient['ask'],
    };
    const store = new MetadataStore(server, new Consent(), editor.log);
    await store.tellAgain();
    await store.fetchNeeded(policyUri, true);
    await client.type(config(first, second));
    await store.fetchNeeded(policyUri, true);
    expect(told.map(([method, params]) => [method, Object.keys((params as { metadata: object }).metadata)])).toEqual([
      ['apimTokenDoctor/facts/set', []],
      ['apimTokenDoctor/facts/change', [first]],
      ['apimTokenDoctor/facts/change', [second]],
    ]);
    expect(await textAt(client, first)).toContain('"1"');
    expect(await textAt(client, second)).toContain('"2"');
  });

  it('everything again where it knows nothing; that it is gone rejects nothing', async () => {
    const address = `https://login.microsoftonline.com/${guid}/v2.0${wellKnown}`;
    network.documents = { [address]: '{"issuer":"1"}' };
    const link = { client: await TestClient.start(), gone: false };
    const server = {
      ask: ((method, params) => (link.gone ? Promise.reject(new Error('gone')) : link.client.ask(method, params))) as TestClient['ask'],
    };
    await link.client.open(config(address));
    const store = new MetadataStore(server, new Consent(), editor.log);
    await store.tellAgain();
    await store.fetchNeeded(policyUri, true);
    link.gone = true;
    await store.reload();
    expect(editor.logged.at(-1)).toContain('The facts could not be sent');
    [link.client, link.gone] = [await TestClient.start(), false];
    await store.reload();
    expect(await textAt(link.client, address)).toContain('"1"');
    // A server that came up without anybody saying so: it takes no changes, and gets everything.
    link.client = await TestClient.start();
    await store.reload();
    expect(await textAt(link.client, address)).toContain('"1"');
  });
});
