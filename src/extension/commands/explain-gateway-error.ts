import * as vscode from 'vscode';
import type { ErrorExplanation } from '../../protocol.js';
import { readPaste } from '../token/read-paste.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';

/** Explains a pasted error of the gateway, and goes to the place in the policy where its cause stands. */
export async function explainGatewayError({ server, policy }: CommandParts): Promise<void> {
  const typed = await vscode.window.showInputBox({
    title: 'Explain Gateway Error',
    prompt: 'Paste what the gateway said: a line of the trace, a response body, or a message that begins with IDX.',
    placeHolder: 'IDX10205: Issuer validation failed. …',
    ignoreFocusOut: true,
  });
  if (typed === undefined || typed.trim() === '') return;
  const pasted = readPaste(typed, await vscode.env.clipboard.readText());
  const explanations = await server.ask('apimTokenDoctor/explain', { pasted, uri: policy.uri });
  if (explanations.length === 0) {
    throw new CommandProblem('Nothing in this text is known. Paste the whole line of the trace, or the response’s body.');
  }
  const picked = await vscode.window.showQuickPick(explanations.flatMap(toItems), {
    title: 'What the gateway said',
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (picked?.place) await policy.reveal(picked.place);
}

interface Item extends vscode.QuickPickItem {
  readonly place: ErrorExplanation['place'];
}

/** The explanation, then its cures. */
function toItems({ idx, explanation, cures, place }: ErrorExplanation): Item[] {
  const where = place === null ? '' : `line ${place.line} of the policy`;
  return [
    { label: idx ?? 'The gateway’s own text', kind: vscode.QuickPickItemKind.Separator, place },
    { label: '$(info) What it means', description: where, detail: explanation, place },
    ...cures.map(cure => ({ label: '$(wrench) What to do', detail: cure, place })),
  ];
}
