import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type ExecuteCommandOptions,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { serverCommands, type CommandName } from './commands/command.js';
import { readAnnouncements } from './read-announcements.js';
import type { ServerHost } from './server-host.js';

/** What the editor shows as the source of a diagnostic. */
export const diagnosticSource = 'apim-token-doctor';

/** The kind of what changes no outcome, when a document is saved or on demand. Part of what `source.fixAll` asks for. */
export const sourceFixAll = `${CodeActionKind.SourceFixAll}.apimTokenDoctor`;

/** The characters after which completions are asked for. */
const triggers = ['<', '/', '"', "'", ' ', '{'] as const;

/** One of them. */
export type Trigger = (typeof triggers)[number];

/** Whether completions are asked for after this. */
export function isTrigger(typed: string | undefined): typed is Trigger {
  return (triggers as readonly (string | undefined)[]).includes(typed);
}

/** Whether the client can be asked to tell about files that change. */
export function watchesFiles({ workspace }: ClientCapabilities): boolean {
  return workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}

/** Whether the client asks for diagnostics, so that none need be pushed. */
export function pullsDiagnostics({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

/** The answer to `initialize`: what the server can do for this client. Throws where the parameters are not those of that request. */
export function answerInitialize({ capabilities, initializationOptions }: InitializeParams, host: ServerHost): InitializeResult {
  const { ownMessages } = readAnnouncements(initializationOptions);
  return {
    serverInfo: { name: 'apim-token-doctor', version: host.version },
    capabilities: {
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        ...(watchesFiles(capabilities) ? {} : { save: { includeText: false } }),
      },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [...triggers], resolveProvider: false },
      definitionProvider: true,
      documentLinkProvider: { resolveProvider: false },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, sourceFixAll],
        resolveProvider: true,
      },
      codeLensProvider: { resolveProvider: false },
      inlayHintProvider: { resolveProvider: false },
      ...(pullsDiagnostics(capabilities)
        ? { diagnosticProvider: { identifier: diagnosticSource, interFileDependencies: false, workspaceDiagnostics: false } }
        : {}),
      // None where it is the extension, whose own do more: a client may register what is announced as commands of its editor.
      ...(ownMessages ? {} : { executeCommandProvider: listCommands(host) }),
    },
  };
}

/** Which commands a client can run. */
function listCommands({ given, fetcher }: ServerHost): ExecuteCommandOptions {
  const missing: readonly CommandName[] = [
    ...(given === undefined ? (['setToken'] as const) : []),
    ...(fetcher === undefined ? (['fetchMetadata'] as const) : []),
  ];
  const names = (Object.keys(serverCommands) as CommandName[]).filter(name => !missing.includes(name));
  return { commands: names.map(name => serverCommands[name]) };
}
