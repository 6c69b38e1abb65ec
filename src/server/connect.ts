import { TextDocumentSyncKind, type ClientCapabilities, type Connection, type InitializeResult } from 'vscode-languageserver';
import type { Catalogue } from '../core/index.js';
import type { ClientAnnouncements } from '../protocol.js';
import { OpenDocuments } from './documents.js';
import { ExplainedErrors } from './explained-errors.js';
import { FactsStore } from './facts-store.js';
import type { GivenFiles } from './given-files.js';
import { Grounds } from './grounds.js';
import { answerCodeLenses, codeLensCapability } from './features/code-lens.js';
import { answerCodeActions, codeActionCapability } from './features/code-action.js';
import { answerCompletion, completionCapability } from './features/completion.js';
import { tellConfigProblems } from './features/config-problems.js';
import { answerDefinition } from './features/definition.js';
import { answerDiagnostics, diagnosticCapability } from './features/diagnostics.js';
import { answerDocumentLinks } from './features/document-link.js';
import { answerExecuteCommand, executeCommandCapability } from './features/execute-command.js';
import { takeGivenFiles } from './features/given-files.js';
import { answerFoldings } from './features/folding.js';
import { answerHover } from './features/hover.js';
import { answerInlayHints } from './features/inlay-hint.js';
import { answerSymbols } from './features/symbols.js';
import { answerOwnRequests } from './features/own-requests.js';
import { tellChangedScopes } from './features/scopes.js';
import { watchesFiles, watchFiles } from './features/watched-files.js';
import { answerTools } from './features/tools.js';
import { sendNotification } from './messages.js';
import { Readings, type Judging } from './readings.js';
import { ServerLog } from './server-log.js';
import type { ServerParts } from './server-parts.js';
import type { Desk } from './desk.js';
import type { Disk } from './disk.js';
import type { Fetcher } from './fetcher.js';
import { readAnnouncements } from './read-announcements.js';
import type { Language } from './sentences/language.js';
import { SettingsStore } from './settings.js';
import { WorkspaceConfigs, type ConfigChoice } from './workspace-configs.js';
import { WorkspaceFiles } from './workspace-files.js';
import { WorkspaceFolders } from './workspace-folders.js';
import { WorkspaceNamedValues } from './workspace-named-values.js';
import { WorkspacePaths } from './workspace-paths.js';
import { WorkspaceScopes } from './workspace-scopes.js';
import { WorkspaceValues } from './workspace-values.js';

/** What the server needs of the process it runs in. */
interface ServerHost {
  readonly judging: Judging;
  readonly language: Language;
  /** The product's version. */
  readonly version: string;
  /** Absent where the server runs beside no disk, or has no need of one. */
  readonly disk?: Disk;
  /** Absent where nobody can name files to it. */
  readonly given?: GivenFiles;
  /** Tells what is said of configs, once the server listens and after each change of it. Absent where each folder's own counts. */
  readonly tellConfig?: (choose: (choice: ConfigChoice) => void) => void;
  /** Absent where it is to use no network. */
  readonly fetcher?: Fetcher;
  /** Absent where it can lay no text for a client to open. */
  readonly desk?: Desk;
  /** Unix seconds. */
  now(): number;
  /** Resolves after the messages that wait were read, where others have not had their turn for some milliseconds; else at once. */
  pause(): Promise<void>;
}

/** Serves one client until it disconnects. The only entry of the server. */
export function connect(connection: Connection, host: ServerHost): void {
  const state: { client: ClientCapabilities; announced: ClientAnnouncements } = { client: {}, announced: readAnnouncements(undefined) };
  const announced = (): ClientAnnouncements => state.announced;
  const log = new ServerLog(connection, host.language);
  const documents = new OpenDocuments();
  const catalogue = (): Catalogue => host.language.core;
  const facts = new FactsStore(() => host.now(), catalogue);
  const settings = new SettingsStore(connection);
  const folders = new WorkspaceFolders();
  const files = new WorkspaceFiles({ connection, log, announced, folders, disk: host.disk });
  const values = new WorkspaceValues(catalogue);
  const configs = new WorkspaceConfigs(files, folders, log);
  const workspace = new WorkspaceNamedValues(files, values, configs, () => host.now(), catalogue);
  const scopes = new WorkspaceScopes(files, documents);
  const grounds = new Grounds({ facts, settings, workspace, values, configs, scopes, documents, pause: () => host.pause(), log });
  const paths = new WorkspacePaths({ grounds, scopes, pause: () => host.pause() });
  const readings = new Readings({ judging: host.judging, documents, grounds, log, pause: () => host.pause() });
  const explained = new ExplainedErrors();
  const parts: ServerParts = {
    connection,
    documents,
    facts,
    explained,
    grounds,
    readings,
    files,
    folders,
    workspace,
    values,
    configs,
    scopes,
    paths,
    given: host.given ?? null,
    fetcher: host.fetcher ?? null,
    desk: host.desk ?? null,
    pause: () => host.pause(),
    log,
    language: host.language,
    client: () => state.client,
    announced,
  };

  connection.onInitialize((params): InitializeResult => {
    state.client = params.capabilities;
    host.language.choose(params.locale);
    state.announced = readAnnouncements(params.initializationOptions);
    folders.initialize(params);
    settings.initialize(params.capabilities, params.initializationOptions);
    return {
      serverInfo: { name: 'apim-token-doctor', version: host.version },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          ...(watchesFiles(params.capabilities) ? {} : { save: { includeText: false } }),
        },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        hoverProvider: true,
        completionProvider: completionCapability,
        definitionProvider: true,
        documentLinkProvider: { resolveProvider: false },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        codeActionProvider: codeActionCapability,
        codeLensProvider: codeLensCapability,
        inlayHintProvider: { resolveProvider: false },
        ...diagnosticCapability(params.capabilities),
        ...executeCommandCapability(parts),
      },
    };
  });
  connection.onInitialized(() => {
    host.tellConfig?.(choice => void configs.choose(choice));
    watchFiles(parts);
    takeGivenFiles(parts);
    settings
      .watch(state.client, () => facts.changed())
      .catch((error: unknown) => {
        log.failure(words => words.settingsNotWatched(), error);
      });
  });
  connection.onShutdown(() => {
    facts.dispose();
    readings.dropJudged();
    paths.dropJudged();
    grounds.dropFacts();
  });

  answerDiagnostics(parts);
  answerCodeActions(parts);
  answerCodeLenses(parts);
  answerInlayHints(parts);
  answerHover(parts);
  answerCompletion(parts);
  answerDefinition(parts);
  answerDocumentLinks(parts);
  answerSymbols(parts);
  answerFoldings(parts);
  answerExecuteCommand(parts);
  answerOwnRequests(parts);
  answerTools(parts);
  tellConfigProblems(parts);
  tellChangedScopes(parts);

  facts.onChange(() => {
    readings.dropJudged();
    paths.dropJudged();
    grounds.dropFacts();
  });
  facts.onChange(() => sendNotification(parts, 'apimTokenDoctor/factsChanged', { revision: facts.revision }));
  documents.onClose(uri => {
    settings.drop(uri);
    explained.drop(uri);
    readings.drop(uri);
  });
  documents.listen(connection);
  connection.listen();
}
