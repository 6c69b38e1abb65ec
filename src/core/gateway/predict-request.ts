import type { Facts } from '../facts.js';
import { answeringPolicies } from '../knowledge/stations.js';
import type { EffectivePolicy } from '../scopes/effective-policy.js';
import { policyOf } from '../scopes/met-policies.js';
import type { Scopes } from '../scopes/scopes.js';
import { allStatements, type MetDocument, type Statement } from '../scopes/statement.js';
import type { DecodedToken, TokenProblem } from '../token/token.js';
import { openContext } from './check-context.js';
import { decideBranches, type BranchFacts } from './decide-branches.js';
import { openMemory, remember, type Memory } from './memory.js';
import { findEffects, type PathEffects } from './path-effects.js';
import { predictPolicy } from './predict.js';
import type { Prediction } from './prediction.js';
import { placeOf, type PathAnswer, type PolicyOnPath, type RequestPrediction } from './request-prediction.js';
import { listStations } from './list-stations.js';
import { readStatusOf } from './status-of-answer.js';
import { resolvePolicy } from '../policy/resolve-document.js';
import type { TokenPolicy } from '../policy/token-policy.js';

/** What several paths have in common: each token policy is judged once for all of them. It lives as long as the token, the facts and the texts do. */
export interface KeptPredictions {
  readonly predictions: WeakMap<TokenPolicy, Promise<Prediction>>;
  readonly memory: Memory;
}

/** Begins to keep predictions. */
export function keepPredictions(facts: Pick<Facts, 'keyRing'> = {}): KeptPredictions {
  return { predictions: new WeakMap(), memory: openMemory(facts) };
}

/** What a prediction of a path rests on besides the path. */
interface RequestFacts {
  readonly token: DecodedToken | TokenProblem;
  /** What is known where a document stands: named values differ between workspaces. */
  readonly factsOf: (at: MetDocument) => Facts;
  readonly scopes: Pick<Scopes, 'services'>;
}

/**
 * What a request with the token meets on the path: the first certain refusal answers, wherever it stands, and is certain only if all before it
 * was read. An unconditional `return-response` or `mock-response` ends the path. A branch whose condition is not decided leaves the outcome as it is
 * without it. Never throws.
 */
export async function predictRequest(path: EffectivePolicy, facts: RequestFacts, kept = keepPredictions()): Promise<RequestPrediction> {
  const found = await predictOnce(path, facts, kept);
  if (!found.notRead.some(({ reason }) => reason === 'base-twice')) return found;
  // Where it makes no difference what a second `<base />` means, nothing is left open by it.
  const readings = await Promise.all(path.readings().map(each => predictOnce(each, facts, kept)));
  const [first] = readings;
  return first !== undefined && new Set(readings.map(writeAnswer)).size === 1 ? first : found;
}

/** The same for two predictions that answer alike, from the same place. */
function writeAnswer({ answer, branches, notRead }: RequestPrediction): string {
  const { outcome, certain, status, decidedBy } = answer;
  const place = decidedBy === null ? null : [decidedBy.at.source.key, decidedBy.start];
  const open = new Set(notRead.map(each => JSON.stringify([each.reason, each.name, each.place?.at.source.key, each.place?.start])));
  return JSON.stringify([
    outcome,
    certain,
    status,
    place,
    branches.map(each => [each.condition, each.outcome, each.status]),
    [...open].sort(),
  ]);
}

async function predictOnce(path: EffectivePolicy, facts: RequestFacts, kept: KeptPredictions): Promise<RequestPrediction> {
  const { inbound } = path.sections;
  const branches = decideBranches(inbound, branchFactsOf(path, facts));
  const policies = await predictPolicies(inbound, facts, kept);
  const effects = findEffects(inbound, branches, policies);
  const { stations, notRead, answers } = listStations(inbound, effects);
  const answer = conclude(path, effects, notRead.length === 0 && !stations.some(isOpenBefore));
  return { answer, stations, branches: answers.map(each => ({ ...each, ...followPath(each, answer) })), notRead };
}

/** A token policy that may refuse before the one that certainly does. */
function isOpenBefore({ outcome }: RequestPrediction['stations'][number]): boolean {
  return outcome === 'uncertain' || outcome === 'unresolved';
}

/** What a branch does not decide itself is decided by the rest of the path. */
function followPath(
  { outcome, status, check }: RequestPrediction['branches'][number],
  answer: PathAnswer,
): Pick<RequestPrediction['branches'][number], 'outcome' | 'status' | 'check'> {
  if (outcome !== 'pass') return { outcome, status, check };
  return { outcome: answer.outcome, status: answer.status, check: answer.policy?.prediction.reports?.check ?? null };
}

function branchFactsOf({ target }: EffectivePolicy, { token, factsOf, scopes }: RequestFacts): BranchFacts {
  if (target === null) return { operation: { others: [] }, apiId: undefined, apiPath: undefined, productId: undefined, token, factsOf };
  const service = scopes.services.find(({ root }) => root === target.root);
  const api = service?.apis.find(({ workspace, name }) => workspace === target.workspace && name === target.api);
  // A name that is an expression still may come to be any.
  const others = (api?.operations ?? []).flatMap(({ name, uncertain }) => (uncertain?.name === true ? [] : [name]));
  const operation = api?.operations.find(({ name }) => name === target.operation);
  const product = service?.products.find(({ workspace, name }) => workspace === target.workspace && name === target.product);
  return {
    operation: target.operation === null || operation?.uncertain?.name === true ? { others } : { id: target.operation },
    // How a gateway names a revision is not documented.
    apiId: api?.revisionOf === null && api.uncertain?.name !== true ? target.api : undefined,
    apiPath: api?.path ?? undefined,
    productId: product?.uncertain?.name === true ? undefined : target.product,
    token,
    factsOf,
  };
}

async function predictPolicies(
  inbound: readonly Statement[],
  { token, factsOf }: RequestFacts,
  kept: KeptPredictions,
): Promise<ReadonlyMap<Statement, PolicyOnPath>> {
  const found = allStatements(inbound).flatMap(statement => {
    const { at } = statement;
    const policy = policyOf(statement);
    if (at === null || policy === undefined) return [];
    const work = remember(kept.predictions, policy, () => {
      const facts = factsOf(at);
      return predictPolicy(openContext(resolvePolicy(policy, facts), facts, kept.memory), token);
    });
    return [{ statement, at, policy, work }];
  });
  const judged = await Promise.all(
    found.map(async ({ statement, at, policy, work }) => [statement, { at, policy, prediction: await work }] as const),
  );
  return new Map(judged);
}

const changing: ReadonlySet<string> = new Set([...answeringPolicies, 'set-status']);

function conclude({ sections }: EffectivePolicy, { whole, policies }: PathEffects, allRead: boolean): PathAnswer {
  const { outcome, decides, ends } = whole;
  const policy = (decides === null ? undefined : policies.get(decides)) ?? null;
  const decidedBy = decides === null ? null : placeOf(decides);
  if (outcome === 'fail') {
    const status = policy?.prediction.status ?? null;
    if (!allStatements(sections['on-error']).some(({ element, gap }) => gap === null && changing.has(element?.name ?? '')))
      return { outcome, certain: allRead, status, policy, decidedBy, because: null };
    return { outcome: 'unresolved', certain: false, status: null, policy, decidedBy, because: { code: 'caller-on-error', values: {} } };
  }
  if (ends !== null && outcome === 'pass')
    return { outcome: null, certain: allRead, status: readStatusOf(ends), policy: null, decidedBy: placeOf(ends), because: null };
  if (outcome === 'pass') return { outcome, certain: allRead, status: 200, policy: null, decidedBy: null, because: null };
  return { outcome, certain: false, status: null, policy, decidedBy, because: whole.because };
}
