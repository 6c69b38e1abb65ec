import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { SkippedPlace } from '../../fix-all-protocol.js';
import type { ClientRequests, OpenFilesParams, PolicyFiles, WorkspaceFile } from '../../protocol.js';
import { hostEndings, sniffHost } from '../../core/hosts/sniff-host.js';
import { sniffPolicy } from '../../core/text/sniff-policy.js';
import { say, type Message } from '../messages/message.js';
import { write } from '../messages/write.js';
import type { FileFinder } from './find-files.js';
import { isPolicyDocument } from '../policy-documents.js';
import { readSettings } from '../settings.js';

const listMethod = 'apimTokenDoctor/workspace/policies' satisfies keyof ClientRequests;
const openMethod = 'apimTokenDoctor/workspace/open' satisfies keyof ClientRequests;

/** How many files of each sort are looked at, how long (bytes) one may be, a policy or a file that holds some, and how much is read and looked through in all. API Management takes 256 KiB. */
const limits = { files: 5000, bytes: 256 * 1024, all: 32 * 1024 * 1024, host: 1024 * 1024, looked: 256 * 1024 * 1024 };
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
  const all = readSettings().hosts === 'all';
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const queue: vscode.Uri[] = [];
  // Files that hold policies are many more, so that they have a limit of their own.
  for (const wanted of [endings, [`*.{${hostEndings(all).join(',')}}`]]) {
    const { uris, isAll } = await finder.find(wanted, limits.files, cancellation);
    const found = uris.slice(0, limits.files);
    queue.push(...found);
    if ((!isAll || uris.length > limits.files) && folder !== undefined)
      unread.push({ uri: uriOf(folder.uri), line: null, reason: write(say('files-left-out', { most: found.length })) });
  }
  const left = { bytes: limits.all, looked: limits.looked };
  const read = async (): Promise<void> => {
    for (let uri = queue.shift(); uri !== undefined && !cancellation.isCancellationRequested; uri = queue.shift()) {
      const result = await readPolicy(uri, left, all);
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

/** Null for a file that is no policy document and holds none, or is gone. */
async function readPolicy(
  uri: vscode.Uri,
  left: { bytes: number; looked: number },
  all: boolean,
): Promise<{ readonly text: string } | { readonly reason: Message } | null> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    // Larger ones are no policies of anybody's, but one that was meant to be one should not be passed over in silence.
    if (size > 16 * limits.bytes) return null;
    const mayHold = hostEndings(all).some(ending => uri.path.toLowerCase().endsWith(`.${ending}`));
    if (mayHold && size > limits.host) return null;
    left.looked -= size;
    if (left.looked < 0) return { reason: say('too-many-policies') };
    const text = decode(await vscode.workspace.fs.readFile(uri));
    const isHost = mayHold && sniffHost(uri.path, length => text.slice(0, length), all) === 'policy';
    if (!isHost && !sniffPolicy(text)) return null;
    if (!isHost && size > limits.bytes) return { reason: say('file-too-large-for-gateway') };
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
