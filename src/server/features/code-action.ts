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
import type { Fix } from '../../core/fixes/fix.js';
import type { PolicyDocument } from '../../core/policy/policy-document.js';
import type { Span } from '../../core/text/span.js';
import { findFixAgain, fixesOf, listElements, nameFix, type Subject } from '../fix-identity.js';
import type { Diagnosis } from '../diagnoser.js';
import type { ServerParts } from '../server-parts.js';
import { diagnosticSource, toRange, toTextEdit } from '../to-lsp.js';

export const codeActionCapability: CodeActionOptions = {
  codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite],
  resolveProvider: true,
};

/**
 * Fixes of the findings under the cursor; on a token policy's opening tag also its rewrites, finding or not. Their edits are worked out when one is chosen, from the text as it is then:
 * the client does not check versions on this way, so an edit of an older text would land in the wrong place.
 */
export function answerCodeActions(parts: ServerParts): void {
  const { connection, documents, diagnoser, log } = parts;

  connection.onCodeAction(async (params, cancellation): Promise<CodeAction[]> => {
    const document = documents.get(params.textDocument.uri);
    if (document === undefined) return [];
    const diagnosis = await diagnoser.diagnose(document, cancellation);
    if (diagnosis === null) return [];
    const actions = new Map<string, CodeAction>();
    const offer: Offer = { document, policies: parts.judgement.readPolicies(document.getText()), diagnosis };
    for (const subject of listSubjects(offer, params)) {
      for (const fix of await tryFixes(parts, offer, subject)) {
        if (cancellation.isCancellationRequested) return [];
        addAction(actions, toAction(parts, offer, subject, fix, params.context.diagnostics));
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

/** What fixes are offered for: a document as it is now, and what was found in it. */
interface Offer {
  readonly document: TextDocument;
  readonly policies: PolicyDocument;
  readonly diagnosis: Diagnosis;
}

/** Who selects a whole document may touch thousands; no menu has room for what all of them offer. */
const mostFindings = 100;
const mostElements = 10;

/** The findings first: what one of them offers is not offered again as a rewrite. */
function listSubjects({ document, policies, diagnosis }: Offer, params: CodeActionParams): Subject[] {
  const { findings } = diagnosis;
  const touched = wants(params, CodeActionKind.QuickFix) ? findings.filter(finding => touches(document, finding, params)) : [];
  const named = wants(params, CodeActionKind.RefactorRewrite)
    ? listElements(policies).filter(({ name }) => touches(document, name, params))
    : [];
  return [...touched.slice(0, mostFindings), ...named.slice(0, mostElements)];
}

/** Kinds are hierarchical: who asks for `refactor` gets `refactor.rewrite`. */
function wants({ context }: CodeActionParams, kind: CodeActionKind): boolean {
  return context.only === undefined || context.only.some(only => only === '' || kind === only || kind.startsWith(`${only}.`));
}

function touches(document: TextDocument, { start, end }: Span, { range }: CodeActionParams): boolean {
  return start <= document.offsetAt(range.end) && document.offsetAt(range.start) <= end;
}

/** A fix that throws costs its own action, nothing else. */
async function tryFixes({ judgement, log }: ServerParts, { policies, diagnosis }: Offer, subject: Subject): Promise<readonly Fix[]> {
  try {
    return await fixesOf(policies, subject, diagnosis.facts, judgement);
  } catch (error) {
    log.failure(`The fixes of ${subject.code ?? 'a token policy'} failed`, error);
    return [];
  }
}

function toAction(parts: ServerParts, { document, policies }: Offer, subject: Subject, fix: Fix, shown: readonly Diagnostic[]): CodeAction {
  const { start } = toRange(document, subject);
  const cured = shown.filter(
    ({ source, code, range }) =>
      source === diagnosticSource && code === subject.code && range.start.line === start.line && range.start.character === start.character,
  );
  const resolves = parts.client().textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  return {
    title: fix.title,
    ...(subject.code === null ? { kind: CodeActionKind.RefactorRewrite } : { kind: CodeActionKind.QuickFix, isPreferred: fix.preferred }),
    ...(cured.length > 0 ? { diagnostics: cured } : {}),
    ...(resolves ? { data: nameFix(document, policies, subject, fix) } : { edit: toWorkspaceEdit(parts, document, fix) }),
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
