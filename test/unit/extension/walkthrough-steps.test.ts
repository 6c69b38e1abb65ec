import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TabChangeEvent } from 'vscode';
import { tickStep, watchForWalkthrough } from '../../../src/extension/walkthrough-steps.js';

const editor = vi.hoisted(() => ({ set: [] as string[], listeners: [] as ((event: TabChangeEvent) => void)[] }));

vi.mock('vscode', () => ({
  commands: {
    executeCommand: (_: string, key: string, value: boolean) =>
      Promise.resolve(editor.set.push(`${key.replace('apimTokenDoctor.', '')} ${String(value)}`)),
  },
  window: {
    tabGroups: {
      onDidChangeTabs: (listener: (event: TabChangeEvent) => void) => {
        editor.listeners.push(listener);
        return { dispose: () => (editor.listeners = []) };
      },
    },
  },
  Disposable: class {
    constructor(readonly dispose: () => void) {}
  },
}));

/** A tab comes to the front. `input`: what VS Code tells of it; nothing of pages of its own. */
const open = (input: unknown): void => {
  const event = { opened: [{ input, isActive: true }], closed: [], changed: [] } as unknown as TabChangeEvent;
  for (const listener of editor.listeners) listener(event);
};
const told = ['tellsSteps true', 'tellsSteps false'];

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(editor, { set: [], listeners: [] });
});
afterEach(() => vi.useRealTimers());

describe('a step of the walkthrough', () => {
  it('is told for a moment: a condition that holds before the walkthrough is there would never count', () => {
    tickStep('fix');
    expect(editor.set).toEqual(['did.fix true', ...told]);
  });

  it('is told again when a page of VS Code comes to the front, at once and when its walkthroughs are registered at the latest', () => {
    const watching = watchForWalkthrough();
    open({ uri: 'file:///a/policy.xml' });
    expect(editor.set).toEqual([]);
    open(undefined);
    expect(editor.set).toEqual(told);
    vi.runAllTimers();
    expect(editor.set).toEqual([...told, ...told]);
    open(undefined);
    watching.dispose();
    vi.runAllTimers();
    open(undefined);
    expect(editor.set).toHaveLength(6);
  });
});
