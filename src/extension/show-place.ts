import * as vscode from 'vscode';
import { markLines } from './messages/mark-lines.js';
import { tickStep } from './walkthrough-steps.js';

/** How long an editor needs to scroll to a place (milliseconds). Nothing tells when it has. */
const frames = 250;

/** How long the findings of a file that was just opened are waited for (milliseconds): then the list opens without what they offer. */
const patience = 10_000;

/** A stretch of a document: UTF-16 code units, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

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
 * Opens the list of fixes for a stretch. The list opens at the cursor and scrolls there, so that the cursor stands at the beginning of the line,
 * with what leads up to the stretch selected. Of a file that was not open, the findings are waited for.
 */
export async function showFixes(document: vscode.TextDocument, { start }: Stretch, viewColumn: vscode.ViewColumn): Promise<void> {
  const from = document.positionAt(start);
  const begin = new vscode.Position(from.line, document.lineAt(from.line).firstNonWhitespaceCharacterIndex);
  await select(document, new vscode.Selection(from, begin), viewColumn);
  await whenFound(document, from);
  // A panel that had the focus has it a moment longer, and the editor scrolls in one of its next frames: both close an open list.
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await new Promise(resolve => setTimeout(resolve, frames));
  await vscode.commands.executeCommand('editor.action.quickFix');
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
