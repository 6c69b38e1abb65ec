import * as vscode from 'vscode';

/** What the walkthrough leads to. */
type Step = 'openSample' | 'takeToken' | 'fetchMetadata' | 'fix';

/** Ticks a step of the walkthrough, however the user got there: commands alone do not tell of clicks in the panel and the light bulb. */
export function tickStep(step: Step): void {
  void vscode.commands.executeCommand('setContext', `apimTokenDoctor.did.${step}`, true);
}
