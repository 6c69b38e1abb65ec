// The least that an extension can do to mark a line: no server, no look at the document but for the line that was typed in.
import * as vscode from 'vscode';

/** Marks a line that has the letter before the end of an element, as an error, and nothing where it has not. */
export function activate(/** @type {vscode.ExtensionContext} */ context) {
  const marks = vscode.languages.createDiagnosticCollection('marks');
  const mark = (/** @type {vscode.TextDocumentChangeEvent} */ { document, contentChanges }) => {
    const [change] = contentChanges;
    if (change === undefined) return;
    const { text, range } = document.lineAt(change.range.start.line);
    marks.set(document.uri, text.includes('y</') ? [new vscode.Diagnostic(range, 'marked', vscode.DiagnosticSeverity.Error)] : []);
  };
  context.subscriptions.push(marks, vscode.workspace.onDidChangeTextDocument(mark));
}
