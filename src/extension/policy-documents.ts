import * as vscode from 'vscode';
import { sniffHost } from '../core/hosts/sniff-host.js';
import { sniffPolicy } from '../core/text/sniff-policy.js';
import { readSettings } from './settings.js';

/**
 * The policy documents that the language server is told about. `apim-policy` is another extension's language; it is only
 * listened to. Untitled plain text is where people paste a policy before they save it. Files that hold policies inside are registered one by one.
 */
export const policySelector = [
  { language: 'xml' },
  { language: 'apim-policy' },
  { pattern: '**/*.{cshtml,tpl,tftpl,tmpl}' },
  { scheme: 'untitled', language: 'plaintext' },
] as const satisfies readonly vscode.DocumentFilter[];

/** Names for documents that were not saved yet, by language. */
const unsaved: Readonly<Record<string, string>> = { terraform: 'main.tf', bicep: 'main.bicep', json: 'main.json' };

/** Whether the document begins like a policy document, or has one inside. Old versions that git shows for comparison do not count. */
export function isPolicyDocument(document: vscode.TextDocument): boolean {
  if (document.uri.scheme === 'git') return false;
  return isWhollyPolicy(document) ? sniffPolicy(length => readBeginning(document, length)) : lookInside(document) === 'policy';
}

/** Whether it is a policy document or none, by its name and language: nothing is looked for inside. */
function isWhollyPolicy(document: vscode.TextDocument): boolean {
  return vscode.languages.match(policySelector, document) > 0;
}

/** What a document that is no policy document itself has for us; see `sniffHost`. */
export function lookInside(document: vscode.TextDocument): 'policy' | 'loads' | null {
  const { uri, languageId } = document;
  if (uri.scheme === 'git' || uri.scheme === 'output' || isWhollyPolicy(document)) return null;
  const name = uri.scheme === 'untitled' ? (unsaved[languageId] ?? uri.path) : uri.path;
  return sniffHost(name, length => readBeginning(document, length), readSettings().hosts === 'all');
}

/**
 * Whether an edit may have made a policy of the document, so that it is worth another look: a host is looked at as a whole, and who types in a
 * long one must not notice.
 */
export function mayHaveBecomePolicy({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
  return isWhollyPolicy(document) || contentChanges.some(({ text }) => /[<>/"]/.test(text));
}

function readBeginning(document: vscode.TextDocument, length: number): string {
  return document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(length)));
}
