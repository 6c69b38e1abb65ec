// The built server in a process of its own, and the other end of its line.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { IPCMessageReader, IPCMessageWriter, createMessageConnection } from 'vscode-languageserver/node';

const root = path.join(import.meta.dirname, '..');
const capabilities = {
  textDocument: { diagnostic: { dynamicRegistration: true }, publishDiagnostics: { relatedInformation: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** An editor that is served by `dist/server/server.js`. */
export class ServedEditor {
  /** The version of each open document. @type {Map<string, number>} */
  #versions = new Map();
  /** What each document's diagnostics were called that came last. @type {Map<string, string | undefined>} */
  #results = new Map();

  /** Spawns the server. `memory`: whether it can tell how much memory it has in use. */
  constructor({ memory = false } = {}) {
    const tell = memory ? ['--expose-gc', '--import', new URL('tell-memory.mjs', import.meta.url).href] : [];
    this.child = spawn(process.execPath, [...tell, path.join(root, 'dist/server/server.js')], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc', 'pipe'],
    });
    this.connection = createMessageConnection(new IPCMessageReader(this.child), new IPCMessageWriter(this.child));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/diagnostic/refresh', () => null);
    this.connection.onRequest('apimTokenDoctor/workspace/files', () => ({ files: [], tooLong: [], most: null }));
    // A server that ends leaves nobody waiting.
    this.child.once('exit', () => this.connection.dispose());
    this.connection.listen();
  }

  /** Resolves once the server has answered. */
  async greet() {
    // As the extension announces itself.
    const initializationOptions = { ownMessages: true, runsCommands: true };
    await this.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities, initializationOptions });
  }

  /** The rest of the greeting, then a token and what is published about its issuer. */
  async begin(/** @type {{ readonly token: string, readonly metadata: object }} */ { token, metadata }) {
    await this.greet();
    await this.connection.sendNotification('initialized', {});
    await this.connection.sendRequest('apimTokenDoctor/facts/set', { metadata, namedValues: {}, sources: {} });
    await this.connection.sendRequest('apimTokenDoctor/token/set', { id: 'token', pasted: token });
  }

  async open(/** @type {string} */ uri, /** @type {string} */ text) {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'xml', version: 1, text } });
    return this.diagnose(uri);
  }

  async close(/** @type {string} */ uri) {
    this.#versions.delete(uri);
    this.#results.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async diagnose(/** @type {string} */ uri) {
    const params = { textDocument: { uri }, previousResultId: this.#results.get(uri) };
    const report = await this.connection.sendRequest('textDocument/diagnostic', params);
    this.#results.set(uri, report.resultId);
    return report;
  }

  /** Types a character at the end of a line's text, or takes it away again; resolves with the diagnostics of that text. */
  async type(/** @type {string} */ uri, /** @type {{ line: number, character: number }} */ start, /** @type {boolean} */ away) {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const range = { start, end: away ? { ...start, character: start.character + 1 } : start };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: away ? '' : 'x' }],
    });
    return this.diagnose(uri);
  }

  /** A request that the server answers without looking at anything. */
  nothing() {
    return this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: 'file:///nowhere.xml' },
      position: { line: 0, character: 0 },
    });
  }

  /** Bytes of the server's heap in use, after everything was collected that nobody holds. */
  memory() {
    return new Promise(resolve => {
      this.child.stdio[4].once('data', bytes => resolve(Number(bytes.toString())));
      this.child.kill('SIGUSR2');
    });
  }

  end() {
    this.child.kill();
  }
}

/**
 * Somebody who types in three places of a document in turn: in a token policy, in the middle, near the end. What was typed is taken away again
 * by the next key.
 */
export function startTyping(/** @type {ServedEditor} */ editor, /** @type {string} */ uri, /** @type {string} */ text) {
  const word = text.includes('anonymous') ? 'anonymous' : 'Reports.Read';
  const places = [text.indexOf('Reports.Read'), text.indexOf(word, text.length / 2), text.lastIndexOf(word)].map(offset => ({
    line: text.slice(0, offset).split('\n').length - 1,
    character: offset - (text.lastIndexOf('\n', offset) + 1),
  }));
  let count = 0;
  return () => {
    const place = places[(count >> 1) % places.length] ?? { line: 0, character: 0 };
    return editor.type(uri, place, count++ % 2 === 1);
  };
}
