import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import {
  createConnection,
  createMessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionTriggerKind,
  type Diagnostic,
  type ConnectionOptions,
  type DocumentDiagnosticReport,
  type Message,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
  type PublishDiagnosticsParams,
  type Range,
} from 'vscode-languageserver/node';
import { judge, runRules } from '../../src/core/index.js';
import type { SkippedPlace } from '../../src/fix-all-protocol.js';
import type { FindFilesParams, FoundFiles, OpenFilesParams, PolicyFiles, Requests } from '../../src/protocol.js';
import type { Desk } from '../../src/server/desk.js';
import type { Disk } from '../../src/server/disk.js';
import type { Fetcher } from '../../src/server/fetcher.js';
import type { GivenFiles } from '../../src/server/given-files.js';
import { greet } from '../../src/server/greet.js';
import { readInTurns } from '../../src/server/read-in-turns.js';
import type { Judging } from '../../src/server/readings.js';
import type { ConfigChoice } from '../../src/server/workspace-configs.js';
import { Language } from '../../src/server/sentences/language.js';
import { readCursor } from '../harness/cursor.js';
import { keepsNothing } from '../harness/runs.js';

export const storyPolicy = readFileSync(new URL('../../samples/story.policy.xml', import.meta.url), 'utf8');
export const policyUri = 'file:///repo/story.policy.xml';

/** A client that can do what VS Code can do here. */
export const fullCapabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    publishDiagnostics: { relatedInformation: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    completion: { completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
    definition: { linkSupport: true },
  },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    applyEdit: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** Works everything out from nothing. */
const fromNothing: Partial<Judging> = {
  read: (text, turns, literals) => readInTurns(text, turns, literals),
  judge: (path, facts, { kept: _, ...options } = {}) => judge(path, facts, options),
  runRules: (judged, { kept: _, ...options } = {}) => runRules(judged, options),
};

export interface TestClientOptions {
  /** What stands in the place of the core's own, where a test wants it to fail. */
  readonly judging?: Partial<Judging>;
  /** The languages that the server speaks, where a test has one more. */
  readonly language?: Language;
  /** What the client says its language is. */
  readonly locale?: string;
  readonly capabilities?: ClientCapabilities;
  readonly settings?: unknown;
  readonly initializationOptions?: object;
  /** Whether it says that it answers the server's own questions, as the extension does. Absent means yes. */
  readonly ownMessages?: boolean;
  /** The folders that are open in it; their disk is beside the server. */
  readonly folders?: readonly string[];
  readonly disk?: Disk;
  /** What whoever starts the server says of configs. */
  readonly tellConfig?: (choose: (choice: ConfigChoice) => void) => void;
  /** What else the server has of its machine. */
  readonly machine?: { readonly given?: GivenFiles; readonly fetcher?: Fetcher; readonly desk?: Desk };
  /** It drops the nulls of objects when it reads, as Neovim up to 0.11 does. */
  readonly dropsNulls?: boolean;
  readonly now?: () => number;
  /** The files of the workspace, address → text. Without them the client does not answer questions about files. */
  readonly files?: Readonly<Record<string, string>>;
  /** The client answers no question about files before this. */
  readonly filesFound?: Promise<void>;
  /** Of those files the ones that the client finds too long to read. */
  readonly tooLong?: readonly string[];
  /** How many files of one name the client gives, where it says that there are more. */
  readonly mostFiles?: number;
  /** The policy files of the workspace, address → text, and what could not be read. */
  readonly policies?: Readonly<Record<string, string>>;
  readonly unread?: readonly SkippedPlace[];
}

/** The text of a diagnostic. This server sends plain text only. */
export function textOf({ message }: Diagnostic): string {
  if (typeof message !== 'string') throw new Error('The message is not plain text.');
  return message;
}

/** What a client is left with that drops nulls of objects: of the message itself only what it carries. */
function withoutNulls(message: Message): Message {
  const drop = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(drop);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).flatMap(([name, member]) => (member === null ? [] : [[name, drop(member)]])));
  };
  return Object.fromEntries(Object.entries(message).map(([name, member]) => [name, drop(member)])) as unknown as Message;
}

/** A client and a server in one process, with two streams between them. */
export class TestClient {
  readonly connection: MessageConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  /** The edits that the server wanted to have applied. */
  readonly applied: ApplyWorkspaceEditParams[] = [];
  readonly progress: string[] = [];
  refreshes = 0;
  factsChanged = 0;
  settings: unknown;
  files: Readonly<Record<string, string>> | undefined;
  /** How often the server asked for files. */
  filesAsked = 0;
  /** The endings for which links do not count. */
  readonly realAsked = new Set<string>();
  /** What the server wants to be told about. */
  readonly registered: string[] = [];
  #sent = '';
  #version = 1;

  private constructor(options: TestClientOptions) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    toClient.on('data', (chunk: Buffer) => (this.#sent += chunk.toString('utf8')));
    this.settings = options.settings === undefined ? {} : options.settings;
    this.files = options.files;
    const language = options.language ?? new Language();
    const line = {
      reader: new StreamMessageReader(toServer),
      writer: new StreamMessageWriter(toClient),
      open: (...ends: [MessageReader, MessageWriter, ConnectionOptions]) => createConnection(ProposedFeatures.all, ...ends),
      giveUp: (why: string) => {
        throw new Error(why);
      },
    };
    greet(line, {
      version: '1.2.3',
      ...(options.disk === undefined ? {} : { disk: options.disk }),
      ...(options.tellConfig === undefined ? {} : { tellConfig: options.tellConfig }),
      ...options.machine,
      judging: { ...(keepsNothing ? fromNothing : {}), ...options.judging },
      language,
      now: options.now ?? (() => Math.floor(Date.now() / 1000)),
      pause: () => new Promise(resolve => setImmediate(resolve)),
    });
    const messageStrategy = { handleMessage: (message: Message, next: (read: Message) => void) => next(withoutNulls(message)) };
    this.connection = createMessageConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
      undefined,
      options.dropsNulls === true ? { messageStrategy } : {},
    );
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => this.settings));
    this.connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      this.registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    if (options.files !== undefined) {
      this.connection.onRequest(
        'apimTokenDoctor/workspace/files',
        async ({ endings, uris = [], real }: FindFilesParams): Promise<FoundFiles> => {
          this.filesAsked += 1;
          if (real === true) for (const ending of endings) this.realAsked.add(ending);
          await options.filesFound;
          const found = Object.entries(this.files ?? {})
            .filter(([uri]) => {
              const plain = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
              return uris.includes(uri) || endings.some(ending => new RegExp(`/${plain(ending)}$`).test(decodeURIComponent(uri)));
            })
            .map(([uri, text]) => ({ uri, text }));
          const tooLong = (options.tooLong ?? []).filter(uri => found.some(file => file.uri === uri));
          return { files: found.filter(({ uri }) => !tooLong.includes(uri)), tooLong, most: options.mostFiles ?? null };
        },
      );
    }
    this.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      this.applied.push(params);
      return { applied: true };
    });
    this.connection.onNotification('apimTokenDoctor/fixAll/progress', ({ done, total }: { done: number; total: number }) => {
      this.progress.push(`${done}/${total}`);
    });
    const { policies, unread = [] } = options;
    if (policies !== undefined) {
      this.connection.onRequest('apimTokenDoctor/workspace/policies', (): PolicyFiles => ({
        files: Object.entries(policies).map(([uri, text]) => ({ uri, text })),
        unread,
      }));
      this.connection.onRequest('apimTokenDoctor/workspace/open', async ({ uris }: OpenFilesParams) => {
        // A client may have read the file anew meanwhile; one that is gone stays closed.
        const opened = uris.filter(uri => !uri.includes('gone'));
        for (const uri of opened) await this.open(policies[uri] ?? '', uri);
        return opened;
      });
    }
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes += 1;
      return null;
    });
    this.connection.onNotification('apimTokenDoctor/factsChanged', () => {
      this.factsChanged += 1;
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.connection.listen();
  }

  static async start(options: TestClientOptions = {}): Promise<TestClient> {
    const client = new TestClient(options);
    onTestFinished(() => client.stop());
    const { capabilities = fullCapabilities, locale = 'en', ownMessages = true, folders } = options;
    const initializationOptions = { ownMessages, ...options.initializationOptions };
    const workspaceFolders = folders?.map(uri => ({ uri, name: uri })) ?? null;
    await client.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders,
      capabilities,
      locale,
      initializationOptions,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  /** Everything that the server has sent so far, as it went over the wire. */
  get sent(): string {
    return this.#sent;
  }

  ask<Method extends keyof Requests>(method: Method, params: Requests[Method]['params']): Promise<Requests[Method]['result']> {
    return this.connection.sendRequest(method, params);
  }

  async open(text: string, uri = policyUri, languageId = 'xml'): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: this.#version, text } });
  }

  /** Puts another text in the place of the whole document. */
  async type(text: string, uri = policyUri): Promise<void> {
    this.#version += 1;
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: this.#version },
      contentChanges: [{ text }],
    });
  }

  /** Puts another text in the place of a part. */
  async edit(range: Range, text: string, uri = policyUri): Promise<void> {
    this.#version += 1;
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: this.#version },
      contentChanges: [{ range, text }],
    });
  }

  async close(uri = policyUri): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  pull(previousResultId?: string, uri = policyUri): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  /** The findings of a full report. */
  async diagnostics(uri = policyUri): Promise<Diagnostic[]> {
    const report = await this.pull(undefined, uri);
    if (report.kind !== 'full') throw new Error('The report was not full.');
    return report.items;
  }

  actions(
    range: Range,
    diagnostics: readonly Diagnostic[] = [],
    uri = policyUri,
    triggerKind?: CodeActionTriggerKind,
  ): Promise<CodeAction[]> {
    const context = { diagnostics, ...(triggerKind === undefined ? {} : { triggerKind }) };
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  async changeSettings(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  /** Asks for something at the cursor, which `|` marks in the text that is opened for it. */
  async askAt<Result>(method: string, marked: string, more: object = {}, uri = policyUri): Promise<Result> {
    const { text, offset } = readCursor(marked);
    await this.open(text, uri);
    const before = text.slice(0, offset).split(/\r\n|\r|\n/);
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const result = await this.connection.sendRequest<Result>(method, { textDocument: { uri }, position, ...more });
    await this.close(uri);
    return result;
  }

  stop(): void {
    this.connection.dispose();
  }
}
