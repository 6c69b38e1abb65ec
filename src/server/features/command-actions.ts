import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { serverCommands } from '../commands/command.js';
import { listElements } from '../fix-identity.js';
import type { Diagnosis } from '../readings.js';
import type { ServerParts } from '../server-parts.js';
import { listNeeded } from '../view/make-view.js';

/** On the name of a token policy, for editors that run commands nowhere else: fetching what it needs, and what is answered to the token in force. */
export function offerCommands(
  { announced, fetcher, language }: ServerParts,
  { text, document, judged }: Diagnosis,
  { range }: CodeActionParams,
): CodeAction[] {
  const { words } = language;
  const isNamed = listElements(document).some(
    ({ name }) => name.start <= text.offsetAt(range.end) && text.offsetAt(range.start) <= name.end,
  );
  if (announced().ownMessages || !isNamed) return [];
  const { metadata, token } = judged.facts;
  const misses = listNeeded(judged).some(({ address }) => !Object.hasOwn(metadata, address));
  const offer = (title: string, command: string, ...args: unknown[]): CodeAction => ({
    title,
    command: { title, command, arguments: args },
  });
  return [
    ...(fetcher !== null && misses ? [offer(words.fetchNeeded(), serverCommands.fetchMetadata, text.uri)] : []),
    ...(token === undefined ? [] : [offer(words.showReport(), serverCommands.showReport, text.uri, range.start)]),
  ];
}
