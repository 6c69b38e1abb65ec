import * as vscode from 'vscode';
import { judgeAddress } from '../../core/metadata/judge-address.js';
import { FetchBudget, usualBudget } from '../../fetching/fetch-budget.js';
import { fetchDocument, usualLimits } from '../../fetching/fetch-document.js';
import type { Fetched } from '../../fetching/read-document.js';
import type { ClientFacts, FactOrigin, NeededDocument } from '../../facts-protocol.js';
import type { ServerLink } from '../client/server-link.js';
import { say, sayAll, type Message } from '../messages/message.js';
import { notify } from '../messages/notify.js';
import { write } from '../messages/write.js';
import { onSettingsChange, readSettings } from '../settings.js';
import type { Consent, Destination } from './consent.js';
import { DocumentCache } from './document-cache.js';
import { FactsTeller } from './facts-teller.js';
import { readJsonFile, readNamedValueFile } from './file-documents.js';

/** How long (milliseconds) fetching waits for files that settings name: they may stand on another computer. */
const patience = 10_000;

type Loaded = Pick<ClientFacts, 'metadata' | 'namedValues' | 'sources'>;

/** What came of fetching. */
interface FetchOutcome {
  /** What is needed now, at hand or not. */
  readonly needed: readonly NeededDocument[];
  /** Addresses that were not requested because of a bound, or because nobody has seen them yet. */
  readonly leftOut: number;
}

/** An address on its way: what is needed, and where the request goes. */
interface Due {
  readonly needed: NeededDocument;
  readonly destination: Destination;
}

/** What the extension knows from network and files. The server is told what changed. */
export class MetadataStore {
  readonly #server: Pick<ServerLink, 'ask'>;
  readonly #consent: Consent;
  readonly #log: vscode.LogOutputChannel;
  readonly #cache = new DocumentCache();
  readonly #teller: FactsTeller;
  readonly #subscriptions: vscode.Disposable;
  #files: Loaded = { metadata: {}, namedValues: {}, sources: {} };
  /** The newest reading of the files. */
  #reading: Promise<unknown> = Promise.resolve();
  #fetching: Promise<unknown> = Promise.resolve();

  constructor(server: Pick<ServerLink, 'ask'>, consent: Consent, log: vscode.LogOutputChannel) {
    this.#server = server;
    this.#consent = consent;
    this.#log = log;
    this.#teller = new FactsTeller(server, error => log.error(write(say('log-facts-failed')), error instanceof Error ? error : ''));
    const reload = (): void => {
      this.reload().catch((error: unknown) => log.error(write(say('log-files-failed')), error instanceof Error ? error : ''));
    };
    this.#subscriptions = vscode.Disposable.from(
      onSettingsChange(['metadata.savedDocuments', 'namedValueFiles', 'identityHosts'], reload),
      vscode.workspace.onDidGrantWorkspaceTrust(reload),
    );
  }

  /** Reads the files that settings name, and tells the server what is different then. One after the other, so that the newest counts. */
  reload(): Promise<void> {
    const reading = this.#reading.then(() => this.#reload());
    this.#reading = reading.catch(() => undefined);
    return reading;
  }

  async #reload(): Promise<void> {
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
      if ('problem' in read) {
        const what = sayAll(read.problem, say('file-of-setting'));
        notify('warning', what);
        this.#log.warn(write(what)); // nothing else says it once the message is gone
      } else {
        for (const [name, value] of Object.entries(read.namedValues)) {
          namedValues[name] = value;
          sources[name] = { from: 'file', ...(read.secrets.includes(name) ? { secret: true } : {}) };
        }
      }
    }
    this.#files = { metadata, namedValues, sources };
    await this.#tell();
  }

  /** A server that came up knows nothing: tells it everything. */
  async tellAgain(): Promise<void> {
    this.#teller.forget();
    await this.reload();
  }

  /**
   * Fetches what a document and the token in force need and what may be fetched. `asked`: by a user's command; without it only
   * addresses are requested that a command has requested before. A key set is known only after its configuration, so it goes on
   * until nothing new is due. One after the other, so that the bounds hold for all of them.
   */
  fetchNeeded(uri: string, asked: boolean): Promise<FetchOutcome> {
    const fetching = this.#fetching.then(async () => {
      await this.#whenRead();
      return this.#fetchNeeded(uri, asked);
    });
    this.#fetching = fetching.catch(() => undefined);
    return fetching;
  }

  /** Waits until the files that settings name were read: what is fetched depends on them. At most as long as `patience` says. */
  async #whenRead(): Promise<void> {
    const timer: { running?: ReturnType<typeof setTimeout> } = {};
    const enough = new Promise(resolve => (timer.running = setTimeout(resolve, patience)));
    await Promise.race([this.#reading, enough]);
    clearTimeout(timer.running);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #fetchNeeded(uri: string, asked: boolean): Promise<FetchOutcome> {
    const tried = new Set<string>();
    const round: Round = { asked, mayAsk: asked, budget: new FetchBudget(usualBudget, () => performance.now()), leftOut: 0 };
    for (;;) {
      const needed = await this.#server.ask('apimTokenDoctor/metadata/needed', { uri });
      const due = this.#listDue(needed, asked).filter(({ address }) => !tried.has(address));
      for (const { address } of due) tried.add(address);
      const goesOn = due.length > 0 && (await this.#fetchAll(due, round));
      if (due.length > 0) await this.#tell();
      if (!goesOn) return { needed, leftOut: round.leftOut };
    }
  }

  /** False where the user cancelled. */
  async #fetchAll(due: readonly NeededDocument[], round: Round): Promise<boolean> {
    const judged = due.map(needed => this.#judge(needed)).filter(each => each !== null);
    const within = judged.slice(0, round.budget.documents);
    const free = within.filter(({ destination }) => !round.asked || this.#consent.isFree(destination));
    const others = within.filter(each => !free.includes(each));
    const { fitting, others: unseen } = this.#consent.fit(round.mayAsk ? others.map(({ destination }) => destination) : []);
    const leftOut = judged.length - within.length + (round.mayAsk ? unseen.length : others.length);
    round.leftOut += leftOut;
    if (fitting.length > 0) {
      round.mayAsk = false;
      const agreed = await this.#consent.ask(
        fitting,
        free.map(({ destination }) => destination),
        leftOut,
      );
      if (!agreed) return false;
      round.budget.restartTime();
    }
    const chosen = within.filter(({ destination }) => free.some(each => each.destination === destination) || fitting.includes(destination));
    if (round.asked) this.#consent.remember(chosen.map(({ destination }) => destination));
    round.leftOut += (await round.budget.spend(chosen, each => this.#fetch(each, round.budget))).length;
    return true;
  }

  /** Null for an address that is never requested; why is remembered as what came of it. */
  #judge(needed: NeededDocument): Due | null {
    const judged = judgeAddress(needed.address);
    if (judged.kind === 'refused') {
      this.#keep(needed, { problem: say(`address-${judged.reason}`), reason: judged.reason });
      return null;
    }
    const { address, host } = judged;
    const inner = judged.kind === 'ask' ? judged.inner : null;
    const { filled, document } = needed;
    return { needed, destination: { address, host, expected: judged.kind === 'expected', inner, filled, isKeySet: document === 'keys' } };
  }

  async #tell(): Promise<void> {
    const { metadata, namedValues, sources } = this.#files;
    await this.#teller.tell({
      metadata: { ...this.#cache.documents(), ...metadata },
      namedValues,
      sources: { ...this.#cache.origins(), ...sources },
      identityHosts: readSettings().identityHosts,
    });
  }

  #listDue(needed: readonly NeededDocument[], asked: boolean): NeededDocument[] {
    // In a restricted workspace a policy must not choose whom this computer talks to.
    if (!vscode.workspace.isTrusted) return [];
    const { savedDocuments } = readSettings();
    const now = unixSeconds();
    return needed
      .filter(({ withheld }) => withheld.length === 0)
      .filter(({ address, origin }) => !Object.hasOwn(savedDocuments, address) && origin?.from !== 'sample')
      .filter(document => this.#cache.isDue(document, now, asked))
      .filter(({ address }) => asked || this.#wasRequested(address));
  }

  #wasRequested(text: string): boolean {
    const judged = judgeAddress(text);
    return judged.kind !== 'refused' && this.#consent.isRequested(judged.address);
  }

  async #fetch({ needed, destination }: Due, budget: FetchBudget): Promise<void> {
    const limits = { time: Math.min(usualLimits.time, budget.time), bytes: usualLimits.bytes };
    const send = (target: string, options: RequestInit): Promise<Response> => fetch(target, options);
    const fetched = await fetchDocument(destination.address, send, limits, count => budget.takeBytes(count));
    const { remoteName } = vscode.env;
    const where = remoteName === undefined ? null : say('sent-from-remote', { remote: remoteName });
    this.#keep(needed, 'problem' in fetched ? { ...fetched, problem: sayAll(fetched.problem, where) } : fetched);
  }

  /** The log has the address as the policy writes it: named values stand in it by name. */
  #keep({ address, written }: NeededDocument, fetched: Fetched<Message>): void {
    if ('problem' in fetched) {
      this.#cache.keep(address, { problem: write(fetched.problem) }, unixSeconds());
      this.#log.warn(write(say('log-not-fetched', { written, reason: fetched.reason })));
    } else {
      this.#cache.keep(address, fetched, unixSeconds());
      this.#log.info(write(say('log-fetched', { written })));
    }
  }

  #originOf(read: Fetched<Message>): FactOrigin {
    return { from: 'file', at: unixSeconds(), ...('problem' in read ? { problem: write(read.problem) } : {}) };
  }
}

/** The fetching that one command, or one event, causes. */
interface Round {
  readonly asked: boolean;
  /** Whether the one question is still to be asked. */
  mayAsk: boolean;
  readonly budget: FetchBudget;
  leftOut: number;
}

function unixSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
