import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  fixAll,
  hostKindOf,
  isSameChoice,
  judge,
  listFixGroups,
  mergeGroups,
  readFixChoice,
  readPolicies,
  render,
  runRules,
  say,
  sniffPolicy,
  type Edit,
  type FixChoice,
  type FixGroup,
} from '../../core/index.js';
import type { AppliedFixes, FixAllChoices, FixAllScope, SkippedPlace } from '../../fix-all-protocol.js';
import { toSignal } from '../grounds.js';
import { answer, sendNotification } from '../messages.js';
import type { JudgedReading } from '../readings.js';
import { serve } from '../served-text.js';
import type { ServerParts } from '../server-parts.js';
import { showsPreviews, toWorkspaceEdit, type Change } from '../workspace-edit.js';
import { listPolicyFiles, openFiles } from '../workspace-policies.js';

/** So many files are changed at once: a preview of more is looked at by nobody. */
const mostFiles = 200;
/** How often and after how long (milliseconds) to look whether a file that the client has opened was made known. */
const patience = { looks: 200, between: 50 };

/** What was worked out and waits to be applied. */
interface Prepared {
  readonly id: number;
  readonly changes: readonly Change[];
  /** Whether it goes through the whole workspace: files that were not open are saved then, where the editor's setting says so. */
  readonly isWide: boolean;
}

/** A document in which something may be to fix. */
interface Source {
  readonly uri: string;
  readonly document: TextDocument;
  /** Null for a file that is not open. */
  readonly version: number | null;
}

/** Fixes in many places at once: lists them, works them out, and has the client apply them, where it shows them first if it can. */
export function answerFixAll(parts: ServerParts): void {
  const kept: { newest: Prepared | null; count: number } = { newest: null, count: 0 };
  answer(parts, 'apimTokenDoctor/fixAll/list', async (scope, cancellation) => {
    await parts.workspace.whenRead(cancellation);
    return listChoices(parts, scope, cancellation);
  });
  answer(parts, 'apimTokenDoctor/fixAll/prepare', async ({ uri, choice }, cancellation) => {
    kept.newest = null;
    await parts.workspace.whenRead(cancellation);
    const { changes, places, skipped, problem } = await workOut(parts, { uri }, readFixChoice(choice), cancellation);
    const told = { places, documents: changes.length, skipped, problem };
    if (changes.length === 0 || cancellation.isCancellationRequested) return { ...told, id: null };
    kept.count += 1;
    kept.newest = { id: kept.count, changes, isWide: uri === null };
    return { ...told, id: kept.count };
  });
  answer(parts, 'apimTokenDoctor/fixAll/apply', async ({ id }) => {
    const prepared = kept.newest;
    kept.newest = null;
    const { language } = parts;
    return prepared?.id === id ? apply(parts, prepared) : { applied: false, problem: render(say('fix-all-moved', {}), language.core) };
  });
}

async function listChoices(parts: ServerParts, scope: FixAllScope, cancellation: CancellationToken): Promise<FixAllChoices> {
  const { sources, unread, problem } = await gather(parts, scope);
  const lists: (readonly FixGroup[])[] = [];
  for (const [index, source] of sources.entries()) {
    if (cancellation.isCancellationRequested) break;
    sendNotification(parts, 'apimTokenDoctor/fixAll/progress', { done: index, total: sources.length });
    const options = await parts.grounds.optionsFor(source.uri, toSignal(cancellation));
    await options.pause?.();
    const groups: (readonly FixGroup[])[] = [];
    for (const { judged } of await judgeSource(parts, source))
      groups.push(await listFixGroups(judged, await runRules(judged, options), options));
    lists.push(mergeGroups(groups));
  }
  const groups = mergeGroups(lists).map(({ choice, title, count, widens }) => {
    const documents = lists.filter(list => list.some(group => isSameChoice(group.choice, choice))).length;
    return { choice, title, count, documents, widens };
  });
  return { groups, unread, problem };
}

interface WorkedOut {
  readonly changes: readonly Change[];
  readonly places: number;
  readonly skipped: readonly SkippedPlace[];
  readonly problem: string | null;
}

async function workOut(parts: ServerParts, scope: FixAllScope, choice: FixChoice, cancellation: CancellationToken): Promise<WorkedOut> {
  const { language } = parts;
  const { sources, unread, problem } = await gather(parts, scope);
  const work = { changes: [] as Change[], places: 0, skipped: [...unread], closed: [] as string[] };
  for (const [index, source] of sources.entries()) {
    if (cancellation.isCancellationRequested) break;
    sendNotification(parts, 'apimTokenDoctor/fixAll/progress', { done: index, total: sources.length });
    await fixSource(parts, source, choice, cancellation, work);
  }
  // A file that is not open has no version that could be checked, and only an editor knows its encoding.
  const most = mostFiles - work.changes.length;
  const wanted = work.closed.splice(0).sort();
  if (wanted.length > 0 && !cancellation.isCancellationRequested) {
    const opened = await openFiles(parts, wanted.slice(0, Math.max(0, most)));
    for (const uri of wanted.slice(0, Math.max(0, most))) {
      const document = opened.has(uri) ? await awaitOpen(parts, uri) : null;
      if (document === null) work.skipped.push({ uri, line: null, reason: render(say('fix-all-not-open', {}), language.core) });
      else await fixSource(parts, toSource(document), choice, cancellation, work);
    }
    const left = render(say('fix-all-too-many', { most: mostFiles }), language.core);
    work.skipped.push(...wanted.slice(Math.max(0, most)).map(uri => ({ uri, line: null, reason: left })));
  }
  return { changes: work.changes, places: work.places, skipped: work.skipped, problem };
}

/** What is collected while one document after the other is worked on. */
interface Work {
  readonly changes: Change[];
  places: number;
  readonly skipped: SkippedPlace[];
  readonly closed: string[];
}

async function fixSource(
  parts: ServerParts,
  source: Source,
  choice: FixChoice,
  cancellation: CancellationToken,
  work: Work,
): Promise<void> {
  const { uri, version } = source;
  const { language } = parts;
  const options = await parts.grounds.optionsFor(uri, toSignal(cancellation));
  await options.pause?.();
  const edits: Edit[] = [];
  const titles: string[] = [];
  const details: string[] = [];
  const skipped: SkippedPlace[] = [];
  // The document as it was worked on: the open one may be another by now.
  let { document } = source;
  for (const { text, judged } of await judgeSource(parts, source)) {
    document = text.document;
    const fixed = await fixAll(judged, choice, options);
    for (const { start, reason } of fixed.refusals) skipped.push({ uri, line: text.lineOf(start), reason });
    const [first] = fixed.edits;
    if (first === undefined) continue;
    const written = text.write(fixed.edits);
    if ('refusal' in written) {
      skipped.push({ uri, line: text.lineOf(first.start), reason: render(written.refusal, language.core) });
      continue;
    }
    edits.push(...written.edits);
    titles.push(...fixed.titles);
    details.push(...fixed.details);
  }
  if (edits.length > 0 && version === null) {
    work.closed.push(uri);
    return;
  }
  work.skipped.push(...skipped);
  if (edits.length === 0) return;
  if (parts.documents.get(uri)?.version !== version) {
    work.skipped.push({ uri, line: null, reason: render(say('fix-all-moved', {}), language.core) });
    return;
  }
  const label = choice.neutral ? render(say('fix-all-neutral', {}), language.core) : (choice.title ?? titles[0] ?? '');
  const description = [...new Set([...titles, ...details])].join('; ');
  work.changes.push({ document, edits, note: { label, description, needsConfirmation: true } });
  work.places += titles.length;
}

/** One of the policy texts of a document. */
type JudgedText = Pick<JudgedReading, 'text' | 'judged'>;

/** A text that is open was judged for others already; of one that is not, nothing is kept. */
async function judgeSource({ readings, grounds }: ServerParts, { uri, document, version }: Source): Promise<readonly JudgedText[]> {
  const known = version === null ? [] : await readings.judgeAll(uri);
  if (known[0]?.text.version === version) return known;
  const facts = await grounds.factsFor(uri, document.getText());
  const judged: JudgedText[] = [];
  for (const text of serve(document).texts) {
    const read = readPolicies(text.getText(), text.literals);
    judged.push({ text, judged: await judge(await grounds.pathFor(uri, text.index, read), facts) });
  }
  return judged;
}

interface Gathered {
  readonly sources: readonly Source[];
  readonly unread: readonly SkippedPlace[];
  readonly problem: string | null;
}

/** What is open counts as it is in the editor, saved or not. */
async function gather(parts: ServerParts, { uri }: FixAllScope): Promise<Gathered> {
  const { documents, client, language } = parts;
  const nothing = { sources: [], unread: [] };
  if (uri !== null) {
    const document = documents.get(uri);
    return document === undefined
      ? { ...nothing, problem: render(say('fix-all-not-open', {}), language.core) }
      : { sources: [toSource(document)], unread: [], problem: null };
  }
  if (!showsPreviews(client())) return { ...nothing, problem: render(say('fix-all-no-preview', {}), language.core) };
  const found = await listPolicyFiles(parts);
  if (found === null) return { ...nothing, problem: render(say('fix-all-no-files', {}), language.core) };
  const sources = found.files.map(({ uri, text }): Source => {
    const open = documents.get(uri);
    return open === undefined ? { uri, document: TextDocument.create(uri, '', 0, text), version: null } : toSource(open);
  });
  return { sources: sources.filter(isWorthReading), unread: found.unread, problem: null };
}

function toSource(document: TextDocument): Source {
  const { uri, languageId, version } = document;
  return { uri, document: TextDocument.create(uri, languageId, version, document.getText()), version };
}

/** A host says itself whether there is a policy in it. */
function isWorthReading({ uri, document }: Source): boolean {
  return hostKindOf(uri) !== null || sniffPolicy(document.getText());
}

/** The client tells of an opened file in a message of its own, which may come after its answer. */
async function awaitOpen({ documents }: ServerParts, uri: string): Promise<TextDocument | null> {
  for (let looks = 0; looks < patience.looks && documents.get(uri) === undefined; looks++)
    await new Promise(resolve => setTimeout(resolve, patience.between));
  return documents.get(uri) ?? null;
}

async function apply({ connection, client, documents, language }: ServerParts, { changes, isWide }: Prepared): Promise<AppliedFixes> {
  if (client().workspace?.applyEdit !== true) return { applied: false, problem: render(say('fix-all-no-preview', {}), language.core) };
  const isOld = changes.some(({ document: { uri, version } }) => documents.get(uri)?.version !== version);
  if (isOld) return { applied: false, problem: render(say('fix-all-moved', {}), language.core) };
  const label = changes[0]?.note?.label ?? '';
  const edit = toWorkspaceEdit(client(), changes);
  const metadata = isWide ? { metadata: { isRefactoring: true } } : {};
  const { applied, failureReason } = await connection.workspace.applyEdit({ label, edit, ...metadata });
  // The reason is the client's own words, which may be in any language: whoever reads its log finds it.
  return { applied, problem: applied || failureReason === undefined ? null : render(say('fix-all-moved', {}), language.core) };
}
