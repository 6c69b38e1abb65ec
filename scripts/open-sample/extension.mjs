// An extension for npm start alone: it opens the sample with its panel, once in a profile, so that a reload does not open it again.
import { commands } from 'vscode';

/** Called by VS Code when it has started. */
export async function activate({ globalState }) {
  if (globalState.get('opened')) return;
  await globalState.update('opened', true);
  await commands.executeCommand('apimTokenDoctor.openSample');
}
