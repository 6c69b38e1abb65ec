import * as vscode from 'vscode';
import { askText } from '../messages/ask-text.js';
import { say } from '../messages/message.js';
import { readPaste } from '../token/read-paste.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';

/**
 * Explains a pasted error of the gateway in the panel: who answered, what it means, whether it is what is expected for the token in force, what
 * was found in the policy. A text in the parameters (of a key binding, of another extension) takes the place of the input box.
 */
export async function explainGatewayError({ server, policy, panel }: CommandParts, [text]: readonly unknown[]): Promise<void> {
  const pasted = typeof text === 'string' ? text : await askForText();
  if (pasted.trim() === '') return;
  const explanations = await server.ask('apimTokenDoctor/explain', { pasted, ...policy.place });
  if (explanations.length === 0) throw new CommandProblem(say('nothing-recognised'));
  panel.explain(explanations);
}

async function askForText(): Promise<string> {
  const typed = await askText({
    title: say('explain-title'),
    prompt: say('explain-prompt'),
    placeHolder: say('explain-placeholder'),
    masked: true,
  });
  return typed === undefined || typed.trim() === '' ? '' : readPaste(typed, await vscode.env.clipboard.readText());
}
