// The programs as a whole: the command line and the language server, each in this process.
import { PassThrough } from 'node:stream';
import {
  CancellationTokenSource,
  createConnection,
  createMessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type ConnectionOptions,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';
import { greet } from '../../src/server/greet.js';
import { Language } from '../../src/server/sentences/language.js';
import { runInMemory } from '../unit/cli/memory-io.js';
import type { Target } from './core-targets.js';
import { hash, type Grounds } from './grounds.js';
import { hold, holdSecret } from './invariants.js';
import { makeMessages, type Sent } from './messages.js';
import * as pieces from './pieces.js';

const commands: readonly (readonly string[])[] = [
  ['check', 'p.xml'],
  ['check', 'p.xml', '--token', '-', '--format', 'json'],
  ['check', 'p.xml', '--token', '-', '--exact', '--format', 'sarif'],
  ['check', 'p.xml', '--format', 'github', '--fail-on', 'never'],
  ['fix', 'p.xml'],
  ['fix', 'p.xml', '--write'],
  ['fix', 'p.xml', '--code', 'to-validate-jwt', '--token', '-'],
  ['fix', 'p.xml', '--code', 'to-validate-azure-ad-token'],
  ['decode', 'p.xml'],
  ['decode', 'p.xml', '--format', 'json'],
  ['explain', 'p.xml', '--policy', 'p.xml'],
  ['explain', 'p.xml', '--format', 'json'],
];

/** The command line and the server. `seeds` are policy documents. */
export function programTargets(seeds: readonly string[], grounds: Grounds): Target[] {
  const server = new FuzzedServer(grounds);
  return [
    {
      name: 'command-line',
      pieces: [...pieces.policy, ...pieces.trace],
      seeds,
      run: async text => {
        const choice = hash(text);
        const argv = commands[choice % commands.length] ?? [];
        const input = grounds.compact[choice % grounds.compact.length] ?? '';
        const { code, output, error } = await runInMemory(argv, { files: { 'p.xml': text }, input, now: grounds.now });
        hold('an exit code of 0, 1 or 2', [0, 1, 2].includes(code));
        hold('nothing unexpected goes wrong', !error.includes('unexpected'));
        hold('what could not run says so in one line', code !== 2 || /^[^\n]+\n$/.test(error));
        if (argv.includes('json') || argv.includes('sarif')) hold('JSON is JSON', code === 2 || JSON.parse(output) !== undefined);
        // What a command shows of the file that it was given, is the file's own: only the token is looked for.
        holdSecret('the output', output + error, text.includes(input.slice(-40)) ? [] : grounds.secrets);
        return `${argv.join(' ')} ${code}`;
      },
    },
    { name: 'server', pieces: pieces.policy, seeds, run: text => server.playOrRestart(text) },
  ];
}

const noFacts = { metadata: {}, namedValues: {}, sources: {} };
/** What a thrown error says by itself. */
const internals = /Cannot read|\(reading|undefined|is not (?:a|iterable|defined)|\bat .+:\d+:\d+/;

/** One server, asked again and again. */
class FuzzedServer {
  readonly #grounds: Grounds;
  #client: Promise<MessageConnection> | null = null;
  #sent = '';
  #documents = 0;

  constructor(grounds: Grounds) {
    this.#grounds = grounds;
  }

  /** Plays a text. What broke a server may have left it broken: the next text, a shorter one of the same find perhaps, meets a new one. */
  async playOrRestart(text: string): Promise<string> {
    try {
      return await this.#play(text);
    } catch (error) {
      (await this.#client)?.dispose();
      this.#client = null;
      throw error;
    }
  }

  /** Opens the text, asks everything about it, edits it while it is judged, and closes it. */
  async #play(text: string): Promise<string> {
    const client = await (this.#client ??= this.#start());
    const uri = `file:///fuzzed/${this.#documents++}.xml`;
    const textDocument = { uri };
    const choice = hash(text);
    const lines = text.split(/\r\n|\n|\r/);
    const line = choice % lines.length;
    const position = { line, character: choice % ((lines[line]?.length ?? 0) + 1) };
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'xml', version: 1, text } });
    const questions: readonly [string, unknown][] = [
      ['textDocument/diagnostic', { textDocument }],
      ['textDocument/hover', { textDocument, position }],
      ['textDocument/completion', { textDocument, position }],
      ['textDocument/definition', { textDocument, position }],
      ['textDocument/documentSymbol', { textDocument }],
      ['textDocument/foldingRange', { textDocument }],
      ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ];
    const answers: unknown[] = [];
    for (const [method, params] of questions) answers.push(await client.sendRequest(method, params));
    const pending = client.sendRequest('textDocument/diagnostic', { textDocument }).catch(() => null);
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: position, end: position }, text: '<validate-jwt' }],
    });
    await pending;
    answers.push(await client.sendRequest('textDocument/documentSymbol', { textDocument }));
    const refused = await this.#annoy(client, makeMessages(text, uri));
    await client.sendNotification('textDocument/didClose', { textDocument });
    // What was said in between may have changed the facts: each input finds the same.
    await client.sendRequest('apimTokenDoctor/facts/set', noFacts);
    await client.sendRequest('apimTokenDoctor/token/set', { id: 'fuzz', pasted: this.#grounds.compact[0] });
    holdSecret('what the server sends', this.#sent, this.#grounds.secrets);
    this.#sent = '';
    const shapes = answers.map(answer => (Array.isArray(answer) ? Math.min(answer.length, 4) : answer === null ? 'null' : 'some'));
    return [...shapes, ...refused].join();
  }

  /** Sends all at once, and says which were refused. Each request is answered, and no refusal names what the program consists of. */
  async #annoy(client: MessageConnection, messages: readonly Sent[]): Promise<string[]> {
    const outcomes = messages.map(async ({ method, params, isRequest, isCancelled }) => {
      if (!isRequest) return client.sendNotification(method, params).then(() => `${method} sent`);
      const cancelling = new CancellationTokenSource();
      const answer = client.sendRequest(method, params, cancelling.token).then(
        () => `${method} answered`,
        (error: unknown) => {
          const words = error instanceof Error ? error.message : String(error);
          hold(`a refusal names nothing of the program: ${words.slice(0, 100)}`, !internals.test(words));
          return `${method} refused`;
        },
      );
      if (isCancelled) cancelling.cancel();
      return answer;
    });
    return Promise.all(outcomes);
  }

  async #start(): Promise<MessageConnection> {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    toClient.on('data', (chunk: Buffer) => (this.#sent += chunk.toString('utf8')));
    const language = new Language();
    const line = {
      reader: new StreamMessageReader(toServer),
      writer: new StreamMessageWriter(toClient),
      open: (...ends: [MessageReader, MessageWriter, ConnectionOptions]) => createConnection(ProposedFeatures.all, ...ends),
      giveUp: () => undefined,
    };
    greet(line, {
      language,
      version: '1.2.3',
      now: () => this.#grounds.now,
      pause: () => new Promise(resolve => setImmediate(resolve)),
    });
    const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.listen();
    const capabilities = { textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities, initializationOptions: { ownMessages: true } });
    await client.sendNotification('initialized', {});
    await client.sendRequest('apimTokenDoctor/token/set', { id: 'fuzz', pasted: this.#grounds.compact[0] });
    return client;
  }
}
