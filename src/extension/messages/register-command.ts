import * as vscode from 'vscode';
import { notifyFailure } from './notify.js';

/** Registers a command. VS Code would show what it rejects with, whatever that quotes: a fixed sentence stands in its place. */
export function registerCommand(id: string, run: (...parameters: unknown[]) => Promise<unknown>): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...parameters: unknown[]) => {
    try {
      return await run(...parameters);
    } catch {
      notifyFailure();
      return undefined;
    }
  });
}
