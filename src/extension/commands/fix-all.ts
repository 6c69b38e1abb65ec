import * as vscode from 'vscode';
import type { FixAllChoices, FixAllGroup, PreparedFixes, SkippedPlace } from '../../protocol.js';
import { mention, notify, offer } from '../messages/notify.js';
import { pickOne } from '../messages/pick-one.js';
import { showCancellableProgress } from '../messages/show-progress.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';

/** Applies one kind of fix wherever the policy in front has room for it. */
export async function fixAllInFile(parts: CommandParts): Promise<void> {
  const { uri } = parts.policy;
  if (uri === null) throw new CommandProblem('Open a policy first: its fixes are listed then.');
  await fixAll(parts, uri);
}

/** The same in every policy document of the workspace. */
export async function fixAllInWorkspace(parts: CommandParts): Promise<void> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0)
    throw new CommandProblem('Open a folder first: its policy files are looked through then.');
  await fixAll(parts, null);
}

/** `uri` null: the whole workspace. */
async function fixAll(parts: CommandParts, uri: string | null): Promise<void> {
  const { server } = parts;
  const listed = await withProgress(parts, 'Looking for fixes', token => server.ask('apimTokenDoctor/fixAll/list', { uri }, token));
  if (listed === null) return;
  if (listed.problem !== null) throw new CommandProblem(listed.problem);
  if (listed.groups.length === 0) throw new CommandProblem(sayNothing(uri, listed));
  const group = await pick(listed.groups, uri);
  if (group === undefined) return;
  const { choice } = group;
  const prepared = await withProgress(parts, 'Working out the changes', token =>
    server.ask('apimTokenDoctor/fixAll/prepare', { uri, choice }, token),
  );
  if (prepared === null) return;
  if (prepared.problem !== null) throw new CommandProblem(prepared.problem);
  if (prepared.id === null) return tellSkipped(parts, 'Nothing was changed.', prepared.skipped);
  const { applied, problem } = await server.ask('apimTokenDoctor/fixAll/apply', { id: prepared.id });
  if (problem !== null) throw new CommandProblem(problem);
  if (applied) tellSkipped(parts, sayDone(prepared), prepared.skipped);
  else mention('info', 'Nothing was changed: no change was ticked in the preview.');
}

/** Null where the user has cancelled it. */
async function withProgress<Result>(
  { server }: CommandParts,
  title: string,
  work: (token: vscode.CancellationToken) => Promise<Result>,
): Promise<Result | null> {
  return showCancellableProgress(title, async (report, token) => {
    const listener = server.onNotification('apimTokenDoctor/fixAll/progress', ({ done, total }) =>
      report(total > 1 ? `${done + 1} of ${total} policies` : ''),
    );
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
    detail: group.title,
    value: group,
  });
  const kinds: readonly (readonly [string, (group: FixAllGroup) => boolean])[] = [
    ['Every token gets the same answer', ({ choice }) => choice.neutral],
    ['No more is accepted', ({ choice, widens }) => !choice.neutral && !widens],
    ['More is accepted', ({ widens }) => widens],
  ];
  const rows = kinds.flatMap(([heading, fits]) => {
    const fitting = groups.filter(fits).map(toRow);
    return fitting.length === 0 ? [] : [{ heading }, ...fitting];
  });
  return pickOne(rows, {
    title: uri === null ? 'Fix All in Workspace' : 'Fix All in File',
    placeHolder: 'Which fix? The changes are shown first: tick there those that you want.',
  });
}

/** By the code that findings show. */
function nameGroup({ choice: { neutral, code, variant } }: FixAllGroup): string {
  return neutral ? 'Without any effect on tokens' : [code, variant].filter(part => part !== null).join(', ');
}

function countPlaces({ count, documents }: FixAllGroup, uri: string | null): string {
  const places = `${count} ${count === 1 ? 'place' : 'places'}`;
  return uri === null ? `${places} in ${documents} ${documents === 1 ? 'file' : 'files'}` : places;
}

function sayNothing(uri: string | null, { unread }: FixAllChoices): string {
  const where = uri === null ? 'the policy files of this workspace' : 'this policy';
  const [first] = unread;
  return `There is nothing to fix in ${where}.${first === undefined ? '' : ` Not looked at: ${writePlace(first)} ${first.reason}`}`;
}

function sayDone({ places, documents }: PreparedFixes): string {
  return `Done. ${places} ${places === 1 ? 'fix was' : 'fixes were'} offered in ${documents} ${documents === 1 ? 'file' : 'files'}; what was ticked is changed.`;
}

/** How many lines of what was left are said at once; all of them are in the output channel. */
const mostTold = 2;

function tellSkipped({ log }: CommandParts, done: string, skipped: readonly SkippedPlace[]): void {
  if (skipped.length === 0) {
    mention('check', done);
    return;
  }
  const lines = skipped.map(place => `${writePlace(place)} ${place.reason}`);
  for (const line of lines) log.info(`Left as it is: ${line}`);
  const more = lines.length > mostTold ? ` And ${lines.length - mostTold} more.` : '';
  const text = `${done} Left as they are: ${lines.slice(0, mostTold).join(' ')}${more}`;
  if (more === '') notify('information', text);
  else offer('information', text, 'Show All', () => log.show());
}

function writePlace({ uri, line }: SkippedPlace): string {
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  return `${path}${line === null ? '' : `, line ${line}`}:`;
}
