import { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeActionTriggerKind, type CodeAction, type Diagnostic, type TextDocumentEdit } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/core/index.js';
import { addresses, makeTenant } from '../harness/tenant.mjs';
import { fullCapabilities, policyUri, storyPolicy, TestClient, textOf, type TestClientOptions } from './test-client.js';

/** The story's policy, judged with a version 1 token of External ID. */
async function start(text = storyPolicy, options: TestClientOptions = {}): Promise<{ client: TestClient; finding: Diagnostic }> {
  const client = await TestClient.start(options);
  const tenant = await makeTenant();
  await client.open(text);
  await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
  return { client, finding: await findingAbout(client, 'IDX40001') };
}

async function findingAbout(client: TestClient, part: string): Promise<Diagnostic> {
  const finding = (await client.diagnostics()).find(each => textOf(each).includes(part));
  if (finding === undefined) throw new Error(`There is no finding about ${part}.`);
  return finding;
}

async function offer(client: TestClient, finding: Diagnostic): Promise<CodeAction> {
  const action = (await client.actions(finding.range, [finding])).find(({ title }) => title.includes('validate-jwt'));
  if (action === undefined) throw new Error('No rewrite is offered.');
  return action;
}

function applied(text: string, action: CodeAction): string {
  const [change] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
  if (change === undefined) throw new Error('The action has no edit.');
  return TextDocument.applyEdits(TextDocument.create(policyUri, 'xml', 1, text), change.edits as never);
}

/** JSON as a client reads it that drops nulls. */
function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, part: unknown) => part ?? undefined)) as unknown;
}

describe('code actions', () => {
  it('offer the rewrite without an edit, and work it out when it is chosen', async () => {
    const { client, finding } = await start();
    const action = await offer(client, finding);
    expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [finding] });
    expect(action.edit).toBeUndefined();
    const resolved = await client.resolve(action);
    const rewritten = applied(storyPolicy, resolved);
    expect(rewritten).toContain(`<openid-config url="${addresses.externalId}"`);
    expect(rewritten.slice(0, storyPolicy.indexOf('<validate-azure-ad-token'))).toBe(
      storyPolicy.slice(0, storyPolicy.indexOf('<validate-azure-ad-token')),
    );
    expect((resolved.edit?.documentChanges as TextDocumentEdit[])[0]?.textDocument).toEqual({ uri: policyUri, version: 1 });
  });

  it('say what follows from each, the cure first, whoever asks for them', async () => {
    const { client, finding } = await start(storyPolicy.replace('<base />', ''));
    const ask = async (triggerKind: CodeActionTriggerKind): Promise<string[]> =>
      (await client.actions(finding.range, [finding], policyUri, triggerKind))
        .map(({ title }) => title)
        .filter(title => title.includes('validate-jwt'));
    const invoked = await ask(CodeActionTriggerKind.Invoked);
    expect(invoked[0]).toMatch(/^Rewrite as validate-jwt for External ID, both forms → 200 if the signature is right: /);
    expect(invoked.at(-1)).toMatch(/version 2\.0 form → still 401: issuer; /);
    const automatic = await ask(CodeActionTriggerKind.Automatic);
    expect(automatic).toEqual(invoked);
    const named = (await client.actions(finding.range, [finding])).find(({ title }) => title === invoked[0]);
    if (named === undefined) throw new Error('Who does not say why it asks gets what is known.');
    expect(named.isPreferred).toBe(false);
    expect(applied(storyPolicy.replace('<base />', ''), await client.resolve(named))).toContain('<issuers>');
  });

  it('say of many, or of those in a long document, what follows only where somebody asks', async () => {
    const long = storyPolicy.replace('<base />', `<!-- ${'x'.repeat(260_000)} -->`);
    const many = storyPolicy.replace(/<validate-azure-ad-token[^]*<\/validate-azure-ad-token>/, element => element.repeat(5));
    for (const text of [long, many]) {
      const { client, finding } = await start(text);
      const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
      const ask = async (triggerKind: CodeActionTriggerKind): Promise<number> =>
        (await client.actions(whole, [finding], policyUri, triggerKind)).filter(({ title }) => title.includes('→')).length;
      expect(await ask(CodeActionTriggerKind.Automatic)).toBe(0);
      expect(await ask(CodeActionTriggerKind.Invoked)).toBeGreaterThan(1);
    }
  });

  it('follow the element where the text before it has changed since', async () => {
    const { client, finding } = await start();
    const action = await offer(client, finding);
    const longer = `<!-- one line more -->\n${storyPolicy}`;
    await client.type(longer);
    expect(applied(longer, await client.resolve(action))).toMatch(/^<!-- one line more -->\n[^]*<validate-jwt/);
  });

  it('refuse where the element has changed since', async () => {
    const { client, finding } = await start();
    const action = await offer(client, finding);
    await client.type(storyPolicy.replace('failed-validation-httpcode="401"', 'failed-validation-httpcode="403"'));
    await expect(client.resolve(action)).rejects.toThrow('has changed');
  });

  it('refuse where the token was cleared, or the action is not one of ours', async () => {
    const { client, finding } = await start();
    const action = await offer(client, finding);
    await client.ask('apimTokenDoctor/token/clear', { id: 'a' });
    await expect(client.resolve(action)).rejects.toThrow('has changed');
    await expect(client.resolve({ title: 'x', data: { uri: policyUri } })).rejects.toThrow('has changed');
  });

  it('rewrite the second of two elements that are written alike', async () => {
    const start1 = storyPolicy.indexOf('<validate-azure-ad-token');
    const end1 = storyPolicy.indexOf('</validate-azure-ad-token>') + '</validate-azure-ad-token>'.length;
    const element = storyPolicy.slice(start1, end1);
    const twice = `${storyPolicy.slice(0, end1)}\n        ${element}${storyPolicy.slice(end1)}`;
    const { client } = await start(twice);
    const second = (await client.diagnostics()).filter(each => textOf(each).includes('IDX40001')).at(-1);
    if (second === undefined) throw new Error('There is no finding.');
    const rewritten = applied(twice, await client.resolve(await offer(client, second)));
    expect(rewritten.startsWith(twice.slice(0, end1))).toBe(true);
    expect(rewritten.slice(end1)).toContain('<validate-jwt');
  });

  it('become preferred once the tenant’s own keys have verified the signature', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open(storyPolicy);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    const before = await client.actions((await findingAbout(client, 'IDX40001')).range);
    expect(before.some(({ isPreferred }) => isPreferred)).toBe(false);
    await client.ask('apimTokenDoctor/facts/set', { metadata: tenant.documents, namedValues: {}, sources: {} });
    const after = await client.actions((await findingAbout(client, 'IDX40001')).range);
    expect(after.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
    expect(after[0]?.isPreferred).toBe(true);
    expect(after[0]?.title).toContain('login.microsoftonline.com');
  });

  it('are worked out for a client that drops the nulls of their data, as Neovim up to 0.11 does', async () => {
    const { client, finding } = await start(storyPolicy.replace('<base />', ''));
    const rewrite = await offer(client, finding);
    const elements = (await client.actions(finding.range, [])).filter(({ data }) => data !== undefined);
    expect(elements.length).toBeGreaterThan(0);
    for (const action of [rewrite, ...elements]) {
      const received: CodeAction = { ...action, data: withoutNulls(action.data) };
      expect((await client.resolve(received)).edit, action.title).toBeDefined();
    }
  });

  it('carry their edit at once where the client cannot resolve', async () => {
    const { client, finding } = await start(storyPolicy, {
      capabilities: { ...fullCapabilities, textDocument: { diagnostic: {} }, workspace: { configuration: true } },
    });
    const action = await offer(client, finding);
    expect(action.edit?.changes?.[policyUri]?.length).toBeGreaterThan(0);
  });

  it('are none where the client asks for another kind, or nothing is wrong', async () => {
    const { client, finding } = await start();
    const refactorings = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: policyUri },
      range: finding.range,
      context: { diagnostics: [], only: ['refactor'] },
    });
    expect(refactorings).toEqual([]);
    const start0 = { line: 0, character: 0 };
    expect(await client.actions({ start: start0, end: start0 })).toEqual([]);
  });

  it('offer the rewrite on the name of a token policy, finding or not, and refuse it where the element has changed', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    const line = storyPolicy.slice(0, storyPolicy.indexOf('<validate-azure-ad-token')).split('\n').length - 1;
    const start = { line, character: 12 };
    const offered = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: policyUri },
      range: { start, end: start },
      context: { diagnostics: [], only: ['refactor'] },
    });
    const [action] = offered;
    if (action === undefined) throw new Error('No rewrite is offered.');
    expect(action).toMatchObject({ kind: 'refactor.rewrite', title: expect.stringContaining('validate-jwt') as string });
    expect(applied(storyPolicy, await client.resolve(action))).toContain('<validate-jwt');
    await client.type(storyPolicy.replace('failed-validation-httpcode="401"', ''));
    await expect(client.resolve(action)).rejects.toThrow('has changed');
  });

  it('lose nothing but their own where a fix throws', async () => {
    // Whom a policy trusts is found by its fixes only.
    const once = (): never => {
      throw new Error('secret text of an error');
    };
    const { client, finding } = await start(storyPolicy, {
      judging: {
        judge: async (path, facts) => {
          const judged = await judge(path, facts);
          return { ...judged, policies: judged.policies.map(policy => ({ ...policy, once })) };
        },
      },
    });
    expect((await client.actions(finding.range)).map(({ title }) => title)).toEqual(['Silence external-id-unsupported here']);
    expect((await client.diagnostics()).length).toBeGreaterThan(0);
    expect(client.sent).not.toContain('secret text');
  });
});
