import type { Facts } from '../facts.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { allElements, childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import { readPolicies } from '../policy/read-policies.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import { evaluateVersionCondition, isVersionCondition } from '../policy/version-condition.js';
import type { DecodedToken, TokenProblem } from '../token/token.js';
import { predict } from './predict.js';
import type { DocumentPrediction, Outcome, Prediction } from './prediction.js';

/**
 * What the caller meets: the token policies of the document in sequence, so that the first one that fails for certain answers. A `choose`
 * fails for certain only when it has an `otherwise` and every branch fails; a condition is not run, but the one that a rewrite writes is
 * recognised. Where `on-error` or `return-response` may change the answer, the outcome is `unresolved`. Never throws.
 */
export async function predictDocument(text: string, token: DecodedToken | TokenProblem, facts: Facts): Promise<DocumentPrediction> {
  return predictPolicies(readPolicies(text), token, facts);
}

/** The same for a document that was read already. */
export async function predictPolicies(
  document: PolicyDocument,
  token: DecodedToken | TokenProblem,
  facts: Facts,
): Promise<DocumentPrediction> {
  const predictions = await Promise.all(document.tokenPolicies.map(policy => predict(policy, token, facts)));
  const indexes = new Map(document.tokenPolicies.map(({ start }, index) => [start, index]));
  const walk: Walk = { policies: document.tokenPolicies, indexes, predictions, token, met: new Map() };
  const met = document.tree === null ? nothingMet : walkDocument(walk, document.tree);
  const changed = met.outcome === 'fail' && document.tree !== null && changesAnswer(document.tree);
  return { outcome: changed ? 'unresolved' : met.outcome, policy: met.policy, predictions };
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

/** What a stretch of the document does to the request: `ends` where nothing after it is reached. */
interface Met {
  readonly outcome: Outcome;
  readonly policy: number | null;
  readonly ends: boolean;
}

const nothingMet: Met = { outcome: 'pass', policy: null, ends: false };

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
  let open = nothingMet;
  for (const element of elements) {
    const met = walk.met.get(element) ?? nothingMet;
    if (met.outcome === 'fail') return met;
    open = moreOpen(open, met);
    if (met.ends) return { ...open, ends: true };
  }
  return open;
}

/** What one element does, once what stands in it is known. */
function meet(walk: Walk, element: PolicyElement): Met {
  const index = walk.indexes.get(element.start);
  const prediction = index === undefined ? undefined : walk.predictions[index];
  if (index !== undefined && prediction !== undefined) return { outcome: prediction.outcome, policy: index, ends: false };
  if (element.name === 'choose') return walkChoose(walk, element);
  // What answers on its own is never asked about the token.
  if (element.name === 'return-response' || element.name === 'mock-response') return { outcome: 'unresolved', policy: null, ends: true };
  if (element.name === 'on-error') return nothingMet;
  return walkSequence(walk, childElements(element));
}

function walkChoose(walk: Walk, choose: PolicyElement): Met {
  const branches = childElements(choose).filter(child => child.name === 'when' || child.name === 'otherwise');
  const taken = findTakenBranch(walk, branches);
  if (taken !== null) return walkSequence(walk, childElements(taken));
  const met = branches.map(branch => walkSequence(walk, childElements(branch)));
  if (!branches.some(branch => branch.name === 'otherwise')) met.push(nothingMet);
  const [first = nothingMet] = met;
  if (met.every(({ outcome }) => outcome === 'fail')) return first;
  const ends = met.every(branch => branch.ends);
  const worst = met.reduce(moreOpen, nothingMet);
  // A branch that fails does so only if it is taken.
  const failing = met.find(({ outcome }) => outcome === 'fail');
  return failing === undefined ? { ...worst, ends } : { outcome: 'unresolved', policy: failing.policy, ends };
}

const weight: Readonly<Record<Outcome, number>> = { pass: 0, uncertain: 1, unresolved: 2, fail: 3 };

/** The more open of two, keeping the policy that made it so. */
function moreOpen(one: Met, other: Met): Met {
  return weight[other.outcome] > weight[one.outcome]
    ? { ...other, ends: one.ends || other.ends }
    : { ...one, ends: one.ends || other.ends };
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

const changing = ['return-response', 'set-status', 'mock-response'];

/** Whether the `on-error` section may send something else than the token policy's own refusal. */
function changesAnswer(tree: PolicyElement): boolean {
  return childElements(tree, 'on-error').some(section => allElements(section).some(({ name }) => changing.includes(name)));
}
