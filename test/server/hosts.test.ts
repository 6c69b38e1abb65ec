import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  Hover,
  Position,
  Range,
  TextDocumentEdit,
} from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { embeddings, type Embedding } from '../harness/embeddings.js';
import { makeTenant } from '../harness/tenant.mjs';
import { fullCapabilities, TestClient, textOf, type TestClientOptions } from './test-client.js';

/** Quotation marks, both kinds, and C# stand in front of what is found, so that nothing is where it is in the bare text. */
const policy = `<policies>
    <inbound>
        <!-- It's "ours". -->
        <set-header name="x-start" exists-action="override">
            <value>@(DateTime.UtcNow.ToString("o"))</value>
        </set-header>
        <validate-azure-ad-token tenant-id="11111111-2222-3333-4444-555555555555" header-nam="Authorization">
            <client-application-ids>
                <application-id>bbbbbbbb-cccc-dddd-eeee-ffffffffffff</application-id>
            </client-application-ids>
            <audiences>
                <audience>66666666-7777-8888-9999-aaaaaaaaaaaa</audience>
            </audiences>
        </validate-azure-ad-token>
    </inbound>
</policies>
`;
const inOneLine = policy.replace(/\n */g, '').trimEnd();

interface Opened {
  readonly client: TestClient;
  readonly uri: string;
  readonly text: string;
}

async function open(text: string, file: string, options: TestClientOptions = {}): Promise<Opened> {
  const client = await TestClient.start(options);
  const uri = `file:///repo/${file}`;
  await client.open(text, uri, 'plaintext');
  return { client, uri, text };
}

function documentOf({ uri, text }: Opened): TextDocument {
  return TextDocument.create(uri, 'plaintext', 1, text);
}

async function findingOf(opened: Opened, code: string): Promise<Diagnostic> {
  const finding = (await opened.client.diagnostics(opened.uri)).find(each => each.code === code);
  if (finding === undefined) throw new Error(`There is no ${code} in ${opened.uri}.`);
  return finding;
}

/** The text after the first fix of a finding whose title holds the words. */
async function fixed(opened: Opened, range: Range, words: string): Promise<string> {
  const action = (await opened.client.actions(range, [], opened.uri)).find(({ title }) => title.includes(words));
  if (action === undefined) throw new Error(`No fix says "${words}" in ${opened.uri}.`);
  return applied(opened, await opened.client.resolve(action));
}

function applied(opened: Opened, action: CodeAction): string {
  const changes = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
  expect(changes.map(({ textDocument }) => textDocument.uri)).toEqual([opened.uri]);
  return TextDocument.applyEdits(documentOf(opened), changes.flatMap(({ edits }) => edits) as never);
}

/** A policy in a form, and the form itself; some cannot hold more than one line. */
function embed({ embed: into, form }: Embedding): { readonly bare: string; readonly host: string } {
  for (const bare of [policy, inOneLine]) {
    const host = into(bare);
    if (host !== null) return { bare, host };
  }
  throw new Error(`${form} holds neither.`);
}

const placeOf = (text: string, word: string): Position => TextDocument.create('', '', 0, text).positionAt(text.indexOf(word) + 1);

describe.each(embeddings)('a policy in $form', embedding => {
  it('has its findings on the places of the host, and a fix that writes what the bare policy would become there', async () => {
    const { bare, host } = embed(embedding);
    const [inHost, alone] = [await open(host, embedding.file), await open(bare, 'policy.xml')];
    const [finding, bareFinding] = [await findingOf(inHost, 'unknown-attribute'), await findingOf(alone, 'unknown-attribute')];
    const document = documentOf(inHost);
    expect(document.getText(finding.range)).toBe('header-nam');
    expect(textOf(finding)).toBe(textOf(bareFinding));
    const expected = embedding.embed(await fixed(alone, bareFinding.range, 'header-name'));
    expect(expected).not.toBeNull();
    expect(await fixed(inHost, finding.range, 'header-name')).toBe(expected);
  });

  it('is rewritten as it would be alone', async () => {
    const { bare, host } = embed(embedding);
    const tenant = await makeTenant();
    const results: string[] = [];
    for (const [text, file] of [
      [bare, 'policy.xml'],
      [host, embedding.file],
    ] as const) {
      const opened = await open(text, file);
      await opened.client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
      const at = placeOf(text, 'validate-azure-ad-token');
      results.push(await fixed(opened, { start: at, end: at }, 'Rewrite as validate-jwt for External ID, both forms'));
    }
    const [alone = '', inHost = ''] = results;
    expect(alone).toContain('<validate-jwt');
    const expected = embedding.embed(alone);
    // A form that holds one line alone cannot hold the rewrite.
    if (expected !== null) expect(inHost).toBe(expected);
  });
});

/** Two policies in one file, as each language writes them. */
const two = `resource "azurerm_api_management_api_policy" "first" {
  xml_content = <<XML
<policies><inbound><validate-jwt header-nam="a" /></inbound></policies>
XML
}

resource "azurerm_api_management_api_policy" "second" {
  xml_content = "<policies><inbound><validate-azure-ad-token header-nam=\\"b\\" /></inbound></policies>"
}

output "policy" {
  value = templatefile("\${path.module}/policies/orders policy.xml.tftpl", { tenant = var.tenant })
}

locals {
  product = file("../products/starter.xml")
  notes   = file("notes.txt")
  abroad  = file("//server/share/policy.xml")
}
`;

describe('several policies in one file', () => {
  it('each have their findings, in one report', async () => {
    const opened = await open(two, 'main.tf');
    const found = (await opened.client.diagnostics(opened.uri)).filter(({ code }) => code === 'unknown-attribute');
    expect(found.map(({ range }) => documentOf(opened).offsetAt(range.start))).toEqual([
      two.indexOf('header-nam'),
      two.lastIndexOf('header-nam'),
    ]);
  });

  it('are reported to clients that do not ask, and to those that do only once', async () => {
    const { textDocument, ...others } = fullCapabilities;
    const { diagnostic, ...without } = textDocument ?? {};
    expect(diagnostic).toBeDefined();
    const opened = await open(two, 'main.tf', { capabilities: { ...others, textDocument: without } });
    await expect.poll(() => opened.client.published.at(-1)?.diagnostics.filter(({ code }) => code === 'unknown-attribute').length).toBe(2);
    const pulling = await open(two, 'main.tf');
    const report = await pulling.client.pull(undefined, pulling.uri);
    expect(await pulling.client.pull(report.kind === 'full' ? report.resultId : '', pulling.uri)).toMatchObject({ kind: 'unchanged' });
  });

  it('are fixed together, each as its form wants it', async () => {
    const opened = await open(two, 'main.tf');
    const first = await findingOf(opened, 'unknown-attribute');
    expect(await fixed(opened, first.range, 'file')).toBe(two.replaceAll('header-nam=', 'header-name='));
  });

  it('are fixed together on demand, and what a host cannot hold is said', async () => {
    const opened = await open(two, 'main.tf', { policies: {} });
    const { groups } = await opened.client.ask('apimTokenDoctor/fixAll/list', { uri: opened.uri });
    const group = groups.find(({ choice }) => choice.code === 'unknown-attribute');
    expect(group).toMatchObject({ count: 2, documents: 1 });
    if (group === undefined) return;
    const { id, places } = await opened.client.ask('apimTokenDoctor/fixAll/prepare', { uri: opened.uri, choice: group.choice });
    expect(places).toBe(2);
    await opened.client.ask('apimTokenDoctor/fixAll/apply', { id: id ?? 0 });
    const [edit] = opened.client.applied;
    expect(applied(opened, { title: '', edit: edit?.edit ?? {} })).toBe(two.replaceAll('header-nam=', 'header-name='));
  });

  it('are each what the panel shows while the cursor is in them', async () => {
    const opened = await open(two, 'main.tf');
    const ask = async (word: string): Promise<readonly (string | undefined)[]> => {
      const position = placeOf(two, word);
      const { policies } = await opened.client.ask('apimTokenDoctor/view', { uri: opened.uri, position });
      return policies.flatMap(({ kind, place }) => [kind, two.slice(place.start, place.start + 15), String(place.line)]);
    };
    expect(await ask('<validate-jwt')).toEqual(['validate-jwt', '<validate-jwt h', '3']);
    expect(await ask('<validate-azure')).toEqual(['validate-azure-ad-token', '<validate-azure', '8']);
    expect(await ask('output')).toEqual([]);
  });

  it('say of a request what was not read by the lines of the host', async () => {
    const text = two.replace('<inbound><validate-azure', '<inbound><base /><validate-azure');
    const opened = await open(text, 'main.tf');
    const tenant = await makeTenant();
    await opened.client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(2, 'workforce') });
    const position = placeOf(text, '<validate-azure');
    const { document } = await opened.client.ask('apimTokenDoctor/view', { uri: opened.uri, position });
    expect(document?.prediction?.notRead).toContain('line 8');
  });

  it('are in one outline', async () => {
    const opened = await open(two, 'main.tf');
    const symbols = await opened.client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: opened.uri },
    });
    expect(symbols.map(({ name, selectionRange }) => [name, selectionRange.start.line])).toEqual([
      ['validate-jwt', 2],
      ['validate-azure-ad-token', 7],
    ]);
  });

  it('are read anew when one is taken away while somebody waits', async () => {
    const opened = await open(two, 'main.tf');
    const waiting = opened.client.diagnostics(opened.uri);
    const less = two.slice(two.indexOf('resource "azurerm_api_management_api_policy" "second"'));
    await opened.client.type(less, opened.uri);
    await waiting;
    const found = await opened.client.diagnostics(opened.uri);
    expect(found.filter(({ code }) => code === 'unknown-attribute').map(({ range }) => range.start.line)).toEqual([1]);
  });
});

describe('what an editor asks at a place of a host', () => {
  it('describes what stands in the policy, on its place in the host', async () => {
    const opened = await open(two, 'main.tf');
    const ask = (word: string): Promise<Hover | null> =>
      opened.client.connection.sendRequest('textDocument/hover', { textDocument: { uri: opened.uri }, position: placeOf(two, word) });
    const hover = await ask('validate-azure-ad-token');
    expect(hover?.range && documentOf(opened).getText(hover.range)).toBe('validate-azure-ad-token');
    expect(await ask('resource')).toBeNull();
  });

  it('completes inside the policy alone, escaped as the host wants it', async () => {
    const opened = await open(two.replace('header-nam=\\"b\\" ', ''), 'main.tf');
    const complete = (position: Position): Promise<CompletionItem[]> =>
      opened.client.connection.sendRequest('textDocument/completion', { textDocument: { uri: opened.uri }, position });
    const document = documentOf(opened);
    const inside = document.positionAt(opened.text.indexOf('<validate-azure-ad-token ') + '<validate-azure-ad-token '.length);
    const item = (await complete(inside)).find(({ label }) => label === 'tenant-id');
    // In a snippet a backslash is written twice.
    expect(item?.textEdit?.newText).toBe('tenant-id=\\\\"$0\\\\"');
    expect(await complete(document.positionAt(opened.text.indexOf('output')))).toEqual([]);
    expect(await complete(document.positionAt(opened.text.indexOf('templatefile(')))).toEqual([]);
  });

  it('leaves folding to the host, and follows a fragment from inside', async () => {
    const fragment = 'file:///repo/policy%20fragments/check-token/policy.xml';
    const text = two.replace('<validate-jwt header-nam="a" />', '<include-fragment fragment-id="check-token" />');
    const opened = await open(text, 'main.tf', { files: { [fragment]: '<fragment />' } });
    const textDocument = { uri: opened.uri };
    expect(await opened.client.connection.sendRequest('textDocument/foldingRange', { textDocument })).toBeNull();
    const [link] = await opened.client.connection.sendRequest<{ targetUri: string; originSelectionRange: Range }[]>(
      'textDocument/definition',
      { textDocument, position: placeOf(text, 'check-token') },
    );
    expect(link?.targetUri).toBe(fragment);
    expect(link && documentOf(opened).getText(link.originSelectionRange)).toBe('check-token');
  });
});

describe('what a host loads', () => {
  const target = 'file:///repo/policies/orders%20policy.xml.tftpl';

  it('is linked where it is a policy and stands beside the host', async () => {
    const opened = await open(two, 'infra/main.tf');
    const links = await opened.client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: opened.uri },
    });
    expect(links.map(({ range, target: to }) => [documentOf(opened).getText(range), to])).toEqual([
      ['${path.module}/policies/orders policy.xml.tftpl', 'file:///repo/infra/policies/orders%20policy.xml.tftpl'],
      ['../products/starter.xml', 'file:///repo/products/starter.xml'],
    ]);
  });

  it('is linked from Bicep', async () => {
    const opened = await open("var policy = loadTextContent('./orders.xml')\n", 'main.bicep');
    const links = await opened.client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: opened.uri },
    });
    expect(links.map(({ target: to }) => to)).toEqual(['file:///repo/orders.xml']);
  });

  it('is gone to from its path, if it is there', async () => {
    const opened = await open(two, 'main.tf', { files: { [target]: '<policies />', 'file:///other/starter.xml': '<policies />' } });
    const ask = (word: string): Promise<{ targetUri: string }[] | null> =>
      opened.client.connection.sendRequest('textDocument/definition', { textDocument: { uri: opened.uri }, position: placeOf(two, word) });
    expect((await ask('orders policy'))?.map(({ targetUri }) => targetUri)).toEqual([target]);
    expect(await ask('starter.xml')).toBeNull();
    expect(await ask('locals')).toBeNull();
  });
});

describe('a host that cannot hold a fix', () => {
  it('is left as it is, and the reason is told', async () => {
    // Three quotation marks end the string, and nothing in it can say that they do not.
    const bicep = embeddings.find(({ form }) => form === 'bicep-multiline')?.embed(policy.replace('header-nam', 'header-name')) ?? '';
    const opened = await open(bicep, 'main.bicep');
    const said: string[] = [];
    opened.client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      said.push(message);
    });
    const tenant = await makeTenant();
    await opened.client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(2, 'workforce', { aud: "api://it'''s" }) });
    const at = placeOf(bicep, '66666666-7777-8888-9999-aaaaaaaaaaaa');
    const actions = await opened.client.actions({ start: at, end: at }, [], opened.uri);
    const refused = await Promise.allSettled(actions.map(action => opened.client.resolve(action)));
    const reasons = refused.flatMap(each => (each.status === 'rejected' ? [(each.reason as Error).message] : []));
    expect(reasons).toContainEqual(expect.stringContaining('cannot hold what the fix writes'));
    await expect.poll(() => said).toContainEqual(expect.stringContaining('cannot hold what the fix writes'));
  });
});

describe('a policy in a host that is not read', () => {
  it('is said, beside what is found in the others', async () => {
    const unread = `resource "azurerm_api_management_policy" "all" {\n  xml_content = join("", ["<policies><inbound>", "</inbound></policies>"])\n}\n`;
    const opened = await open(`${two}${unread}`, 'main.tf');
    const found = await opened.client.diagnostics(opened.uri);
    expect(found.filter(({ code }) => code === 'unknown-attribute')).toHaveLength(2);
    const [said, ...more] = found.filter(({ code }) => code === 'host-not-read');
    expect(more).toEqual([]);
    expect(said && documentOf(opened).getText(said.range)).toContain('<policies><inbound>');
    const alone = await open(unread, 'main.tf', { settings: { rules: { 'host-not-read': 'off' } } });
    expect(await alone.client.diagnostics(alone.uri)).toEqual([]);
  });
});

describe('a host without a policy', () => {
  it('has no findings, no panel and nothing to complete', async () => {
    const opened = await open('resource "azurerm_api_management" "apim" {\n  name = "orders"\n}\n', 'main.tf');
    expect(await opened.client.diagnostics(opened.uri)).toEqual([]);
    expect(await opened.client.ask('apimTokenDoctor/view', { uri: opened.uri })).toMatchObject({ document: null, policies: [] });
    expect(opened.client.logged).toEqual([]);
  });

  it('is served by the language of a document that was not saved yet', async () => {
    const client = await TestClient.start();
    const uri = 'untitled:Untitled-1';
    await client.open(two, uri, 'terraform');
    expect((await client.diagnostics(uri)).filter(({ code }) => code === 'unknown-attribute')).toHaveLength(2);
  });
});
