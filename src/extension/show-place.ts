import * as vscode from 'vscode';
import type { OfferedAction } from './client/offered-actions.js';
import type { ServerLink } from './client/server-link.js';
import { markLines } from './messages/mark-lines.js';
import { quote, say, type Message } from './messages/message.js';
import { mention, notify } from './messages/notify.js';
import { pickOne } from './messages/pick-one.js';
import { tickStep } from './walkthrough-steps.js';

/** How long the findings of a file that was just opened are waited for (milliseconds): then the list opens without what they offer. */
const patience = 10_000;

/** A stretch of a document: UTF-16 code units, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whoever knows what is offered at a place. */
export type OffersActions = Pick<ServerLink, 'listActions'>;

/**
 * Shows a stretch in an editor, with the beginning of its line: the cursor stands at its beginning, and its first line alone is selected, so
 * that nothing scrolls sideways as far as the line's beginning and the stretch's fit side by side.
 */
export async function showStretch(document: vscode.TextDocument, { start, end }: Stretch, viewColumn: vscode.ViewColumn): Promise<void> {
  const from = document.positionAt(start);
  const to = document.positionAt(end);
  const last = to.line === from.line ? to : document.lineAt(from.line).range.end;
  await select(document, new vscode.Selection(last, from), viewColumn);
}

async function select(document: vscode.TextDocument, selection: vscode.Selection, viewColumn: vscode.ViewColumn): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { viewColumn, selection });
  const { line, character } = selection.active;
  editor.revealRange(new vscode.Range(line, 0, line, character), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/**
 * Shows a stretch and lets the user pick one of its fixes. Of a file that was not open, the findings are waited for. It is a list of its own and
 * not the light bulb's menu: that one closes when the editor scrolls or gets the focus a moment later, and cuts long titles.
 */
export async function showFixes(
  server: OffersActions,
  document: vscode.TextDocument,
  { start }: Stretch,
  viewColumn: vscode.ViewColumn,
): Promise<void> {
  const from = document.positionAt(start);
  const begin = new vscode.Position(from.line, document.lineAt(from.line).firstNonWhitespaceCharacterIndex);
  await select(document, new vscode.Selection(from, begin), viewColumn);
  await whenFound(document, from);
  await pickAction(await server.listActions(document, from), from.line + 1);
}

async function pickAction(actions: readonly OfferedAction[], line: number): Promise<void> {
  if (actions.length === 0) return mention('info', say('fixes-none', { line }));
  const rows = actions.map(action => ({ ...nameAction(action.title), value: action }));
  const picked = await pickOne(rows, { title: say('fixes-title', { line }), placeHolder: say('fixes-which') });
  if (picked === undefined) return;
  const isDone = await picked.run().catch(() => false);
  if (!isDone) notify('warning', say('fix-not-applied'));
}

/** A title says after its first colon what follows from it: there is room for that in a line of its own. */
function nameAction(title: string): { readonly label: Message; readonly detail?: Message } {
  const [, label, detail] = /^(.+?): (.+)$/s.exec(title) ?? [];
  return label === undefined || detail === undefined ? { label: quote(title) } : { label: quote(label), detail: quote(detail) };
}

/** Resolves when a finding of ours is at a position, and in the end anyway. */
function whenFound({ uri }: vscode.TextDocument, position: vscode.Position): Promise<void> {
  const isFound = (): boolean =>
    vscode.languages.getDiagnostics(uri).some(({ source, range }) => source === 'apim-token-doctor' && range.contains(position));
  if (isFound()) return Promise.resolve();
  return new Promise(resolve => {
    const end = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(end, patience);
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(each => each.toString() === uri.toString()) && isFound()) end();
    });
  });
}

/** Brings lines that have just changed into view, from their beginnings, and marks them for a moment. Does nothing where no editor shows the document. */
export function showChange(uri: string, ranges: readonly vscode.Range[]): void {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  const [first] = ranges;
  if (editor === undefined || first === undefined) return;
  const line = editor.document.lineAt(Math.min(first.start.line, editor.document.lineCount - 1));
  const begin = new vscode.Position(line.lineNumber, line.firstNonWhitespaceCharacterIndex);
  // A cursor that stands far to the right would keep the editor there.
  editor.selection = new vscode.Selection(begin, begin);
  editor.revealRange(new vscode.Range(line.lineNumber, 0, first.end.line, 0), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  markLines(editor, ranges);
  tickStep('fix');
}
