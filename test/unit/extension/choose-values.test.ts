import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandParts } from '../../../src/extension/commands/command-parts.js';
import { chooseValues } from '../../../src/extension/commands/choose-values.js';
import type { FakeEditor } from './messages/fake-editor.js';

const current = vi.hoisted(() => ({ editor: null as unknown as FakeEditor, written: [] as unknown[] }));
vi.mock('vscode', async () => {
  const { fakeEditor } = await import('./messages/fake-editor.js');
  current.editor = fakeEditor();
  const { vscode } = current.editor;
  const update = (...written: unknown[]): Promise<void> => Promise.resolve(void current.written.push(written));
  const workspace = { ...(vscode['workspace'] as object), getConfiguration: () => ({ get: () => undefined, update }) };
  return { ...vscode, workspace, ConfigurationTarget: { Global: 1, Workspace: 2 } };
});

const choose = (sets: readonly string[], inForce: string | null): Promise<void> =>
  chooseValues({ server: { ask: () => Promise.resolve({ sets, inForce }) }, policy: { uri: null } } as unknown as CommandParts);

beforeEach(() => {
  current.written.length = 0;
  current.editor.shown.length = 0;
  current.editor.choose = () => false;
});

describe('Choose Values', () => {
  it('writes the chosen set into the settings of the workspace, and nothing else', async () => {
    current.editor.choose = label => label === 'prod';
    await choose(['dev', 'prod'], 'dev');
    expect(current.written).toEqual([['valueSet', 'prod', 2]]);
    expect(current.editor.shown.map(({ text }) => text)).toContain('$(check) Policies are judged with the values of prod.');
  });

  it('takes the choice back', async () => {
    current.editor.choose = label => label.startsWith('No set');
    await choose(['dev', 'prod'], 'dev');
    expect(current.written).toEqual([['valueSet', undefined, 2]]);
  });

  it('writes nothing where nothing is picked, and says where sets come from where there is none', async () => {
    await choose(['dev'], 'dev');
    await expect(choose([], null)).rejects.toThrow('values-no-sets');
    expect(current.written).toEqual([]);
  });
});
