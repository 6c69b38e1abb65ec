import * as vscode from 'vscode';
import type { ErrorExplanation } from '../../protocol.js';
import { askText } from '../messages/ask-text.js';
import { notify } from '../messages/notify.js';
import { pickOne, type Choice, type Heading } from '../messages/pick-one.js';
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
  const picked = await pickOne(explanations.flatMap(toRows), { title: 'What the gateway said', stays: true });
  if (picked === undefined) return;
  // A line of the list has no room for all of it.
  if (!picked.hasFix) notify('information', picked.text);
  if (picked.place === null) return;
  await (picked.hasFix ? policy.showFixes(picked.place) : policy.reveal(picked.place));
}

async function askForText(): Promise<string> {
  const typed = await askText({
    title: 'Explain Gateway Error',
    prompt: 'Paste what the gateway said: a line of the trace, a response body, or a message that begins with IDX.',
    placeHolder: 'IDX10205: Issuer validation failed. …',
  });
  return typed === undefined || typed.trim() === '' ? '' : readPaste(typed, await vscode.env.clipboard.readText());
}

interface Picked {
  readonly text: string;
  readonly place: ErrorExplanation['place'];
  readonly hasFix: boolean;
}

/** The explanation, what was found in the policy about it, then the cures. */
function toRows({ idx, explanation, cures, place, findings }: ErrorExplanation): (Choice<Picked> | Heading)[] {
  const where = place === null ? '' : `line ${place.line} of the policy`;
  return [
    { heading: idx ?? 'The gateway’s own text' },
    {
      icon: 'info',
      label: 'What it means',
      description: where,
      detail: explanation,
      value: { text: explanation, place, hasFix: false },
    },
    ...findings.map(finding => ({
      icon: finding.fix === null ? 'search' : 'lightbulb',
      label: finding.fix ?? 'Found in the policy',
      description: `line ${finding.place.line} of the policy`,
      detail: finding.title,
      value: { text: finding.message, place: finding.place, hasFix: finding.fix !== null },
    })),
    ...cures.map(cure => ({ icon: 'wrench', label: 'What to do', detail: cure, value: { text: cure, place, hasFix: false } })),
  ];
}
