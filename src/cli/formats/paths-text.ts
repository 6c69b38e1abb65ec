import { englishCatalogue, wordPath, wordPathLine, wordScopeProblem, wordTarget } from '../../core/index.js';
import type { Station } from '../../core/index.js';
import type { CheckReport, PathReport } from '../report.js';
import type { CliCatalogue } from '../sentences/catalogue.js';

/** One line for each path: it is told once where several sets of values lead to the same. */
export function writePathLines(paths: readonly PathReport[], words: CliCatalogue): string[] {
  const lines = new Map<string, (string | null)[]>();
  const sets = new Set(paths.map(({ set }) => set));
  for (const path of paths) {
    if (path.verdict === null) continue;
    const line = wordPathLine(path, asItIs, englishCatalogue);
    lines.set(line, [...(lines.get(line) ?? []), path.set]);
  }
  return [...lines].map(([line, own]) => {
    const named = own.filter(set => set !== null);
    return named.length === 0 || own.length >= sets.size ? line : words.inSet({ path: line, set: named.join(', ') });
  });
}

/** A path with everything that it meets until the answer. */
export function writeWholePath(path: PathReport, words: CliCatalogue): string[] {
  const { target, verdict } = path;
  if (verdict === null) return [wordTarget(target, englishCatalogue)];
  const { branches } = wordPath(verdict, asItIs, englishCatalogue);
  return [
    path.set === null
      ? wordPathLine(path, asItIs, englishCatalogue)
      : words.inSet({ path: wordPathLine(path, asItIs, englishCatalogue), set: path.set }),
    `  ${words.reachedBy({ who: target.reachedBy })}`,
    ...verdict.stations.map(station => `  ${words.station(describeStation(station))}`),
    ...branches.map(branch => `  ${branch}`),
  ];
}

/** What is wrong with a file of the scopes, and where; of APIs that are not there all of one file together. */
interface ProblemLine {
  /** Null where it is about no file, but about what was asked. */
  readonly path: string | null;
  /** Null where it is about the whole file. */
  readonly line: number | null;
  readonly text: string;
  /** Whether nothing is wrong there: it only cannot be told before it is deployed. */
  readonly isOpen: boolean;
}

/** What is wrong with files of the scopes, in one sentence each. */
export function listProblemLines(
  { problems: all = [], token }: Pick<CheckReport, 'problems' | 'token'>,
  words: CliCatalogue,
): ProblemLine[] {
  // Without a token no path is told, so it does not matter what one is called.
  const problems = all.filter(({ code }) => token !== null || code !== 'name-unknown');
  const unknown = new Map<string, string[]>();
  // The same name in many files is one thing to know.
  const places = new Map<string | null, number>();
  for (const { code, name } of problems) if (code === 'name-unknown') places.set(name, (places.get(name) ?? 0) + 1);
  for (const { path, code, name } of problems)
    if (code === 'unknown-api' && name !== null) unknown.set(path, [...(unknown.get(path) ?? []), name]);
  return [
    ...problems.flatMap((problem): ProblemLine[] => {
      const { path, code, name, line = null } = problem;
      if (code === 'unknown-api') return [];
      const count = code === 'name-unknown' ? places.get(name) : 1;
      if (count === undefined) return [];
      if (code === 'name-unknown') places.delete(name);
      const said = wordScopeProblem(problem, englishCatalogue);
      const why = count > 1 ? words.andElsewhere({ said, count: count - 1 }) : said;
      if (code === 'other-operation') return [{ path: null, line, text: why, isOpen: false }];
      const text = line === null ? words.uselessFile({ path, why }) : words.problemAt({ at: `${path}:${String(line)}`, why });
      return [{ path, line, text, isOpen: code === 'name-unknown' || code === 'policy-unknown' }];
    }),
    ...[...unknown].map(([path, apis]) => ({ path, line: null, text: words.unknownApis({ path, apis }), isOpen: false })),
  ];
}

function describeStation({ place, kind, outcome, conditional }: Station): Parameters<CliCatalogue['station']>[0] {
  if (place === null) return { at: null, scope: null, kind, outcome, conditional };
  const { at, start } = place;
  const scope = at.name === null ? at.scope : `${at.scope} ${at.name}`;
  return { at: `${at.source.path}:${String(at.source.placeOf(start).line)}`, scope, kind, outcome, conditional };
}

function asItIs(path: string): string {
  return path;
}
