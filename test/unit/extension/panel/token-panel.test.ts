import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { TokenPanel, emptyContent } from '../../../../src/extension/panel/token-panel.js';
import type { OwnerMessage, PanelContent } from '../../../../src/extension/panel/token-panel.js';
import { storyView } from '../../webview/story-view.js';

/** As much of VS Code as the panel touches: addresses, one window, webview panels that record what happens to them. */
const editor = vi.hoisted(() => {
  class FakePanel {
    readonly posted: unknown[] = [];
    revealed: unknown[][] = [];
    iconPath: unknown;
    disposed = false;
    #hear: (message: unknown) => void = () => undefined;
    #end: () => void = () => undefined;
    readonly webview = {
      options: {} as Record<string, unknown>,
      html: '',
      cspSource: 'https://page.test',
      asWebviewUri: (uri: { path: string }) => ({ toString: () => `https://page.test${uri.path}` }),
      onDidReceiveMessage: (listener: (message: unknown) => void) => (this.#hear = listener),
      postMessage: (message: unknown) => {
        if (this.disposed) return Promise.reject(new Error('disposed'));
        this.posted.push(message);
        return Promise.resolve(true);
      },
    };
    constructor(readonly created: readonly unknown[]) {}
    onDidDispose(listener: () => void) {
      this.#end = listener;
    }
    reveal(...how: unknown[]) {
      this.revealed.push(how);
    }
    dispose() {
      this.disposed = true;
      this.#end();
    }
    say(message: unknown) {
      this.#hear(message);
    }
  }
  const state = { panels: [] as FakePanel[], revive: null as ((panel: FakePanel) => Promise<void>) | null, registered: [] as string[] };
  const clipboard = { texts: [] as string[], refuses: false };
  return { FakePanel, state, clipboard };
});

vi.mock('vscode', () => ({
  ViewColumn: { Beside: -2 },
  env: {
    language: 'en-gb',
    clipboard: {
      writeText: (text: string) => {
        if (editor.clipboard.refuses) return Promise.reject(new Error('no clipboard'));
        editor.clipboard.texts.push(text);
        return Promise.resolve();
      },
    },
  },
  Uri: { joinPath: (base: { path: string }, ...parts: string[]) => ({ path: [base.path, ...parts].join('/') }) },
  window: {
    createWebviewPanel: (...how: unknown[]) => {
      const panel = new editor.FakePanel(how);
      editor.state.panels.push(panel);
      return panel;
    },
    registerWebviewPanelSerializer: (type: string, serializer: { deserializeWebviewPanel: NonNullable<typeof editor.state.revive> }) => {
      editor.state.registered.push(type);
      editor.state.revive = panel => serializer.deserializeWebviewPanel(panel);
      return { dispose: () => undefined };
    },
  },
}));

const { version: _counted, ...content }: PanelContent & { readonly version: number } = storyView;
let heard: OwnerMessage[];
let panel: TokenPanel;

beforeEach(() => {
  editor.state.panels = [];
  editor.state.registered = [];
  editor.clipboard.texts = [];
  editor.clipboard.refuses = false;
  heard = [];
  panel = new TokenPanel({ path: '/extension' } as vscode.Uri, message => heard.push(message));
});

function page(index = 0) {
  const found = editor.state.panels[index];
  if (found === undefined) throw new Error(`no page ${index}`);
  return found;
}

describe('the token panel', () => {
  it('opens beside the policy without taking the focus, and is one only', () => {
    panel.show();
    panel.show({ focus: true });
    expect(editor.state.panels).toHaveLength(1);
    expect(page().created).toEqual([
      'apimTokenDoctor.tokenPanel',
      'Token Doctor',
      { viewColumn: -2, preserveFocus: true },
      { enableFindWidget: true },
    ]);
    expect(page().revealed).toEqual([[undefined, false]]);
  });

  it('lets the page load from two folders only, and does not keep a hidden page', () => {
    panel.show();
    expect(page().webview.options).toEqual({
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: [{ path: '/extension/dist' }, { path: '/extension/media' }],
    });
    expect(JSON.stringify(page().created)).not.toContain('retainContextWhenHidden');
    expect(page().webview.html).toContain('https://page.test/extension/dist/webview.js');
    expect(page().webview.html).toMatch(/<html lang="en">[^]*<title>Token Doctor<\/title>/);
  });

  it('answers `ready` with the newest view, on each load', () => {
    panel.update(content);
    panel.show();
    expect(page().posted).toEqual([]);
    page().say({ type: 'ready', shown: null });
    page().say({ type: 'ready', shown: 1 });
    const expected = [
      { type: 'view', view: { ...content, version: 1 } },
      { type: 'busy', words: null },
    ];
    expect(page().posted).toEqual([...expected, ...expected]);
    expect(heard).toEqual([
      { type: 'ready', shown: null },
      { type: 'ready', shown: 1 },
    ]);
  });

  it('shows the empty view before anything was set, and after null', () => {
    panel.show();
    page().say({ type: 'ready', shown: null });
    panel.update(content);
    panel.update(null);
    expect(page().posted.filter(message => JSON.stringify(message).includes('"view"'))).toEqual([
      { type: 'view', view: { ...emptyContent, version: 0 } },
      { type: 'view', view: { ...content, version: 1 } },
      { type: 'view', view: { ...emptyContent, version: 2 } },
    ]);
  });

  it('passes clicks on, but none on a place of a view that is gone', () => {
    panel.update(content);
    panel.show();
    const place = { start: 1, end: 2, line: 1 };
    page().say({ type: 'go-to', version: 0, place, fixes: false });
    page().say({ type: 'go-to', version: 1, place, fixes: false });
    page().say({ type: 'open-source', version: 0, address: 'https://a.test' });
    page().say({ type: 'run', version: 0, action: 'clear-token' });
    page().say({ type: 'run', version: 0, action: 'something else' });
    expect(heard).toEqual([
      { type: 'go-to', version: 1, place, fixes: false },
      { type: 'run', version: 0, action: 'clear-token' },
    ]);
  });

  it('goes to the place of a station, and takes the key of a path, from its own view, whatever the page says', () => {
    const place = { uri: 'file:///repo/policy.xml', file: 'policy.xml', start: 1, end: 2, line: 1 };
    const station = { scope: 'global', kind: 'validate-jwt', outcome: 'fail', conditional: false, decides: true, place } as const;
    const row = { key: 'k', name: 'orders / get (no product)', answer: '401', outcome: 'fail' } as const;
    panel.update({
      ...content,
      paths: { rows: [row], inForce: 0, more: 0, stations: [station, { ...station, place: null }], branches: [], unread: null },
    });
    panel.show();
    page().say({ type: 'go-to-station', version: 1, station: 0, place: { uri: 'file:///etc/passwd' } });
    page().say({ type: 'choose-path', version: 1, path: 0, key: 'other' });
    for (const station of [1, 7]) page().say({ type: 'go-to-station', version: 1, station });
    page().say({ type: 'go-to-station', version: 0, station: 0 });
    page().say({ type: 'choose-path', version: 1, path: 1 });
    expect(heard).toEqual([
      { type: 'show-file', place, fixes: false },
      { type: 'use-path', key: 'k' },
    ]);
  });

  it('goes to the cause of the verdict in its own view, and opens a list of fixes only where there are some', () => {
    const place = { uri: 'file:///repo/policy.xml', file: 'policy.xml', start: 1, end: 2, line: 1 };
    const story = storyView.document?.prediction;
    if (story == null) throw new Error('The story has an answer.');
    const show = (fixes: string | null): void => {
      const prediction = { ...story, cure: null, cause: { title: 'c', place, fixes, after: null } };
      panel.update({ ...content, document: { name: 'policy.xml', prediction, notice: null } });
    };
    show('Show fixes');
    panel.show();
    page().say({ type: 'go-to-cause', version: 1, fixes: true, place: { uri: 'file:///etc/passwd' } });
    page().say({ type: 'go-to-cause', version: 1 });
    show(null);
    page().say({ type: 'go-to-cause', version: 2, fixes: true });
    page().say({ type: 'go-to-cause', version: 1, fixes: true });
    panel.update(content);
    page().say({ type: 'go-to-cause', version: 3, fixes: true });
    expect(heard).toEqual([
      { type: 'show-file', place, fixes: true },
      { type: 'show-file', place, fixes: false },
      { type: 'show-file', place, fixes: false },
    ]);
  });

  it('copies what a step of the newest view has to copy, whatever the page says, and tells how that went', async () => {
    panel.update(content);
    panel.show();
    const what = { kind: 'step', finding: 0, step: 0 };
    page().say({ type: 'copy', version: 1, what: { ...what, text: 'from the page' } });
    await Promise.resolve();
    editor.clipboard.refuses = true;
    page().say({ type: 'copy', version: 1, what });
    await Promise.resolve();
    expect(editor.clipboard.texts).toEqual(['<openid-config\n  url="…" />']);
    expect(page().posted).toEqual([
      { type: 'copied', done: true, what },
      { type: 'copied', done: false, what },
    ]);
    expect(heard).toEqual([]);
  });

  it('copies what a step of a pasted error has to copy', async () => {
    const nextSteps = [{ what: 'Ask for one.', copy: { kind: 'command' as const, text: 'az account get-access-token' } }];
    const explanation = { idx: null, matches: null, answeredBy: '', explanation: '', cures: [''], nextSteps, place: null, findings: [] };
    panel.update({ ...content, explained: [explanation] });
    panel.show();
    page().say({ type: 'copy', version: 1, what: { kind: 'explained-step', explanation: 0, step: 0 } });
    page().say({ type: 'copy', version: 1, what: { kind: 'explained-step', explanation: 1, step: 0 } });
    await Promise.resolve();
    expect(editor.clipboard.texts).toEqual(['az account get-access-token']);
  });

  it('copies nothing for a view that is gone, or for a step that has nothing to copy', async () => {
    panel.update(content);
    panel.show();
    page().say({ type: 'copy', version: 0, what: { kind: 'step', finding: 0, step: 0 } });
    page().say({ type: 'copy', version: 1, what: { kind: 'step', finding: 0, step: 1 } });
    page().say({ type: 'copy', version: 1, what: { kind: 'step', finding: 9, step: 0 } });
    page().say({ type: 'copy', version: 1, what: { kind: 'explanation' } });
    await Promise.resolve();
    expect([editor.clipboard.texts, page().posted, heard]).toEqual([[], [], []]);
  });

  it('copies the values of the answer whole, and has the owner ask for what the view does not have', async () => {
    panel.update(content);
    panel.show();
    page().say({ type: 'copy', version: 1, what: { kind: 'difference', side: 'wanted' } });
    page().say({ type: 'copy', version: 1, what: { kind: 'gateway-text' } });
    page().say({ type: 'copy', version: 1, what: { kind: 'member', part: 'claims', name: 'aud' } });
    page().say({ type: 'copy', version: 1, what: { kind: 'report' } });
    await Promise.resolve();
    expect(editor.clipboard.texts).toEqual([
      'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0',
      storyView.policies[0]?.prediction?.reports?.message,
    ]);
    expect(heard).toEqual([
      { type: 'copy-more', what: { kind: 'member', part: 'claims', name: 'aud' } },
      { type: 'copy-more', what: { kind: 'report' } },
    ]);
  });

  it('has a fix of its own view applied, and none of a view that is gone', () => {
    panel.update(content);
    panel.show();
    page().say({ type: 'fix', version: 0, fix: 0 });
    page().say({ type: 'fix', version: 1, fix: 7 });
    page().say({ type: 'fix', version: 1, fix: 1, title: 'from the page' });
    const { cure } = storyView.document?.prediction ?? {};
    expect(heard).toEqual([{ type: 'apply-fix', fix: cure?.kind === 'fixes' ? cure.fixes[1] : null }]);
  });

  it('has a page that is only loading show the part that was asked for, once', () => {
    panel.show();
    panel.showTab('gateway');
    page().say({ type: 'ready', shown: null });
    page().say({ type: 'ready', shown: 1 });
    expect(page().posted.filter(message => JSON.stringify(message).includes('"show"'))).toHaveLength(2);
  });

  it('sends nothing to a page that was closed, and opens a new one', () => {
    panel.show();
    const closed = page();
    closed.dispose();
    expect(panel.isOpen).toBe(false);
    panel.update(content);
    panel.setBusy('Fetching…');
    closed.say({ type: 'run', version: 1, action: 'clear-token' });
    expect(closed.posted).toEqual([]);
    expect(heard).toEqual([]);
    panel.show();
    expect(editor.state.panels).toHaveLength(2);
  });

  it('revives a page with its own options, and closes a second one', async () => {
    const revived = new editor.FakePanel([]);
    revived.webview.options = { enableScripts: true, localResourceRoots: [{ path: '/' }] };
    await editor.state.revive?.(revived);
    expect(editor.state.registered).toEqual(['apimTokenDoctor.tokenPanel']);
    expect(panel.isOpen).toBe(true);
    expect(revived.webview.options['localResourceRoots']).toEqual([{ path: '/extension/dist' }, { path: '/extension/media' }]);
    const second = new editor.FakePanel([]);
    await editor.state.revive?.(second);
    expect(second.disposed).toBe(true);
    expect(revived.disposed).toBe(false);
  });

  it('closes its page with itself', () => {
    panel.show();
    panel.dispose();
    expect(page().disposed).toBe(true);
    expect(panel.isOpen).toBe(false);
  });

  it('gives each page a nonce of its own', () => {
    panel.show();
    page().dispose();
    panel.show();
    const nonces = [page(0), page(1)].map(each => /nonce="([^"]+)"/.exec(each.webview.html)?.[1]);
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
  });
});
