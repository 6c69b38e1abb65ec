import {
  CodeActionKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionOptions,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../core/finding.js';
import type { Fix } from '../../core/fixes/fix.js';
import { findFixAgain, nameFix } from '../fix-identity.js';
import type { Diagnosis } from '../diagnoser.js';
import type { ServerParts } from '../server-parts.js';
import { diagnosticSource, toRange, toTextEdit } from '../to-lsp.js';

export const codeActionCapability: CodeActionOptions = { codeActionKinds: [CodeActionKind.QuickFix], resolveProvider: true };

/**
 * Fixes of the findings under the cursor. Their edits are worked out when one is chosen, from the text as it is then:
 * the client does not check versions on this way, so an edit of an older text would land in the wrong place.
 */
export function answerCodeActions(parts: ServerParts): void {
  const { connection, documents, diagnoser, log } = parts;

  connection.onCodeAction(async (params, cancellation): Promise<CodeAction[]> => {
    const document = documents.get(params.textDocument.uri);
    if (document === undefined || !wantsQuickFixes(params)) return [];
    const diagnosis = await diagnoser.diagnose(document, cancellation);
    if (diagnosis === null) return [];
    const actions = new Map<string, CodeAction>();
    for (const finding of diagnosis.findings) {
      if (!touches(document, finding, params)) continue;
      for (const fix of await fixesOf(parts, document, diagnosis, finding)) {
        if (cancellation.isCancellationRequested) return [];
        addAction(actions, toAction(parts, document, finding, fix, params.context.diagnostics));
      }
    }
    return [...actions.values()];
  });

  connection.onCodeActionResolve(async (action, cancellation): Promise<CodeAction | ResponseError> => {
    try {
      const found = await findFixAgain(parts, action.data, cancellation);
      if (found !== null) return { ...action, edit: toWorkspaceEdit(parts, found.document, found.fix) };
    } catch (error) {
      log.failure('A fix could not be worked out', error);
    }
    return new ResponseError(
      LSPErrorCodes.RequestFailed,
      'The policy has changed since this fix was offered, so nothing was changed. Open the list of fixes again.',
    );
  });
}

function wantsQuickFixes({ context }: CodeActionParams): boolean {
  return context.only === undefined || context.only.some(kind => kind === '' || kind === CodeActionKind.QuickFix);
}

function touches(document: TextDocument, finding: Finding, { range }: CodeActionParams): boolean {
  return finding.start <= document.offsetAt(range.end) && document.offsetAt(range.start) <= finding.end;
}

/** A fix that throws costs its own action, nothing else. */
async function fixesOf(
  { judgement, log }: ServerParts,
  document: TextDocument,
  { facts }: Diagnosis,
  finding: Finding,
): Promise<readonly Fix[]> {
  try {
    return await judgement.applyFix(document.getText(), finding, facts);
  } catch (error) {
    log.failure(`The fixes of ${finding.code} failed`, error);
    return [];
  }
}

function toAction(parts: ServerParts, document: TextDocument, finding: Finding, fix: Fix, shown: readonly Diagnostic[]): CodeAction {
  const { start } = toRange(document, finding);
  const cured = shown.filter(
    ({ source, code, range }) =>
      source === diagnosticSource && code === finding.code && range.start.line === start.line && range.start.character === start.character,
  );
  const resolves = parts.client().textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    isPreferred: fix.preferred,
    ...(cured.length > 0 ? { diagnostics: cured } : {}),
    ...(resolves ? { data: nameFix(document, finding, fix, parts.judgement) } : { edit: toWorkspaceEdit(parts, document, fix) }),
  };
}

/** One fix may cure several findings: it is offered once, for all of them. */
function addAction(actions: Map<string, CodeAction>, action: CodeAction): void {
  const known = actions.get(action.title);
  if (known === undefined) actions.set(action.title, action);
  else if (action.diagnostics !== undefined) known.diagnostics = [...(known.diagnostics ?? []), ...action.diagnostics];
}

/** One undo step: all edits in one change of one document. */
function toWorkspaceEdit({ client }: ServerParts, document: TextDocument, fix: Fix): WorkspaceEdit {
  const edits = fix.edits.map(edit => toTextEdit(document, edit));
  const { uri, version } = document;
  if (client().workspace?.workspaceEdit?.documentChanges !== true) return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}
