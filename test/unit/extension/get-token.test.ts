import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findPublicClient } from '../../../src/core/knowledge/public-clients.js';
import type { CommandParts } from '../../../src/extension/commands/command-parts.js';
import { runCommand } from '../../../src/extension/commands/run-command.js';
import { signInWithEditor } from '../../../src/extension/sign-in/editor-session.js';
import { signInClients, type GetToken, type SignIn } from '../../../src/extension/sign-in/sign-in.js';
import type { Requests } from '../../../src/protocol.js';
import type { FakeEditor } from './messages/fake-editor.js';

type GetSession = (...parameters: unknown[]) => Promise<unknown>;
const current = vi.hoisted(() => ({ editor: null as unknown as FakeEditor, getSession: null as unknown as GetSession }));
vi.mock('vscode', async () => {
  const { fakeEditor } = await import('./messages/fake-editor.js');
  current.editor = fakeEditor();
  return { ...current.editor.vscode, authentication: { getSession: (...parameters: unknown[]) => current.getSession(...parameters) } };
});

const orders = { scope: 'api://orders/.default', tenant: '11111111-2222-3333-4444-555555555555' };
const stock = { scope: 'api://stock/.default', tenant: '22222222-2222-3333-4444-555555555555' };
const secret = 'the-token-itself';
const byEditor = 'Sign In with VS Code';
const byAzureCli = 'Use the Azure CLI';

interface Given {
  readonly answer?: Requests['apimTokenDoctor/token/obtainable']['result'];
  readonly uri?: string | null;
  readonly got?: string | null;
  readonly azureCli?: boolean;
}

interface Told {
  readonly asked: [string, object][];
  readonly pasted: string[];
  readonly logged: unknown[];
  readonly shown: readonly string[];
}

/** Runs the command; the server, the sign-ins and whoever sits there answer what they are told to. */
async function run({
  answer = { tokens: [orders], why: null },
  uri = 'file:///p.xml',
  got = secret,
  azureCli = true,
}: Given = {}): Promise<Told> {
  const told: { asked: [string, object][]; pasted: string[]; logged: unknown[] } = { asked: [], pasted: [], logged: [] };
  const source =
    (name: string): GetToken =>
    wanted => {
      told.asked.push([name, wanted]);
      return Promise.resolve(got);
    };
  const signIn: SignIn = {
    withEditor: source('editor'),
    findAzureCli: () => Promise.resolve(azureCli ? source('az') : null),
  };
  const log = (...parts: unknown[]): void => void told.logged.push(...parts);
  const parts = {
    server: { ask: () => Promise.resolve(answer) },
    policy: { uri, place: { uri } },
    tokens: {
      summary: null,
      former: null,
      setPasted: (pasted: string) => {
        told.pasted.push(pasted);
        return Promise.resolve({ problem: null, kindLabel: 'Workforce token', cleaned: [] });
      },
    },
    panel: { show: () => undefined },
    metadata: { fetchNeeded: () => Promise.resolve() },
    signIn,
    log: { info: log, warn: log, error: log, debug: log, trace: log },
  } as unknown as CommandParts;
  await runCommand('getToken', parts, [], parts.log);
  return { ...told, shown: current.editor.shown.map(({ text }) => text) };
}

const workspace = (): { isTrusted: boolean } => current.editor.vscode['workspace'] as { isTrusted: boolean };

beforeEach(() => {
  current.editor.shown.length = 0;
  current.editor.choose = () => false;
  workspace().isTrusted = true;
  current.getSession = () => Promise.reject(new Error('nobody signs in here'));
});

describe('Get Token', () => {
  it('asks with scope, tenant and clients shown, and does nothing where that is cancelled', async () => {
    const { shown, asked, pasted } = await run();
    expect(shown).toEqual([
      'Sign in to get an access token?',
      byEditor,
      byAzureCli,
      `Scope: ${orders.scope}`,
      `Tenant: ${orders.tenant}`,
      `VS Code signs in as the client ${signInClients.editor}, the Azure CLI as ${signInClients.azureCli}. The token names that client, so a check of the application may refuse it.`,
      'Tokens of External ID cannot be got this way.',
      'APIM Token Doctor keeps the token in memory only.',
    ]);
    expect([asked, pasted]).toEqual([[], []]);
  });

  it.each([
    [byEditor, 'editor'],
    [byAzureCli, 'az'],
  ])('takes what "%s" gives as a pasted token, shows and logs nothing of it', async (button, name) => {
    current.editor.choose = label => label === button;
    const { asked, pasted, shown, logged } = await run();
    expect(asked).toEqual([[name, orders]]);
    expect(pasted).toEqual([secret]);
    expect(logged).toEqual([]);
    expect(shown.filter(text => text.includes(secret))).toEqual([]);
    expect(shown.at(-1)).toBe('$(key) Workforce token.');
  });

  it('asks each time', async () => {
    current.editor.choose = label => label === byEditor;
    const [first, second] = [await run(), await run()];
    expect([first, second].map(({ pasted }) => pasted)).toEqual([[secret], [secret]]);
    expect(second.shown.filter(text => text === 'Sign in to get an access token?')).toHaveLength(2);
  });

  it('offers no Azure CLI where there is none, and names its client neither', async () => {
    const { shown } = await run({ azureCli: false });
    expect(shown).not.toContain(byAzureCli);
    expect(shown.join('\n')).not.toContain(signInClients.azureCli);
  });

  it('lets one of several be chosen first, and asks nothing where none is', async () => {
    const answer = { tokens: [orders, stock], why: null };
    expect((await run({ answer })).shown).not.toContain('Sign in to get an access token?');
    current.editor.choose = label => label === `Scope: ${stock.scope}` || label === byEditor;
    expect((await run({ answer })).asked).toEqual([['editor', stock]]);
  });

  it('says what to do where no token came, and nothing else', async () => {
    for (const [button, sentence] of [
      [byEditor, /^VS Code got no token\. .* Sign in with your own application, and decode the token that it gets\.$/],
      [
        byAzureCli,
        /^The Azure CLI got no token\. Run az login --tenant 11111111-2222-3333-4444-555555555555 --scope api:\/\/orders\/\.default in a terminal/,
      ],
    ] as const) {
      current.editor.choose = label => label === button;
      const { shown, pasted, logged } = await run({ got: null });
      expect(shown.at(-1)).toMatch(sentence);
      expect([pasted, logged]).toEqual([[], []]);
    }
  });

  it.each([
    ['external-id', 'The policy trusts External ID'],
    ['no-tenant', 'The policy does not say which tenant'],
    ['no-api', 'The policy names no API'],
  ] as const)('has no button where the policy allows none (%s)', async (why, beginning) => {
    current.editor.choose = () => true;
    const { shown, asked } = await run({ answer: { tokens: [], why } });
    expect(shown).toHaveLength(1);
    expect(shown[0]?.startsWith(beginning)).toBe(true);
    expect(asked).toEqual([]);
  });

  it('does nothing in Restricted Mode, and without a policy', async () => {
    current.editor.choose = () => true;
    const without = await run({ uri: null });
    workspace().isTrusted = false;
    const restricted = await run();
    expect([without.asked, restricted.asked]).toEqual([[], []]);
    expect(restricted.shown.map(text => text.slice(0, 22))).toEqual(['Open a policy first. I', 'In Restricted Mode no ']);
  });

  it('names the clients by their ids', () => {
    expect(findPublicClient(signInClients.editor)?.title).toBe('Visual Studio Code');
    expect(findPublicClient(signInClients.azureCli)?.title).toBe('Azure CLI');
  });
});

describe("the editor's sign-in", () => {
  it("is Microsoft's, for this scope and this tenant alone", async () => {
    const asked: unknown[] = [];
    current.getSession = (...parameters) => {
      asked.push(parameters);
      return Promise.resolve({ accessToken: secret });
    };
    expect(await signInWithEditor(orders)).toBe(secret);
    expect(asked).toEqual([['microsoft', [orders.scope, `VSCODE_TENANT:${orders.tenant}`], { createIfNone: true }]]);
  });

  it('gives nothing, and no error, where it fails', async () => {
    current.getSession = () => Promise.reject(new Error(secret));
    expect(await signInWithEditor(orders)).toBeNull();
  });
});
