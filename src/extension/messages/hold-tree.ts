import * as vscode from 'vscode';

/**
 * Holds the place of a tree view until somebody unfolds it. Then `use` is called, which puts the tree itself there: dispose of this one
 * before.
 */
export function holdTree(id: string, use: () => Promise<unknown>): vscode.Disposable {
  return vscode.window.registerTreeDataProvider<vscode.TreeItem>(id, {
    async getChildren() {
      await use();
      return [];
    },
    getTreeItem: item => item,
  });
}
