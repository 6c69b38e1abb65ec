import * as vscode from 'vscode';
import type { ErrorExplanation } from '../../protocol.js';
import { readPaste } from '../token/read-paste.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';

/**
 * Explains a pasted error of the gateway; goes to the place in the policy where its cause stands, or opens the list of fixes there. A text in the
 * parameters (of a key binding, of another extension) takes the place of the input box.
 */
export async function explainGatewayError({ server, policy }: CommandParts, [text]: readonly unknown[]): Promise<void> {
  const pasted = typeof text === 'string' ? text : await askForText();
  if (pasted.trim() === '') return;
  const explanations = await server.ask('apimTokenDoctor/explain', { pasted, uri: policy.uri });
  if (explanations.length === 0) {
    throw new CommandProblem('Nothing in this text is known. Paste the whole line of the trace, or the response’s body.');
  }
  const picked = await vscode.window.showQuickPick(explanations.flatMap(toItems), {
    title: 'What the gateway said',
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (picked === undefined) return;
  // A line of the list has no room for all of it.
  if (!picked.hasFix && picked.detail !== undefined) void vscode.window.showInformationMessage(picked.detail);
  if (picked.place === null) return;
  await (picked.hasFix ? policy.showFixes(picked.place) : policy.reveal(picked.place));
}

async function askForText(): Promise<string> {
  const typed = await vscode.window.showInputBox({
    title: 'Explain Gateway Error',
    prompt: 'Paste what the gateway said: a line of the trace, a response body, or a message that begins with IDX.',
    placeHolder: 'IDX10205: Issuer validation failed. …',
    ignoreFocusOut: true,
  });
  return typed === undefined || typed.trim() === '' ? '' : readPaste(typed, await vscode.env.clipboard.readText());
}

interface Item extends vscode.QuickPickItem {
  readonly place: ErrorExplanation['place'];
  readonly hasFix: boolean;
}

/** The explanation, what was found in the policy about it, then the cures. */
function toItems({ idx, explanation, cures, place, findings }: ErrorExplanation): Item[] {
  const where = place === null ? '' : `line ${place.line} of the policy`;
  return [
    { label: idx ?? 'The gateway’s own text', kind: vscode.QuickPickItemKind.Separator, place, hasFix: false },
    { label: '$(info) What it means', description: where, detail: explanation, place, hasFix: false },
    ...findings.map(finding => ({
      label: finding.fix === null ? '$(search) Found in the policy' : `$(lightbulb) ${finding.fix}`,
      description: `line ${finding.place.line} of the policy`,
      detail: finding.message,
      place: finding.place,
      hasFix: finding.fix !== null,
    })),
    ...cures.map(cure => ({ label: '$(wrench) What to do', detail: cure, place, hasFix: false })),
  ];
}
