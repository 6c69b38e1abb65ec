import * as vscode from 'vscode';
import { readJson, type Fetched } from './fetch-document.js';
import { readNamedValues } from './read-named-values.js';

type Problem = { readonly problem: string };

/** Reads a JSON file that a setting names. Never rejects. */
export async function readJsonFile(file: string): Promise<Fetched> {
  const read = await readText(file);
  if (typeof read !== 'string') return read;
  const document = readJson(read);
  return document === undefined ? { problem: `The file ${file} is not JSON.` } : { document };
}

/** Reads a file of named values that a setting names: JSON, or lines NAME=VALUE. Never rejects. */
export async function readNamedValueFile(file: string): Promise<{ readonly namedValues: Readonly<Record<string, string>> } | Problem> {
  const read = await readText(file);
  if (typeof read !== 'string') return read;
  const namedValues = readNamedValues(read);
  if (namedValues !== null) return { namedValues };
  return { problem: `The file ${file} holds no named values: write a JSON object, name → value, or lines NAME=VALUE.` };
}

/** `file`: a path, or an address of a workspace in the cloud. */
async function readText(file: string): Promise<string | Problem> {
  const uri = /^[a-z][a-z0-9+.-]+:\/\//i.test(file) ? vscode.Uri.parse(file) : vscode.Uri.file(file);
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return { problem: `The file ${file} could not be read.` };
  }
}
