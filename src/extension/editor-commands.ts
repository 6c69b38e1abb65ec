import * as vscode from 'vscode';
import { showChangeCommand } from './client/show-changes.js';
import type { ServerLink } from './client/server-link.js';
import { registerCommand } from './messages/register-command.js';
import { say } from './messages/message.js';
import { mention } from './messages/notify.js';
import { switchRuleOff } from './settings.js';
import { showChange, showFixes, type Stretch } from './show-place.js';

/**
 * What lenses and the light bulb run. These commands are not in the manifest: without a place they mean nothing, and whoever has a place has
 * the extension running.
 */
export function registerEditorCommands(server: Pick<ServerLink, 'toUri' | 'listActions'>): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('apimTokenDoctor.showFixes', async (place: unknown) => {
      if (!isPlace(place)) return;
      const document = await vscode.workspace.openTextDocument(server.toUri(place.uri));
      const shown = vscode.window.visibleTextEditors.find(editor => editor.document === document);
      await showFixes(server, document, place, shown?.viewColumn ?? vscode.ViewColumn.Active);
    }),
    registerCommand(showChangeCommand, (uri: unknown, ranges: unknown) => {
      if (typeof uri === 'string' && Array.isArray(ranges))
        showChange(
          uri,
          ranges.filter(range => range instanceof vscode.Range),
        );
      return Promise.resolve();
    }),
    registerCommand('apimTokenDoctor.silenceRule', async (code: unknown, uri: unknown) => {
      if (typeof code !== 'string' || typeof uri !== 'string') return;
      mention('bell-slash', say('rule-off', { code, where: await switchRuleOff(code, server.toUri(uri)) }));
    }),
  );
}

function isPlace(raw: unknown): raw is Stretch & { readonly uri: string } {
  if (typeof raw !== 'object' || raw === null) return false;
  const { uri, start, end } = raw as Record<string, unknown>;
  return typeof uri === 'string' && typeof start === 'number' && typeof end === 'number';
}
