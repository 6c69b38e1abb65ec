import { englishCatalogue, isMetadataDocument, judgeAddress, redact, render, say } from '../core/index.js';
import type { FactSource, NeededDocument } from '../core/index.js';
import { FetchBudget, usualBudget } from '../fetching/fetch-budget.js';
import { fetchDocument, usualLimits } from '../fetching/fetch-document.js';
import type { Io } from './io.js';
import type { CliCatalogue } from './sentences/catalogue.js';
import { showLine } from './show-line.js';

type Documents = Readonly<Record<string, unknown>>;

/** A document that is wanted. */
export interface Wish extends NeededDocument {
  /** Whether the user wrote its address on the command line, and so has seen it; absent means no. */
  readonly isNamed?: boolean;
}

/** What is to be fetched, and from whom. */
interface Order {
  /** What is wanted, as far as these documents tell: a key set is known only after its configuration. */
  readonly listWishes: (documents: Documents) => readonly Wish[];
  /** What is at hand, and is not requested again. */
  readonly known: Documents;
  /** Hosts beside Microsoft's login hosts that may be asked. */
  readonly hosts: ReadonlySet<string>;
  /** Whether only configurations and key sets are taken. Absent means no: whoever judges by a document says what it is. */
  readonly takesMetadataOnly?: boolean;
}

/** What came of it. */
export interface FetchedDocuments {
  /** Address → document, of all that was fetched. */
  readonly documents: Documents;
  /** Where each came from, or why it did not come. */
  readonly sources: Readonly<Record<string, FactSource>>;
  /** How many that are wanted were not fetched, for whatever reason. */
  readonly missing: number;
}

/**
 * Fetches what is wanted and what is named by it, by the rules and bounds of the editor: what is a question there is `--allow-host` here. Why something
 * is not fetched stands on standard error, in a line that has the address as the policy writes it.
 */
export async function fetchDocuments(io: Io, order: Order, words: CliCatalogue): Promise<FetchedDocuments> {
  const { listWishes, known } = order;
  const round = new FetchRound(io, order, words);
  const tried = new Set<string>(Object.keys(known));
  for (;;) {
    const due = listWishes({ ...known, ...round.documents }).filter(({ address }) => !tried.has(address));
    for (const { address } of due) tried.add(address);
    if (due.length === 0) return round;
    await round.bring(due);
  }
}

/** Where the request for a wish goes. */
interface Target {
  readonly wish: Wish;
  readonly address: string;
}

/** The fetching that one command causes. */
class FetchRound implements FetchedDocuments {
  readonly documents: Record<string, unknown> = {};
  readonly sources: Record<string, FactSource> = {};
  missing = 0;
  readonly #io: Io;
  readonly #order: Order;
  readonly #words: CliCatalogue;
  readonly #budget = new FetchBudget(usualBudget, () => performance.now());
  /** Hosts of addresses that the user wrote: key sets that documents name there were agreed to as well. */
  readonly #named = new Set<string>();

  constructor(io: Io, order: Order, words: CliCatalogue) {
    this.#io = io;
    this.#order = order;
    this.#words = words;
  }

  async bring(wishes: readonly Wish[]): Promise<void> {
    const targets = wishes.map(wish => this.#judge(wish)).filter(target => target !== null);
    this.#io.tellProgress(this.#words.fetchingDocuments({ count: targets.length }));
    const left = await this.#budget.spend(targets, target => this.#fetchOne(target));
    for (const { wish } of left) this.#refuse(wish, this.#words.tooManyAddresses({ most: usualBudget.documents }));
  }

  /** Null where nothing is requested. */
  #judge(wish: Wish): Target | null {
    const { filled, withheld, kind, isNamed = false } = wish;
    if (withheld.length > 0) return this.#refuse(wish, this.#words.valuesWithheld({ names: withheld }));
    const judged = judgeAddress(wish.address);
    if (judged.kind === 'refused') return this.#refuse(wish, render(say(`address-${judged.reason}`, {}), englishCatalogue));
    const { address, host } = judged;
    if (isNamed) this.#named.add(host);
    if (judged.kind === 'expected' || isNamed || (kind === 'key-set' && this.#named.has(host))) return { wish, address };
    // What was filled in was not in the user's mind when the host was allowed.
    if (filled) return this.#refuse(wish, this.#words.filledNotAllowed());
    return this.#order.hosts.has(host) ? { wish, address } : this.#refuse(wish, this.#words.hostNotAllowed({ host, inner: judged.inner }));
  }

  async #fetchOne({ wish, address }: Target): Promise<void> {
    const limits = { time: Math.min(usualLimits.time, this.#budget.time), bytes: usualLimits.bytes };
    const fetched = await fetchDocument(address, this.#io.request, limits, count => this.#budget.takeBytes(count));
    const origin = { from: 'network', at: this.#io.now() } as const;
    if ('document' in fetched && this.#order.takesMetadataOnly === true && !isMetadataDocument(fetched.document)) {
      this.#refuse(wish, this.#words.noMetadata());
    } else if ('document' in fetched) {
      this.documents[wish.address] = fetched.document;
      this.sources[wish.address] = origin;
    } else {
      const problem = render(fetched.problem, englishCatalogue);
      this.sources[wish.address] = { ...origin, problem };
      this.#refuse(wish, problem);
    }
  }

  #refuse({ written }: Wish, why: string): null {
    this.missing += 1;
    this.#io.writeError(`${showLine(redact(`apim-token-doctor: ${this.#words.notFetched({ written, why })}`))}\n`);
    return null;
  }
}
