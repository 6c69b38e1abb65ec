import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TokenSummary } from '../../../src/protocol.js';
import { TokenStatusBar } from '../../../src/extension/token/status-bar.js';
import type { TokenStore } from '../../../src/extension/token/token-store.js';
import { switchToken } from '../../../src/extension/commands/switch-token.js';
import type { CommandParts } from '../../../src/extension/commands/command-parts.js';
import type { FakeEditor } from './messages/fake-editor.js';

const current = vi.hoisted(() => ({ editor: null as unknown as FakeEditor }));
vi.mock('vscode', async () => {
  const { fakeEditor } = await import('./messages/fake-editor.js');
  current.editor = fakeEditor();
  return current.editor.vscode;
});

const now = 1_798_000_000;
const make = (expires: number | null, id = 'a'): TokenSummary =>
  ({ id, kindLabel: `token ${id}`, problem: null, expires, notBefore: null, sample: false }) as unknown as TokenSummary;

/** What the status bar says. */
function show(summaries: readonly TokenSummary[], uri: string | null = null): string[] {
  const store = {
    summary: summaries[0] ?? null,
    former: summaries[1] ?? null,
    tokens: summaries.map(summary => ({ summary, isInForce: summary === summaries[0] })),
    onChange: () => undefined,
  };
  current.editor.shown.length = 0;
  new TokenStatusBar(store as unknown as TokenStore, { uri, onChange: () => undefined }).dispose();
  return current.editor.shown.map(({ text }) => text);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(now * 1000);
});
afterEach(() => vi.useRealTimers());

describe('the status bar', () => {
  it('says nothing without token and policy, and with a policy where an answer is to be had', () => {
    expect(show([])).toEqual(['APIM Token Doctor: Token']);
    expect(show([], 'file:///a/policy.xml')).toContain('$(shield) Why 401?');
  });

  it('says that a token expires before it does', () => {
    expect(show([make(now + 3600)])).toContain('$(key) Token: 60 min');
    expect(show([make(now + 301)])).toContain('$(key) Token: 5 min');
    expect(show([make(now + 299)])).toContain('$(key) Token: expires in 4 min');
    expect(show([make(now + 20)])).toContain('$(key) Token: expires in less than 1 min');
    expect(show([make(now)])).toContain('$(key) Token: expired');
  });

  it('leads to the other tokens of the session where there are some', () => {
    expect(show([make(now + 3600)])).toContain('Click to show the token panel.');
    expect(show([make(now + 3600), make(now + 60, 'b')])).toContain('Click to put another token of this session in force.');
  });
});

describe('Switch Token', () => {
  it('puts the chosen token in force', async () => {
    const used: string[] = [];
    const summaries = [make(now + 3600), make(now + 60, 'b')];
    const tokens = {
      tokens: summaries.map((summary, index) => ({ summary, isInForce: index === 0 })),
      use: (id: string) => Promise.resolve(used.push(id) > 0 ? (summaries.find(each => each.id === id) ?? null) : null),
    };
    current.editor.choose = label => label.includes('token b');
    await switchToken({ tokens, panel: { refresh: () => undefined } } as unknown as CommandParts);
    expect(used).toEqual(['b']);
    expect(current.editor.shown.map(({ text }) => text)).toContain('$(key) token b: in force again.');
  });
});
