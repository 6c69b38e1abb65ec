import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type * as vscode from 'vscode';
import { listOfferedActions } from '../../../src/extension/client/offered-actions.js';

const done = vi.hoisted(() => ({ applied: [] as unknown[], commands: [] as unknown[][], accepts: true }));

vi.mock('vscode', () => ({
  Range: class {},
  workspace: {
    applyEdit: (edit: unknown) => {
      done.applied.push(edit);
      return Promise.resolve(done.accepts);
    },
  },
  commands: { executeCommand: (...all: unknown[]) => Promise.resolve(void done.commands.push(all)) },
}));
vi.mock('vscode-languageclient', () => ({
  CodeActionRequest: { type: 'list' },
  CodeActionResolveRequest: { type: 'resolve' },
  CodeActionTriggerKind: { Invoked: 1 },
}));

const edit = { entries: () => [['file:///policy.xml', []]] };

/** A client whose server offers these; while it works one out, `meanwhile` happens. */
function makeClient(actions: readonly object[], meanwhile: () => void = () => undefined): BaseLanguageClient {
  return {
    code2ProtocolConverter: { asTextDocumentIdentifier: () => ({}), asRange: () => ({}) },
    protocol2CodeConverter: { asWorkspaceEdit: (raw: unknown) => Promise.resolve(raw === undefined ? undefined : edit) },
    sendRequest: (type: string, params: object) => {
      if (type === 'list') return Promise.resolve(actions);
      meanwhile();
      return Promise.resolve({ ...params, edit: {} });
    },
  } as unknown as BaseLanguageClient;
}

const document = { version: 3 };
const list = (client: BaseLanguageClient) =>
  listOfferedActions(client, document as vscode.TextDocument, {} as vscode.Position).then(([first]) => first);

beforeEach(() => {
  Object.assign(done, { applied: [], commands: [], accepts: true });
  document.version = 3;
});

describe('what the server offers at a place', () => {
  it('is worked out when it is chosen, applied, and shown', async () => {
    const action = await list(makeClient([{ title: 'Rewrite', data: {} }]));
    expect(action?.title).toBe('Rewrite');
    expect(done.applied).toEqual([]);
    expect(await action?.run()).toBe(true);
    expect(done.applied).toEqual([edit]);
    expect(done.commands).toEqual([['apimTokenDoctor.showChange', 'file:///policy.xml', []]]);
  });

  it('changes nothing where somebody types while it is worked out', async () => {
    const action = await list(makeClient([{ title: 'Rewrite' }], () => (document.version += 1)));
    expect(await action?.run()).toBe(false);
    expect(done.applied).toEqual([]);
  });

  it('says so where the editor refuses the change', async () => {
    done.accepts = false;
    expect(await (await list(makeClient([{ title: 'Rewrite' }])))?.run()).toBe(false);
    expect(done.commands).toEqual([]);
  });

  it('may be a command, with what it is to be told', async () => {
    const command = { title: 'Silence', command: 'apimTokenDoctor.silenceRule', arguments: ['code', 'file:///policy.xml'] };
    expect(await (await list(makeClient([{ title: 'Silence', command }])))?.run()).toBe(true);
    expect(done.commands).toEqual([['apimTokenDoctor.silenceRule', 'code', 'file:///policy.xml']]);
  });
});
