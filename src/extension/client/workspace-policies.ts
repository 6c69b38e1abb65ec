import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { SkippedPlace } from '../../fix-all-protocol.js';
import type { ClientRequests, OpenFilesParams, PolicyFiles, WorkspaceFile } from '../../protocol.js';
import { sniffPolicy } from '../../core/text/sniff-policy.js';
import { say, type Message } from '../messages/message.js';
import { write } from '../messages/write.js';
import type { FileFinder } from './find-files.js';
import { isPolicyDocument } from '../policy-documents.js';

const listMethod = 'apimTokenDoctor/workspace/policies' satisfies keyof ClientRequests;
const openMethod = 'apimTokenDoctor/workspace/open' satisfies keyof ClientRequests;

/** How many files are looked at, how long (bytes) one may be, and how much is read in all. API Management takes 256 KiB. */
const limits = { files: 5000, bytes: 256 * 1024, all: 32 * 1024 * 1024 };
const inParallel = 16;

/** How the names of policy documents end. */
const endings = ['*.{xml,cshtml,tpl,tftpl,tmpl}'];

/** Answers which policy documents the workspace has, and opens those that are to be changed. */
export function answerWorkspacePolicies(client: BaseLanguageClient, finder: FileFinder): vscode.Disposable {
  const uriOf = (uri: vscode.Uri): string => client.code2ProtocolConverter.asUri(uri);
  return vscode.Disposable.from(
    client.onRequest(listMethod, (_: null, cancellation: vscode.CancellationToken) => listPolicies(finder, uriOf, cancellation)),
    client.onRequest(openMethod, async ({ uris }: OpenFilesParams) => {
      const opened: string[] = [];
      for (const uri of uris) {
        try {
          await vscode.workspace.openTextDocument(client.protocol2CodeConverter.asUri(uri));
          opened.push(uri);
        } catch {
          // It is gone, or no text; the server says so.
        }
      }
      return opened;
    }),
  );
}

async function listPolicies(
  finder: FileFinder,
  uriOf: (uri: vscode.Uri) => string,
  cancellation: vscode.CancellationToken,
): Promise<PolicyFiles> {
  const files = new Map<string, WorkspaceFile>();
  const unread: SkippedPlace[] = [];
  const { uris: found, isAll } = await finder.find(endings, limits.files, cancellation);
  const queue = found.slice(0, limits.files);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if ((!isAll || found.length > limits.files) && folder !== undefined) {
    unread.push({ uri: uriOf(folder.uri), line: null, reason: write(say('files-left-out', { most: queue.length })) });
  }
  const left = { bytes: limits.all };
  const read = async (): Promise<void> => {
    for (let uri = queue.shift(); uri !== undefined && !cancellation.isCancellationRequested; uri = queue.shift()) {
      const result = await readPolicy(uri, left);
      if (result === null) continue;
      if ('text' in result) files.set(uriOf(uri), { uri: uriOf(uri), text: result.text });
      else unread.push({ uri: uriOf(uri), line: null, reason: write(result.reason) });
    }
  };
  await Promise.all(Array.from({ length: inParallel }, read));
  // What is being written counts as it is in the editor, wherever its file ends.
  for (const document of vscode.workspace.textDocuments) {
    const inWorkspace = vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
    if (inWorkspace && isPolicyDocument(document)) files.set(uriOf(document.uri), { uri: uriOf(document.uri), text: document.getText() });
  }
  return { files: [...files.values()].sort((one, other) => (one.uri < other.uri ? -1 : 1)), unread };
}

/** Null for a file that is no policy document, or is gone. */
async function readPolicy(
  uri: vscode.Uri,
  left: { bytes: number },
): Promise<{ readonly text: string } | { readonly reason: Message } | null> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    // Larger ones are no policies of anybody's, but one that was meant to be one should not be passed over in silence.
    if (size > 16 * limits.bytes) return null;
    const text = decode(await vscode.workspace.fs.readFile(uri));
    if (!sniffPolicy(text)) return null;
    if (size > limits.bytes) return { reason: say('file-too-large-for-gateway') };
    left.bytes -= size;
    return left.bytes < 0 ? { reason: say('too-many-policies') } : { text };
  } catch {
    return null;
  }
}

/** What is changed is opened first and read again by the editor, which knows other encodings, too. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
