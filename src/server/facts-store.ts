import {
  noValues,
  openKeyRing,
  type Catalogue,
  type DecodedToken,
  type DocumentValues,
  type Facts,
  type FactSource,
  type TokenProblem,
} from '../core/index.js';
import type { ChangedFacts, ClientFacts } from '../facts-protocol.js';
import { Alarm } from './alarm.js';
import { toSources } from './workspace-values.js';

/** A token of the session. */
export interface HeldToken {
  readonly id: string;
  readonly token: DecodedToken | TokenProblem;
  /** The documents that were minted with it; null for a token that a user pasted. */
  readonly sample: Readonly<Record<string, unknown>> | null;
}

interface KeptToken extends HeldToken {
  /** When it was taken (Unix seconds). */
  readonly since: number;
}

/** Named values with where they come from. A name without a value has a source that says why. */
export interface NamedValues {
  readonly values: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, FactSource>>;
}

const noNamedValues: NamedValues = { values: {}, sources: {} };
const noClientFacts: ClientFacts = { metadata: {}, namedValues: {}, sources: {} };

/** The clock skews (seconds) that policies use: a judgement about the lifetime can change this long before and after a moment. */
const usualSkews = [0, 60, 120, 300, 600];

/** A client clears what it drops; of one that does not, no more than these are kept. */
const mostTokens = 5;

/** Everything from outside that the server's judgements rest on. The tokens of the session stand here and nowhere else in the server. */
export class FactsStore {
  readonly #now: () => number;
  readonly #catalogue: () => Catalogue;
  readonly #alarm: Alarm;
  readonly #listeners: (() => void)[] = [];
  readonly #tokens = new Map<string, KeptToken>();
  #inForce: string | null = null;
  #client: ClientFacts = noClientFacts;
  #given: ClientFacts = noClientFacts;
  /** Documents of the client are replaced, never changed. */
  readonly #keyRing = openKeyRing();
  #revision = 0;

  /** `now` gives Unix seconds, `catalogue` the language of the client. */
  constructor(now: () => number, catalogue: () => Catalogue) {
    this.#now = now;
    this.#catalogue = catalogue;
    this.#alarm = new Alarm(now, () => this.changed());
  }

  /** Grows with every change after which a judgement can differ. */
  get revision(): number {
    return this.#revision;
  }

  /** The token in force. */
  get held(): HeldToken | null {
    return this.#inForce === null ? null : (this.#tokens.get(this.#inForce) ?? null);
  }

  /** One of the session's tokens, in force or not; undefined where it was never taken, or was forgotten. */
  tokenOf(id: string): HeldToken | undefined {
    return this.#tokens.get(id);
  }

  /** The token of the session that has the same compact form; undefined where there is none. */
  findSame({ compact }: HeldToken['token']): HeldToken | undefined {
    const text = compact.reveal();
    // Of decoded claims there is no compact form to compare.
    if (text === '') return undefined;
    return [...this.#tokens.values()].find(({ token, sample }) => sample === null && token.compact.reveal() === text);
  }

  /** Calls back after every change. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Takes a token of the session and puts it in force. */
  setToken(held: HeldToken): void {
    const known = this.#tokens.get(held.id);
    this.#tokens.delete(held.id);
    this.#tokens.set(held.id, { ...held, since: known?.token === held.token ? known.since : this.#now() });
    const [oldest] = this.#tokens.keys();
    if (this.#tokens.size > mostTokens && oldest !== undefined) this.#tokens.delete(oldest);
    this.#inForce = held.id;
    const { nbf, exp } = held.token.claims;
    const begins = typeof nbf === 'number' ? usualSkews.map(skew => nbf - skew) : [];
    const ends = typeof exp === 'number' ? usualSkews.map(skew => exp + skew) : [];
    this.#alarm.set([...begins, ...ends]);
    this.changed();
  }

  /** Forgets the token of that id; where it is the one in force, none is then. */
  clearToken(id: string): void {
    const wasHeld = this.#tokens.delete(id);
    if (!wasHeld || this.#inForce !== id) return;
    this.#inForce = null;
    this.#alarm.clear();
    this.changed();
  }

  setClientFacts(facts: ClientFacts): void {
    this.#client = facts;
    this.changed();
  }

  /** Documents that the server fetched itself, with where they came from, or why they did not come. */
  takeDocuments(metadata: ClientFacts['metadata'], sources: ClientFacts['sources']): void {
    const { metadata: before, sources: told, ...others } = this.#client;
    this.setClientFacts({ ...others, metadata: { ...before, ...metadata }, sources: { ...told, ...sources } });
  }

  /** What files say that were named when the server was started: it counts before what the client says, and its settings. */
  setGivenFacts(facts: ClientFacts): void {
    this.#given = facts;
    this.changed();
  }

  /** The client's facts with what changed since it told them. Throws where it has told none. */
  changeClientFacts({ metadata, removed, ...others }: ChangedFacts): void {
    if (this.#client === noClientFacts) throw new Error('The client has told no facts that could be changed.');
    const gone = new Set(removed);
    const kept = Object.entries(this.#client.metadata).filter(([address]) => !gone.has(address));
    this.setClientFacts({ ...this.#client, ...others, metadata: Object.fromEntries([...kept, ...Object.entries(metadata)]) });
  }

  /** Something that judgements rest on is different now: a fact, a setting, or the time. */
  changed(): void {
    this.#revision += 1;
    for (const listener of this.#listeners) listener();
  }

  /**
   * The facts of this moment. `namedValues` are those of the document's settings: they count before the files that the client names,
   * and those before what files of the workspace say: `given`, in sets, before `workspace`, of the instance itself.
   */
  current(
    namedValues: Readonly<Record<string, string>> = {},
    workspace: NamedValues = noNamedValues,
    given: DocumentValues = noValues,
  ): Facts {
    const set: FactSource = { from: 'setting' };
    const held = this.#inForce === null ? undefined : this.#tokens.get(this.#inForce);
    const sample = held?.sample ?? {};
    const minted: FactSource = { from: 'sample', at: held?.since ?? 0 };
    return {
      now: this.#now(),
      catalogue: this.#catalogue(),
      metadata: { ...this.#client.metadata, ...this.#given.metadata, ...sample },
      keyRing: this.#keyRing,
      namedValues: {
        ...workspace.values,
        ...given.namedValues,
        ...this.#client.namedValues,
        ...namedValues,
        ...this.#given.namedValues,
      },
      templateValues: given.templateValues,
      templateSources: toSources(given.templateSources),
      sources: keepSecrets(workspace.sources, {
        ...workspace.sources,
        ...withValue(given),
        ...this.#client.sources,
        ...sourceOfEach(sample, minted),
        ...sourceOfEach(namedValues, set),
        ...this.#given.sources,
      }),
      ...(this.#client.identityHosts === undefined ? {} : { identityHosts: this.#client.identityHosts }),
      ...(held === undefined ? {} : { token: held.token }),
    };
  }

  dispose(): void {
    this.#alarm.clear();
    this.#tokens.clear();
    this.#inForce = null;
  }
}

/** Of a name without a value the instance itself tells more. */
function withValue({ namedValues, sources }: DocumentValues): Record<string, FactSource> {
  return Object.fromEntries(Object.entries(toSources(sources)).filter(([name]) => Object.hasOwn(namedValues, name)));
}

function sourceOfEach(names: object, source: FactSource): Record<string, FactSource> {
  return Object.fromEntries(Object.keys(names).map(name => [name, source]));
}

/** What the workspace calls a secret is one, whoever else gives it a value. */
function keepSecrets(marked: Readonly<Record<string, FactSource>>, sources: Record<string, FactSource>): Record<string, FactSource> {
  for (const [name, { secret }] of Object.entries(marked)) if (secret === true) sources[name] = { from: 'file', ...sources[name], secret };
  return sources;
}
