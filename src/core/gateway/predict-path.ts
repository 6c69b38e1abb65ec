import type { Facts } from '../facts.js';
import { elementsAround, elementsNamed } from '../policy/elements-named.js';
import { childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { findTemplateBlock } from '../policy/template-blocks.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { Path } from '../scopes/path.js';
import { resolvePath } from '../scopes/resolve-path.js';
import { evaluateVersionCondition, isVersionCondition, writeClaimCondition } from '../policy/version-condition.js';
import type { DecodedToken, TokenProblem } from '../token/token.js';
import { findBlockOfRefusal } from './conditional.js';
import { openContext } from './check-context.js';
import { KeptAnswers } from './kept-answers.js';
import { openMemory } from './memory.js';
import { predictPolicy } from './predict.js';
import type { DocumentPrediction, Outcome, Prediction } from './prediction.js';
import type { Reason } from './reason.js';

/** How a judgement is worked out. */
export interface JudgeOptions {
  /** What the document's token policies answered before, on the same facts. */
  readonly kept?: KeptAnswers | undefined;
  /** Awaited before each token policy, so that a long document does not hold up its host. What it rejects with ends the judgement. */
  readonly pause?: () => Promise<void>;
}

/**
 * What the caller meets on a path: the token policies of its document in sequence, so that the first one that fails for certain answers. A `choose`
 * fails for certain only when it has an `otherwise` and every branch fails; a condition is not run, but the one that a rewrite writes is
 * recognised. Where `on-error` or an earlier `return-response` may answer instead, a failure is `unresolved`. Never throws.
 */
export async function predictPath(
  path: Path,
  token: DecodedToken | TokenProblem,
  facts: Facts,
  memory = openMemory(facts),
  { kept = new KeptAnswers(), pause }: JudgeOptions = {},
): Promise<DocumentPrediction> {
  const { document } = resolvePath(path, facts);
  const { answer, end } = kept.begin(document, facts);
  const predictions: Prediction[] = [];
  for (const policy of document.tokenPolicies) {
    if (pause !== undefined) await pause();
    predictions.push(await answer(policy, () => predictPolicy(openContext(policy, facts, memory), token)));
  }
  end();
  const indexes = new Map(document.tokenPolicies.map(({ start }, index) => [start, index]));
  const walk: Walk = { document, policies: document.tokenPolicies, indexes, predictions, token, effects: new Map() };
  return conclude(document, document.tree === null ? noEffect : walkDocument(walk, document.tree), predictions);
}

function conclude(document: PolicyDocument, effect: Effect, predictions: readonly Prediction[]): DocumentPrediction {
  const { tree } = document;
  const { outcome, policy, because } = effect;
  const changed = outcome === 'fail' && tree !== null && changesAnswer(document, tree);
  if (changed) return { outcome: 'unresolved', policy, because: { code: 'caller-on-error', values: {} }, predictions };
  return { outcome, policy, because, predictions };
}

/**
 * What the caller meets where one token policy of a judged path is another text: `instead` is a fragment that has that text alone. The other
 * token policies are not judged again. Its own predictions stand behind those of the path.
 */
export async function predictReplaced(
  { document }: Path,
  before: readonly Prediction[],
  index: number,
  instead: PolicyDocument,
  token: DecodedToken | TokenProblem,
  facts: Facts,
): Promise<DocumentPrediction> {
  const own = await predictPath({ documents: [instead], document: instead }, token, facts);
  const predictions = [...before, ...own.predictions];
  const element = document.tokenPolicies[index]?.element;
  if (document.tree === null || element === undefined) return { ...own, predictions };
  const indexes = new Map(document.tokenPolicies.map(({ start }, place) => [start, place]));
  const { outcome, because } = own;
  const policy = own.policy === null ? null : before.length + own.policy;
  const effect = { ...noEffect, outcome, because, policy };
  const deciding = policy === null ? undefined : predictions[policy];
  const replaced = { element, effect: deciding === undefined ? effect : inTemplate(document, element, deciding, effect) };
  const walk: Walk = { document, policies: document.tokenPolicies, indexes, predictions: before, token, effects: new Map(), replaced };
  return conclude(document, walkDocument(walk, document.tree), predictions);
}

interface Walk {
  readonly document: PolicyDocument;
  readonly policies: readonly TokenPolicy[];
  /** By where each begins. */
  readonly indexes: ReadonlyMap<number, number>;
  readonly predictions: readonly Prediction[];
  readonly token: DecodedToken | TokenProblem;
  /** What is known already. Elements come before those around them, so that no nesting exhausts the stack. */
  readonly effects: Map<PolicyElement, Effect>;
  /** An element that is taken to do something else than it does. */
  readonly replaced?: { readonly element: PolicyElement; readonly effect: Effect };
}

/** What a stretch of the document does to a request. */
interface Effect {
  readonly outcome: Outcome;
  /** Which token policy decides; null where none does. */
  readonly policy: number | null;
  readonly because: Reason | null;
  /** Whether something in it may answer on its own, so that what follows is perhaps not reached. */
  readonly mayAnswer: boolean;
  /** Whether something in it always does. */
  readonly answers: boolean;
}

const noEffect: Effect = { outcome: 'pass', policy: null, because: null, mayAnswer: false, answers: false };
const mayNotBeReached: Pick<Effect, 'outcome' | 'because'> = {
  outcome: 'unresolved',
  because: { code: 'caller-answered-before', values: {} },
};

/** Token policies count in `inbound` and in fragments; anywhere else the gateway does not take them. */
function walkDocument(walk: Walk, tree: PolicyElement): Effect {
  const sections = tree.name === 'fragment' ? [tree] : childElements(tree, 'inbound');
  // What holds nothing that decides has no effect, and is not looked at.
  const deciding = [...walk.policies, ...elementsNamed(walk.document, ...answering)].map(({ start }) => start).sort((a, b) => a - b);
  for (const element of elementsAround(tree, deciding).reverse()) walk.effects.set(element, findEffect(walk, element));
  return walkSequence(
    walk,
    sections.flatMap(section => childElements(section)),
  );
}

/** One after the other: the first certain failure answers; what is open before it stays open only if nothing fails. */
function walkSequence(walk: Walk, elements: readonly PolicyElement[]): Effect {
  let sofar = noEffect;
  for (const element of elements) {
    const effect = walk.effects.get(element) ?? noEffect;
    if (effect.outcome === 'fail') return sofar.mayAnswer ? { ...effect, ...mayNotBeReached } : effect;
    sofar = join(sofar, effect);
    if (!effect.answers) continue;
    const missed = findFirstAfter(walk.policies, element.end - 1);
    const isMissed = missed !== undefined && missed.start < (elements.at(-1)?.end ?? 0);
    return isMissed ? { ...sofar, ...mayNotBeReached } : sofar;
  }
  return sofar;
}

const answering = ['return-response', 'mock-response'];

/** What one element does, once what stands in it is known. */
function findEffect(walk: Walk, element: PolicyElement): Effect {
  if (walk.replaced?.element === element) return walk.replaced.effect;
  const index = walk.indexes.get(element.start);
  const prediction = index === undefined ? undefined : walk.predictions[index];
  if (index !== undefined && prediction !== undefined)
    return inTemplate(walk.document, element, prediction, { ...noEffect, outcome: prediction.outcome, policy: index });
  if (answering.includes(element.name))
    return { ...noEffect, mayAnswer: true, answers: findTemplateBlock(walk.document.blocks, element) === null };
  return element.name === 'choose' ? findEffectOfChoose(walk, element) : walkSequence(walk, childElements(element));
}

/** What a template may take away, or change, refuses only if it does not. */
function inTemplate(document: PolicyDocument, element: PolicyElement, prediction: Prediction, effect: Effect): Effect {
  if (effect.outcome !== 'fail' || findBlockOfRefusal(document, element, prediction) === null) return effect;
  return { ...effect, outcome: 'unresolved', because: { code: 'caller-template', values: {} } };
}

function findEffectOfChoose(walk: Walk, choose: PolicyElement): Effect {
  const branches = childElements(choose).filter(child => child.name === 'when' || child.name === 'otherwise');
  const taken = findTakenBranch(walk, branches);
  if (taken !== null) return walk.effects.get(taken) ?? noEffect;
  const effects = branches.map(branch => walk.effects.get(branch) ?? noEffect);
  if (!branches.some(branch => branch.name === 'otherwise')) effects.push(noEffect);
  const [first = noEffect] = effects;
  if (effects.every(({ outcome }) => outcome === 'fail')) return first;
  const worst = effects.reduce(join, noEffect);
  const answers = effects.every(branch => branch.answers);
  if (worst.outcome !== 'fail') return { ...worst, answers };
  // A branch that fails does so only if it is taken.
  return { ...worst, outcome: 'unresolved', because: { code: 'caller-branch', values: {} }, answers };
}

const weights: Readonly<Record<Outcome, number>> = { pass: 0, uncertain: 1, unresolved: 2, fail: 3 };

/** The worse outcome of two, with the token policy that has it. */
function join(one: Effect, other: Effect): Effect {
  if (other === noEffect) return one;
  const worse = weights[other.outcome] > weights[one.outcome] ? other : one;
  return { ...worse, mayAnswer: one.mayAnswer || other.mayAnswer, answers: one.answers || other.answers };
}

/** Where the condition is the one that a rewrite writes, the branch that this token takes; null where conditions are not known. */
export function findTakenBranch(walk: Pick<Walk, 'policies' | 'token'>, branches: readonly PolicyElement[]): PolicyElement | null {
  const [when, otherwise] = branches;
  if (branches.length !== 2 || when?.name !== 'when' || otherwise?.name !== 'otherwise') return null;
  const policy = findFirstAfter(walk.policies, when.start);
  if (policy === undefined || policy.end >= when.end) return null;
  const condition = findAttribute(when, 'condition')?.value.value;
  if (condition === undefined) return null;
  const { claims } = walk.token;
  if (isVersionCondition(condition, policy)) return evaluateVersionCondition(claims) ? when : otherwise;
  return condition === writeClaimCondition(policy, 'scp') ? (Object.hasOwn(claims, 'scp') ? when : otherwise) : null;
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
function changesAnswer(document: PolicyDocument, tree: PolicyElement): boolean {
  const sections = childElements(tree, 'on-error');
  return (
    sections.length > 0 &&
    elementsNamed(document, ...changing).some(({ start }) => sections.some(({ start: from, end }) => from <= start && start < end))
  );
}
