// The tools for language models in VS Code: what is asked before each use, and where nothing is read.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { offerTools } from '../../../src/extension/tools/offer-tools.js';

interface Tool {
  prepareInvocation(options: { input: unknown }): {
    invocationMessage: string;
    confirmationMessages: { title: string; message: { value: string } };
  };
  invoke(options: { input: unknown; toolInvocationToken?: unknown }, cancellation: unknown): Promise<{ content: { value: string }[] }>;
}

const state = vi.hoisted(() => ({ tools: new Map<string, unknown>(), trusted: true, hasModels: true }));
vi.mock('vscode', () => ({
  Disposable: { from: () => ({ dispose: () => undefined }) },
  env: { language: 'en' },
  workspace: {
    get isTrusted() {
      return state.trusted;
    },
  },
  get lm() {
    const registerTool = (name: string, tool: unknown): object => {
      state.tools.set(name, tool);
      return { dispose: () => undefined };
    };
    return state.hasModels ? { registerTool } : undefined;
  },
  MarkdownString: class {
    constructor(readonly value: string) {}
  },
  LanguageModelTextPart: class {
    constructor(readonly value: string) {}
  },
  LanguageModelToolResult: class {
    constructor(readonly content: unknown[]) {}
  },
}));

const calls: unknown[][] = [];

beforeEach(() => {
  Object.assign(state, { trusted: true, hasModels: true });
  state.tools.clear();
  calls.length = 0;
});

function offer(answer = async (): Promise<readonly string[]> => Promise.resolve(['lines', '{}'])): void {
  offerTools(async (...call) => {
    calls.push(call);
    return answer();
  });
}

const find = (name: string): Tool => state.tools.get(`apim-token-doctor_${name}`) as Tool;
const ask = (name: string, input: unknown): string => {
  const { title, message } = find(name).prepareInvocation({ input }).confirmationMessages;
  return `${title} ${message.value.replaceAll('\\', '')}`;
};

describe('the tools for language models', () => {
  it('ask before each use, with what is read and what of the token is told', () => {
    offer();
    expect([...state.tools.keys()].length).toBe(3);
    expect(ask('check_policies', {})).toMatch(
      /^Check API Management policies\? It reads every policy in this workspace\. .*token in force.*No file is changed\.$/,
    );
    expect(ask('propose_policy_change', { path: 'a/policy.xml' })).toMatch(/at "a\/policy\.xml"\. .*token in force/);
    expect(ask('explain_gateway_error', { text: 'x' })).toMatch(/It reads no file/);
    expect(ask('explain_gateway_error', { text: 'x', path: 'a' })).toMatch(/policies of this workspace at "a"/);
    expect(ask('explain_gateway_error', { text: 'x' })).not.toContain('token in force');
  });

  it('show what a model hands over as text', () => {
    offer();
    const path = `[Allow](command:x)<img src=x>\u202e$(key)${'a'.repeat(5000)}`;
    const { message } = find('check_policies').prepareInvocation({ input: { path } }).confirmationMessages;
    expect(message.value).not.toMatch(/\]\(|(?<!\\)[<$[]|\u202e/);
    expect(message.value.length).toBeLessThan(1200);
    for (const input of [null, 'x', 7, { path: 7 }]) expect(ask('check_policies', input)).toContain('every policy');
  });

  it('hand the call to the server, and its texts to the model', async () => {
    offer();
    const { content } = await find('check_policies').invoke({ input: { path: 'a' }, toolInvocationToken: 'chat' }, 'cancellation');
    expect(calls).toEqual([['check_policies', { path: 'a' }, 'cancellation']]);
    expect(content.map(({ value }) => value)).toEqual(['lines', '{}']);
  });

  it('read nothing in a workspace that is not trusted', async () => {
    state.trusted = false;
    offer();
    const { content } = await find('check_policies').invoke({ input: {}, toolInvocationToken: 'chat' }, null);
    expect(calls).toEqual([]);
    expect(content.map(({ value }) => value)).toEqual([expect.stringContaining('not trusted')]);
  });

  it('read nothing outside a chat, where VS Code asks nobody', async () => {
    offer();
    const { content } = await find('check_policies').invoke({ input: {} }, null);
    expect(calls).toEqual([]);
    expect(content.map(({ value }) => value)).toEqual([expect.stringContaining('in a chat only')]);
  });

  it('say a fixed sentence where something goes wrong', async () => {
    offer(async () => Promise.reject(new Error('secret detail')));
    const { content } = await find('check_policies').invoke({ input: {}, toolInvocationToken: 'chat' }, null);
    expect(content.map(({ value }) => value)).toEqual([expect.stringContaining('could not answer')]);
  });

  it('are not offered where there are no language models', () => {
    state.hasModels = false;
    offer();
    expect(state.tools.size).toBe(0);
  });
});
