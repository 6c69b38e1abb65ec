import { CodeActionKind, type CancellationToken, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import {
  choiceOf,
  fixAll,
  isRewriteName,
  isSameChoice,
  listFixGroups,
  neutralChoice,
  render,
  say,
  type Fix,
  type FixChoice,
} from '../../core/index.js';
import type { Subject } from '../fix-identity.js';
import { toSignal } from '../grounds.js';
import type { Diagnosis } from '../readings.js';
import type { ServerParts } from '../server-parts.js';
import { toWorkspaceEdit } from '../workspace-edit.js';

/** What changes no outcome, when a document is saved or on demand. Part of what `source.fixAll` asks for. */
export const sourceFixAll = `${CodeActionKind.SourceFixAll}.apimTokenDoctor`;

/** A menu opens at each move of the cursor, so not everything in a long document is looked at for it. */
const mostFindings = 100;
const mostElements = 20;

/** What an action remembers that applies fixes wherever they can be applied. */
interface FixAllIdentity {
  readonly uri: string;
  readonly all: FixChoice;
}

/** The one source action, where something is to do. */
export async function offerSourceFixes(parts: ServerParts, uri: string, cancellation: CancellationToken): Promise<CodeAction[]> {
  const edit = await workOut(parts, { uri, all: neutralChoice }, render(say('fix-all-neutral', {})), cancellation);
  // Whoever saves does not wait for a second question.
  return edit === null ? [] : [{ title: render(say('fix-all-neutral', {})), kind: sourceFixAll, edit }];
}

/** Beside a fix that is offered: the same wherever else the document has room for it. */
export async function offerInFile(
  { client }: ServerParts,
  { text, judged, findings: all }: Diagnosis,
  offered: readonly (readonly [Subject, Fix])[],
): Promise<CodeAction[]> {
  const resolves = client().textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  if (!resolves || offered.length === 0) return [];
  const codes = new Set(offered.map(([{ code }]) => code));
  const findings = all.filter(({ code }) => codes.has(code));
  const rewrites = offered.some(([, { code }]) => isRewriteName(code));
  const limits = { mostFindings, mostElements: rewrites ? mostElements : 0 };
  const groups = await listFixGroups(judged, findings, limits);
  return groups.flatMap(({ choice, title, count }): CodeAction[] => {
    const like = offered.find(([subject, fix]) => isSameChoice(choiceOf(fix, subject.code ?? fix.code), choice));
    if (like === undefined || count < 2) return [];
    const identity: FixAllIdentity = { uri: text.uri, all: choice };
    const kind = like[0].code === null ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix;
    return [{ title: render(say('fix-all-in-file', { title })), kind, data: identity }];
  });
}

/** The edit of an action that applies fixes everywhere, worked out on the newest text; undefined for an action of another kind. */
export async function resolveFixAll(
  parts: ServerParts,
  { title, data }: CodeAction,
  cancellation: CancellationToken,
): Promise<WorkspaceEdit | null | undefined> {
  return isFixAllIdentity(data) ? workOut(parts, data, title, cancellation) : undefined;
}

async function workOut(
  { readings, grounds, documents, client }: ServerParts,
  { uri, all }: FixAllIdentity,
  label: string,
  cancellation: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const reading = await readings.judge(uri);
  if (reading === null || reading.document.root === null) return null;
  const { text, judged } = reading;
  const { edits, titles, details } = await fixAll(judged, all, await grounds.optionsFor(uri, toSignal(cancellation)));
  // Who typed while this was worked out gets nothing rather than edits of the older text.
  if (cancellation.isCancellationRequested || edits.length === 0 || documents.get(uri)?.version !== text.version) return null;
  const note = { label, description: [...new Set([...titles, ...details])].join('; '), needsConfirmation: !all.neutral };
  return toWorkspaceEdit(client(), [{ document: text, edits, note }]);
}

function isFixAllIdentity(data: unknown): data is FixAllIdentity {
  if (typeof data !== 'object' || data === null || !('all' in data) || !('uri' in data) || typeof data.uri !== 'string') return false;
  return isFixChoice(data.all);
}

/** Whether what came back from a client is a choice. */
function isFixChoice(raw: unknown): raw is FixChoice {
  if (typeof raw !== 'object' || raw === null) return false;
  const { neutral, code, variant, title } = raw as Record<string, unknown>;
  return typeof neutral === 'boolean' && [code, variant, title].every(part => part === null || typeof part === 'string');
}
