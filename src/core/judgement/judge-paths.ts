import { keepPredictions, predictRequest, type KeptPredictions } from '../gateway/predict-request.js';
import type { Facts } from '../facts.js';
import { effectivePolicy, pathSections, type EffectivePolicy } from '../scopes/effective-policy.js';
import { keyOfTarget, listPaths, type PathTarget } from '../scopes/list-paths.js';
import type { ScopeSource } from '../scopes/scope-source.js';
import type { Scopes } from '../scopes/scopes.js';
import { allStatements, type MetDocument } from '../scopes/statement.js';
import { PathVerdict } from './path-verdict.js';

/** What is known from outside, everywhere or where one document stands. */
export interface PathFacts {
  /** The token and all that is the same for all documents. */
  readonly facts: Facts;
  /** The facts for one document: its named values may be those of its workspace. Absent means the same everywhere. */
  readonly factsOf?: (at: MetDocument) => Facts;
}

/** One path, with what a request on it meets. */
export interface JudgedPath {
  readonly target: PathTarget;
  readonly policy: EffectivePolicy;
  /** Null without a token. */
  readonly verdict: PathVerdict | null;
}

/** All paths of some scopes, judged. It is true for these texts and facts. */
export interface JudgedPaths {
  readonly scopes: Scopes;
  readonly paths: readonly JudgedPath[];
  readonly facts: PathFacts;
  /** What the next judgement on the same facts takes over. */
  readonly kept: KeptPredictions;
}

/** How the paths of some scopes are judged. */
export interface JudgePathsOptions {
  /** The ones to judge, in the place of all. */
  readonly targets?: readonly PathTarget[];
  /** What was judged before. What an edit does not touch is taken over: a path whose documents are the same, on the same facts. */
  readonly before?: JudgedPaths;
  /** Awaited after each path that was worked out, so that many of them do not hold up their host. */
  readonly pause?: () => Promise<void>;
  /** Looked at after each await; an aborted judgement has the paths so far. */
  readonly signal?: { readonly aborted: boolean };
}

/** Judges every path of the scopes. Never throws. */
export async function judgePaths(scopes: Scopes, facts: PathFacts, options: JudgePathsOptions = {}): Promise<JudgedPaths> {
  const { targets = listPaths(scopes), pause, signal } = options;
  const before = options.before !== undefined && isSameFacts(options.before.facts, facts) ? options.before : undefined;
  const kept = before?.kept ?? keepPredictions();
  const known = new Map(before?.paths.map(path => [keyOfTarget(path.target), path]));
  const paths: JudgedPath[] = [];
  for (const target of targets) {
    const old = known.get(keyOfTarget(target));
    if (before !== undefined && old !== undefined && isUntouched(before.scopes, scopes, old)) {
      paths.push({ ...old, target });
      continue;
    }
    paths.push(await judgePath(scopes, target, facts, kept));
    if (pause !== undefined) await pause();
    if (signal?.aborted === true) break;
  }
  return { scopes, paths, facts, kept };
}

/** Judges one path of the scopes. Never throws. */
export async function judgePath(scopes: Scopes, target: PathTarget, facts: PathFacts, kept = keepPredictions()): Promise<JudgedPath> {
  const policy = effectivePolicy(scopes, target);
  const { token } = facts.facts;
  if (token === undefined) return { target, policy, verdict: null };
  const factsOf = facts.factsOf ?? ((): Facts => facts.facts);
  return { target, policy, verdict: PathVerdict.of(await predictRequest(policy, { token, factsOf, scopes }, kept)) };
}

function isSameFacts(one: PathFacts, other: PathFacts): boolean {
  return one.facts === other.facts && one.factsOf === other.factsOf;
}

/** Whether the path is the same as before: its documents, what is missing of it, and what conditions may ask of its API. */
function isUntouched(before: Scopes, now: Scopes, { target, policy }: JudgedPath): boolean {
  if (!documentsOf(policy).every(source => now.sources.get(source.key) === source)) return false;
  if (before.services === now.services) return true;
  return shapeOf(now, target, effectivePolicy(now, target)) === shapeOf(before, target, policy);
}

function shapeOf({ services }: Scopes, { root, workspace, api: name }: PathTarget, policy: EffectivePolicy): string {
  const api = services.find(service => service.root === root)?.apis.find(each => each.workspace === workspace && each.name === name);
  const gaps = pathSections.map(section => allStatements(policy.sections[section]).flatMap(({ gap }) => gap ?? []));
  const files = documentsOf(policy).map(({ key }) => key);
  return JSON.stringify([files, gaps, api?.path, api?.operations.map(operation => operation.name)]);
}

/** Whether a path meets a policy, by what it is called among the scopes, or any that stands in a file. */
export function meetsFile({ policy }: Pick<JudgedPath, 'policy'>, file: string): boolean {
  return documentsOf(policy).some(({ key, path }) => key === file || path === file);
}

/** The documents that a path meets, each once: an edit of any other one does not touch it. */
function documentsOf({ scopes, fragments }: EffectivePolicy): ScopeSource[] {
  return [...scopes, ...fragments].map(({ source }) => source);
}
