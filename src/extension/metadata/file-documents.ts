import * as vscode from 'vscode';
import { readDocument, type Fetched, type Problem } from '../../fetching/read-document.js';
import { say, type Message } from '../messages/message.js';
import { readNamedValues, type FileOfNamedValues } from './read-named-values.js';

/** The most bytes of a file that are read: as many as of an answer of the network. */
const longestFile = 1_048_576;

/** Reads a JSON file that a setting names. Never rejects. */
export async function readJsonFile(file: string): Promise<Fetched<Message>> {
  const read = await readText(file);
  if (typeof read !== 'string') return read;
  return readDocument(read, say('file-not-json', { file }));
}

/** Reads a file of named values that a setting names: JSON, or lines NAME=VALUE. Never rejects. */
export async function readNamedValueFile(file: string): Promise<FileOfNamedValues | Problem<Message>> {
  const read = await readText(file);
  if (typeof read !== 'string') return read;
  const namedValues = readNamedValues(read);
  if (namedValues !== null) return namedValues;
  return { problem: say('file-no-values', { file }), reason: 'no-named-values' };
}

/** `file`: a path, or an address of a workspace in the cloud. */
async function readText(file: string): Promise<string | Problem<Message>> {
  const uri = /^[a-z][a-z0-9+.-]+:\/\//i.test(file) ? vscode.Uri.parse(file) : vscode.Uri.file(file);
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > longestFile) return { problem: say('file-too-large', { file }), reason: 'too-large' };
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return { problem: say('file-not-read', { file }), reason: 'not-read' };
  }
}
