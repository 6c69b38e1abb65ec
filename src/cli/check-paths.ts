import { effectivePolicy, judgePaths, listPaths, meetsFile, nearestName, normaliseOperationId } from '../core/index.js';
import type { Facts, MetDocument, PathTarget, ScopeProblem, Scopes } from '../core/index.js';
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
  const named = operation === undefined ? listPaths(scopes) : chooseTargets(scopes, operation).targets;
  const targets = file === null ? named : named.filter(target => meetsFile({ policy: effectivePolicy(scopes, target) }, file));
  const sets = values.setsOf(folder.pathOf('policy.xml'));
  const reports: PathReport[] = [];
  for (const set of sets.length > 0 ? sets : [null]) {
    // Without a token there is nothing to be judged on them.
    if (facts.token === undefined) {
      reports.push(...targets.map(target => ({ target, verdict: null, set })));
      continue;
    }
    const { paths } = await judgePaths(scopes, { facts, factsOf: factsOf(folder, facts, values, set) }, { targets });
    reports.push(...paths.map(({ target, verdict }) => ({ target, verdict, set })));
  }
  return reports;
}

/** What is known where a document of a folder stands, in one set of values. */
export function factsOf(folder: ScopeFolder, facts: Facts, values: Values, set: string | null): (at: MetDocument) => Facts {
  const kept = new Map<string, Facts>();
  return ({ source }) => {
    const known = kept.get(source.key) ?? withValues(facts, values, folder.pathOf(source.path), source.document.text, set);
    kept.set(source.key, known);
    return known;
  };
}

/** Whether the paths of an operation meet a file, as the scopes name it. */
export function meetsOperation({ scopes }: ScopeFolder, operation: string, file: string): boolean {
  return chooseTargets(scopes, operation).targets.some(target => meetsFile({ policy: effectivePolicy(scopes, target) }, file));
}

/** What is to be said where an operation that was asked for has no entry of its own, although others of its API have; null where nothing is. */
export function findUnknownOperation({ scopes }: ScopeFolder, operation: string): Pick<ScopeProblem, 'code' | 'name' | 'near'> | null {
  const { targets, name, others } = chooseTargets(scopes, operation);
  if (others.length === 0 || targets.some(target => target.operation !== null)) return null;
  const near = nearestName(name, others);
  return { code: 'other-operation', name, ...(near === null ? {} : { near }) };
}

interface Chosen {
  readonly targets: readonly PathTarget[];
  /** Of the operation. */
  readonly name: string;
  /** The operations of the API that have a name. */
  readonly others: readonly string[];
}

/**
 * The paths of one operation: `api/operation`, with the workspace before it where there is one. An id may have slashes itself, and counts as a gateway names it, too.
 * Without an entry of its own an operation is one of all others.
 */
function chooseTargets(scopes: Scopes, operation: string): Chosen {
  const all = listPaths(scopes);
  const beginOf = ({ workspace, api }: PathTarget): string[] => [`${api}/`, ...(workspace === null ? [] : [`${workspace}/${api}/`])];
  const own = all.flatMap(target => {
    const begin = beginOf(target).find(each => operation.startsWith(each));
    return begin === undefined ? [] : [{ target, name: operation.slice(begin.length), length: begin.length }];
  });
  // Of an API and one whose name begins with it, the longer one is meant.
  const longest = Math.max(...own.map(({ length }) => length));
  const asked = own.filter(({ length }) => length === longest);
  const [first] = asked;
  if (first === undefined) {
    const apis = [...new Set(all.map(target => [target.workspace, target.api].filter(part => part !== null).join('/')))];
    throw new CannotRun(words => words.unknownOperation({ apis }));
  }
  const { name } = first;
  const targets = asked.map(({ target }) => target);
  const isNamed = (each: string | null): boolean =>
    each === name || (each !== null && normaliseOperationId(each) === normaliseOperationId(name));
  const exact = targets.filter(target => target.operation === name);
  const named = exact.length > 0 ? exact : targets.filter(target => isNamed(target.operation));
  const others = [...new Set(targets.flatMap(target => target.operation ?? []))];
  return { targets: named.length > 0 ? named : targets.filter(target => target.operation === null), name, others };
}
