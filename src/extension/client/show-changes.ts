import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** What runs after a fix was applied: with the document's address and the lines that it has changed. */
export const showChangeCommand = 'apimTokenDoctor.showChange';

/** After a fix from the light bulb the lines that it has changed are shown: an edit alone leaves the editor where it was. */
export const showChanges: Middleware = {
  async resolveCodeAction(item, token, next) {
    const action = await next(item, token);
    if (action?.edit === undefined || action.command !== undefined) return action;
    const [entry, ...others] = action.edit.entries();
    if (entry === undefined || others.length > 0) return action;
    const [uri, edits] = entry;
    action.command = { command: showChangeCommand, title: '', arguments: [uri.toString(), listChangedLines(edits)] };
    return action;
  },
};

/** The lines that the edits leave changed, as they are numbered afterwards. Edits do not overlap. Exported for tests. */
export function listChangedLines(edits: readonly vscode.TextEdit[]): vscode.Range[] {
  const state = { added: 0 };
  return [...edits]
    .sort((one, other) => one.range.start.compareTo(other.range.start))
    .map(({ range, newText }) => {
      const written = newText.split(/\r\n|\r|\n/).length - 1;
      const start = range.start.line + state.added;
      state.added += written - (range.end.line - range.start.line);
      // What ends with a line break leaves the next line as it was.
      const whole = written > 0 && /[\r\n]$/.test(newText) && range.end.character === 0;
      return new vscode.Range(start, 0, start + written - (whole ? 1 : 0), 0);
    });
}
