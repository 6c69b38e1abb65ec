import * as vscode from 'vscode';

/** What every folder of an API has that was taken out of API Management; the manifest wakes the extension for it, too. */
const apiFile = '**/apiInformation.json';

/**
 * Shows the view of request paths where the workspace has APIs, now or later, before anything else of the product runs. The search ends at the
 * first file; VS Code has made the same one to know whether to wake the extension.
 */
export function watchForApis(): vscode.Disposable {
  const show = (): void => void vscode.commands.executeCommand('setContext', 'apimTokenDoctor.hasRequestPaths', true);
  const look = (): void => {
    vscode.workspace.findFiles(apiFile, '**/node_modules/**', 1).then(
      ([first]) => {
        if (first !== undefined) show();
      },
      // Where nothing can be searched for, an opened policy tells.
      () => undefined,
    );
  };
  look();
  const watcher = vscode.workspace.createFileSystemWatcher(apiFile, false, true, true);
  return vscode.Disposable.from(watcher, watcher.onDidCreate(show), vscode.workspace.onDidChangeWorkspaceFolders(look));
}
