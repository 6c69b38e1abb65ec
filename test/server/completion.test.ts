import type { CompletionItem } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { eventually } from '../harness/eventually.js';
import { readCursor } from '../harness/cursor.js';
import { TestClient } from './test-client.js';

const inbound = (inner: string): string => `<policies>\n  <inbound>\n    ${inner}\n  </inbound>\n</policies>\n`;

/** The items at the cursor, in the order in which a client shows them. */
async function completeAt(client: TestClient, marked: string, trigger?: string): Promise<CompletionItem[]> {
  const context = trigger === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: trigger };
  const items = await client.askAt<CompletionItem[]>('textDocument/completion', marked, { context });
  return items.sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));
}

const labels = (items: readonly CompletionItem[]): string[] => items.map(({ label }) => label);

/** The text after the item was chosen, with `|` at the snippet's last stop. */
function choose(marked: string, items: readonly CompletionItem[], label: string): string {
  const { text } = readCursor(marked);
  const edit = items.find(item => item.label === label)?.textEdit;
  if (edit === undefined || !('range' in edit)) throw new Error(`${label} is not offered, but ${labels(items).join(', ')}`);
  const newText = edit.newText
    .replace(/\$\{1:([^}]*)\}/g, '$1')
    .replace('$0', '|')
    .replace(/\\([\\$}])/g, '$1');
  return TextDocument.applyEdits(TextDocument.create('file:///x', 'xml', 0, text), [{ ...edit, newText }]);
}

describe('completion', () => {
  it('writes an element as a snippet, with the cursor where typing goes on', async () => {
    const client = await TestClient.start();
    const marked = inbound('<vali|');
    const items = await completeAt(client, marked);
    expect(labels(items)).toEqual(['validate-jwt', 'validate-azure-ad-token']);
    expect(items[1]).toMatchObject({
      insertTextFormat: 2,
      insertTextMode: 1,
      filterText: '<validate-azure-ad-token',
      data: { asksAgain: true },
    });
    expect(items[1]?.documentation).toContain('workforce tenant');
    expect(choose(marked, items, 'validate-azure-ad-token')).toBe(
      inbound('<validate-azure-ad-token tenant-id="|">\n      \n    </validate-azure-ad-token>'),
    );
  });

  it('offers whole token policies where one may begin, in the place of the word that is being typed, and nowhere else', async () => {
    const client = await TestClient.start();
    const whole = async (marked: string, trigger?: string): Promise<CompletionItem[]> =>
      (await completeAt(client, marked, trigger)).filter(({ label }) => label.startsWith('token-'));
    const marked = inbound('token-del|');
    const offered = await whole(marked);
    expect(labels(offered)).toHaveLength(6);
    const last = labels(offered).indexOf('token-delegated');
    expect(offered[last]).toMatchObject({ insertTextFormat: 2, documentation: expect.stringMatching(/^validate-jwt: /) as string });
    expect(choose(marked, offered, 'token-delegated')).toContain(
      '\n    <validate-jwt header-name="Authorization" require-scheme="Bearer">\n      <openid-config url="https://login.microsoftonline.com/tenant-id/v2.0/',
    );
    expect(labels(await whole('<fragment>|</fragment>'))).toHaveLength(6);
    for (const elsewhere of [
      inbound('<validate-jwt header-name="a">to|</validate-jwt>'),
      inbound('<set-header name="to|" />'),
      inbound('<set-body>token|</set-body>'),
      inbound('<to|'),
      inbound('<!-- to| -->'),
      '<policies>\n  <outbound>\n    to|\n  </outbound>\n</policies>\n',
    ])
      expect(await whole(elsewhere), elsewhere).toEqual([]);
    expect(await whole(inbound('|'), '<')).toEqual([]);
    const plain = await TestClient.start({ capabilities: {} });
    expect(labels(await completeAt(plain, inbound('token-del|')))).toEqual(['validate-jwt', 'validate-azure-ad-token']);
  });

  it('writes plain text where the client knows no snippets', async () => {
    const client = await TestClient.start({ capabilities: {} });
    const [item] = await completeAt(client, inbound('<|'));
    expect(item).toMatchObject({ insertTextFormat: 1, textEdit: { newText: expect.not.stringContaining('$') as string } });
    expect(item).not.toHaveProperty('insertTextMode');
  });

  it('keeps the order of the schema, and the order of what is required first', async () => {
    const client = await TestClient.start();
    const children = await completeAt(client, inbound('<validate-jwt header-name="a"><|</validate-jwt>'));
    expect(labels(children).slice(0, 2)).toEqual(['openid-config', 'issuer-signing-keys']);
    const attributes = await completeAt(client, inbound('<validate-azure-ad-token |></validate-azure-ad-token>'));
    expect(labels(attributes)[0]).toBe('tenant-id');
  });

  it('escapes what a snippet would take for its own, and lets the tenant be filled in', async () => {
    const client = await TestClient.start();
    const marked = inbound('<validate-jwt><openid-config url="|" /></validate-jwt>');
    const items = await completeAt(client, marked);
    expect(items[2]?.textEdit).toMatchObject({
      newText: 'https://${1:tenant-id}.ciamlogin.com/${1:tenant-id}/v2.0/.well-known/openid-configuration',
    });
    const named = inbound(
      '<validate-azure-ad-token tenant-id="{{|}}"><audiences><audience>{{api}}</audience></audiences></validate-azure-ad-token>',
    );
    const values = await completeAt(client, named, '{');
    expect(values[0]?.textEdit).toMatchObject({ newText: '{{api\\}\\}' });
    expect(choose(named, values, '{{api}}')).toContain('tenant-id="{{api}}"');
  });

  it('offers unasked only what the character begins', async () => {
    const client = await TestClient.start();
    const list = inbound('<validate-jwt header-name="a">\n      |\n    </validate-jwt>');
    expect(await completeAt(client, list, ' ')).toEqual([]);
    expect(labels(await completeAt(client, list))).toContain('audiences');
    const address = inbound('<validate-jwt><openid-config url="https:/|" /></validate-jwt>');
    expect(await completeAt(client, address, '/')).toEqual([]);
    expect(await completeAt(client, inbound('<validate-jwt header-name="a"|></validate-jwt>'), '"')).toEqual([]);
    expect(labels(await completeAt(client, inbound('<validate-jwt header-name="|"></validate-jwt>'), '"'))).toEqual(['Authorization']);
    expect(labels(await completeAt(client, inbound('<validate-jwt ></validate-jwt>').replace(' >', ' |>'), ' '))).toContain('header-name');
    expect(labels(await completeAt(client, inbound('<validate-jwt><audiences></|'), '/'))).toEqual(['/audiences>']);
    expect(await completeAt(client, inbound('<validate-jwt token-value="@("a" + {|}")" />'), '{')).toEqual([]);
  });

  it('offers named values of settings, files and workspace, secrets by name', async () => {
    const client = await TestClient.start({
      settings: { namedValues: { 'from-settings': 'x' } },
      files: {
        'file:///repo/named%20values/key/namedValueInformation.json': '{"properties":{"displayName":"from-workspace","secret":true}}',
      },
    });
    await client.ask('apimTokenDoctor/facts/set', { metadata: {}, namedValues: { 'from-file': 'x' }, sources: {} });
    const items = await completeAt(client, inbound('<validate-azure-ad-token tenant-id="{{|}}" />'), '{');
    expect(labels(items)).toEqual(['{{from-file}}', '{{from-settings}}', '{{from-workspace}}']);
  });

  it('looks for named values again where none begins like that', async () => {
    const clock = { now: 1_800_000_000 };
    const client = await TestClient.start({ files: {}, now: () => clock.now });
    await eventually(() => expect(client.filesAsked).toBe(2)); // once more after the client watches
    const marked = inbound('<validate-azure-ad-token tenant-id="{{n|" />');
    expect(await completeAt(client, marked)).toEqual([]);
    client.files = { 'file:///repo/named%20values/key/namedValueInformation.json': '{"properties":{"displayName":"new"}}' };
    clock.now += 2;
    expect(labels(await completeAt(client, marked))).toEqual(['{{new}}']);
    const asked = client.filesAsked;
    clock.now += 1000;
    expect(labels(await completeAt(client, marked))).toEqual(['{{new}}']);
    expect(client.filesAsked).toBe(asked);
  });

  it('offers nothing outside token policies, in other XML and for what is not open', async () => {
    const client = await TestClient.start();
    expect(await completeAt(client, inbound('<set-header |>'))).toEqual([]);
    expect(await completeAt(client, '<policies><outbound><|</outbound></policies>')).toEqual([]);
    expect(await completeAt(client, '<list><inbound><|</inbound></list>')).toEqual([]);
    const nowhere = { textDocument: { uri: 'file:///closed.xml' }, position: { line: 0, character: 0 } };
    expect(await client.connection.sendRequest('textDocument/completion', nowhere)).toEqual([]);
  });

  it('replaces on one line only, at every column of every prefix', async () => {
    const client = await TestClient.start();
    const text = inbound(
      `<validate-jwt header-name="Authorization"\n require-scheme='a\nb'>\n<openid-config\n url="x"/><audiences>\n</audiences\n></validate-jwt>`,
    );
    const uri = 'file:///repo/columns.xml';
    for (let length = 20; length < text.length; length += 3) {
      await client.open(text.slice(0, length), uri);
      const document = TextDocument.create(uri, 'xml', 0, text.slice(0, length));
      for (const offset of [length, Math.max(0, length - 7)]) {
        const position = document.positionAt(offset);
        const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position });
        for (const { textEdit } of items) {
          if (textEdit === undefined || !('range' in textEdit)) throw new Error('An item has no edit.');
          expect([textEdit.range.start.line, textEdit.range.end.line]).toEqual([position.line, position.line]);
          expect(textEdit.range.start.character).toBeLessThanOrEqual(position.character);
          expect(textEdit.range.end.character).toBeGreaterThanOrEqual(position.character);
        }
      }
      await client.close(uri);
    }
  });

  it('renames the closing tag with the element', async () => {
    const client = await TestClient.start();
    const marked = inbound('<validate-jwt header-name="a"><aud|ence>\n<audience>x</audience>\n</audence></validate-jwt>');
    const [item, more] = await completeAt(client, marked);
    expect(more).toBeUndefined();
    expect(item).toMatchObject({ label: 'audiences', textEdit: { newText: 'audiences' } });
    expect(item?.additionalTextEdits).toEqual([
      { newText: 'audiences', range: { start: { line: 4, character: 2 }, end: { line: 4, character: 9 } } },
    ]);
  });

  it('survives a failure of its own', async () => {
    const client = await TestClient.start({
      now: () => {
        throw new Error('secret text of an error');
      },
    });
    expect(await completeAt(client, inbound('<|'))).toEqual([]);
    expect(client.sent).not.toContain('secret text');
  });
});
