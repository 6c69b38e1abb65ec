import * as vscode from 'vscode';
import type { TokenSummary } from '../../protocol.js';
import { askText } from '../messages/ask-text.js';
import { quote, say, sayAll } from '../messages/message.js';
import { mention, notify, offer } from '../messages/notify.js';
import { readTokenAt, type TokenPlaceInFile } from '../token/offer-tokens.js';
import { readPaste } from '../token/read-paste.js';
import { tickStep } from '../walkthrough-steps.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';
import { restoreToken } from './restore-token.js';

/** Asks for a token in a masked input box, which stays open while the user copies the token elsewhere. */
export async function decodeToken(parts: CommandParts): Promise<void> {
  const typed = await askText({
    title: say('decode-title'),
    prompt: say('decode-prompt'),
    placeHolder: say('decode-placeholder'),
    masked: true,
  });
  if (typed === undefined || typed.trim() === '') return;
  // An input box makes a space of every line break; the clipboard still has the original.
  const clipboard = /\s/.test(typed) ? await vscode.env.clipboard.readText() : '';
  await takeToken(parts, readPaste(typed, clipboard));
}

export async function decodeTokenFromClipboard(parts: CommandParts): Promise<void> {
  const pasted = await vscode.env.clipboard.readText();
  if (pasted.trim() === '') throw new CommandProblem(say('clipboard-empty'));
  await takeToken(parts, pasted);
}

export async function decodeTokenFromSelection(parts: CommandParts): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const pasted = editor?.selections.map(selection => editor.document.getText(selection)).join('\n') ?? '';
  if (pasted.trim() === '') throw new CommandProblem(say('nothing-selected'));
  await takeToken(parts, pasted);
}

/** Takes the token that stands at a place of an open file. The caller's first parameter is the place; without one there is nothing to take. */
export async function useTokenAt(parts: CommandParts, [place]: readonly unknown[]): Promise<void> {
  if (!isPlace(place)) throw new CommandProblem(say('nothing-selected'));
  const pasted = readTokenAt(place);
  if (pasted === null) throw new CommandProblem(say('token-moved'));
  await takeToken(parts, pasted);
}

function isPlace(raw: unknown): raw is TokenPlaceInFile {
  if (typeof raw !== 'object' || raw === null) return false;
  const { uri, start, end } = raw as Record<string, unknown>;
  return typeof uri === 'string' && typeof start === 'number' && typeof end === 'number';
}

/** Takes a text as the token in force, shows the panel and says what came of it. */
export async function takeToken(parts: CommandParts, pasted: string): Promise<void> {
  const { tokens, panel, policy, metadata } = parts;
  const summary = await tokens.setPasted(pasted);
  if (summary.refused === true) {
    const why = summary.problem === null ? say('not-a-token') : quote(summary.problem);
    throw new CommandProblem(sayAll(why, tokens.summary === null ? null : say('token-kept')));
  }
  tickStep('takeToken');
  panel.show();
  tell(parts, summary);
  // Only hosts that the user has fetched from before are asked again, for instance for a key that is not known yet.
  if (policy.uri !== null) await metadata.fetchNeeded(policy.uri, false);
}

function tell(parts: CommandParts, { problem, kindLabel, cleaned }: TokenSummary): void {
  if (problem !== null) {
    if (parts.tokens.former === null) notify('warning', quote(problem));
    else offer('warning', quote(problem), say('use-previous-token'), () => restoreToken(parts));
    return;
  }
  const removed = cleaned.length === 0 ? null : say('token-cleaned', { what: cleaned });
  mention('key', sayAll(say('token-taken', { kindLabel }), removed));
}
