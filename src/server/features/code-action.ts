import {
  CodeActionKind,
  CodeActionTriggerKind,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { offerFixes, render, sortOffers, type Finding, type Fix, type Message, type Offer, type Span } from '../../core/index.js';
import { diagnosticSource, sourceFixAll } from '../capabilities.js';
import { findFixAgain, fixesOf, listElements, nameFix, type Subject } from '../fix-identity.js';
import type { Diagnosis, Reading } from '../readings.js';
import type { ServerParts } from '../server-parts.js';
import type { ServedText } from '../served-text.js';
import { toWorkspaceEdit } from '../workspace-edit.js';
import { offerCommands } from './command-actions.js';
import { offerSilence, resolveSilence } from './silence-actions.js';
import { offerValues } from './values.js';
import { offerInFile, offerSourceFixes, resolveFixAll } from './fix-all-actions.js';

/**
 * Fixes of the findings under the cursor; on a token policy's opening tag also its rewrites, finding or not. Their edits are worked out when one is chosen, from the text as it is then:
 * the client does not check versions on this way, so an edit of an older text would land in the wrong place.
 */
export function answerCodeActions(parts: ServerParts): void {
  const { connection, readings, log, language } = parts;

  connection.onCodeAction(async (params, cancellation): Promise<CodeAction[]> => {
    const { uri } = params.textDocument;
    // Who saves, or asks for source actions, asks for nothing else.
    const source = asksForSource(params) ? await trySourceFixes(parts, uri, cancellation) : [];
    if (!wants(params, CodeActionKind.QuickFix) && !wants(params, CodeActionKind.RefactorRewrite)) return source;
    const diagnoses = (await readings.diagnoseAll(uri, cancellation)) ?? [];
    const actions: CodeAction[] = [];
    for (const diagnosis of diagnoses.filter(({ text }) => text.touches(params.range)))
      actions.push(...(await listActions(parts, diagnosis, diagnoses, params, cancellation)));
    return cancellation.isCancellationRequested ? [] : [...actions, ...source];
  });

  connection.onCodeActionResolve(async (action, cancellation): Promise<CodeAction | ResponseError> => {
    // It is the client's own command: there is nothing to work out.
    if (action.command !== undefined) return action;
    try {
      const all = await resolveFixAll(parts, action, cancellation);
      if (all !== undefined && all !== null) return { ...action, edit: all };
      const silence = await resolveSilence(parts, action, cancellation);
      if (silence !== undefined && silence !== null) return { ...action, edit: silence };
      const found = await findFixAgain(parts, action.data, cancellation);
      const edit = found && editOf(parts, found.text, found.fix);
      if (edit !== null) return 'refusal' in edit ? refuse(parts, edit.refusal) : { ...action, edit: edit.edit };
    } catch (error) {
      log.failure(words => words.fixFailed(), error);
    }
    return new ResponseError(LSPErrorCodes.RequestFailed, language.words.fixOutdated());
  });
}

/** What a client shows of an answer that failed is seldom more than that it failed: the reason is a message, too. */
function refuse({ connection, language }: ServerParts, refusal: Message): ResponseError {
  const message = render(refusal, language.core);
  const told = connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  told.catch(() => undefined);
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** What is offered for one of the document's texts. `all`: the diagnoses of all of them. */
async function listActions(
  parts: ServerParts,
  diagnosis: Diagnosis,
  all: readonly Diagnosis[],
  params: CodeActionParams,
  cancellation: CancellationToken,
): Promise<CodeAction[]> {
  const actions = new Map<string, CodeAction>();
  const found: FixesOf[] = [];
  for (const subject of listSubjects(diagnosis, params)) {
    found.push({ subject, fixes: await tryFixes(parts, diagnosis, subject) });
    if (cancellation.isCancellationRequested) return [];
  }
  const offered: Offered[] = [];
  const looksAhead = isInvoked(params) || isQuick(diagnosis, found);
  for (const each of found) {
    offered.push(...(await tryOffers(parts, diagnosis, each, looksAhead)));
    if (cancellation.isCancellationRequested) return [];
  }
  for (const each of sortOffers(offered)) {
    const action = toAction(parts, diagnosis, each, params.context.diagnostics);
    if (action !== null) addAction(actions, action);
  }
  const fixes = offered.map(({ subject, fix }) => [subject, fix] as const);
  const touched = wants(params, CodeActionKind.QuickFix) ? diagnosis.findings.filter(each => touches(diagnosis.text, each, params)) : [];
  return [
    ...actions.values(),
    ...(await tryInFile(parts, all, fixes)),
    ...offerCommands(parts, diagnosis, params),
    ...offerValues(parts, diagnosis, touched),
    ...trySilence(parts, diagnosis, touched, kindOfSilence([...actions.values()])),
  ];
}

/** Who selects a whole document may touch thousands; no menu has room for what all of them offer. */
const mostFindings = 100;
const mostElements = 10;

/** The findings first: what one of them offers is not offered again as a rewrite. */
function listSubjects({ text, document, findings }: Diagnosis, params: CodeActionParams): Subject[] {
  const touched = wants(params, CodeActionKind.QuickFix) ? findings.filter(finding => touches(text, finding, params)) : [];
  const named = wants(params, CodeActionKind.RefactorRewrite)
    ? listElements(document).filter(({ name }) => touches(text, name, params))
    : [];
  return [...touched.slice(0, mostFindings), ...named.slice(0, mostElements)];
}

/** Source actions are listed only for who asks for them by kind: an editor, when a document is saved, or its own menu of them. */
function asksForSource({ context }: CodeActionParams): boolean {
  return context.only?.some(only => only !== '' && (sourceFixAll === only || sourceFixAll.startsWith(`${only}.`))) === true;
}

/** Kinds are hierarchical: who asks for `refactor` gets `refactor.rewrite`. */
function wants({ context }: CodeActionParams, kind: CodeActionKind): boolean {
  return context.only === undefined || context.only.some(only => only === '' || kind === only || kind.startsWith(`${only}.`));
}

function touches(document: ServedText, { start, end }: Span, { range }: CodeActionParams): boolean {
  return start <= document.offsetAt(range.end) && document.offsetAt(range.start) <= end;
}

/** What is offered, and for what. */
interface Offered extends Offer {
  readonly subject: Subject;
}

/** Whether somebody asks to see the fixes. An editor also asks by itself, wherever the caret comes to. */
function isInvoked({ context }: CodeActionParams): boolean {
  return context.triggerKind !== CodeActionTriggerKind.Automatic;
}

/**
 * How much is judged again for who did not ask, in code units of text. A click on the light bulb shows what the editor has asked for by itself, so what
 * follows from a fix is said there, too: for the four rewrites of an element it took 10 to 95 ms in all on a busy machine, in documents of 1 and of
 * 250 kB alike, and 0.1 ms when they were asked for again. Who selects much touches many findings, and gets titles alone beyond this.
 */
const mostUnasked = 1_000_000;
/** A fix takes as long in a short document as in one of this length. */
const shortText = 80_000;

interface FixesOf {
  readonly subject: Subject;
  readonly fixes: readonly Fix[];
}

/** Whether what follows from all of these fixes is worked out before anybody waits. */
function isQuick({ judged }: Diagnosis, found: readonly FixesOf[]): boolean {
  const count = found.reduce((sum, { fixes }) => sum + fixes.length, 0);
  return count * Math.max(shortText, judged.document.text.length) <= mostUnasked;
}

/** A fix that throws costs those of its finding, nothing else. */
async function tryFixes(parts: ServerParts, { text, judged }: Diagnosis, subject: Subject): Promise<readonly Fix[]> {
  try {
    return await fixesOf(parts, text.uri, judged, subject);
  } catch (error) {
    parts.log.failure(words => words.fixesFailed(subject), error);
    return [];
  }
}

/** `looksAhead`: whether it is worked out what follows from each. */
async function tryOffers(parts: ServerParts, { judged }: Diagnosis, { subject, fixes }: FixesOf, looksAhead: boolean): Promise<Offered[]> {
  try {
    const offers = looksAhead ? await offerFixes(judged, fixes) : fixes.map((fix): Offer => ({ fix, after: null, title: fix.title }));
    return offers.map(offer => ({ subject, ...offer }));
  } catch (error) {
    parts.log.failure(words => words.fixesFailed(subject), error);
    return [];
  }
}

async function trySourceFixes(parts: ServerParts, uri: string, cancellation: CancellationToken): Promise<CodeAction[]> {
  try {
    return await offerSourceFixes(parts, uri, cancellation);
  } catch (error) {
    parts.log.failure(words => words.neutralFixesFailed(), error);
    return [];
  }
}

async function tryInFile(
  parts: ServerParts,
  diagnoses: readonly Diagnosis[],
  offered: readonly (readonly [Subject, Fix])[],
): Promise<CodeAction[]> {
  try {
    return await offerInFile(parts, diagnoses, offered);
  } catch (error) {
    parts.log.failure(words => words.fileFixesFailed(), error);
    return [];
  }
}

function trySilence(parts: ServerParts, diagnosis: Diagnosis, touched: readonly Finding[], kind: CodeActionKind): CodeAction[] {
  try {
    return offerSilence(parts, diagnosis, touched, kind);
  } catch (error) {
    parts.log.failure(words => words.silencingFailed(), error);
    return [];
  }
}

/** An editor lists quick fixes first, and its first row is what Enter takes: silence is no quick fix where all that cures is a rewrite. */
function kindOfSilence(cures: readonly CodeAction[]): CodeActionKind {
  const isRewriteAlone = cures.length > 0 && cures.every(({ kind }) => kind === CodeActionKind.RefactorRewrite);
  return isRewriteAlone ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix;
}

/** Null where the client wants edits at once, and the host cannot hold them. */
function toAction(parts: ServerParts, reading: Reading, { subject, fix, title }: Offered, shown: readonly Diagnostic[]): CodeAction | null {
  const { start } = reading.text.rangeOf(subject);
  const cured = shown.filter(
    ({ source, code, range }) =>
      source === diagnosticSource && code === subject.code && range.start.line === start.line && range.start.character === start.character,
  );
  const resolves = parts.client().textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  const edit = resolves ? null : editOf(parts, reading.text, fix);
  if (edit !== null && 'refusal' in edit) return null;
  return {
    title,
    ...(subject.code === null ? { kind: CodeActionKind.RefactorRewrite } : { kind: CodeActionKind.QuickFix, isPreferred: fix.preferred }),
    ...(cured.length > 0 ? { diagnostics: cured } : {}),
    ...(edit === null ? { data: nameFix(reading, subject, fix) } : edit),
  };
}

/** One fix may cure several findings: it is offered once, for all of them. */
function addAction(actions: Map<string, CodeAction>, action: CodeAction): void {
  const known = actions.get(action.title);
  if (known === undefined) actions.set(action.title, action);
  else if (action.diagnostics !== undefined) known.diagnostics = [...(known.diagnostics ?? []), ...action.diagnostics];
}

/** One undo step: all edits in one change of one document, with what the title has no room for. Or why the host cannot hold them. */
function editOf(
  { client }: ServerParts,
  text: ServedText,
  { title, detail, edits }: Fix,
): { readonly edit: WorkspaceEdit } | { readonly refusal: Message } {
  const written = text.write(edits);
  if ('refusal' in written) return written;
  const note = detail === undefined ? null : { label: title, description: detail, needsConfirmation: false };
  return { edit: toWorkspaceEdit(client(), [{ document: text.document, edits: written.edits, note }]) };
}
