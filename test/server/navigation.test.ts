import {
  CancellationTokenSource,
  type DocumentSymbol,
  type FoldingRange,
  type LocationLink,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { eventually } from '../harness/eventually.js';
import type { NeededDocument } from '../../src/facts-protocol.js';
import { fullCapabilities, policyUri, storyPolicy, TestClient } from './test-client.js';

const inbound = (inner: string): string => `<policies>\n  <inbound>\n    ${inner}\n  </inbound>\n</policies>\n`;
const information = (properties: object): string => JSON.stringify({ properties }, null, 2);
const ask = <Result>(client: TestClient, method: string, uri = policyUri): Promise<Result> =>
  client.connection.sendRequest<Result>(method, { textDocument: { uri } });

describe('document symbols', () => {
  it('are the token policies, nested', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    const symbols = await ask<DocumentSymbol[]>(client, 'textDocument/documentSymbol');
    expect(symbols.map(({ name }) => name)).toEqual(['validate-azure-ad-token']);
    expect(symbols[0]?.detail).toMatch(/^[0-9a-f-]{36}$/);
    expect(symbols[0]?.children?.map(({ name }) => name)).toEqual(['client-application-ids', 'audiences']);
    const { start: begin } = symbols[0]?.selectionRange ?? { start: { line: -1, character: -1 } };
    expect(storyPolicy.split('\n')[begin.line]?.slice(begin.character)).toMatch(/^validate-azure-ad-token/);
  });

  it('are flat for a client that cannot nest them', async () => {
    const client = await TestClient.start({ capabilities: {} });
    await client.open(storyPolicy);
    const symbols = await ask<SymbolInformation[]>(client, 'textDocument/documentSymbol');
    expect(symbols.map(({ containerName }) => containerName).slice(0, 3)).toEqual([
      undefined,
      'validate-azure-ad-token',
      'client-application-ids',
    ]);
    expect(symbols[2]?.location.uri).toBe(policyUri);
  });

  it('are inert where a flat one names the element around it, too', async () => {
    const client = await TestClient.start({ capabilities: {} });
    await client.open(inbound('<validate-jwt><odd\u202ename><claim name="x" /></odd\u202ename></validate-jwt>'));
    const symbols = await ask<SymbolInformation[]>(client, 'textDocument/documentSymbol');
    expect(symbols.map(({ containerName }) => containerName)).toEqual([undefined, 'validate-jwt', 'odd\\u202ename']);
  });

  it.each([{}, fullCapabilities])('hold no link, no icon and nothing unseen of the policy (%#)', async capabilities => {
    const client = await TestClient.start({ capabilities });
    await client.open(inbound('<validate-azure-ad-token tenant-id="[x](command:y)$(key)\u202e" />'));
    const symbols = await ask<object[]>(client, 'textDocument/documentSymbol');
    const shown = JSON.stringify(symbols);
    expect(shown).toContain('[x] (command:y)$ (key)\\\\u202e');
  });

  it('are left to others where there is no token policy', async () => {
    const client = await TestClient.start();
    await client.open('<policies><inbound><base /></inbound></policies>');
    await client.open('<list><validate-jwt /></list>', 'file:///list.xml');
    expect(await ask(client, 'textDocument/documentSymbol')).toBeNull();
    expect(await ask(client, 'textDocument/documentSymbol', 'file:///list.xml')).toBeNull();
  });
});

describe('folding', () => {
  it('covers the whole policy document, and leaves the line of the closing tag', async () => {
    const client = await TestClient.start();
    await client.open(inbound('<set-body>\n      x\n    </set-body>\n    <!--\n    -->'));
    expect(await ask<FoldingRange[]>(client, 'textDocument/foldingRange')).toEqual([
      { startLine: 0, endLine: 7 },
      { startLine: 1, endLine: 6 },
      { startLine: 2, endLine: 3 },
      { startLine: 5, endLine: 6, kind: 'comment' },
    ]);
  });

  it('gives no answer for other XML, which the client then folds by itself', async () => {
    const client = await TestClient.start();
    await client.open('<list>\n  <item />\n</list>', 'file:///list.xml');
    expect(await ask(client, 'textDocument/foldingRange', 'file:///list.xml')).toBeNull();
  });

  it('gives no more than the client takes', async () => {
    const client = await TestClient.start({ capabilities: { textDocument: { foldingRange: { rangeLimit: 2 } } } });
    await client.open(storyPolicy);
    expect(await ask<FoldingRange[]>(client, 'textDocument/foldingRange')).toHaveLength(2);
  });
});

describe('definition', () => {
  const named = (folder: string, name: string): string => `file:///repo/${folder}/named%20values/${name}/namedValueInformation.json`;
  const files = {
    [named('dev', 'tenant')]: information({ displayName: 'tenant', value: 'dev' }),
    [named('prod', 'tenant')]: information({ displayName: 'tenant', value: 'prod' }),
    'file:///repo/dev/policy%20fragments/check-token/policy.xml': '<fragment>\n  <base />\n</fragment>',
    'file:///repo/prod/policy%20fragments/check-token/policy.xml': '<fragment />',
    'file:///repo/dev/apis/check-token/policy.xml': '<policies />',
    'file:///repo/fragments/other.xml': '<fragment />',
  };
  const policy = inbound('<validate-azure-ad-token tenant-id="{{ten|ant}}" />');

  /** Definitions as [address, line, the text of the origin]. */
  async function define(client: TestClient, marked: string, uri?: string): Promise<[string, number, string][] | null> {
    const links = await client.askAt<LocationLink[] | null>('textDocument/definition', marked, {}, uri);
    const lines = marked.replace('|', '').split('\n');
    return (
      links?.map(({ targetUri, targetRange, originSelectionRange: origin }) => [
        targetUri,
        targetRange.start.line,
        lines[origin?.start.line ?? -1]?.slice(origin?.start.character, origin?.end.character) ?? '',
      ]) ?? null
    );
  }

  it('leads from a named value to the file that describes it', async () => {
    const client = await TestClient.start({ files });
    expect(await define(client, policy, 'file:///repo/dev/apis/orders/policy.xml')).toEqual([[named('dev', 'tenant'), 2, '{{tenant}}']]);
    expect((await define(client, policy, 'file:///repo/elsewhere.xml'))?.map(([uri]) => uri)).toEqual([
      named('dev', 'tenant'),
      named('prod', 'tenant'),
    ]);
    expect(await define(client, inbound('<set-header name="{{ten|ant}}" />'), 'file:///repo/dev/policy.xml')).toHaveLength(1);
  });

  it('leads from include-fragment to the fragment, not to other files of that name', async () => {
    const client = await TestClient.start({ files });
    const include = inbound('<include-fragment fragment-id="check|-token" />');
    expect(await define(client, include, 'file:///repo/dev/apis/orders/policy.xml')).toEqual([
      ['file:///repo/dev/policy%20fragments/check-token/policy.xml', 0, 'check-token'],
    ]);
    expect((await define(client, include.replace('check|-token', 'oth|er')))?.[0]?.[0]).toBe('file:///repo/fragments/other.xml');
    expect(await define(client, include.replace('check|-token', '../|x'))).toBeNull();
  });

  it('is a plain location for a client that knows no links, and nothing for one without files', async () => {
    const plain = await TestClient.start({ files, capabilities: {} });
    expect(await plain.askAt('textDocument/definition', policy, {}, 'file:///repo/prod/policy.xml')).toMatchObject([
      { uri: named('prod', 'tenant') },
    ]);
    const without = await TestClient.start();
    expect(await define(without, policy)).toBeNull();
    expect(await define(without, inbound('<include-fragment fragment-id="x|" />'))).toBeNull();
    expect(await define(without, inbound('<ba|se />'))).toBeNull();
  });

  it('does not follow the name of anything else', async () => {
    const client = await TestClient.start({ files });
    expect(await define(client, '<list>{{ten|ant}}</list>')).toBeNull();
  });

  it('knows files that have changed meanwhile', async () => {
    const client = await TestClient.start({ files: {} });
    expect(await define(client, policy)).toBeNull();
    expect(client.registered).toContain('workspace/didChangeWatchedFiles');
    client.files = files;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: named('dev', 'tenant'), type: 1 }] });
    await eventually(() => expect(client.factsChanged).toBe(1));
    expect(await define(client, policy)).toHaveLength(2);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await ask(client, 'textDocument/foldingRange');
    expect(client.factsChanged).toBe(1);
  });

  it('finds files of which nobody told, and asks ever more seldom for names that have none', async () => {
    const clock = { now: 1_800_000_000 };
    const client = await TestClient.start({ files: {}, now: () => clock.now });
    await eventually(() => expect(client.filesAsked).toBe(2)); // once more after the client watches
    client.files = files;
    expect(await define(client, policy)).toBeNull();
    clock.now += 2;
    expect(await define(client, policy)).toHaveLength(2);
    await eventually(() => expect(client.factsChanged).toBe(1));
    const asked = client.filesAsked;
    for (let second = 0; second < 300; second++) {
      clock.now += 1;
      expect(await define(client, policy.replace('ten|ant', 'no|ne'))).toBeNull();
    }
    // After 2 seconds, 4, 8, 16, 32, and each 64 then.
    expect(client.filesAsked - asked).toBe(8);
  });

  it('reads the files again once the client watches for them', async () => {
    const client = await TestClient.start({ files: {} });
    await eventually(() => expect(client.filesAsked).toBe(2));
    expect(client.registered).toContain('workspace/didChangeWatchedFiles');
  });
});

describe('named values of the workspace', () => {
  const at = (folder: string): string => `file:///repo/${folder}/named%20values/x/namedValueInformation.json`;
  const policy = inbound('<validate-azure-ad-token tenant-id="{{x|}}" />');
  const said = async (client: TestClient, uri?: string): Promise<string> => {
    const answer = await client.askAt<{ contents: { value: string } } | null>('textDocument/hover', policy, {}, uri);
    return answer?.contents.value ?? '';
  };

  it('are known, from the instance in whose folder the policy stands', async () => {
    const client = await TestClient.start({ files: { [at('dev')]: information({ displayName: 'x', value: 'common' }) } });
    expect(await said(client)).toContain('Its value is known here, from a file');
  });

  it('are not known where they are secret, and the value goes nowhere', async () => {
    const files = { [at('dev')]: information({ displayName: 'x', secret: true, value: 'do-not-read' }) };
    const client = await TestClient.start({ files });
    expect(await said(client)).toContain('It is a secret');
    const vault = await TestClient.start({ files: { [at('dev')]: information({ displayName: 'x', keyVault: {}, value: 'do-not-read' }) } });
    expect(await said(vault)).toContain('It is a secret');
    expect(client.sent + vault.sent).not.toContain('do-not-read');
  });

  it('are not known where two instances differ and the policy belongs to none of them', async () => {
    const files = {
      [at('dev')]: information({ displayName: 'x', value: 'a' }),
      [at('prod')]: information({ displayName: 'x', value: 'b' }),
    };
    const client = await TestClient.start({ files });
    expect(await said(client, 'file:///repo/other.xml')).toContain('different values');
    expect(await said(client, 'file:///repo/prod/policy.xml')).toContain('Its value is known here');
  });

  it('count less than what the client or the settings say', async () => {
    const client = await TestClient.start({
      files: { [at('dev')]: information({ displayName: 'x', secret: true }) },
      settings: { namedValues: { x: 'common' } },
    });
    expect(await said(client)).toContain('from the settings');
  });

  it('are judged with', async () => {
    const files = {
      [at('dev')]: information({ displayName: 'x', value: 'common' }),
      'file:///repo/dev/named%20values/broken/namedValueInformation.json': '{',
    };
    const client = await TestClient.start({ files });
    const uri = 'file:///repo/dev/policy.xml';
    await client.open(policy.replace('|', ''), uri);
    const needed = await client.ask('apimTokenDoctor/metadata/needed', { uri });
    expect(needed.map(({ address }) => address)).toContain(
      'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    );
  });

  it('are waited for by a command, as long as somebody wants to know', async () => {
    const files = { [at('dev')]: information({ displayName: 'x', value: 'common' }) };
    const found: { now?: () => void } = {};
    const client = await TestClient.start({ files, filesFound: new Promise(resolve => (found.now = resolve)) });
    const uri = 'file:///repo/dev/policy.xml';
    await client.open(policy.replace('|', ''), uri);
    // The wait has an end; not here, however long the messages take.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const method = 'apimTokenDoctor/metadata/needed';
    const cancelled = new CancellationTokenSource();
    const unwanted = client.connection.sendRequest<NeededDocument[]>(method, { uri }, cancelled.token);
    const wanted = client.ask(method, { uri });
    cancelled.cancel();
    expect(JSON.stringify(await unwanted)).not.toContain('/common/');
    found.now?.();
    expect((await wanted)[0]?.address).toContain('/common/');
  });

  it('are looked for again where the cursor is in one that is not known', async () => {
    const clock = { now: 1_800_000_000 };
    const client = await TestClient.start({ files: {}, now: () => clock.now });
    expect(await said(client)).toContain('not known here');
    client.files = { [at('dev')]: information({ displayName: 'x', value: 'common' }) };
    clock.now += 2;
    expect(await said(client)).toContain('Its value is known here');
    const asked = client.filesAsked;
    clock.now += 1000;
    expect(await said(client)).toContain('Its value is known here');
    expect(client.filesAsked).toBe(asked);
  });

  it('cost a client without an answer nothing', async () => {
    const client = await TestClient.start({ capabilities: { ...fullCapabilities, workspace: {} } });
    await client.open(storyPolicy);
    expect(client.factsChanged).toBe(0);
    expect(client.logged).toEqual([]);
  });
});
