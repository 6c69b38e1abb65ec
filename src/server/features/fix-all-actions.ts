import { CodeActionKind, type CancellationToken, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix } from '../../core/fixes/fix.js';
import { choiceOf, isRewriteName, isSameChoice, neutralChoice, type FixChoice } from '../../core/fixes/together/fix-choice.js';
import { say } from '../../core/messages/message.js';
import { render } from '../../core/messages/render.js';
import type { PolicyDocument } from '../../core/policy/policy-document.js';
import { toSignal, type Diagnosis } from '../diagnoser.js';
import type { Subject } from '../fix-identity.js';
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
export async function offerSourceFixes(parts: ServerParts, document: TextDocument, cancellation: CancellationToken): Promise<CodeAction[]> {
  const identity: FixAllIdentity = { uri: document.uri, all: neutralChoice };
  const edit = await workOut(parts, document, identity, render(say('fix-all-neutral', {})), cancellation);
  // Whoever saves does not wait for a second question.
  return edit === null ? [] : [{ title: render(say('fix-all-neutral', {})), kind: sourceFixAll, edit }];
}

/** Beside a fix that is offered: the same wherever else the document has room for it. */
export async function offerInFile(
  { judgement, client }: ServerParts,
  document: TextDocument,
  policies: PolicyDocument,
  diagnosis: Diagnosis,
  offered: readonly (readonly [Subject, Fix])[],
): Promise<CodeAction[]> {
  const resolves = client().textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  if (!resolves || offered.length === 0) return [];
  const codes = new Set(offered.map(([{ code }]) => code));
  const findings = diagnosis.findings.filter(({ code }) => codes.has(code));
  const rewrites = offered.some(([, { code }]) => isRewriteName(code));
  const limits = { mostFindings, mostElements: rewrites ? mostElements : 0 };
  const groups = await judgement.listFixGroups(policies, findings, diagnosis.facts, limits);
  return groups.flatMap(({ choice, title, count }): CodeAction[] => {
    const like = offered.find(([subject, fix]) => isSameChoice(choiceOf(fix, subject.code ?? fix.code), choice));
    if (like === undefined || count < 2) return [];
    const identity: FixAllIdentity = { uri: document.uri, all: choice };
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
  if (!isFixAllIdentity(data)) return undefined;
  const document = parts.documents.get(data.uri);
  return document === undefined ? null : workOut(parts, document, data, title, cancellation);
}

async function workOut(
  { judgement, diagnoser, documents, client }: ServerParts,
  document: TextDocument,
  { uri, all }: FixAllIdentity,
  label: string,
  cancellation: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const { version } = document;
  const text = document.getText();
  if (!judgement.mayHoldPolicy(text)) return null;
  const { facts, options } = await diagnoser.groundsFor(uri, toSignal(cancellation));
  const { edits, titles, details } = await judgement.fixAll(text, all, facts, options);
  // Who typed while this was worked out gets nothing rather than edits of the older text.
  if (cancellation.isCancellationRequested || edits.length === 0 || documents.get(uri)?.version !== version) return null;
  const note = { label, description: [...new Set([...titles, ...details])].join('; '), needsConfirmation: !all.neutral };
  return toWorkspaceEdit(client(), [{ document, edits, note }]);
}

function isFixAllIdentity(data: unknown): data is FixAllIdentity {
  if (typeof data !== 'object' || data === null || !('all' in data) || !('uri' in data) || typeof data.uri !== 'string') return false;
  return isFixChoice(data.all);
}

/** Whether what came back from a client is a choice. */
export function isFixChoice(raw: unknown): raw is FixChoice {
  if (typeof raw !== 'object' || raw === null) return false;
  const { neutral, code, variant, title } = raw as Record<string, unknown>;
  return typeof neutral === 'boolean' && [code, variant, title].every(part => part === null || typeof part === 'string');
}
