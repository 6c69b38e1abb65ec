import { englishCatalogue, findUnknownSet, rules, severities, wordConfigProblem } from '../core/index.js';
import type { ConfigProblem, Finding, RuleCode, RuleSeverity } from '../core/index.js';
import type { PlacedConfig } from './configs.js';
import type { Values } from './read-values.js';

/** How severe rules are to be. */
export type Severities = Readonly<Partial<Record<RuleCode, RuleSeverity>>>;

/** What a config did to a check: nothing that it hides may stay unsaid. */
export interface ConfigReport {
  readonly path: string;
  /** Rules that would be heard without it, and how many findings they have. */
  readonly rulesOff: readonly RuleCode[];
  readonly findingsOff: number;
  /** Rules that are told more mildly than by themselves, and how many findings they have. */
  readonly rulesMilder: readonly RuleCode[];
  readonly findingsMilder: number;
  /** Files that it takes out. */
  readonly filesIgnored: number;
  /** The sets of values that nothing is judged with because it puts another one in force. */
  readonly setsLeftOut: readonly string[];
  readonly problems: readonly WordedProblem[];
}

/** What is wrong with a place in a config. */
interface WordedProblem extends Pick<ConfigProblem, 'code' | 'severity' | 'line' | 'column'> {
  readonly message: string;
}

/** Which rules a config hides, or tells more mildly than by themselves. What the command line says of a rule is not the config's doing. */
export function changedRules(
  { config }: PlacedConfig,
  asked: Severities,
): { readonly off: readonly RuleCode[]; readonly milder: readonly RuleCode[] } {
  const own = rules.filter(({ code, offByDefault }) => asked[code] === undefined && offByDefault !== true);
  const isMilder = (code: RuleCode, severity: (typeof severities)[number]): boolean => {
    const level = config.severities[code];
    return level !== undefined && level !== 'off' && severities.indexOf(level) < severities.indexOf(severity);
  };
  return {
    off: own.flatMap(({ code }) => (config.severities[code] === 'off' ? [code] : [])),
    milder: own.flatMap(({ code, severity }) => (isMilder(code, severity) ? [code] : [])),
  };
}

/** Findings that configs hide, and those that they tell more mildly, by the config's path: what makes each of them one. Plain data. */
export interface Tallied {
  readonly hidden: ReadonlyMap<string, ReadonlySet<string>>;
  readonly milder: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Counts what configs hide while files are checked. */
export class ConfigTally {
  readonly #asked: Severities;
  readonly #hidden = new Map<string, Set<string>>();
  readonly #milder = new Map<string, Set<string>>();
  readonly #ignored = new Map<string, number>();

  /** `asked`: what the command line says of rules. */
  constructor(asked: Severities) {
    this.#asked = asked;
  }

  addIgnored(config: PlacedConfig): void {
    this.#ignored.set(config.path, (this.#ignored.get(config.path) ?? 0) + 1);
  }

  /** Counts findings of a file that a config hides, and those that it tells more mildly. What several sets of values lead to counts once. */
  add(config: PlacedConfig, path: string, hidden: readonly Finding[], shown: readonly Finding[]): void {
    const milder = new Set(changedRules(config, this.#asked).milder);
    const name = ({ code, line, column, title }: Finding): string => JSON.stringify([path, code, line, column, title]);
    take(this.#hidden, config.path, hidden.map(name));
    take(this.#milder, config.path, shown.filter(({ code }) => milder.has(code)).map(name));
  }

  /** The findings that were counted. */
  get tallied(): Tallied {
    return { hidden: this.#hidden, milder: this.#milder };
  }

  /** Counts what was counted elsewhere, of other files. */
  join({ hidden, milder }: Tallied): void {
    for (const [path, names] of hidden) take(this.#hidden, path, names);
    for (const [path, names] of milder) take(this.#milder, path, names);
  }

  /** How many files configs take out. */
  get filesIgnored(): number {
    return [...this.#ignored.values()].reduce((sum, count) => sum + count, 0);
  }

  /** What each config did. `values`: those that are known where it counts. */
  report(configs: readonly PlacedConfig[], values: Pick<Values, 'bookFor' | 'setsLeftOut'>): ConfigReport[] {
    return configs.map(config => {
      const { off, milder } = changedRules(config, this.#asked);
      const unknown = findUnknownSet(config, values.bookFor(config.path).sets);
      const problems = unknown === null ? config.problems : [...config.problems, unknown];
      return {
        path: config.path,
        rulesOff: off,
        findingsOff: this.#hidden.get(config.path)?.size ?? 0,
        rulesMilder: milder,
        findingsMilder: this.#milder.get(config.path)?.size ?? 0,
        filesIgnored: this.#ignored.get(config.path) ?? 0,
        setsLeftOut: values.setsLeftOut(config.path),
        problems: problems.map(problem => {
          const { code, severity, line, column } = problem;
          return { code, severity, line, column, message: wordConfigProblem(problem, englishCatalogue) };
        }),
      };
    });
  }
}

function take(counts: Map<string, Set<string>>, config: string, names: Iterable<string>): void {
  const known = counts.get(config) ?? new Set();
  for (const name of names) known.add(name);
  counts.set(config, known);
}
