import type { Facts } from '../facts.js';
import { allElements, childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { Path } from '../scopes/path.js';
import { evaluateVersionCondition, isVersionCondition } from '../policy/version-condition.js';
import type { DecodedToken, TokenProblem } from '../token/token.js';
import { openContext } from './check-context.js';
import { openMemory } from './memory.js';
import { predictPolicy } from './predict.js';
import type { DocumentPrediction, Outcome, Prediction } from './prediction.js';
import type { Reason } from './reason.js';

/**
 * What the caller meets on a path: the token policies of its document in sequence, so that the first one that fails for certain answers. A `choose`
 * fails for certain only when it has an `otherwise` and every branch fails; a condition is not run, but the one that a rewrite writes is
 * recognised. Where `on-error` or an earlier `return-response` may answer instead, a failure is `unresolved`. Never throws.
 */
export async function predictPath({ document }: Path, token: DecodedToken | TokenProblem, facts: Facts): Promise<DocumentPrediction> {
  const memory = openMemory();
  const predictions = await Promise.all(document.tokenPolicies.map(policy => predictPolicy(openContext(policy, facts, memory), token)));
  const indexes = new Map(document.tokenPolicies.map(({ start }, index) => [start, index]));
  const walk: Walk = { policies: document.tokenPolicies, indexes, predictions, token, met: new Map() };
  const met = document.tree === null ? nothingMet : walkDocument(walk, document.tree);
  const changed = met.outcome === 'fail' && document.tree !== null && changesAnswer(document.tree);
  if (changed) return { outcome: 'unresolved', policy: met.policy, because: { code: 'caller-on-error', values: {} }, predictions };
  return { outcome: met.outcome, policy: met.policy, because: met.because, predictions };
}

interface Walk {
  readonly policies: readonly TokenPolicy[];
  /** By where each begins. */
  readonly indexes: ReadonlyMap<number, number>;
  readonly predictions: readonly Prediction[];
  readonly token: DecodedToken | TokenProblem;
  /** What is known already. Elements come before those around them, so that no nesting exhausts the stack. */
  readonly met: Map<PolicyElement, Met>;
}

/** What a stretch of the document does to a request. */
interface Met {
  readonly outcome: Outcome;
  /** Which token policy decides; null where none does. */
  readonly policy: number | null;
  readonly because: Reason | null;
  /** Whether something in it may answer on its own, so that what follows is perhaps not reached. */
  readonly mayAnswer: boolean;
  /** Whether something in it always does. */
  readonly answers: boolean;
}

const nothingMet: Met = { outcome: 'pass', policy: null, because: null, mayAnswer: false, answers: false };
const mayBeMissed: Pick<Met, 'outcome' | 'because'> = { outcome: 'unresolved', because: { code: 'caller-answered-before', values: {} } };

/** Token policies count in `inbound` and in fragments; anywhere else the gateway does not take them. */
function walkDocument(walk: Walk, tree: PolicyElement): Met {
  const sections = tree.name === 'fragment' ? [tree] : childElements(tree, 'inbound');
  for (const section of sections) for (const element of allElements(section).reverse()) walk.met.set(element, meet(walk, element));
  return walkSequence(
    walk,
    sections.flatMap(section => childElements(section)),
  );
}

/** One after the other: the first certain failure answers; what is open before it stays open only if nothing fails. */
function walkSequence(walk: Walk, elements: readonly PolicyElement[]): Met {
  let sofar = nothingMet;
  for (const element of elements) {
    const met = walk.met.get(element) ?? nothingMet;
    if (met.outcome === 'fail') return sofar.mayAnswer ? { ...met, ...mayBeMissed } : met;
    sofar = join(sofar, met);
    if (!met.answers) continue;
    const missed = findFirstAfter(walk.policies, element.end - 1);
    const isMissed = missed !== undefined && missed.start < (elements.at(-1)?.end ?? 0);
    return isMissed ? { ...sofar, ...mayBeMissed } : sofar;
  }
  return sofar;
}

const answering = ['return-response', 'mock-response'];

/** What one element does, once what stands in it is known. */
function meet(walk: Walk, element: PolicyElement): Met {
  const index = walk.indexes.get(element.start);
  const prediction = index === undefined ? undefined : walk.predictions[index];
  if (index !== undefined && prediction !== undefined) return { ...nothingMet, outcome: prediction.outcome, policy: index };
  if (answering.includes(element.name)) return { ...nothingMet, mayAnswer: true, answers: true };
  return element.name === 'choose' ? meetChoose(walk, element) : walkSequence(walk, childElements(element));
}

function meetChoose(walk: Walk, choose: PolicyElement): Met {
  const branches = childElements(choose).filter(child => child.name === 'when' || child.name === 'otherwise');
  const taken = findTakenBranch(walk, branches);
  if (taken !== null) return walk.met.get(taken) ?? nothingMet;
  const met = branches.map(branch => walk.met.get(branch) ?? nothingMet);
  if (!branches.some(branch => branch.name === 'otherwise')) met.push(nothingMet);
  const [first = nothingMet] = met;
  if (met.every(({ outcome }) => outcome === 'fail')) return first;
  const worst = met.reduce(join, nothingMet);
  const answers = met.every(branch => branch.answers);
  if (worst.outcome !== 'fail') return { ...worst, answers };
  // A branch that fails does so only if it is taken.
  return { ...worst, outcome: 'unresolved', because: { code: 'caller-branch', values: {} }, answers };
}

const weights: Readonly<Record<Outcome, number>> = { pass: 0, uncertain: 1, unresolved: 2, fail: 3 };

/** The worse outcome of two, with the token policy that has it. */
function join(one: Met, other: Met): Met {
  const worse = weights[other.outcome] > weights[one.outcome] ? other : one;
  return { ...worse, mayAnswer: one.mayAnswer || other.mayAnswer, answers: one.answers || other.answers };
}

/** Where the condition is the one that a rewrite writes, the branch that this token takes; null where conditions are not known. */
export function findTakenBranch(walk: Pick<Walk, 'policies' | 'token'>, branches: readonly PolicyElement[]): PolicyElement | null {
  const [when, otherwise] = branches;
  if (branches.length !== 2 || when?.name !== 'when' || otherwise?.name !== 'otherwise') return null;
  const condition = findAttribute(when, 'condition')?.value.value;
  const policy = findFirstAfter(walk.policies, when.start);
  if (condition === undefined || policy === undefined || policy.end >= when.end || !isVersionCondition(condition, policy)) return null;
  return evaluateVersionCondition(walk.token.claims) ? when : otherwise;
}

/** The first token policy that begins after the offset. They stand in document order, so halving finds it. */
function findFirstAfter(policies: readonly TokenPolicy[], offset: number): TokenPolicy | undefined {
  let low = 0;
  let high = policies.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((policies[middle]?.start ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return policies[low];
}

const changing = [...answering, 'set-status'];

/** Whether the `on-error` section may send something else than the token policy's own refusal. */
function changesAnswer(tree: PolicyElement): boolean {
  return childElements(tree, 'on-error').some(section => allElements(section).some(({ name }) => changing.includes(name)));
}
