import * as vscode from 'vscode';
import type { ErrorExplanation } from '../../protocol.js';
import { askText } from '../messages/ask-text.js';
import { quote, say, sayAll, type Message } from '../messages/message.js';
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
  const explanations = await server.ask('apimTokenDoctor/explain', { pasted, ...policy.place });
  if (explanations.length === 0) {
    throw new CommandProblem(say('nothing-recognised'));
  }
  const picked = await pickOne(explanations.flatMap(toRows), { title: say('explanation-title'), stays: true });
  if (picked === undefined) return;
  // A line of the list has no room for all of it.
  if (!picked.hasFix) notify('information', picked.text);
  if (picked.place === null) return;
  await (picked.hasFix ? policy.showFixes(picked.place) : policy.reveal(picked.place));
}

async function askForText(): Promise<string> {
  const typed = await askText({
    title: say('explain-title'),
    prompt: say('explain-prompt'),
    placeHolder: say('explain-placeholder'),
  });
  return typed === undefined || typed.trim() === '' ? '' : readPaste(typed, await vscode.env.clipboard.readText());
}

interface Picked {
  readonly text: Message;
  readonly place: ErrorExplanation['place'];
  readonly hasFix: boolean;
}

/** Who answered and what it means, what was found in the policy about it, then the cures. */
function toRows({ idx, answeredBy, explanation, cures, place, findings }: ErrorExplanation): (Choice<Picked> | Heading)[] {
  const [answerer, meaning, ways] = [quote(answeredBy), quote(explanation), cures.map(quote)];
  return [
    { heading: idx === null ? say('text-itself') : quote(idx) },
    {
      icon: 'person',
      label: say('who-answered'),
      detail: sayAll(answerer, ways[0] ?? null),
      value: { text: answerer, place, hasFix: false },
    },
    {
      icon: 'info',
      label: say('what-it-means'),
      description: place === null ? undefined : say('line-of-policy', { line: place.line }),
      detail: meaning,
      value: { text: meaning, place, hasFix: false },
    },
    ...findings.map(finding => ({
      icon: finding.fix === null ? 'search' : 'lightbulb',
      label: finding.fix === null ? say('found-in-policy') : quote(finding.fix),
      description: say('line-of-policy', { line: finding.place.line }),
      detail: quote(finding.title),
      value: { text: quote(finding.message), place: finding.place, hasFix: finding.fix !== null },
    })),
    ...ways.map(way => ({ icon: 'wrench', label: say('what-to-do'), detail: way, value: { text: way, place, hasFix: false } })),
  ];
}
