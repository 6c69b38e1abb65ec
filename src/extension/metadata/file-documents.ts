import * as vscode from 'vscode';
import { readJson, type Fetched } from './fetch-document.js';

/** Reads a JSON file that a setting names: a path, or an address of a workspace in the cloud. Never rejects. */
export async function readJsonFile(file: string): Promise<Fetched> {
  const uri = /^[a-z][a-z0-9+.-]+:\/\//i.test(file) ? vscode.Uri.parse(file) : vscode.Uri.file(file);
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    const document = readJson(new TextDecoder().decode(bytes));
    return document === undefined ? { problem: `The file ${file} is not JSON.` } : { document };
  } catch {
    return { problem: `The file ${file} could not be read.` };
  }
}
