import type { DecodedToken, DocumentValues, Facts, FactSource, TokenProblem } from '../core/index.js';
import type { ChangedFacts, ClientFacts } from '../protocol.js';
import { Alarm } from './alarm.js';
import { toSources } from './workspace-values.js';

/** The token in force. */
export interface HeldToken {
  readonly id: string;
  readonly token: DecodedToken | TokenProblem;
  /** The documents that were minted with it; null for a token that a user pasted. */
  readonly sample: Readonly<Record<string, unknown>> | null;
}

/** Named values with where they come from. A name without a value has a source that says why. */
export interface NamedValues {
  readonly values: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, FactSource>>;
}

const noValues: DocumentValues = { namedValues: {}, templateValues: {}, sources: {}, templateSources: {} };
const noNamedValues: NamedValues = { values: {}, sources: {} };
const noClientFacts: ClientFacts = { metadata: {}, namedValues: {}, sources: {} };

/** The clock skews (seconds) that policies use: a judgement about the lifetime can change this long before and after a moment. */
const usualSkews = [0, 60, 120, 300, 600];

/** Everything from outside that the server's judgements rest on. The token stands here and nowhere else in the server. */
export class FactsStore {
  readonly #now: () => number;
  readonly #alarm: Alarm;
  readonly #listeners: (() => void)[] = [];
  #held: HeldToken | null = null;
  #mintedAt = 0;
  #client: ClientFacts = noClientFacts;
  #revision = 0;

  /** `now` gives Unix seconds. */
  constructor(now: () => number) {
    this.#now = now;
    this.#alarm = new Alarm(now, () => this.changed());
  }

  /** Grows with every change after which a judgement can differ. */
  get revision(): number {
    return this.#revision;
  }

  get held(): HeldToken | null {
    return this.#held;
  }

  /** Calls back after every change. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  setToken(held: HeldToken): void {
    this.#held = held;
    this.#mintedAt = this.#now();
    const { nbf, exp } = held.token.claims;
    const begins = typeof nbf === 'number' ? usualSkews.map(skew => nbf - skew) : [];
    const ends = typeof exp === 'number' ? usualSkews.map(skew => exp + skew) : [];
    this.#alarm.set([...begins, ...ends]);
    this.changed();
  }

  /** Forgets the token if it is still the one of that id. */
  clearToken(id: string): void {
    if (this.#held?.id !== id) return;
    this.#held = null;
    this.#alarm.clear();
    this.changed();
  }

  setClientFacts(facts: ClientFacts): void {
    this.#client = facts;
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
    const sample = this.#held?.sample ?? {};
    const minted: FactSource = { from: 'sample', at: this.#mintedAt };
    return {
      now: this.#now(),
      metadata: { ...this.#client.metadata, ...sample },
      namedValues: { ...workspace.values, ...given.namedValues, ...this.#client.namedValues, ...namedValues },
      templateValues: given.templateValues,
      templateSources: toSources(given.templateSources),
      sources: keepSecrets(workspace.sources, {
        ...workspace.sources,
        ...withValue(given),
        ...this.#client.sources,
        ...sourceOfEach(sample, minted),
        ...sourceOfEach(namedValues, set),
      }),
      ...(this.#client.identityHosts === undefined ? {} : { identityHosts: this.#client.identityHosts }),
      ...(this.#held === null ? {} : { token: this.#held.token }),
    };
  }

  dispose(): void {
    this.#alarm.clear();
    this.#held = null;
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
