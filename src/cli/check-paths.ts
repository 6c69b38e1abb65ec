import { effectivePolicy, judgePaths, listPaths, meetsFile } from '../core/index.js';
import type { Facts, MetDocument, PathTarget } from '../core/index.js';
import { CannotRun } from './io.js';
import { withValues, type Values } from './read-values.js';
import type { PathReport } from './report.js';
import type { ScopeFolder } from './scope-folder.js';

/** Which paths of a folder are asked for. */
interface Asked {
  /** `api/operation`; undefined for all. */
  readonly operation: string | undefined;
  /** The file that they meet, as the scopes name it; null for all. */
  readonly file: string | null;
}

/** Judges paths of a folder, with each set of values in turn. Refuses an operation of an API that is not there. */
export async function checkPaths(folder: ScopeFolder, facts: Facts, values: Values, { operation, file }: Asked): Promise<PathReport[]> {
  const { scopes } = folder;
  const all = listPaths(scopes);
  const named = operation === undefined ? all : chooseTargets(all, operation);
  const targets = file === null ? named : named.filter(target => meetsFile({ policy: effectivePolicy(scopes, target) }, file));
  const sets = values.chosen.length > 0 ? values.chosen : values.book.sets;
  const reports: PathReport[] = [];
  for (const set of sets.length > 0 ? sets : [null]) {
    const { paths } = await judgePaths(scopes, { facts, factsOf: factsOf(folder, facts, values, set) }, { targets });
    reports.push(...paths.map(({ target, verdict }) => ({ target, verdict, set })));
  }
  return reports;
}

/** What is known where a document of a folder stands, in one set of values. */
export function factsOf(folder: ScopeFolder, facts: Facts, values: Values, set: string | null): (at: MetDocument) => Facts {
  const kept = new Map<string, Facts>();
  return ({ source }) => {
    const known = kept.get(source.path) ?? withValues(facts, values, folder.pathOf(source.path), source.document.text, set);
    kept.set(source.path, known);
    return known;
  };
}

/** Whether the paths of an operation meet a file, as the scopes name it. */
export function meetsOperation({ scopes }: ScopeFolder, operation: string, file: string): boolean {
  return chooseTargets(listPaths(scopes), operation).some(target => meetsFile({ policy: effectivePolicy(scopes, target) }, file));
}

/** The paths of one operation: `api/operation`, with the workspace before it where there is one. Without an entry of its own it is one of all others. */
function chooseTargets(targets: readonly PathTarget[], operation: string): readonly PathTarget[] {
  const steps = operation.split('/');
  const name = steps.pop() ?? '';
  const [api = '', workspace = null] = steps.reverse();
  const own = targets.filter(target => target.api === api && (workspace === null || target.workspace === workspace));
  if (own.length === 0) {
    const apis = [...new Set(targets.map(target => [target.workspace, target.api].filter(part => part !== null).join('/')))];
    throw new CannotRun(words => words.unknownOperation({ apis }));
  }
  const named = own.filter(target => target.operation === name);
  return named.length > 0 ? named : own.filter(target => target.operation === null);
}
