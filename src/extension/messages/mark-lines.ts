import * as vscode from 'vscode';

/** How long a mark stays (milliseconds). */
const moment = 2000;

/** Marks whole lines of an editor for a moment, as VS Code marks where a search has led. */
export function markLines(editor: vscode.TextEditor, ranges: readonly vscode.Range[]): void {
  const mark = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  editor.setDecorations(mark, ranges);
  setTimeout(() => mark.dispose(), moment);
}
