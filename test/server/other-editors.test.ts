import type { CodeAction, ClientCapabilities, CompletionItem, Hover, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../src/server/disk.js';
import { eventually } from '../harness/eventually.js';
import { makeTenant } from '../harness/tenant.mjs';
import { policyUri, storyPolicy, TestClient, type TestClientOptions } from './test-client.js';

/** What Neovim 0.7 can do, as far as it matters here: it is told of findings, never asks for them, and knows nothing of the workspace. */
const plainCapabilities: ClientCapabilities = {
  textDocument: {
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } },
    },
    publishDiagnostics: {},
  },
  workspace: { applyEdit: true },
};

/** A client that announces nothing, drops nulls and is told of findings. */
const plain: TestClientOptions = { capabilities: plainCapabilities, ownMessages: false, dropsNulls: true };

const namedValueUri = 'file:///repo/named%20values/tenant/namedValueInformation.json';
const named = '{"properties":{"displayName":"tenant","value":"contoso.ciamlogin.com"}}';

function applied(text: string, { changes, documentChanges }: WorkspaceEdit): string {
  const edits = changes?.[policyUri] ?? (documentChanges as { edits: TextEdit[] }[] | undefined)?.[0]?.edits ?? [];
  return TextDocument.applyEdits(TextDocument.create(policyUri, 'xml', 1, text), edits);
}

/** The story's policy with a misspelt attribute, and what has a wrong place among the children. */
const faulty = storyPolicy
  .replace('failed-validation-httpcode', 'failed-validation-http-code')
  .replace(/( *<client-application-ids>[\s\S]*?<\/client-application-ids>\n)( *<audiences>[\s\S]*?<\/audiences>\n)/, '$2$1');

/** Where a piece of the faulty text stands. */
function placeOf(piece: string): object {
  const document = TextDocument.create(policyUri, 'xml', 1, faulty);
  return { textDocument: { uri: policyUri }, position: document.positionAt(faulty.indexOf(piece) + 1) };
}

const codesOf = (client: TestClient, uri = policyUri): unknown[] =>
  client.published.findLast(each => each.uri === uri)?.diagnostics.map(({ code }) => code) ?? [];

/** The one named value of a workspace that the server reads itself. */
function openDisk(): { readonly disk: Disk; readonly asked: (readonly string[])[]; readonly texts: Map<string, string> } {
  const texts = new Map([[namedValueUri, named]]);
  const asked: (readonly string[])[] = [];
  const disk: Disk = {
    find: (folders, { endings }) => {
      asked.push(folders);
      const files = endings.includes('namedValueInformation.json') ? [...texts].map(([uri, text]) => ({ uri, text })) : [];
      return Promise.resolve({ files, tooLong: [], most: null });
    },
    forget: () => undefined,
  };
  return { disk, asked, texts };
}

describe('a client that announces nothing, drops nulls and is told of findings', () => {
  it('gets findings, hovers, completion, and every fix that is offered', async () => {
    const client = await TestClient.start(plain);
    const tenant = await makeTenant();
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    await client.open(faulty);
    const wanted = ['external-id-unsupported', 'unknown-attribute', 'element-order'];
    await eventually(() => expect(codesOf(client)).toEqual(expect.arrayContaining(wanted)));
    const found = client.published.at(-1)?.diagnostics ?? [];

    const offered = new Map<string, CodeAction>();
    for (const { range } of found) for (const action of await client.actions(range, found)) offered.set(action.title, action);
    expect([...offered.keys()].filter(title => title.startsWith('Rewrite as validate-jwt')).length).toBeGreaterThan(2);
    expect(offered.size).toBeGreaterThan(8);
    for (const action of offered.values()) {
      if (action.command !== undefined) continue;
      const { edit } = await client.resolve(action);
      expect(applied(faulty, edit ?? {}), action.title).not.toBe(faulty);
    }

    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', placeOf('tenant-id='));
    expect(JSON.stringify(hover.contents)).toContain('tenant');
    const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', placeOf('<audiences>'));
    expect(items.map(({ label }) => label)).toContain('audiences');
  });

  it('is sent nothing that no protocol has', async () => {
    const client = await TestClient.start({ ...plain, files: { [namedValueUri]: named } });
    const uri = 'file:///repo/apis/orders/policy.xml';
    await client.open(storyPolicy, uri);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: 'a token that is none' });
    await client.ask('apimTokenDoctor/paths', { most: 10 });
    await client.ask('apimTokenDoctor/fixAll/list', { uri: null });
    await client.ask('apimTokenDoctor/fixAll/list', { uri });
    await eventually(() => expect(codesOf(client, uri)).not.toEqual([]));
    expect(client.sent).not.toContain('"method":"apimTokenDoctor/');
    expect(client.filesAsked).toBe(0);
  });

  it('has the folders read that are open in it, and read again when it saves', async () => {
    const { disk, asked, texts } = openDisk();
    const client = await TestClient.start({ ...plain, folders: ['file:///repo'], disk });
    await client.open('<policies><inbound><validate-azure-ad-token tenant-id="{{tenant}}"/></inbound></policies>');
    await eventually(() => expect(codesOf(client)).toContain('external-id-unsupported'));
    expect(asked.at(-1)).toEqual(['file:///repo']);

    texts.set(namedValueUri, named.replace('ciamlogin', 'onmicrosoft'));
    await client.open(named, namedValueUri, 'json');
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: namedValueUri } });
    await eventually(() => expect(codesOf(client)).not.toContain('external-id-unsupported'));
  });

  it('has other folders read when it opens and closes them', async () => {
    const { disk, asked } = openDisk();
    const capabilities = { ...plainCapabilities, workspace: { ...plainCapabilities.workspace, workspaceFolders: true } };
    const client = await TestClient.start({ ...plain, capabilities, folders: ['file:///one', 'file:///two'], disk });
    const event = { added: [{ uri: 'file:///three', name: 'three' }], removed: [{ uri: 'file:///one', name: 'one' }] };
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await eventually(() => expect(asked.at(-1)).toEqual(['file:///two', 'file:///three']));
  });

  const off = { rules: { 'element-order': 'off' } };

  it.each([
    ['in initialization options, without their name', { initializationOptions: off }],
    ['in initialization options, by their name', { initializationOptions: { apimTokenDoctor: off } }],
    [
      'in initialization options, where it has nothing to answer',
      { initializationOptions: off, settings: null, capabilities: { ...plainCapabilities, workspace: { configuration: true } } },
    ],
    [
      'as answers, which count before initialization options',
      { initializationOptions: { rules: {} }, settings: off, capabilities: { ...plainCapabilities, workspace: { configuration: true } } },
    ],
  ])('may give settings %s', async (_where, options: TestClientOptions) => {
    const client = await TestClient.start({ ...plain, ...options });
    await client.open(faulty);
    await eventually(() => expect(codesOf(client)).toContain('unknown-attribute'));
    expect(codesOf(client)).not.toContain('element-order');
  });

  it('is told of findings until it asks for them, where it says that it could', async () => {
    const capabilities = { ...plainCapabilities, textDocument: { ...plainCapabilities.textDocument, diagnostic: {} } };
    const client = await TestClient.start({ ...plain, capabilities });
    await client.open(faulty);
    await eventually(() => expect(codesOf(client)).toContain('element-order'));
    expect((await client.diagnostics()).map(({ code }) => code)).toContain('element-order');
    // What was pushed would stand there twice.
    await eventually(() => expect(client.published.at(-1)).toEqual({ uri: policyUri, diagnostics: [] }));
    const count = client.published.length;
    await client.type(storyPolicy);
    expect((await client.diagnostics()).map(({ code }) => code)).not.toContain('element-order');
    await client.close();
    await client.ask('apimTokenDoctor/token/clear', { id: 'none' });
    expect(client.published.length).toBe(count);
  });

  it('is told the version', async () => {
    const client = await TestClient.start(plain);
    expect(client.sent).toContain('"serverInfo":{"name":"apim-token-doctor","version":"1.2.3"}');
  });
});
