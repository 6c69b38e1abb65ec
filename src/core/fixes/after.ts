import { keepPredictions, type KeptPredictions } from '../gateway/predict-request.js';
import { predictUpward } from '../gateway/predict-upward.js';
import type { RequestPrediction } from '../gateway/request-prediction.js';
import { predictPath, predictReplaced } from '../gateway/predict-path.js';
import type { CheckName, DocumentPrediction, Outcome, Prediction } from '../gateway/prediction.js';
import { findReach } from '../gateway/reach.js';
import type { Judged } from '../judgement/judged.js';
import { wordAnswer } from '../judgement/verdict.js';
import { languageOf } from '../messages/catalogue.js';
import { say } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { rereadDocument, rereadPiece } from '../policy/reread-document.js';
import { listNotRead } from '../scopes/not-read.js';
import { withDocument } from '../scopes/path.js';
import type { Fix } from './fix.js';

/** What the gateway answers to the token in force once a fix is applied. */
export interface After {
  readonly outcome: Outcome;
  /** The status that the caller sees then; null where that is not certain. */
  readonly status: number | null;
  /** The check that is reported then, or, where nothing is, the first one that is open; null where all pass. */
  readonly check: CheckName | null;
  /** "→ 200 if the signature is right", "→ still 401: audience". */
  readonly words: string;
  /** Whether it is 200 but for two things: the signature, and what was not read. */
  readonly butRest: boolean;
  /** How many checks fail for certain then, in all token policies that the token comes to. */
  readonly failures: number;
}

/** Who fixes the outside of token policies has the whole document read again: of one judgement no more than this, in code units. */
const mostReadAgain = 4_000_000;

interface Kept {
  readonly answers: Map<string, Promise<After | null>>;
  readAgain: number;
  /** What the path's other documents answer: no fix changes them. */
  readonly predictions: KeptPredictions;
}

/** By the document, so that who asks twice (a menu, the panel) has it worked out once. */
function openKept(): Kept {
  return { answers: new Map(), readAgain: 0, predictions: keepPredictions() };
}

/**
 * Predicts on the fixed text what the gateway answers to the token of the facts. Only the token policy that the fix changes is judged again,
 * where it changes no more. Null without a token, where no token policy judges it, and where working it out would take too long.
 */
export function predictAfter(judged: Judged, fix: Fix): Promise<After | null> {
  const isJudged = judged.policies.length > 0 || judged.path.around !== undefined;
  if (!isJudged || judged.facts.token === undefined || judged.verdict === null) return Promise.resolve(null);
  const kept = judged.onceOfDocument(openKept);
  const key = JSON.stringify([fix.neutral === true, fix.edits]);
  const known = kept.answers.get(key);
  if (known !== undefined) return known;
  const { path } = judged;
  const answer =
    path.around === undefined
      ? predictFixed(judged, fix, kept).then(changed => changed && describe(judged, changed))
      : predictOnPath(judged, fix, kept);
  kept.answers.set(key, answer);
  return answer;
}

/** The document as the fix leaves it, predicted. */
interface Changed {
  readonly prediction: DocumentPrediction;
  /** What the token policies that the token comes to answer. */
  readonly reached: readonly Prediction[];
  /** Those of them that the fix has changed. */
  readonly own: readonly Prediction[];
  /** Whether all that a request meets was read. */
  readonly complete: boolean;
}

async function predictFixed(judged: Judged, fix: Fix, kept: Kept): Promise<Changed | null> {
  const { document, policies, facts, path, verdict } = judged;
  const { token } = facts;
  if (token === undefined || verdict === null) return null;
  const index = document.break === null ? findChanged(document, fix) : -1;
  if (index !== -1) {
    const before = policies.flatMap(({ prediction }) => prediction ?? []);
    const instead = readAlone(document, index, fix);
    const prediction = await predictReplaced(path, before, index, instead, token, facts);
    const own = keepReached(instead, prediction.predictions.slice(before.length), token);
    const others = policies.flatMap(each => (each.index === index || each.reach === 'skipped' ? [] : (each.prediction ?? [])));
    return { prediction, own, reached: [...others, ...own], complete: isComplete(document) && instead.break === null };
  }
  kept.readAgain += fix.text.length;
  if (kept.readAgain > mostReadAgain) return null;
  const changed = rereadDocument(document, fix.edits);
  if (changed.root === null) return null;
  const prediction = await predictPath(withDocument(path, changed), token, facts);
  const reached = keepReached(changed, prediction.predictions, token);
  return { prediction, own: reached, reached, complete: isComplete(changed) };
}

/** The same where the scopes around the document are known: the whole path answers, with the document changed. */
async function predictOnPath(judged: Judged, fix: Fix, kept: Kept): Promise<After | null> {
  const { document, facts, path } = judged;
  kept.readAgain += fix.text.length + (path.around?.scopes.sources.size ?? 0);
  if (kept.readAgain > mostReadAgain) return null;
  const changed = rereadDocument(document, fix.edits);
  if (changed.root === null) return null;
  const after = withDocument(path, changed);
  const way = await predictUpward(after, facts, kept.predictions);
  if (way === null || facts.token === undefined) return null;
  const { predictions } = await predictPath(after, facts.token, facts);
  const own = keepReached(changed, predictions, facts.token);
  return describe(judged, readWay(way, own, changed));
}

/** What the whole path answers, as if it were one document. */
function readWay({ answer, stations, notRead }: RequestPrediction, own: readonly Prediction[], changed: PolicyDocument): Changed {
  const met = stations.flatMap(({ judged }) => (judged === null ? [] : [judged.prediction]));
  const elsewhere = stations.flatMap(({ judged }) => (judged === null || judged.at.source.document === changed ? [] : [judged.prediction]));
  const deciding = answer.policy?.prediction ?? null;
  const policy = deciding === null ? -1 : met.indexOf(deciding);
  const because = answer.outcome === null ? ({ code: 'caller-answered-before', values: {} } as const) : answer.because;
  return {
    prediction: { outcome: answer.outcome ?? 'unresolved', policy: policy < 0 ? null : policy, because, predictions: met },
    own,
    reached: [...own, ...elsewhere],
    complete: notRead.length === 0 && changed.root === 'policies' && changed.break === null,
  };
}

function isComplete(document: PolicyDocument): boolean {
  return document.root === 'policies' && document.break === null && listNotRead(document).length === 0;
}

/** The token policy in which all edits lie; -1 where there is none. */
function findChanged({ tokenPolicies }: PolicyDocument, { edits }: Fix): number {
  return tokenPolicies.findIndex(({ start, end }) => edits.every(edit => start <= edit.start && edit.end <= end));
}

/** What the fix makes of the token policy, as a document of its own. */
function readAlone(document: PolicyDocument, index: number, { edits }: Fix): PolicyDocument {
  return rereadPiece(document, document.tokenPolicies[index] ?? { start: 0, end: 0 }, edits);
}

function keepReached(document: PolicyDocument, predictions: readonly Prediction[], token: Parameters<typeof findReach>[1]): Prediction[] {
  const reach = findReach(document, token);
  return predictions.filter((_, place) => reach[place] !== 'skipped');
}

function describe({ verdict, facts }: Judged, { prediction, reached, own, complete }: Changed): After {
  const { outcome, because, policy } = prediction;
  const deciding = policy === null ? null : (prediction.predictions[policy] ?? null);
  const check = findCheck(outcome === 'pass' ? [] : deciding === null ? own : [deciding]);
  const status = outcome === 'pass' ? 200 : outcome === 'fail' ? (deciding?.status ?? null) : null;
  const onlySignature = outcome === 'unresolved' && because === null && reached.every(isOpenInSignature);
  const catalogue = languageOf(facts);
  const isComplete = complete && (onlySignature || reached.every(isPass));
  const answer = wordAnswer({ outcome, status, complete: isComplete, onlySignature }, catalogue);
  const still = outcome === 'fail' && verdict?.outcome === 'fail';
  const branch = because?.code === 'caller-branch' ? wordBranch(own) : null;
  return {
    outcome,
    status,
    check,
    words: render(say('after-fix', { outcome, answer, check, still, branch }), catalogue),
    butRest: onlySignature && !isComplete,
    failures: reached.reduce((sum, each) => sum + each.checks.filter(one => one.outcome === 'fail').length, 0),
  };
}

function findCheck(predictions: readonly Prediction[]): CheckName | null {
  for (const { reports, checks } of predictions) {
    const check = reports?.check ?? checks.find(({ outcome }) => outcome !== 'pass')?.check;
    if (check !== undefined) return check;
  }
  return null;
}

/** Where only the branch is open, what its own token policies answer. */
function wordBranch(own: readonly Prediction[]): 'accepts' | 'if-signed' | 'refuses' | null {
  if (own.some(({ outcome }) => outcome === 'fail')) return 'refuses';
  if (own.every(isPass)) return 'accepts';
  return own.every(isOpenInSignature) ? 'if-signed' : null;
}

function isPass({ outcome }: Prediction): boolean {
  return outcome === 'pass';
}

/** Whether nothing of it is open but the signature. */
function isOpenInSignature({ checks }: Prediction): boolean {
  return checks.every(({ check, outcome }) => outcome === 'pass' || (check === 'signature' && outcome === 'unresolved'));
}
