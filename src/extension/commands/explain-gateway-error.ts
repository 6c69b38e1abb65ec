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
    throw new CommandProblem('Nothing in this text is known. Paste the whole line of the trace, or the response with its headers.');
  }
  const picked = await pickOne(explanations.flatMap(toRows), { title: 'Who answered, and what to do', stays: true });
  if (picked === undefined) return;
  // A line of the list has no room for all of it.
  if (!picked.hasFix) notify('information', picked.text);
  if (picked.place === null) return;
  await (picked.hasFix ? policy.showFixes(picked.place) : policy.reveal(picked.place));
}

async function askForText(): Promise<string> {
  const typed = await askText({
    title: 'Explain Gateway Error',
    prompt: 'Paste the answer: a response with its headers, a line of the trace or the log, or an error of the sign-in.',
    placeHolder: 'IDX10205: Issuer validation failed. …',
  });
  return typed === undefined || typed.trim() === '' ? '' : readPaste(typed, await vscode.env.clipboard.readText());
}

interface Picked {
  readonly text: string;
  readonly place: ErrorExplanation['place'];
  readonly hasFix: boolean;
}

/** Who answered and what it means, what was found in the policy about it, then the cures. */
function toRows({ idx, answeredBy, explanation, cures, place, findings }: ErrorExplanation): (Choice<Picked> | Heading)[] {
  const where = place === null ? '' : `line ${place.line} of the policy`;
  return [
    { heading: idx ?? 'The text itself' },
    {
      icon: 'person',
      label: 'Who answered',
      description: '',
      detail: `${answeredBy} ${cures[0] ?? ''}`,
      value: { text: answeredBy, place, hasFix: false },
    },
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
