import { PassThrough } from 'node:stream';
import {
  CancellationTokenSource,
  createConnection,
  createMessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver/node';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/server/connect.js';
import { greet } from '../../src/server/greet.js';
import { Language } from '../../src/server/sentences/language.js';
import { fullCapabilities, policyUri, storyPolicy } from './test-client.js';

interface Served {
  readonly client: MessageConnection;
  /** What the server ended with. */
  readonly endings: string[];
  /** How often the rest was asked for. */
  loads: number;
  /** Has the rest loaded, or fail to. */
  readonly finish: (error?: Error) => void;
}

/** A client of a server whose rest is loaded when the test says so. */
function serve(): Served {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const loading: { end?: (error?: Error) => void } = {};
  const loaded = new Promise<{ connect: typeof connect }>((resolve, reject) => {
    loading.end = error => (error === undefined ? resolve({ connect }) : reject(error));
  });
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const served: Served = {
    client,
    endings: [],
    loads: 0,
    finish: error => loading.end?.(error),
  };
  greet(
    {
      reader: new StreamMessageReader(toServer),
      writer: new StreamMessageWriter(toClient),
      open: (reader, writer, options) => createConnection(ProposedFeatures.all, reader, writer, options),
      giveUp: line => served.endings.push(line),
    },
    { language: new Language(), version: '1.2.3', now: () => 0, pause: () => new Promise(resolve => setImmediate(resolve)) },
    async () => {
      served.loads += 1;
      return loaded;
    },
  );
  client.listen();
  onTestFinished(() => client.dispose());
  return served;
}

const greeting = { processId: null, rootUri: null, capabilities: fullCapabilities, initializationOptions: {} };

const open = (client: MessageConnection, text = storyPolicy): Promise<void> =>
  client.sendNotification('textDocument/didOpen', { textDocument: { uri: policyUri, languageId: 'xml', version: 1, text } });

const asked = { textDocument: { uri: policyUri } };

describe('the greeting of the server', () => {
  it('is answered before the rest is loaded, and has it loaded by itself', async () => {
    const served = serve();
    const { capabilities } = await served.client.sendRequest<{ capabilities: object }>('initialize', greeting);
    expect(capabilities).toMatchObject({ hoverProvider: true, diagnosticProvider: {} });
    await expect.poll(() => served.loads).toBe(1);
  });

  it('lets what follows wait for the rest, and takes it in its order', async () => {
    const served = serve();
    const { client } = served;
    await client.sendRequest('initialize', greeting);
    await client.sendNotification('initialized', {});
    await open(client, '');
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri: policyUri, version: 2 },
      contentChanges: [{ text: storyPolicy }],
    });
    const answers: string[] = [];
    const tell = (name: string) => () => void answers.push(name);
    const symbols = client.sendRequest<readonly object[] | null>('textDocument/documentSymbol', asked);
    const unknown = client.sendRequest('textDocument/nothing', asked);
    await Promise.all([symbols.then(tell('symbols')), unknown.catch(tell('unknown')), finishLater()]);
    expect((await symbols)?.length).toBeGreaterThan(0);
    expect(answers[0]).toBe('finish');
    expect(answers).toHaveLength(3);

    /** Only after this is anything answered. */
    async function finishLater(): Promise<void> {
      await expect.poll(() => served.loads).toBe(1);
      answers.push('finish');
      served.finish();
    }
  });

  it('takes back what is cancelled while it waits', async () => {
    const { client, finish } = serve();
    await client.sendRequest('initialize', greeting);
    await client.sendNotification('initialized', {});
    await open(client, '<policies><inbound><validate-jwt /></inbound></policies>');
    const cancelling = new CancellationTokenSource();
    const cancelled = client.sendRequest<{ items: readonly object[] }>('textDocument/diagnostic', asked, cancelling.token);
    cancelling.cancel();
    const wanted = client.sendRequest<{ items: readonly object[] }>('textDocument/diagnostic', asked);
    finish();
    // A report in any case, in which nothing stands that nobody waits for.
    expect((await cancelled).items).toEqual([]);
    expect((await wanted).items).not.toEqual([]);
  });

  it('may be said again where it was refused, and is not heard twice', async () => {
    const served = serve();
    const { client } = served;
    await expect(client.sendRequest('initialize', { processId: null })).rejects.toThrow();
    await expect(client.sendRequest('textDocument/hover', asked)).rejects.toThrow();
    expect(served.loads).toBe(0);
    await client.sendRequest('initialize', greeting);
    served.finish();
    await client.sendRequest('initialize', greeting);
    await client.sendNotification('initialized', {});
    await open(client);
    expect((await client.sendRequest<{ kind: string }>('textDocument/diagnostic', asked)).kind).toBe('full');
    expect(served.loads).toBe(1);
  });

  it('ends the server where the rest cannot be loaded, and says so', async () => {
    const served = serve();
    await served.client.sendRequest('initialize', { ...greeting, locale: 'de' });
    served.finish(new Error('Cannot find module /home/somebody'));
    await expect.poll(() => served.endings).toHaveLength(1);
    expect(served.endings[0]).toContain('Ein Teil des Sprachservers lässt sich nicht laden');
    expect(served.endings[0]).not.toContain('somebody');
  });
});
