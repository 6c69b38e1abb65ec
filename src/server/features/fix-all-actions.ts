import { CodeActionKind, type CancellationToken, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import {
  choiceOf,
  fixAll,
  isRewriteName,
  isSameChoice,
  listFixGroups,
  mergeGroups,
  neutralChoice,
  render,
  say,
  type Edit,
  type Fix,
  type FixChoice,
  type FixGroup,
} from '../../core/index.js';
import { sourceFixAll } from '../capabilities.js';
import type { Subject } from '../fix-identity.js';
import { toSignal } from '../grounds.js';
import type { Diagnosis } from '../readings.js';
import type { ServerParts } from '../server-parts.js';
import { toWorkspaceEdit } from '../workspace-edit.js';

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
  const title = render(say('fix-all-neutral', {}), parts.language.core);
  const edit = await workOut(parts, { uri, all: neutralChoice }, title, cancellation);
  // Whoever saves does not wait for a second question.
  return edit === null ? [] : [{ title, kind: sourceFixAll, edit }];
}

/** Beside a fix that is offered: the same wherever else the document has room for it, in all of its texts. */
export async function offerInFile(
  { client, language }: ServerParts,
  diagnoses: readonly Diagnosis[],
  offered: readonly (readonly [Subject, Fix])[],
): Promise<CodeAction[]> {
  const resolves = client().textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  const [first] = diagnoses;
  if (!resolves || offered.length === 0 || first === undefined) return [];
  const codes = new Set(offered.map(([{ code }]) => code));
  const rewrites = offered.some(([, { code }]) => isRewriteName(code));
  const limits = { mostFindings, mostElements: rewrites ? mostElements : 0 };
  const lists: (readonly FixGroup[])[] = [];
  for (const { judged, findings } of diagnoses)
    lists.push(
      await listFixGroups(
        judged,
        findings.filter(({ code }) => codes.has(code)),
        limits,
      ),
    );
  return mergeGroups(lists).flatMap(({ choice, title, count }): CodeAction[] => {
    const like = offered.find(([subject, fix]) => isSameChoice(choiceOf(fix, subject.code ?? fix.code), choice));
    if (like === undefined || count < 2) return [];
    const identity: FixAllIdentity = { uri: first.text.uri, all: choice };
    const kind = like[0].code === null ? CodeActionKind.RefactorRewrite : CodeActionKind.QuickFix;
    return [{ title: render(say('fix-all-in-file', { title }), language.core), kind, data: identity }];
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
  const edits: Edit[] = [];
  const said = new Set<string>();
  const found = await readings.judgeAll(uri);
  for (const { text, document, judged } of found) {
    if (document.root === null) continue;
    const fixed = await fixAll(judged, all, await grounds.optionsFor(uri, toSignal(cancellation)));
    const written = text.write(fixed.edits);
    // What a host cannot hold is left as it is; who chooses it alone is told why.
    if ('refusal' in written || fixed.edits.length === 0) continue;
    edits.push(...written.edits);
    for (const each of [...fixed.titles, ...fixed.details]) said.add(each);
  }
  const document = found[0]?.text.document;
  // Who typed while this was worked out gets nothing rather than edits of the older text.
  const isOld = document === undefined || documents.get(uri)?.version !== document.version;
  if (cancellation.isCancellationRequested || edits.length === 0 || isOld) return null;
  const note = { label, description: [...said].join('; '), needsConfirmation: !all.neutral };
  return toWorkspaceEdit(client(), [{ document, edits, note }]);
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
