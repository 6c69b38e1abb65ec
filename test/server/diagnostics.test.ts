import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../harness/eventually.js';
import { judge, rules, runRules, type DiagnoseOptions, type Facts, type Judged, type Path } from '../../src/core/index.js';
import type { PolicyRule } from '../../src/core/rules/rule.js';
import { makeTenant } from '../harness/tenant.mjs';
import { fullCapabilities, policyUri, storyPolicy, TestClient, textOf, type TestClientOptions } from './test-client.js';

/** A code for rules of the tests: the rule of that code says nothing of what they open. */
const standIn = 'policy-too-large';

/** The diagnosis with one more rule, which runs before all others. */
const withRule = (rule: PolicyRule): TestClientOptions => ({
  judging: { runRules: (judged, options) => runRules(judged, { ...options, rules: [rule, ...rules] }) },
});

const idle: PolicyRule = {
  code: standIn,
  severity: 'error',
  certainty: 'documented',
  scope: 'policy',
  check: () => [],
};

/** Tokens of version 1 are refused. */
const versionTwoOnly = `<validate-jwt header-name="Authorization">
  <openid-config url="https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0/.well-known/openid-configuration" />
</validate-jwt>`;

/** Resolves after the server has read everything that was sent before. */
const beRead = (client: TestClient): Promise<unknown> =>
  client.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: policyUri } });

const withoutTenant = storyPolicy.replace(/ tenant-id="[^"]*"/, '');
describe('pulled diagnostics', () => {
  it('say what is wrong without a token, with a code, a page and the product as source', async () => {
    const client = await TestClient.start();
    await client.open(withoutTenant);
    const found = (await client.diagnostics()).find(({ code }) => code === 'missing-attribute');
    expect(found).toMatchObject({ source: 'apim-token-doctor', severity: 1 });
    expect(found?.codeDescription?.href).toMatch(/^https:\/\/.*\/docs\/rules\/missing-attribute\.md$/);
  });

  it('are those of the newest text, where a client opens a document again without having closed it', async () => {
    const client = await TestClient.start();
    await client.open('<policies />');
    expect(await client.diagnostics()).toEqual([]);
    await client.open(withoutTenant);
    expect((await client.diagnostics()).map(({ code }) => code)).toContain('missing-attribute');
  });

  it('stand on the tenant once a token is known, and the client is told to ask again', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open(storyPolicy);
    expect(await client.diagnostics()).toEqual([]);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: `Bearer ${await tenant.mint(1, 'externalId')}` });
    const found = (await client.diagnostics()).find(each => textOf(each).includes('IDX40001'));
    const line = storyPolicy.slice(0, storyPolicy.indexOf('tenant-id=')).split('\n').length - 1;
    expect(found?.range.start.line).toBe(line);
    await eventually(() => expect(client.refreshes).toBe(1));
    await client.ask('apimTokenDoctor/token/clear', { id: 'a' });
    expect(await client.diagnostics()).toEqual([]);
    await eventually(() => expect(client.refreshes).toBe(2));
  });

  it('say what to do, where the client shows what belongs to a finding: on its own place, with what is copied in one line', async () => {
    const tenant = await makeTenant();
    const pasted = await tenant.mint(1, 'workforce');
    const found = async (capabilities: typeof fullCapabilities): Promise<Diagnostic[]> => {
      const client = await TestClient.start({ capabilities });
      await client.open(storyPolicy.replace(/<validate-azure-ad-token[^]*<\/validate-azure-ad-token>/, versionTwoOnly));
      await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted });
      return client.diagnostics();
    };
    const mismatch = (await found(fullCapabilities)).find(({ code }) => code === 'issuer-mismatch');
    const messages = mismatch?.relatedInformation?.map(({ message }) => message) ?? [];
    // Two more ways have texts of several lines.
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(
      /^Set api\.requestedAccessTokenVersion to 2 .* az ad app update --id .* --set api\.requestedAccessTokenVersion=2$/,
    );
    for (const { location } of mismatch?.relatedInformation ?? []) expect(location).toEqual({ uri: policyUri, range: mismatch?.range });
    for (const diagnostic of [{}, { relatedInformation: false }]) {
      const plain = { ...fullCapabilities, textDocument: { diagnostic } };
      expect((await found(plain)).filter(each => 'relatedInformation' in each)).toEqual([]);
    }
  });

  it('are unchanged only where text, facts and settings are', async () => {
    const client = await TestClient.start();
    await client.open(withoutTenant);
    const first = await client.pull();
    expect(first.kind).toBe('full');
    const { resultId } = first;
    expect(await client.pull(resultId)).toEqual({ kind: 'unchanged', resultId });
    await client.type(`${withoutTenant}\n`);
    expect((await client.pull(resultId)).kind).toBe('full');
    const second = (await client.pull()).resultId;
    await client.ask('apimTokenDoctor/facts/set', { metadata: {}, namedValues: {}, sources: {} });
    expect((await client.pull(second)).kind).toBe('full');
    const third = (await client.pull()).resultId;
    await client.changeSettings({ rules: { 'missing-attribute': 'off' } });
    const last = await client.pull(third);
    expect(last.kind === 'full' && last.items.map(({ code }) => code)).not.toContain('missing-attribute');
  });

  it('are not sent again where an edit changed nothing of them', async () => {
    const client = await TestClient.start();
    await client.open(withoutTenant);
    const { resultId } = await client.pull();
    const [found] = await client.diagnostics();
    const [top, end] = [
      { line: 0, character: 0 },
      { line: withoutTenant.split('\n').length - 1, character: 0 },
    ];
    await client.edit({ start: end, end }, '<!-- the end -->\n');
    expect(await client.pull(resultId)).toEqual({ kind: 'unchanged', resultId });
    await client.edit({ start: top, end: top }, '\n');
    const moved = await client.pull(resultId);
    expect(moved.kind === 'full' && moved.items[0]?.range.start.line).toBe(Number(found?.range.start.line) + 1);
    expect(await client.pull(moved.resultId)).toEqual({ kind: 'unchanged', resultId: moved.resultId });
  });

  it('take the severity from the settings of the document', async () => {
    const client = await TestClient.start({ settings: { rules: { 'missing-attribute': 'hint' } } });
    await client.open(withoutTenant);
    expect((await client.diagnostics()).find(({ code }) => code === 'missing-attribute')?.severity).toBe(4);
  });

  it('are empty for XML that is no policy, for what is not open, and for an old version that git shows', async () => {
    const client = await TestClient.start();
    await client.open('<list><validate-azure-ad-token /></list>', 'file:///list.xml');
    await client.open(withoutTenant, 'git:/story.xml');
    expect(await client.diagnostics('file:///list.xml')).toEqual([]);
    expect(await client.diagnostics('git:/story.xml')).toEqual([]);
    expect(await client.diagnostics('file:///unknown.xml')).toEqual([]);
  });

  it('survive a rule that throws: the others stand, and so does the next edit', async () => {
    const broken: PolicyRule = {
      ...idle,
      check: () => {
        throw new Error('secret text of an error');
      },
    };
    const client = await TestClient.start(withRule(broken));
    await client.open(withoutTenant);
    expect((await client.diagnostics()).map(({ code }) => code)).toContain('missing-attribute');
    await client.type(withoutTenant.replace('<base />', '<base /> '));
    expect((await client.diagnostics()).map(({ code }) => code)).toContain('missing-attribute');
    await eventually(() => expect(client.logged.join('\n')).toContain(standIn));
    expect(client.sent).not.toContain('secret text');
  });

  it('answer a report even where the whole diagnosis throws, and recover with it', async () => {
    const state = { fails: true };
    const client = await TestClient.start({
      judging: {
        runRules: (judged, options) => (state.fails ? Promise.reject(new Error('secret text of an error')) : runRules(judged, options)),
      },
    });
    await client.open(withoutTenant);
    expect(await client.pull()).toEqual({ kind: 'full', items: [] });
    state.fails = false;
    expect((await client.diagnostics()).length).toBeGreaterThan(0);
    expect(client.sent).not.toContain('secret text');
  });

  it('stop where the client cancels between two token policies', async () => {
    const policies = Array.from({ length: 40 }, (_, index) => `<validate-azure-ad-token id="${index}" />`).join('\n');
    const source = new CancellationTokenSource();
    const looked: number[] = [];
    const client = await TestClient.start(
      withRule({
        ...idle,
        check: ({ policy }) => {
          looked.push(policy.start);
          source.cancel();
          return [];
        },
      }),
    );
    await client.open(`<policies><inbound>${policies}</inbound></policies>`);
    const params = { textDocument: { uri: policyUri } };
    await client.connection.sendRequest('textDocument/diagnostic', params, source.token).catch(() => undefined);
    const first = looked.length;
    expect(first).toBeLessThan(40);
    expect((await client.diagnostics()).length).toBeGreaterThan(0);
    expect(looked).toHaveLength(first + 40);
  });

  it.each(['judge', 'runRules'] as const)('stop at the next step of %s where somebody types, and are those of the new text', async work => {
    const policies = Array.from(
      { length: 40 },
      (_, index) => `<validate-jwt><audiences><audience>${index}</audience></audiences></validate-jwt>`,
    );
    const text = `<policies><inbound>${policies.join('\n')}</inbound></policies>`;
    const begin = { line: 0, character: 0 };
    const steps: string[] = [];
    const pausing = (looked: string, pause?: () => Promise<void>) => async (): Promise<void> => {
      steps.push(looked);
      if (steps.length === 3) {
        await client.edit({ start: begin, end: begin }, '<!-- typed -->');
        await beRead(client);
      }
      await pause?.();
    };
    const client = await TestClient.start({
      judging: {
        [work]:
          work === 'judge'
            ? (path: Path, facts: Facts, options?: Parameters<typeof judge>[2]) =>
                judge(path, facts, { ...options, pause: pausing(path.document.text, options?.pause) })
            : (judged: Judged, options: DiagnoseOptions) =>
                runRules(judged, { ...options, pause: pausing(judged.document.text, options.pause) }),
      },
    });
    const tenant = await makeTenant();
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'workforce') });
    await client.open(text);
    const found = await client.diagnostics();
    expect(found.length).toBeGreaterThan(40);
    expect(steps.filter(looked => looked === text)).toHaveLength(3);
    expect(steps.filter(looked => looked !== text).length).toBeGreaterThanOrEqual(40);
    const other = await TestClient.start();
    await other.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'workforce') });
    await other.open(`<!-- typed -->${text}`);
    expect(await other.diagnostics()).toEqual(found);
  });

  it('go on where one of two who ask cancels, and are worked out once', async () => {
    const policies = Array.from({ length: 40 }, (_, index) => `<validate-azure-ad-token id="${index}" />`).join('\n');
    const source = new CancellationTokenSource();
    const looked: number[] = [];
    const client = await TestClient.start(
      withRule({
        ...idle,
        check: ({ policy }) => {
          looked.push(policy.start);
          source.cancel();
          return [];
        },
      }),
    );
    await client.open(`<policies><inbound>${policies}</inbound></policies>`);
    const params = { textDocument: { uri: policyUri } };
    const cancelled = client.connection.sendRequest('textDocument/diagnostic', params, source.token).catch(() => undefined);
    expect((await client.diagnostics()).length).toBeGreaterThan(0);
    await cancelled;
    expect(looked).toHaveLength(40);
  });
});

describe('pushed diagnostics', () => {
  const capabilities = { workspace: { configuration: true } };
  /** Typing rests when a test says so, however long the messages take. */
  const stopClocks = (): unknown => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  afterEach(() => vi.useRealTimers());

  it('come with the version of the text, once typing rests', async () => {
    stopClocks();
    const client = await TestClient.start({ capabilities });
    await client.open(storyPolicy);
    await client.type(`${storyPolicy} `);
    await client.type(withoutTenant);
    await beRead(client);
    expect(client.published).toEqual([]);
    await vi.advanceTimersByTimeAsync(600);
    await eventually(() => expect(client.published.at(-1)?.version).toBe(3));
    expect(client.published).toHaveLength(1);
    expect(client.published[0]?.diagnostics.map(({ code }) => code)).toContain('missing-attribute');
  });

  it('come again when the facts change, and go when the document closes', async () => {
    const client = await TestClient.start({ capabilities });
    const tenant = await makeTenant();
    await client.open(storyPolicy);
    await eventually(() => expect(client.published).toHaveLength(1));
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    await eventually(() => expect(client.published.at(-1)?.diagnostics.length).toBeGreaterThan(0));
    await client.close();
    await eventually(() => expect(client.published.at(-1)).toEqual({ uri: policyUri, diagnostics: [] }));
  });

  it('are not sent for a document that was closed before typing rested', async () => {
    stopClocks();
    const client = await TestClient.start({ capabilities });
    await client.open(withoutTenant);
    await client.close();
    await beRead(client);
    await vi.advanceTimersByTimeAsync(600);
    await beRead(client);
    expect(client.published).toEqual([{ uri: policyUri, diagnostics: [] }]);
  });
});
