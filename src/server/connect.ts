import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { Catalogue } from '../core/index.js';
import type { ClientAnnouncements } from '../protocol.js';
import { OpenDocuments } from './documents.js';
import { ExplainedErrors } from './explained-errors.js';
import { FactsStore } from './facts-store.js';
import { Grounds } from './grounds.js';
import { answerCodeLenses } from './features/code-lens.js';
import { answerCodeActions } from './features/code-action.js';
import { answerCompletion } from './features/completion.js';
import { tellConfigProblems } from './features/config-problems.js';
import { answerDefinition } from './features/definition.js';
import { answerDiagnostics } from './features/diagnostics.js';
import { answerDocumentLinks } from './features/document-link.js';
import { answerExecuteCommand } from './features/execute-command.js';
import { takeGivenFiles } from './features/given-files.js';
import { answerFoldings } from './features/folding.js';
import { answerHover } from './features/hover.js';
import { answerInlayHints } from './features/inlay-hint.js';
import { answerSymbols } from './features/symbols.js';
import { answerOwnRequests } from './features/own-requests.js';
import { tellChangedScopes } from './features/scopes.js';
import { watchFiles } from './features/watched-files.js';
import { answerTools } from './features/tools.js';
import { sendNotification } from './messages.js';
import { coreJudging, Readings } from './readings.js';
import { ServerLog } from './server-log.js';
import type { ServerHost } from './server-host.js';
import type { ServerParts } from './server-parts.js';
import { readAnnouncements } from './read-announcements.js';
import { SettingsStore } from './settings.js';
import { WorkspaceConfigs } from './workspace-configs.js';
import { WorkspaceFiles } from './workspace-files.js';
import { WorkspaceFolders } from './workspace-folders.js';
import { WorkspaceNamedValues } from './workspace-named-values.js';
import { WorkspacePaths } from './workspace-paths.js';
import { WorkspaceScopes } from './workspace-scopes.js';
import { WorkspaceValues } from './workspace-values.js';

/** Serves the client that greeted the server with these parameters, once it was answered: see `greet`, which has this loaded. */
export function connect(connection: Connection, host: ServerHost, params: InitializeParams): void {
  const announcements = readAnnouncements(params.initializationOptions);
  const announced = (): ClientAnnouncements => announcements;
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
  const readings = new Readings({ judging: { ...coreJudging, ...host.judging }, documents, grounds, log, pause: () => host.pause() });
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
    client: () => params.capabilities,
    announced,
  };

  folders.initialize(params);
  settings.initialize(params.capabilities, params.initializationOptions);
  connection.onInitialized(() => {
    host.tellConfig?.(choice => void configs.choose(choice));
    watchFiles(parts);
    takeGivenFiles(parts);
    settings
      .watch(params.capabilities, () => facts.changed())
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
}
