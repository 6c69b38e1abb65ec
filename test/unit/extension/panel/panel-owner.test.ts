import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { PanelOwner } from '../../../../src/extension/panel-owner.js';
import type { PanelView } from '../../../../src/panel-messages.js';
import type { SessionToken } from '../../../../src/extension/token/token-store.js';
import { eventually } from '../../../harness/eventually.js';
import { storyView } from '../../webview/story-view.js';

/** One page, which records what it is sent; and where the documents stand in their folder. */
const editor = vi.hoisted(() => ({
  posted: [] as { readonly type: string; readonly view?: PanelView }[],
  hear: (_message: unknown): void => undefined,
  copied: [] as string[],
}));

vi.mock('vscode', () => ({
  ViewColumn: { Beside: -2 },
  Range: class {},
  env: { language: 'en', clipboard: { writeText: (text: string) => Promise.resolve(void editor.copied.push(text)) } },
  Uri: { joinPath: (base: { path: string }, ...parts: string[]) => ({ path: [base.path, ...parts].join('/') }) },
  workspace: { asRelativePath: ({ path }: { path: string }) => path },
  window: {
    visibleTextEditors: [],
    registerWebviewPanelSerializer: () => ({ dispose: () => undefined }),
    createWebviewPanel: () => ({
      reveal: () => undefined,
      dispose: () => undefined,
      onDidDispose: () => undefined,
      webview: {
        cspSource: '',
        asWebviewUri: (uri: { path: string }) => ({ toString: () => uri.path }),
        onDidReceiveMessage: (listener: (message: unknown) => void) => (editor.hear = listener),
        postMessage: (message: (typeof editor.posted)[number]) => Promise.resolve(editor.posted.push(message) > 0),
      },
    }),
  },
}));

const summary = (id: string): SessionToken['summary'] => ({
  id,
  kind: 'external-id-v1',
  kindLabel: '',
  problem: null,
  cleaned: [],
  sample: true,
  notBefore: null,
  expires: 5,
});

let owner: PanelOwner;
let changed: () => void;
const asked: [string, Record<string, unknown>][] = [];
const state = { path: 'policy.xml', away: false, answer: { applied: false, lines: null } };
const ran: unknown[] = [];
let failed = 0;

beforeEach(() => {
  for (const list of [editor.posted, editor.copied, asked, ran]) list.length = 0;
  failed = 0;
  Object.assign(state, { path: 'policy.xml', away: false });
  const ask = (method: string, params: Record<string, unknown>): Promise<unknown> => {
    asked.push([method, params]);
    if (method.endsWith('fix/apply')) return Promise.resolve(state.answer);
    if (method.endsWith('report') || method.endsWith('token/text')) return Promise.resolve(`${method} as text`);
    const { version: _, ...view } = storyView;
    return Promise.resolve(view);
  };
  const tokens = [
    { summary: summary('one'), isInForce: true, sample: 'external-id-v1' },
    { summary: summary('two'), isInForce: false, sample: null },
  ];
  owner = new PanelOwner({
    extensionUri: { path: '/extension' } as vscode.Uri,
    server: { isRunning: true, ask } as never,
    policy: {
      place: { uri: 'file:///a' },
      uri: 'file:///a',
      get isAway() {
        return state.away;
      },
      get document() {
        return { uri: { path: state.path }, version: 1 };
      },
    } as never,
    tokens: {
      tokens,
      former: null,
      onChange: (listener: () => void) => (changed = listener),
      use: (id: string) => Promise.resolve(void ran.push(['use', id])),
    } as never,
    run: (...command) => ran.push(command),
    openSource: () => undefined,
    showFile: () => undefined,
    fixFailed: () => (failed += 1),
  });
  owner.show();
});

afterEach(() => owner.dispose());

async function newest(): Promise<PanelView> {
  const find = (): PanelView | undefined => editor.posted.findLast(({ type }) => type === 'view')?.view;
  await eventually(() => expect(find()).toBeDefined());
  return find() ?? { ...storyView };
}

async function click(message: object): Promise<void> {
  editor.hear({ ...message, version: (await newest()).version });
}

describe('the panel of the policy in front', () => {
  it.each([
    ['policy.xml', 'policy.xml'],
    ['orders/policy.xml', 'orders/policy.xml'],
    ['repo/apis/orders/operations/get/policy.xml', '…/operations/get/policy.xml'],
  ])('names %s by the folders that tell it from others', async (path, name) => {
    state.path = path;
    owner.refresh();
    await eventually(async () => expect((await newest()).document?.name).toBe(name));
  });

  it('says that another kind of file is in front', async () => {
    state.away = true;
    owner.refresh();
    await eventually(async () => expect((await newest()).away).toBe(true));
  });

  it('has the session’s tokens, switches them, and compares them', async () => {
    expect((await newest()).tokens.map(({ isInForce }) => isInForce)).toEqual([true, false]);
    await click({ type: 'use-token', token: 1 });
    expect(ran).toEqual([['use', 'two']]);
    await click({ type: 'compare', token: 1 });
    expect(asked.at(-1)?.[1]).toMatchObject({ compare: 'two' });
  });

  it('asks for personal values and JSON of one token only, and keeps the filter', async () => {
    await click({ type: 'show-of-token', personal: true, json: true, filter: 'aud' });
    expect(asked.at(-1)?.[1]).toMatchObject({ personal: true, json: true, filter: 'aud' });
    changed();
    expect(asked.at(-1)?.[1]).toMatchObject({ personal: false, json: false, filter: 'aud' });
  });

  it('runs the command behind an action: metadata in place, the sample’s other token alone', async () => {
    await click({ type: 'run', action: 'fetch-metadata' });
    await click({ type: 'run', action: 'use-other-sample' });
    expect(ran).toEqual([
      ['showTenantMetadata', [{ inPlace: true }]],
      ['openSample', ['external-id-v2', { tokenOnly: true }]],
    ]);
  });

  it('copies what the server has and the page has not', async () => {
    await click({ type: 'copy', what: { kind: 'member', part: 'claims', name: 'aud' } });
    await click({ type: 'copy', what: { kind: 'report' } });
    await eventually(() => expect(editor.copied).toEqual(['apimTokenDoctor/token/text as text', 'apimTokenDoctor/report as text']));
  });

  it('has a fix applied by its title, and says where it was not', async () => {
    await click({ type: 'fix', fix: 0 });
    const cure = storyView.document?.prediction?.cure;
    const title = cure?.kind === 'fixes' ? cure.fixes[0]?.title : '';
    expect(asked.at(-1)).toEqual(['apimTokenDoctor/fix/apply', { uri: 'file:///a', finding: 'external-id-unsupported', title }]);
    await eventually(() => expect(failed).toBe(1));
  });

  it('shows an explained error, whose places count for the text that they were found in', async () => {
    const explanation = {
      idx: 'IDX1',
      matches: 'm',
      answeredBy: 'a',
      explanation: 'e',
      cures: [],
      nextSteps: [],
      place: { start: 0, end: 1, line: 1 },
      findings: [],
    };
    owner.explain([explanation]);
    await eventually(async () => expect((await newest()).explained).toEqual([explanation]));
    expect(editor.posted.some(({ type }) => type === 'show')).toBe(true);
  });
});
