// The loop: mutates inputs, hands them to the targets, and minimises what breaks one.
import { coreTargets, readPolicySeeds, type Target } from './core-targets.js';
import { makeGrounds } from './grounds.js';
import { minimise } from './minimise.js';
import { mutate } from './mutate.js';
import { hostTarget } from './host-target.js';
import { programTargets } from './program-targets.js';
import { Random } from './random.js';

/** What is asked for. */
export interface FuzzOptions {
  readonly seed: number;
  /** The repository, for its policies. */
  readonly root: string;
  /** One target alone; null means all. */
  readonly target: string | null;
  /** Asked between two batches: whether to go on. */
  goOn(): boolean;
  /** Told before each input, so that somebody else can see which one never ends. */
  begin(target: string, input: string): void;
  /** Told of each kind of find once, with the shortest input that shows it. */
  found(find: Find): void;
}

/** An input that breaks an invariant of a target. */
export interface Find {
  readonly target: string;
  readonly input: string;
  /** What was broken: the first line of what was thrown. */
  readonly what: string;
}

/** Executions by target. */
export type Executions = Readonly<Record<string, number>>;

/** How many inputs a target gets before the next one's turn: more of what is cheap, but no more than half of all for the three cheapest. */
const batches: Readonly<Record<string, number>> = {
  expressions: 300,
  redact: 200,
  token: 150,
  read: 150,
  show: 100,
  explain: 60,
  predict: 60,
};
const usualBatch = 40;

/** Every target, with policies of the repository as seeds. */
export async function allTargets(root: string): Promise<Target[]> {
  const grounds = await makeGrounds();
  const seeds = readPolicySeeds(root);
  return [...coreTargets(seeds, grounds), hostTarget(seeds), ...programTargets(seeds, grounds)];
}

/** Fuzzes until `goOn` says no. The same seed gives the same inputs in the same order to each target. */
export async function fuzz({ seed, root, target, goOn, begin, found }: FuzzOptions): Promise<Executions> {
  const targets = (await allTargets(root)).filter(({ name }) => target === null || name === target);
  if (targets.length === 0) throw new Error(`No such target: ${target ?? ''}.`);
  const executions: Record<string, number> = {};
  const players = targets.map((each, index) => new Player(each, new Random(seed * 31 + index), begin, found));
  for (let round = 0; round === 0 || goOn(); round++) {
    for (const player of players) {
      const { name } = player.target;
      executions[name] = (executions[name] ?? 0) + (await player.play(batches[name] ?? usualBatch, goOn));
    }
  }
  return executions;
}

/** A pool that has grown large is good enough. */
const largestPool = 3000;

class Player {
  readonly target: Target;
  readonly #random: Random;
  readonly #begin: FuzzOptions['begin'];
  readonly #found: FuzzOptions['found'];
  readonly #pool: string[];
  readonly #seen = new Set<string>();
  readonly #known = new Set<string>();

  constructor(target: Target, random: Random, begin: FuzzOptions['begin'], found: FuzzOptions['found']) {
    this.target = target;
    this.#random = random;
    this.#begin = begin;
    this.#found = found;
    this.#pool = [...target.seeds];
  }

  async play(count: number, goOn: () => boolean): Promise<number> {
    for (let done = 0; done < count; done++) {
      if (done % 20 === 19 && !goOn()) return done;
      const input = mutate(this.#pool, this.target.pieces, this.#random);
      this.#begin(this.target.name, input);
      try {
        const did = await this.target.run(input);
        if (this.#pool.length >= largestPool || this.#seen.has(did)) continue;
        this.#seen.add(did);
        this.#pool.push(input);
      } catch (error) {
        await this.#keep(input, describe(error));
      }
    }
    return count;
  }

  /** Of one kind of find the first is kept. */
  async #keep(input: string, what: string): Promise<void> {
    if (this.#known.has(what)) return;
    this.#known.add(what);
    const { target } = this;
    const breaks = async (candidate: string): Promise<boolean> => {
      this.#begin(target.name, candidate);
      try {
        await target.run(candidate);
        return false;
      } catch (error) {
        return describe(error) === what;
      }
    };
    this.#found({ target: target.name, input: await minimise(input, breaks), what });
  }
}

/** What was thrown, without the numbers that differ from input to input. */
function describe(error: unknown): string {
  const text = error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 300).replace(/\d+/g, 'N');
}
