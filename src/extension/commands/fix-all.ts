import * as vscode from 'vscode';
import type { FixAllChoices, FixAllGroup, SkippedPlace } from '../../fix-all-protocol.js';
import { quote, say, sayAll, type Message } from '../messages/message.js';
import { mention, notify, offer } from '../messages/notify.js';
import { pickOne } from '../messages/pick-one.js';
import { showCancellableProgress } from '../messages/show-progress.js';
import { write } from '../messages/write.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';

/** Applies one kind of fix wherever the policy in front has room for it. */
export async function fixAllInFile(parts: CommandParts): Promise<void> {
  const { uri } = parts.policy;
  if (uri === null) throw new CommandProblem(say('fix-all-no-policy'));
  await fixAll(parts, uri);
}

/** The same in every policy document of the workspace. */
export async function fixAllInWorkspace(parts: CommandParts): Promise<void> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) throw new CommandProblem(say('fix-all-no-folder'));
  await fixAll(parts, null);
}

/** `uri` null: the whole workspace. */
async function fixAll(parts: CommandParts, uri: string | null): Promise<void> {
  const { server } = parts;
  const listed = await withProgress(parts, say('fix-all-looking'), token => server.ask('apimTokenDoctor/fixAll/list', { uri }, token));
  if (listed === null) return;
  if (listed.problem !== null) throw new CommandProblem(quote(listed.problem));
  if (listed.groups.length === 0) throw new CommandProblem(sayNothing(uri, listed));
  const group = await pick(listed.groups, uri);
  if (group === undefined) return;
  const { choice } = group;
  const prepared = await withProgress(parts, say('fix-all-preparing'), token =>
    server.ask('apimTokenDoctor/fixAll/prepare', { uri, choice }, token),
  );
  if (prepared === null) return;
  if (prepared.problem !== null) throw new CommandProblem(quote(prepared.problem));
  if (prepared.id === null) return tellSkipped(parts, say('fix-all-unchanged'), prepared.skipped);
  const { applied, problem } = await server.ask('apimTokenDoctor/fixAll/apply', { id: prepared.id });
  if (problem !== null) throw new CommandProblem(quote(problem));
  if (applied) tellSkipped(parts, say('fix-all-done', { places: prepared.places, files: prepared.documents }), prepared.skipped);
  else mention('info', say('fix-all-unticked'));
}

/** Null where the user has cancelled it. */
async function withProgress<Result>(
  { server }: CommandParts,
  title: Message,
  work: (token: vscode.CancellationToken) => Promise<Result>,
): Promise<Result | null> {
  return showCancellableProgress(title, async (report, token) => {
    const listener = server.onNotification('apimTokenDoctor/fixAll/progress', ({ done, total }) => {
      if (total > 1) report(say('fix-all-progress', { at: done + 1, total }));
    });
    try {
      const result = await work(token);
      return token.isCancellationRequested ? null : result;
    } catch (error) {
      if (token.isCancellationRequested) return null;
      throw error;
    } finally {
      listener.dispose();
    }
  });
}

async function pick(groups: readonly FixAllGroup[], uri: string | null): Promise<FixAllGroup | undefined> {
  const toRow = (group: FixAllGroup) => ({
    label: nameGroup(group),
    description: countPlaces(group, uri),
    // A line of its own: the title is long, and says what is no longer accepted.
    detail: quote(group.title),
    value: group,
  });
  const kinds: readonly (readonly [Message, (group: FixAllGroup) => boolean])[] = [
    [say('fix-all-same-answers'), ({ choice }) => choice.neutral],
    [say('fix-all-no-wider'), ({ choice, widens }) => !choice.neutral && !widens],
    [say('fix-all-wider'), ({ widens }) => widens],
  ];
  const rows = kinds.flatMap(([heading, fits]) => {
    const fitting = groups.filter(fits).map(toRow);
    return fitting.length === 0 ? [] : [{ heading }, ...fitting];
  });
  return pickOne(rows, {
    title: say('fix-all-title', { everywhere: uri === null }),
    placeHolder: say('fix-all-which'),
  });
}

/** By the code that findings show. */
function nameGroup({ choice: { neutral, code, variant } }: FixAllGroup): Message {
  return neutral ? say('fix-all-neutral') : say('fix-all-code', { code, variant });
}

function countPlaces({ count, documents }: FixAllGroup, uri: string | null): Message {
  return say('fix-all-count', { places: count, files: uri === null ? documents : null });
}

function sayNothing(uri: string | null, { unread: [first] }: FixAllChoices): Message {
  return say('fix-all-nothing', { everywhere: uri === null, unread: first === undefined ? null : nameFile(first) });
}

/** How many lines of what was left are said at once; all of them are in the output channel. */
const mostTold = 2;

function tellSkipped({ log }: CommandParts, done: Message, skipped: readonly SkippedPlace[]): void {
  if (skipped.length === 0) {
    mention('check', done);
    return;
  }
  const places = skipped.map(nameFile);
  for (const place of places) log.info(write(say('fix-all-left', { skipped: [place], more: 0 })));
  const more = Math.max(0, places.length - mostTold);
  const text = sayAll(done, say('fix-all-left', { skipped: places.slice(0, mostTold), more }));
  if (more === 0) notify('information', text);
  else offer('information', text, say('fix-all-show-all'), () => log.show());
}

/** As people name the file: by its path in the workspace. */
function nameFile({ uri, line, reason }: SkippedPlace): { readonly path: string; readonly line: number | null; readonly reason: string } {
  return { path: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)), line, reason };
}
