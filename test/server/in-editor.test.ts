import type { CodeLens, Hover, InlayHint, MarkupContent, TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { addresses, ids, makeTenant } from '../harness/tenant.mjs';
import { fullCapabilities, policyUri, storyPolicy, TestClient, textOf, type TestClientOptions } from './test-client.js';

const extension = { initializationOptions: { runsCommands: true } };

async function start(options: TestClientOptions = {}, text = storyPolicy): Promise<TestClient> {
  const client = await TestClient.start(options);
  await client.open(text);
  return client;
}

const take = async (client: TestClient, version: 1 | 2): Promise<void> => {
  const tenant = await makeTenant();
  await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(version, 'externalId') });
};

const lensesOf = (client: TestClient, uri = policyUri): Promise<CodeLens[] | null> =>
  client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });

const titles = (lenses: readonly CodeLens[] | null): string[] => (lenses ?? []).map(({ command }) => command?.title ?? '');

describe('the line above a token policy', () => {
  it('offers the token on the clipboard, and with a token says what the policy answers', async () => {
    const client = await start(extension);
    const [lens, ...others] = (await lensesOf(client)) ?? [];
    expect(others).toEqual([]);
    expect(lens?.command).toMatchObject({
      title: 'Why 401? Paste token',
      command: 'apimTokenDoctor.decodeTokenFromClipboard',
    });
    const line = storyPolicy.split('\n').findIndex(each => each.includes('<validate-azure-ad-token'));
    expect(lens?.range.start.line).toBe(line);
    await take(client, 1);
    expect(titles(await lensesOf(client))).toEqual(['refuses · issuer', 'Fix…']);
  });

  it('leads to a finding for which there is a fix', async () => {
    const client = await start(extension);
    await take(client, 1);
    const fix = (await lensesOf(client))?.[1]?.command;
    expect(fix?.command).toBe('apimTokenDoctor.showFixes');
    const [place] = (fix?.arguments ?? []) as { uri: string; start: number; end: number }[];
    expect(place?.uri).toBe(policyUri);
    const at = TextDocument.create(policyUri, 'xml', 1, storyPolicy).positionAt(place?.start ?? 0);
    const actions = await client.actions({ start: at, end: at });
    expect(actions[0]?.title).toContain('Rewrite as validate-jwt');
  });

  it.each([
    ['accepts if the signature is right', (text: string) => text],
    ['refuses · audience', (text: string) => text.replaceAll(ids.api, ids.client)],
  ])('says "%s" in the gateway’s own order', async (title, change) => {
    const rewritten = storyPolicy.replace(
      /<validate-azure-ad-token[\s\S]*<\/validate-azure-ad-token>/,
      `<validate-jwt header-name="Authorization"><openid-config url="${addresses.externalId}" /><audiences><audience>${ids.api}</audience></audiences></validate-jwt>`,
    );
    const client = await start(extension, change(rewritten));
    await take(client, 2);
    expect(titles(await lensesOf(client))[0]).toBe(title);
  });

  it('says of a policy in a branch that it holds if the branch is taken', async () => {
    const inBranch = storyPolicy
      .replace('<validate-azure-ad-token', '<choose><when condition="@(true == context.Api.IsCurrentRevision)"><validate-azure-ad-token')
      .replace('</validate-azure-ad-token>', '</validate-azure-ad-token></when></choose>');
    const client = await start(extension, inBranch);
    await take(client, 1);
    expect(titles(await lensesOf(client))[0]).toBe('refuses · issuer · if this branch is taken');
  });

  it('looks for fixes of the first ten refusals alone, so that a long document does not wait for them', async () => {
    const one = /<validate-azure-ad-token[\s\S]*<\/validate-azure-ad-token>/.exec(storyPolicy)?.[0] ?? '';
    const client = await start(extension, storyPolicy.replace(one, one.repeat(12)));
    await take(client, 1);
    const said = titles(await lensesOf(client));
    expect(said.filter(title => title === 'refuses · issuer')).toHaveLength(12);
    expect(said.filter(title => title === 'Fix…')).toHaveLength(10);
  });

  it('is not there where it is switched off, and comes back', async () => {
    const client = await start({ ...extension, settings: { codeLens: false } });
    expect(await lensesOf(client)).toBeNull();
    await client.changeSettings({});
    expect(titles(await lensesOf(client)).length).toBe(1);
  });

  it('names no command to a client that has none of the extension’s, and offers it nothing without a token', async () => {
    const client = await start();
    expect(await lensesOf(client)).toEqual([]);
    await take(client, 1);
    expect(await lensesOf(client)).toMatchObject([{ command: { title: 'refuses · issuer', command: '' } }]);
  });

  it('is asked for again when the token changes', async () => {
    const workspace = { ...fullCapabilities.workspace, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } };
    const client = await start({ ...extension, capabilities: { ...fullCapabilities, workspace } });
    const asked: string[] = [];
    for (const method of ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh'])
      client.connection.onRequest(method, () => {
        asked.push(method);
        return null;
      });
    await take(client, 1);
    await expect.poll(() => asked).toEqual(expect.arrayContaining(['workspace/codeLens/refresh', 'workspace/inlayHint/refresh']));
  });
});

describe('the cause at the end of a line', () => {
  const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
  const hintsOf = (client: TestClient, range = whole): Promise<InlayHint[] | null> =>
    client.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: policyUri }, range });

  it('is off until it is switched on; then one line says one thing, behind all that stands there', async () => {
    const client = await start();
    await take(client, 1);
    expect(await hintsOf(client)).toBeNull();
    await client.changeSettings({ causeAtLineEnd: true });
    const hints = (await hintsOf(client)) ?? [];
    const lines = storyPolicy.split(/\r?\n/);
    const line = lines.findIndex(each => each.includes('<validate-azure-ad-token'));
    const found = hints.find(({ position }) => position.line === line);
    expect(found?.position.character).toBe(lines[line]?.length);
    expect(String(found?.label)).toMatch(/External ID/);
    expect((await client.diagnostics()).some(each => textOf(each).startsWith(String(found?.label)))).toBe(true);
    expect(new Set(hints.map(({ position }) => position.line)).size).toBe(hints.length);
    expect(await hintsOf(client, { start: { line: 0, character: 0 }, end: { line: line - 1, character: 0 } })).toEqual([]);
  });
});

describe('the hover on a compared value', () => {
  const hoverAt = async (client: TestClient, marked: string): Promise<string> => {
    await client.close();
    const hover = await client.askAt<Hover | null>('textDocument/hover', marked);
    return (hover?.contents as MarkupContent | undefined)?.value ?? '';
  };
  const at = (text: string): string => storyPolicy.replace(text, `${text.slice(0, 2)}|${text.slice(2)}`);

  it.each([
    ['tenant-id', ids.tenant, /^The token's iss: \*\*.*ciamlogin.*\*\* \(issuer: fails\)/],
    ['audience', `${ids.api}</audience>`, new RegExp(`^The token's aud: \\*\\*(?:api.*)?${ids.api}\\*\\* \\(audience: passes\\)`)],
    ['client', `${ids.client}</application-id>`, new RegExp(`^The token's appid: \\*\\*${ids.client}\\*\\* \\(application: passes\\)`)],
  ])('shows what the token has: %s', async (_, text, said) => {
    const client = await start();
    expect(await hoverAt(client, at(text))).not.toContain("The token's");
    await take(client, 1);
    expect(await hoverAt(client, at(text))).toMatch(said);
  });

  it('says of a required claim that the token does not have it', async () => {
    const client = await start();
    await take(client, 1);
    const claim = '<required-claims><claim name="roles"><value>re|ader</value></claim></required-claims></validate-azure-ad-token>';
    expect(await hoverAt(client, storyPolicy.replace('</validate-azure-ad-token>', claim))).toMatch(
      /^The token has no roles \(claims: fails\)/,
    );
  });
});

describe('silence', () => {
  it('is in the light bulb of every finding: here by a comment, in the workspace by a setting', async () => {
    const client = await start(extension);
    await take(client, 1);
    for (const finding of await client.diagnostics()) {
      const offered = (await client.actions(finding.range, [finding])).map(({ title }) => title);
      expect(offered).toContain(`Silence ${String(finding.code)} here`);
      expect(offered).toContain(`Silence ${String(finding.code)} in this workspace`);
    }
  });

  it('does not stand before the cures, whatever their kind: an editor lists quick fixes first', async () => {
    const client = await start(extension);
    await take(client, 1);
    const at = TextDocument.create(policyUri, 'xml', 1, storyPolicy).positionAt(storyPolicy.indexOf('validate-azure-ad-token'));
    const offered = await client.actions({ start: at, end: at });
    expect(offered[0]).toMatchObject({ title: expect.stringContaining('Rewrite as validate-jwt') as string, kind: 'refactor.rewrite' });
    const silence = offered.filter(({ title }) => title.startsWith('Silence metadata-needed'));
    expect(silence.map(({ kind }) => kind)).toEqual(['refactor.rewrite', 'refactor.rewrite']);
  });

  it('is written where the finding is when it is chosen', async () => {
    const client = await start(extension);
    await take(client, 1);
    const [finding] = await client.diagnostics();
    if (finding === undefined) throw new Error('Nothing is found.');
    const action = (await client.actions(finding.range)).find(({ title }) => title.endsWith(' here'));
    if (action === undefined) throw new Error('Nothing is offered.');
    expect(action.edit).toBeUndefined();
    const moved = `<!-- one line more -->\n${storyPolicy}`;
    await client.type(moved);
    const { edit } = await client.resolve(action);
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    const silenced = TextDocument.applyEdits(TextDocument.create(policyUri, 'xml', 2, moved), (change?.edits ?? []) as never);
    expect(silenced).toMatch(new RegExp(`disable-next-line ${String(finding.code)} -->\\r?\\n.*<validate-azure-ad-token`));
    await client.type(silenced);
    expect((await client.diagnostics()).map(({ code }) => code)).not.toContain(finding.code);
  });

  it('is offered without the setting to a client that does not have the command', async () => {
    const client = await start();
    await take(client, 1);
    const [finding] = await client.diagnostics();
    const offered = (await client.actions(finding?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } })).map(
      ({ title }) => title,
    );
    expect(offered.filter(title => title.startsWith('Silence'))).toEqual([`Silence ${String(finding?.code)} here`]);
  });
});
