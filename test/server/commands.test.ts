import type { ClientCapabilities, CodeAction, CodeLens, ShowDocumentParams, ShowMessageRequestParams } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { serverCommands } from '../../src/server/commands/command.js';
import type { Fetcher } from '../../src/server/fetcher.js';
import type { Given, GivenFiles } from '../../src/server/given-files.js';
import { eventually } from '../harness/eventually.js';
import { addresses, makeTenant } from '../harness/tenant.mjs';
import { policyUri, storyPolicy, TestClient, type TestClientOptions } from './test-client.js';

const capabilities: ClientCapabilities = { textDocument: { publishDiagnostics: {} }, workspace: { applyEdit: true } };

const nothing: Given = {
  token: null,
  facts: { metadata: {}, namedValues: {}, sources: {} },
  values: { files: [], loaded: [], assigned: {}, set: null },
};

/** Files by their paths, in the place of those that the command line reads. */
function openFiles(files: Readonly<Record<string, string>>): GivenFiles & { readonly path: () => string | null } {
  const state: { path: string | null; take: (given: Given) => void } = { path: null, take: () => undefined };
  return {
    path: () => state.path,
    watch: take => {
      state.take = take;
      take(nothing);
    },
    takeToken: path => {
      const token = files[path];
      if (token === undefined) return Promise.resolve(`Cannot read ${path}.`);
      state.path = path;
      state.take({ ...nothing, token: token === '' ? null : token });
      return Promise.resolve(null);
    },
    dropToken: () => {
      state.path = null;
      state.take(nothing);
    },
  };
}

type FetchOrder = Parameters<Fetcher['bring']>[0];

/** A network that has one document at each of these addresses. */
function openNetwork(documents: Readonly<Record<string, unknown>>): Fetcher & { readonly orders: FetchOrder[] } {
  const orders: FetchOrder[] = [];
  return {
    orders,
    allows: host => host === 'allowed.example',
    bring: order => {
      orders.push(order);
      const fetched: Record<string, unknown> = {};
      const problems: string[] = [];
      const tried = new Set(Object.keys(order.known));
      for (let round = 0; round < 5; round++)
        for (const { address, written } of order.listNeeded({ ...order.known, ...fetched })) {
          if (tried.has(address)) continue;
          tried.add(address);
          if (Object.hasOwn(documents, address) && (address.includes('.ciamlogin.com/') || order.agreed.has(address)))
            fetched[address] = documents[address];
          else problems.push(`${written}: not fetched.`);
        }
      const sources = Object.fromEntries(Object.keys(fetched).map(address => [address, { from: 'network' as const, at: 1 }]));
      return Promise.resolve({ documents: fetched, sources, problems });
    },
  };
}

async function start(options: TestClientOptions = {}, text = storyPolicy): Promise<TestClient & { readonly shown: string[] }> {
  const client = await TestClient.start({ capabilities, ownMessages: false, dropsNulls: true, ...options });
  const shown: string[] = [];
  client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => void shown.push(message));
  await client.open(text);
  return Object.assign(client, { shown });
}

const run = (client: TestClient, command: keyof typeof serverCommands, ...args: unknown[]): Promise<string | null> =>
  client.connection.sendRequest('workspace/executeCommand', { command: serverCommands[command], arguments: args });

const fail = async (answer: Promise<unknown>): Promise<string> =>
  answer.then(
    () => 'It did not fail.',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

const codesOf = (client: TestClient): unknown[] => client.published.at(-1)?.diagnostics.map(({ code }) => code) ?? [];

describe('the commands of the server', () => {
  it('are announced to other clients than the extension, as far as they can be run', async () => {
    const announced = async (options: TestClientOptions): Promise<unknown> => {
      const client = await start(options);
      return (/"executeCommandProvider":(\{[^}]*\})/.exec(client.sent) ?? [])[1] ?? null;
    };
    const all = Object.values(serverCommands);
    const machine = { given: openFiles({}), fetcher: openNetwork({}) };
    expect(await announced({ machine })).toBe(JSON.stringify({ commands: all }));
    const { setToken, fetchMetadata, ...others } = serverCommands;
    expect([setToken, fetchMetadata].every(name => name.startsWith('apimTokenDoctor.server.'))).toBe(true);
    expect(await announced({})).toBe(JSON.stringify({ commands: Object.values(others) }));
    expect(await announced({ machine, ownMessages: true })).toBeNull();
  });

  it('put the token of a file in force, and forget it', async () => {
    const tenant = await makeTenant();
    const token = await tenant.mint(1, 'externalId');
    const given = openFiles({ '/home/me/token.txt': `Bearer ${token}`, '/empty': '' });
    const client = await start({ machine: { given } });
    const said = 'The token in force: External ID access token, version 1.0 form.';
    expect(await run(client, 'setToken', '/home/me/token.txt')).toBe(said);
    await eventually(() => expect(codesOf(client)).toContain('external-id-unsupported'));
    expect(client.shown).toEqual([said]);

    expect(await run(client, 'clearToken')).toBe('The token is forgotten.');
    expect(given.path()).toBeNull();
    await eventually(() => expect(codesOf(client)).not.toContain('external-id-unsupported'));

    // The same file again is in force again, also after another token came another way.
    await run(client, 'setToken', '/home/me/token.txt');
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(2, 'workforce') });
    await run(client, 'setToken', '/home/me/token.txt');
    await eventually(() => expect(codesOf(client)).toContain('external-id-unsupported'));

    expect(await fail(run(client, 'setToken'))).toContain('Name the file of the token');
    expect(await fail(run(client, 'setToken', '/nowhere'))).toBe('Cannot read /nowhere.');
    expect(await fail(run(client, 'setToken', '/empty'))).toContain('There is nothing in the file.');
    expect(await fail(run(client, 'setToken', token))).toContain('A token must not be an argument');
    for (const part of token.split('.')) expect(client.sent).not.toContain(part);
  });

  it('fetch what a policy needs, and ask about what is not one of Microsoft’s usual addresses', async () => {
    const { documents } = await makeTenant();
    const own = 'https://idp.example/.well-known/openid-configuration';
    const text = (address: string): string =>
      `<policies><inbound><validate-jwt header-name="Authorization"><openid-config url="${address}" /></validate-jwt></inbound></policies>`;
    const fetcher = openNetwork({ ...documents, [own]: { issuer: 'https://idp.example', jwks_uri: 'https://idp.example/keys' } });
    const client = await start({ machine: { fetcher } }, text(addresses.externalId));
    const questions: ShowMessageRequestParams[] = [];
    const choice: { title: string | null } = { title: null };
    client.connection.onRequest('window/showMessageRequest', (params: ShowMessageRequestParams) => {
      questions.push(params);
      return choice.title === null ? null : { title: choice.title };
    });
    expect(await run(client, 'fetchMetadata', policyUri)).toBe('2 documents were fetched.');
    expect(questions).toEqual([]);
    expect(fetcher.orders[0]?.agreed.size).toBe(0);
    // What was fetched is fetched anew.
    expect(await run(client, 'fetchMetadata', policyUri)).toBe('2 documents were fetched.');

    await client.type(text(own));
    await run(client, 'fetchMetadata', policyUri);
    expect(questions.at(-1)?.message).toContain(`\n${own}`);
    expect(questions.at(-1)?.actions).toEqual([{ title: 'Fetch' }, { title: 'Cancel' }]);
    expect([...(fetcher.orders.at(-1)?.agreed ?? ['none'])]).toEqual([]);
    choice.title = 'Fetch';
    await run(client, 'fetchMetadata', policyUri);
    expect(fetcher.orders.at(-1)?.agreed).toEqual(new Set([own]));

    const asked = questions.length;
    await client.type(text('https://allowed.example/.well-known/openid-configuration'));
    expect(await run(client, 'fetchMetadata', policyUri)).toBe(
      'Nothing was fetched.\nhttps://allowed.example/.well-known/openid-configuration: not fetched.',
    );
    await client.type(text('https://127.0.0.1/.well-known/openid-configuration'));
    await run(client, 'fetchMetadata', policyUri);
    expect(questions.length).toBe(asked + 1);
    expect(questions.at(-1)?.message).toContain('(Careful: this is your own computer.)');
  });

  it('rewrite a token policy: the variant that is named, else the first', async () => {
    const client = await start();
    expect(await run(client, 'rewrite', policyUri)).toMatch(/^Rewrite as validate-jwt/);
    expect(JSON.stringify(client.applied.at(-1))).toContain('<validate-jwt');
    const line = storyPolicy.split('\n').findIndex(each => each.includes('<validate-azure-ad-token'));
    const first = JSON.stringify(client.applied.at(-1));
    await run(client, 'rewrite', policyUri, 'v1', { line, character: 12 });
    expect(JSON.stringify(client.applied.at(-1))).not.toBe(first);
    expect(await fail(run(client, 'rewrite', policyUri, 'nope'))).toMatch(
      /^There is no such rewrite, so nothing was changed\. There are: both, v2, v1/,
    );
    expect(await fail(run(client, 'rewrite', policyUri, 'v1', { line: 0, character: 0 }))).toContain('There is no rewrite');
    expect(await fail(run(client, 'rewrite', 'file:///elsewhere.xml'))).toContain('Name a document that is open');
    const without = await start({ capabilities: {} });
    expect(await fail(run(without, 'rewrite', policyUri))).toContain('applies no edits');
  });

  it('show the report as a document where the client can, and answer with it where it cannot', async () => {
    const tenant = await makeTenant();
    const token = await tenant.mint(1, 'externalId');
    const laid: string[] = [];
    const desk = {
      lay: (name: string, text: string) => {
        laid.push(text);
        return Promise.resolve(`file:///desk/${name}`);
      },
    };
    const plain = await start({ machine: { desk } });
    expect(await fail(run(plain, 'showReport', policyUri))).toContain('There is nothing to report');
    await plain.ask('apimTokenDoctor/token/set', { id: 'a', pasted: token });
    const report = await run(plain, 'showReport', policyUri);
    expect(report).toContain('## 401: story.policy.xml');
    expect(laid).toEqual([]);
    // Some clients leave a percent sign in an address as it is.
    const odd = 'file:///apis/100%.xml';
    await plain.open(storyPolicy, odd);
    expect(await run(plain, 'showReport', odd)).toContain('## 401: 100%.xml');

    const shows = await start({ machine: { desk }, capabilities: { ...capabilities, window: { showDocument: { support: true } } } });
    const opened: ShowDocumentParams[] = [];
    shows.connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
      opened.push(params);
      return { success: opened.length === 1 };
    });
    await shows.ask('apimTokenDoctor/token/set', { id: 'a', pasted: token });
    expect(await run(shows, 'showReport', policyUri)).toBeNull();
    expect(opened).toEqual([{ uri: 'file:///desk/apim-token-doctor-report.md', takeFocus: true }]);
    expect(laid[0]).toContain('## 401: story.policy.xml');
    // A client that could not, after all.
    expect(await run(shows, 'showReport', policyUri)).toContain('## 401: story.policy.xml');
  });

  it('explain an error, with the line of its cause', async () => {
    const client = await start();
    const text =
      "IDX10214: Audience validation failed. Audiences: 'api://other'. Did not match: validationParameters.ValidAudience: 'null'";
    const said = await run(client, 'explain', text, policyUri);
    expect(said).toMatch(/^IDX10214: /);
    expect(said).toMatch(/- The cause stands in line \d+\./);
    expect(await run(client, 'explain', text)).not.toContain('The cause stands');
    expect(await fail(run(client, 'explain', 'good morning'))).toContain('Nothing in the text is known.');
    expect(await fail(run(client, 'explain'))).toContain('Give the text of the gateway’s error');
  });

  it('are offered on a token policy’s name and in the line above it, for editors that run commands nowhere else', async () => {
    const tenant = await makeTenant();
    const client = await start({ machine: { fetcher: openNetwork({}) } });
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    const line = storyPolicy.split('\n').findIndex(each => each.includes('<validate-azure-ad-token'));
    const start_ = { line, character: 10 };
    const commandsOf = (actions: readonly CodeAction[]): unknown[] => actions.flatMap(({ command }) => command?.command ?? []);
    expect(commandsOf(await client.actions({ start: start_, end: start_ }))).toEqual([
      serverCommands.fetchMetadata,
      serverCommands.showReport,
    ]);
    const above = { line: 0, character: 0 };
    expect(commandsOf(await client.actions({ start: above, end: above }))).toEqual([]);
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: policyUri } });
    expect(lenses.map(({ command }) => [command?.title, command?.command])).toEqual([['refuses · issuer', serverCommands.showReport]]);
    const [uri, place] = lenses[0]?.command?.arguments ?? [];
    expect(await run(client, 'showReport', uri, place)).toContain('401');
  });
});
