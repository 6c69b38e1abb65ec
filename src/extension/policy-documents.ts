import * as vscode from 'vscode';
import { sniffPolicy } from '../core/text/sniff-policy.js';

/**
 * The documents that the language server is told about. `apim-policy` is another extension's language; it is only
 * listened to. Untitled plain text is where people paste a policy before they save it.
 */
export const policySelector = [
  { language: 'xml' },
  { language: 'apim-policy' },
  { pattern: '**/*.{cshtml,tpl,tftpl}' },
  { scheme: 'untitled', language: 'plaintext' },
] as const satisfies readonly vscode.DocumentFilter[];

/** Whether the document begins like a policy document. Old versions that git shows for comparison do not count. */
export function isPolicyDocument(document: vscode.TextDocument): boolean {
  if (document.uri.scheme === 'git' || vscode.languages.match(policySelector, document) === 0) return false;
  return sniffPolicy(length => document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(length))));
}
