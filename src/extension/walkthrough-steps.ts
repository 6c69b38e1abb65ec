import * as vscode from 'vscode';

/** What the walkthrough leads to. */
type Step = 'openSample' | 'takeToken' | 'fetchMetadata' | 'fix';

/**
 * How long VS Code may take to register walkthroughs after the first of its pages was opened (milliseconds): it waits up to five seconds for
 * the answer of a service. What happens before is lost to the walkthrough.
 */
const registering = 6_000;

const set = (key: string, value: boolean): void => void vscode.commands.executeCommand('setContext', `apimTokenDoctor.${key}`, value);

/** Ticks a step of the walkthrough, however the user got there: commands alone do not tell of clicks in the panel and the light bulb. */
export function tickStep(step: Step): void {
  set(`did.${step}`, true);
  tellSteps();
}

/**
 * Tells the walkthrough of the steps that were done before it was there. VS Code counts a condition that becomes true while it looks, and one
 * that was true before that never counts: so each step's condition is true for a moment only.
 */
function tellSteps(): void {
  set('tellsSteps', true);
  set('tellsSteps', false);
}

/** Tells of the steps again whenever a page of VS Code's own, as the walkthrough is one, comes to the front. */
export function watchForWalkthrough(): vscode.Disposable {
  const state: { timer?: ReturnType<typeof setTimeout> } = {};
  const tabs = vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
    if (![...opened, ...changed].some(({ input, isActive }) => input === undefined && isActive)) return;
    tellSteps();
    clearTimeout(state.timer);
    state.timer = setTimeout(tellSteps, registering);
  });
  return new vscode.Disposable(() => {
    clearTimeout(state.timer);
    tabs.dispose();
  });
}
