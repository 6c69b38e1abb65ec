import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ClientRequests, FindFilesParams, WorkspaceFile } from '../../protocol.js';
import { RealFiles } from './real-files.js';

const method = 'apimTokenDoctor/workspace/files' satisfies keyof ClientRequests;

/** How many files one question gives at most, and how long (bytes) a file may be: what is asked for is short. */
const mostFiles = 5000;
const longestFile = 256 * 1024;
/** How long (bytes) a file may be that gives values, as on the command line. */
const longestRealFile = 1024 * 1024;

/** Answers the server's questions about files of the workspace, which may stand on a disk or elsewhere. */
export function answerWorkspaceFiles(client: BaseLanguageClient): vscode.Disposable {
  return client.onRequest(method, async (params: FindFilesParams): Promise<WorkspaceFile[]> => {
    const asked = (params.uris ?? []).slice(0, mostFiles).map(uri => client.protocol2CodeConverter.asUri(uri));
    const named = asked.filter(uri => vscode.workspace.getWorkspaceFolder(uri) !== undefined);
    const found = [...named, ...(await findFiles(params.endings))];
    const real = new RealFiles();
    const files = await Promise.all(found.map(uri => readFile(client, params.real === true ? real : null, uri)));
    return files.filter(file => file !== null);
  });
}

/** An ending is names with `/` between them; what would be a pattern is left out. */
async function findFiles(endings: readonly string[]): Promise<readonly vscode.Uri[]> {
  const names = endings.filter(
    ending => /^[\w.*-][\w .*-]*(?:\/[\w.-][\w .-]*)*$/.test(ending) && !ending.includes('**') && !ending.includes('..'),
  );
  const found = new Map<string, vscode.Uri>();
  for (const name of names) {
    for (const uri of await vscode.workspace.findFiles(`**/${name}`, '**/node_modules/**', mostFiles)) found.set(uri.toString(), uri);
  }
  return [...found.values()].slice(0, mostFiles);
}

/** Null where the file is gone or cannot be read, and where `real` asks for one that stands in the folder itself and this does not. */
async function readFile(client: BaseLanguageClient, real: RealFiles | null, uri: vscode.Uri): Promise<WorkspaceFile | null> {
  try {
    const bytes = await (real === null ? vscode.workspace.fs.readFile(uri) : real.read(uri, longestRealFile));
    if (bytes === null) return null;
    const text = real === null && bytes.byteLength > longestFile ? '' : new TextDecoder().decode(bytes);
    return { uri: client.code2ProtocolConverter.asUri(uri), text };
  } catch {
    return null;
  }
}
