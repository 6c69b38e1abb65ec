import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { configName } from '../../core/config/config.js';
import type { ClientRequests, FindFilesParams, FoundFiles } from '../../protocol.js';
import type { FileFinder } from './find-files.js';
import { RealFiles } from './real-files.js';

const method = 'apimTokenDoctor/workspace/files' satisfies keyof ClientRequests;

/** How many files one question gives at most. */
const mostFiles = 5000;
/** How long (bytes) a file may be: what is asked for is short. API Management takes policies of 256 KiB. */
const longestFile = 256 * 1024;
/** The same of what describes all operations of an API. */
const longestSpecification = 4 * 1024 * 1024;
/** The same of a file that gives values, as on the command line. */
const longestRealFile = 1024 * 1024;

/** Answers the server's questions about files of the workspace, which may stand on a disk or elsewhere. A config counts once the workspace is trusted. */
export function answerWorkspaceFiles(client: BaseLanguageClient, finder: FileFinder): vscode.Disposable {
  const uriOf = (uri: vscode.Uri): string => client.code2ProtocolConverter.asUri(uri);
  // Of what the server does not get yet it is told as of files that came.
  const trusted = vscode.workspace.onDidGrantWorkspaceTrust(() => {
    client.sendNotification('workspace/didChangeWatchedFiles', { changes: [] }).catch(() => undefined);
  });
  const answering = client.onRequest(method, async (params: FindFilesParams): Promise<FoundFiles> => {
    const asked = (params.uris ?? []).map(uri => client.protocol2CodeConverter.asUri(uri));
    const named = asked.filter(uri => vscode.workspace.getWorkspaceFolder(uri) !== undefined);
    const { uris, isAll } = await finder.find(params.endings.filter(isEnding), mostFiles);
    const found = [...named, ...uris].filter(({ path }) => vscode.workspace.isTrusted || !path.endsWith(`/${configName}`));
    const real = params.real === true ? new RealFiles() : null;
    const tooLong: string[] = [];
    const files = await Promise.all(
      found.slice(0, mostFiles).map(async uri => {
        const text = await (real === null ? readFile(uri) : readRealFile(real, uri));
        if (text === undefined) tooLong.push(uriOf(uri));
        return typeof text === 'string' ? { uri: uriOf(uri), text } : null;
      }),
    );
    return {
      files: files.filter(file => file !== null),
      tooLong: tooLong.sort(),
      most: isAll && found.length <= mostFiles ? null : Math.min(found.length, mostFiles),
    };
  });
  return vscode.Disposable.from(answering, trusted);
}

/** An ending is names with `/` between them; what would be a pattern is left out. */
function isEnding(ending: string): boolean {
  return /^[\w.*-][\w .*-]*(?:\/[\w.-][\w .-]*)*$/.test(ending) && !ending.includes('**') && !ending.includes('..');
}

/** Null where the file is gone or cannot be read, undefined where it is too long. */
async function readFile(uri: vscode.Uri): Promise<string | null | undefined> {
  const longest = /\/specification\.(?:json|ya?ml)$/i.test(uri.path) ? longestSpecification : longestFile;
  try {
    // What is too long does not even get into memory.
    if ((await vscode.workspace.fs.stat(uri)).size > longest) return undefined;
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.byteLength > longest ? undefined : new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}

/** Null where the file is gone, cannot be read, is too long, or does not stand in the folder itself. */
async function readRealFile(real: RealFiles, uri: vscode.Uri): Promise<string | null> {
  try {
    const bytes = await real.read(uri, longestRealFile);
    return bytes && new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}
