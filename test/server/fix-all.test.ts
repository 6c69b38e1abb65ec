import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnnotatedTextEdit, CodeAction, CodeActionContext, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import type { FixAllChoice, FixAllGroup } from '../../src/fix-all-protocol.js';
import { makeTenant } from '../harness/tenant.mjs';
import { fullCapabilities, policyUri, storyPolicy, TestClient } from './test-client.js';

const tenant = '11111111-2222-3333-4444-555555555555';
const element = (more = ''): string =>
  `<validate-azure-ad-token tenant-id="${tenant}"${more}><audiences><audience>api://orders</audience></audiences></validate-azure-ad-token>`;
const inbound = (...elements: string[]): string =>
  `<policies>\n  <inbound>\n${elements.map(each => `    ${each}\n`).join('')}  </inbound>\n</policies>\n`;
const messy = inbound(
  `<validate-azure-ad-token tenantId="${tenant}" failed-validation-http-code="403"><audiences><audience> api://orders</audience></audiences></validate-azure-ad-token>`,
);

/** The text after the part of an edit that is about one document. */
function applied(text: string, edit: WorkspaceEdit | undefined, uri = policyUri): string {
  const change = (edit?.documentChanges as TextDocumentEdit[] | undefined)?.find(({ textDocument }) => textDocument.uri === uri);
  if (change === undefined) throw new Error(`The edit is not about ${uri}.`);
  return TextDocument.applyEdits(TextDocument.create(uri, 'xml', 1, text), change.edits as never);
}

async function sourceActions(client: TestClient, only: string[] | undefined, text = messy): Promise<CodeAction[]> {
  await client.open(text);
  const context: CodeActionContext = { diagnostics: [], ...(only === undefined ? {} : { only }) };
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri: policyUri }, range, context });
}

describe('source.fixAll.apimTokenDoctor', () => {
  it.each(['source.fixAll.apimTokenDoctor', 'source.fixAll', 'source'])('applies what changes no outcome, asked for as %s', async only => {
    const [action, ...more] = await sourceActions(await TestClient.start(), [only]);
    expect(more).toEqual([]);
    expect(action?.kind).toBe('source.fixAll.apimTokenDoctor');
    expect(applied(messy, action?.edit)).toBe(messy.replace('tenantId', 'tenant-id').replace('-http-code', '-httpcode'));
    // Whoever saves is not asked.
    expect(Object.values(action?.edit?.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation)).toEqual([false]);
  });

  it('is not offered where nothing is to do, nor to who asks for something else, nor in a light bulb', async () => {
    expect(await sourceActions(await TestClient.start(), ['source.fixAll'], storyPolicy)).toEqual([]);
    expect(await sourceActions(await TestClient.start(), ['source.fixAll'], '<list><validate-jwt tenantId="x" /></list>')).toEqual([]);
    for (const only of [['source.organizeImports'], ['quickfix'], [''], undefined]) {
      const kinds = (await sourceActions(await TestClient.start(), only)).map(({ kind }) => kind);
      expect(kinds).not.toContain('source.fixAll.apimTokenDoctor');
    }
  });

  it('leaves out what a setting silences', async () => {
    const client = await TestClient.start({ settings: { rules: { 'unknown-attribute': 'off' } } });
    expect(await sourceActions(client, ['source.fixAll'])).toEqual([]);
  });
});

describe('fix all in this file', () => {
  const twice = inbound(element(), element(), '<!-- nothing else changes -->');

  async function actionsOnFirst(client: TestClient, text: string): Promise<CodeAction[]> {
    await client.open(text);
    const at = { line: 2, character: 8 };
    return client.actions({ start: at, end: at });
  }

  it('stands beside a fix that other places have, too', async () => {
    const client = await TestClient.start();
    const actions = await actionsOnFirst(client, twice);
    const everywhere = actions.filter(({ title }) => title.startsWith('Fix all in this file: Rewrite as validate-jwt'));
    expect(everywhere.map(({ title }) => title.slice(0, 70))).toHaveLength(3);
    const [action] = everywhere;
    if (action === undefined) throw new Error('It is not offered.');
    expect(action.edit).toBeUndefined();
    const { edit } = await client.resolve(action);
    const result = applied(twice, edit);
    expect(result.match(/<validate-jwt /g)).toHaveLength(2);
    expect(result).toContain('    <!-- nothing else changes -->\n');
    // It is shown before it is made.
    expect(Object.values(edit?.changeAnnotations ?? {})).toEqual([
      { label: action.title, description: expect.stringContaining('https://login.microsoftonline.com') as string, needsConfirmation: true },
    ]);
    const [change] = edit?.documentChanges as TextDocumentEdit[];
    expect((change?.edits as AnnotatedTextEdit[]).every(({ annotationId }) => edit?.changeAnnotations?.[annotationId] !== undefined)).toBe(
      true,
    );
  });

  it('does not stand where there is one place only', async () => {
    const actions = await actionsOnFirst(await TestClient.start(), inbound(element()));
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter(({ title }) => title.startsWith('Fix all'))).toEqual([]);
  });

  it('follows the newest text, and changes nothing where nothing is left to fix', async () => {
    const client = await TestClient.start();
    const action = (await actionsOnFirst(client, twice)).find(({ title }) => title.startsWith('Fix all'));
    if (action === undefined) throw new Error('It is not offered.');
    const longer = `<!-- one line more -->\n${twice}`;
    await client.type(longer);
    expect(applied(longer, (await client.resolve(action)).edit)).toMatch(/^<!-- one line more -->\n<policies>[^]*<validate-jwt/);
    await client.type('<policies />');
    await expect(client.resolve(action)).rejects.toThrow('has changed');
  });

  it('takes what accepts more only where the title says the very same', async () => {
    const client = await TestClient.start();
    const key = await makeTenant();
    const other = storyPolicy.replaceAll(tenant, '99999999-2222-3333-4444-555555555555');
    const middle = (text: string): string => text.slice(text.indexOf('<validate-azure'), text.indexOf('</validate-azure-ad-token>') + 26);
    const text = inbound(middle(storyPolicy), middle(storyPolicy), middle(other));
    await client.open(text);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await key.mint(2, 'externalId') });
    const at = { line: 2, character: 8 };
    const actions = await client.actions({ start: at, end: at });
    const action = actions.find(({ title }) =>
      /^Fix all in this file: .*External ID, version 2.0 form: instead of .*, accepts tokens of /.test(title),
    );
    if (action === undefined) throw new Error(`It is not offered: ${actions.map(({ title }) => title).join('\n')}`);
    const result = applied(text, (await client.resolve(action)).edit);
    expect(result.match(/<validate-jwt /g)).toHaveLength(2);
    expect(result).toContain('tenant-id="99999999-2222-3333-4444-555555555555"');
  });
});

describe('fix all, from the list of commands', () => {
  const a = 'file:///repo/a/policy.xml';
  const b = 'file:///repo/b.xml';
  const c = 'file:///repo/c.xml';
  const policies = {
    [a]: inbound(element(), element()),
    [b]: messy,
    [c]: inbound(`<validate-azure-ad-token tenant-id="organizations" />`),
    'file:///repo/list.xml': '<list />',
  };

  const pick = (groups: readonly FixAllGroup[], code: string | null, variant: string | null = null): FixAllChoice => {
    const group = groups.find(({ choice }) => choice.code === code && choice.variant === variant);
    if (group === undefined) throw new Error(`${String(code)} is not offered.`);
    return group.choice;
  };

  it('lists what can be fixed, what changes nothing first, with counts', async () => {
    const client = await TestClient.start({ policies });
    const { groups, problem } = await client.ask('apimTokenDoctor/fixAll/list', { uri: null });
    expect(problem).toBeNull();
    expect(groups[0]).toMatchObject({ choice: { neutral: true, code: null }, count: 2, documents: 1, widens: false });
    const both = groups.find(({ choice }) => choice.code === 'to-validate-jwt' && choice.variant === 'both');
    expect(both).toMatchObject({ count: 2, documents: 1, widens: false });
    expect(groups.find(({ choice }) => choice.code === 'invisible-characters')).toMatchObject({
      widens: true,
      title: expect.stringContaining('accepted') as string,
    });
    expect(client.progress).toContain('0/3');
  });

  it('works out edits of the files of the workspace, opened first, and says what is left', async () => {
    const unread = [{ uri: 'file:///repo/huge.xml', line: null, reason: 'The file is larger than API Management takes.' }];
    const client = await TestClient.start({ policies, unread });
    const { groups } = await client.ask('apimTokenDoctor/fixAll/list', { uri: null });
    const choice = pick(groups, 'to-validate-jwt', 'both');
    const prepared = await client.ask('apimTokenDoctor/fixAll/prepare', { uri: null, choice });
    expect(prepared).toMatchObject({ places: 2, documents: 1, problem: null });
    expect(prepared.skipped.map(({ uri, line }) => [uri, line])).toEqual([
      ['file:///repo/huge.xml', null],
      [b, 3],
      [c, 3],
    ]);
    expect(client.applied).toEqual([]);
    expect(await client.ask('apimTokenDoctor/fixAll/apply', { id: prepared.id ?? -1 })).toEqual({ applied: true, problem: null });
    const [{ edit } = { edit: {} }] = client.applied;
    expect(applied(policies[a], edit, a).match(/<validate-jwt /g)).toHaveLength(2);
    const [change] = edit.documentChanges as TextDocumentEdit[];
    expect(typeof change?.textDocument.version).toBe('number');
    expect(Object.values(edit.changeAnnotations ?? {}).every(({ needsConfirmation }) => needsConfirmation === true)).toBe(true);
    // Once.
    expect(await client.ask('apimTokenDoctor/fixAll/apply', { id: prepared.id ?? -1 })).toMatchObject({ applied: false });
  });

  it('looks into closed files that hold policies, with the values that count for them', async () => {
    const main = 'file:///repo/infra/main.tf';
    const host = `xml = <<XML\n${inbound(element().replace(tenant, '${tenant}'), element().replace(tenant, '${tenant}'))}XML\n`;
    const client = await TestClient.start({ policies: { [main]: host } });
    const { groups } = await client.ask('apimTokenDoctor/fixAll/list', { uri: null });
    const prepared = await client.ask('apimTokenDoctor/fixAll/prepare', { uri: null, choice: pick(groups, 'to-validate-jwt', 'both') });
    expect(prepared).toMatchObject({ places: 2, documents: 1, problem: null });
    await client.ask('apimTokenDoctor/fixAll/apply', { id: prepared.id ?? -1 });
    const [{ edit } = { edit: {} }] = client.applied;
    expect(applied(host, edit, main)).toContain('https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration');

    const files = { 'file:///repo/infra/terraform.tfvars': 'tenant = "organizations"\n' };
    const knowing = await TestClient.start({ policies: { [main]: host }, files });
    const known = await knowing.ask('apimTokenDoctor/fixAll/list', { uri: null });
    expect(known.groups.filter(({ choice }) => choice.code === 'to-validate-jwt')).toEqual([]);
  });

  it('takes open documents as they are in the editor', async () => {
    const client = await TestClient.start({ policies });
    await client.open(inbound(element(), element(), element()), a);
    const { groups } = await client.ask('apimTokenDoctor/fixAll/list', { uri: null });
    expect(groups.find(({ choice }) => choice.variant === 'both')).toMatchObject({ count: 3 });
  });

  it('applies nothing where a document has changed since, or is not open', async () => {
    const client = await TestClient.start({ policies: { ...policies, 'file:///repo/gone.xml': policies[a] } });
    const { groups } = await client.ask('apimTokenDoctor/fixAll/list', { uri: null });
    const prepared = await client.ask('apimTokenDoctor/fixAll/prepare', { uri: null, choice: pick(groups, 'to-validate-jwt', 'both') });
    expect(prepared.documents).toBe(1);
    expect(prepared.skipped).toContainEqual({
      uri: 'file:///repo/gone.xml',
      line: null,
      reason: expect.stringContaining('could not be opened') as string,
    });
    await client.type('<policies />', a);
    expect(await client.ask('apimTokenDoctor/fixAll/apply', { id: prepared.id ?? -1 })).toMatchObject({
      applied: false,
      problem: expect.stringContaining('has changed') as string,
    });
    expect(client.applied).toEqual([]);
  });

  it('fixes one document for a client that shows no changes, and refuses a workspace there', async () => {
    const { workspace, ...rest } = fullCapabilities;
    const capabilities = { ...rest, workspace: { ...workspace, workspaceEdit: { documentChanges: true } } };
    const client = await TestClient.start({ policies, capabilities });
    expect(await client.ask('apimTokenDoctor/fixAll/list', { uri: null })).toMatchObject({
      groups: [],
      problem: expect.stringContaining('one file after the other') as string,
    });
    await client.open(messy);
    const { groups } = await client.ask('apimTokenDoctor/fixAll/list', { uri: policyUri });
    const prepared = await client.ask('apimTokenDoctor/fixAll/prepare', { uri: policyUri, choice: pick(groups, null) });
    expect(await client.ask('apimTokenDoctor/fixAll/apply', { id: prepared.id ?? -1 })).toEqual({ applied: true, problem: null });
    expect(client.applied[0]?.edit.changeAnnotations).toBeUndefined();
    expect(applied(messy, client.applied[0]?.edit)).toContain('tenant-id=');
  });

  it('says so where the client knows no policy files, or the document is not open', async () => {
    const client = await TestClient.start();
    expect(await client.ask('apimTokenDoctor/fixAll/list', { uri: null })).toMatchObject({
      groups: [],
      problem: expect.stringContaining('one file') as string,
    });
    expect(await client.ask('apimTokenDoctor/fixAll/list', { uri: a })).toMatchObject({
      groups: [],
      problem: expect.any(String) as string,
    });
  });
});
