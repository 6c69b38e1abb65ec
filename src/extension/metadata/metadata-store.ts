import * as vscode from 'vscode';
import type { ClientFacts, FactOrigin, NeededDocument } from '../../protocol.js';
import type { ServerLink } from '../client/server-link.js';
import { notify } from '../messages/notify.js';
import { onSettingsChange, readSettings } from '../settings.js';
import type { Consent } from './consent.js';
import { DocumentCache } from './document-cache.js';
import { fetchDocument, type Fetched } from './fetch-document.js';
import { readJsonFile, readNamedValueFile } from './file-documents.js';

type Loaded = Pick<ClientFacts, 'metadata' | 'namedValues' | 'sources'>;

/** What the extension knows from network and files. The server gets all of it whenever a part of it changed. */
export class MetadataStore {
  readonly #server: ServerLink;
  readonly #consent: Consent;
  readonly #log: vscode.LogOutputChannel;
  readonly #cache = new DocumentCache();
  readonly #subscriptions: vscode.Disposable;
  #files: Loaded = { metadata: {}, namedValues: {}, sources: {} };

  constructor(server: ServerLink, consent: Consent, log: vscode.LogOutputChannel) {
    this.#server = server;
    this.#consent = consent;
    this.#log = log;
    const reload = (): void => {
      this.reload().catch((error: unknown) => log.error('Facts could not be told', error instanceof Error ? error : ''));
    };
    this.#subscriptions = vscode.Disposable.from(
      onSettingsChange(['metadata.savedDocuments', 'namedValueFiles', 'identityHosts'], reload),
      vscode.workspace.onDidGrantWorkspaceTrust(reload),
    );
  }

  /** Reads the files that settings name, and tells the server everything. */
  async reload(): Promise<void> {
    const { savedDocuments, namedValueFiles } = readSettings();
    const metadata: Record<string, unknown> = {};
    const namedValues: Record<string, string> = {};
    const sources: Record<string, FactOrigin> = {};
    for (const [address, file] of Object.entries(savedDocuments)) {
      const read = await readJsonFile(file);
      sources[address] = this.#originOf(read);
      if ('document' in read) metadata[address] = read.document;
    }
    for (const file of namedValueFiles) {
      const read = await readNamedValueFile(file);
      if ('problem' in read) notify('warning', `${read.problem} The setting apimTokenDoctor.namedValueFiles names it.`);
      else for (const [name, value] of Object.entries(read.namedValues)) [namedValues[name], sources[name]] = [value, { from: 'file' }];
    }
    this.#files = { metadata, namedValues, sources };
    await this.tell();
  }

  /** Tells the server everything that is known here. */
  async tell(): Promise<void> {
    const { metadata, namedValues, sources } = this.#files;
    await this.#server.ask('apimTokenDoctor/facts/set', {
      metadata: { ...this.#cache.documents(), ...metadata },
      namedValues,
      sources: { ...this.#cache.origins(), ...sources },
      identityHosts: readSettings().identityHosts,
    });
  }

  /**
   * Fetches what a document and the token in force need and what may be fetched. `asked`: by a user's command; without it
   * only hosts are asked that a command has asked before. A key set is known only after its configuration, so it goes on
   * until nothing new is due. Gives what is needed then, at hand or not.
   */
  async fetchNeeded(uri: string, asked: boolean): Promise<readonly NeededDocument[]> {
    const tried = new Set<string>();
    for (;;) {
      const needed = await this.#server.ask('apimTokenDoctor/metadata/needed', { uri });
      const due = this.#listDue(needed, asked).filter(address => !tried.has(address));
      if (due.length === 0) return needed;
      for (const address of due) tried.add(address);
      const allowed = asked ? await this.#consent.ask(due) : due;
      if (allowed.length === 0) continue;
      await Promise.all(allowed.map(address => this.#fetch(address)));
      await this.tell();
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #listDue(needed: readonly NeededDocument[], asked: boolean): string[] {
    // In a restricted workspace a policy must not choose whom this computer talks to.
    if (!vscode.workspace.isTrusted) return [];
    const { savedDocuments } = readSettings();
    const now = unixSeconds();
    return needed
      .filter(({ address, origin }) => !Object.hasOwn(savedDocuments, address) && origin?.from !== 'sample')
      .filter(document => this.#cache.isDue(document, now, asked))
      .filter(({ address }) => asked || this.#consent.isVisited(address))
      .map(({ address }) => address);
  }

  async #fetch(address: string): Promise<void> {
    const fetched = await fetchDocument(address, (target, options) => fetch(target, options));
    const { remoteName } = vscode.env;
    const where = remoteName === undefined ? '' : ` The request left from the remote machine (${remoteName}).`;
    const result = 'problem' in fetched ? { problem: `${fetched.problem}${where}` } : fetched;
    this.#cache.keep(address, result, unixSeconds());
    if ('problem' in result) this.#log.warn(`${address}: ${result.problem}`);
    else this.#log.info(`Fetched ${address}`);
  }

  #originOf(read: Fetched): FactOrigin {
    return { from: 'file', at: unixSeconds(), ...('problem' in read ? { problem: read.problem } : {}) };
  }
}

function unixSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
