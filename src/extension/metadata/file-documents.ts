import * as vscode from 'vscode';
import { readDocument, type Fetched } from './read-document.js';
import { readNamedValues, type FileOfNamedValues } from './read-named-values.js';

type Problem = { readonly problem: string; readonly reason: string };

/** The most bytes of a file that are read: as many as of an answer of the network. */
const longestFile = 1_048_576;

/** Reads a JSON file that a setting names. Never rejects. */
export async function readJsonFile(file: string): Promise<Fetched> {
  const read = await readText(file);
  if (typeof read !== 'string') return read;
  return readDocument(read, `The file ${file} is not JSON.`);
}

/** Reads a file of named values that a setting names: JSON, or lines NAME=VALUE. Never rejects. */
export async function readNamedValueFile(file: string): Promise<FileOfNamedValues | Problem> {
  const read = await readText(file);
  if (typeof read !== 'string') return read;
  const namedValues = readNamedValues(read);
  if (namedValues !== null) return namedValues;
  return {
    problem: `The file ${file} holds no named values: write a JSON object, name → value, or lines NAME=VALUE.`,
    reason: 'no named values',
  };
}

/** `file`: a path, or an address of a workspace in the cloud. */
async function readText(file: string): Promise<string | Problem> {
  const uri = /^[a-z][a-z0-9+.-]+:\/\//i.test(file) ? vscode.Uri.parse(file) : vscode.Uri.file(file);
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > longestFile) return { problem: `The file ${file} is larger than 1 MiB, so it was not read.`, reason: 'too large' };
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return { problem: `The file ${file} could not be read.`, reason: 'not read' };
  }
}
