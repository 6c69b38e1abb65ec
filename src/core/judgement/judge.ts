import type { Facts } from '../facts.js';
import { openMemory, remember, type Memory } from '../gateway/memory.js';
import type { DocumentPrediction } from '../gateway/prediction.js';
import { predictPath, type JudgeOptions } from '../gateway/predict-path.js';
import { predictUpward } from '../gateway/predict-upward.js';
import type { RequestPrediction } from '../gateway/request-prediction.js';
import { findReach, type Reach } from '../gateway/reach.js';
import { readAddress, type MicrosoftAddress } from '../microsoft/read-address.js';
import { knownElements, type KnownElement } from '../policy/known-elements.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import { resolvePath } from '../scopes/resolve-path.js';
import type { Path } from '../scopes/path.js';
import { LineMap } from '../text/line-map.js';
import { makeDiscretion, type Discretion } from './discretion.js';
import type { Judged, JudgedPolicy, Once, OnceOfDocument, PlainAnswer, Question } from './judged.js';
import { Verdict } from './verdict.js';

/**
 * Works out once what rules, fixes, explanations and views ask of a path and the facts: its document's token policies with their
 * elements, what the gateway answers at each, which of them the token comes to, and what the caller meets. Everything is judged with the
 * values that the facts know. Never throws.
 */
export async function judge(path: Path, facts: Facts, options?: JudgeOptions): Promise<Judged> {
  const resolved = resolvePath(path, facts);
  const { document } = resolved;
  const memory = options?.kept?.memoryOf(facts) ?? openMemory(facts);
  const { token } = facts;
  const prediction = token === undefined || document.root === null ? null : await predictPath(resolved, token, facts, memory, options);
  const reaches = findReach(document, facts.token);
  const way = prediction === null ? null : await predictUpward(path, facts);
  const found: Found = {
    facts,
    prediction,
    way,
    reaches,
    lines: new LineMap(document.text),
    discretion: makeDiscretion(document, facts),
    memory,
    readAddress: readEachOnce(),
  };
  const written = resolved === path ? null : judgeAs(path, path.document, found, null);
  return judgeAs(path, document, found, written);
}

/** What is the same whether values are filled in or not. */
interface Found {
  readonly facts: Facts;
  readonly prediction: DocumentPrediction | null;
  /** What is answered on the way from the document to the broadest scope; null where the scopes around it are not known. */
  readonly way: RequestPrediction | null;
  readonly reaches: readonly Reach[];
  readonly lines: LineMap;
  readonly discretion: Discretion;
  readonly memory: Memory;
  readonly readAddress: typeof readAddress;
}

function readEachOnce(): typeof readAddress {
  const read = new Map<string, MicrosoftAddress>();
  return text => remember(read, text, () => readAddress(text));
}

function judgeAs(path: Path, document: PolicyDocument, found: Found, written: Judged | null): Judged {
  const { facts, lines, discretion } = found;
  const onceOfDocument: OnceOfDocument = workOnce(() => document);
  const policies = document.tokenPolicies.map((policy, index) =>
    judgePolicy(document, onceOfDocument, found, policy, index, written?.policies[index] ?? null),
  );
  const verdict = written === null ? reachVerdict(path, document, policies, found) : written.verdict;
  let bare: Judged | null = null;
  return {
    path,
    document,
    facts,
    lines,
    policies,
    verdict,
    onceOfDocument,
    discretion,
    written,
    bare: () => {
      if (written === null) return null;
      const { namedValues: _, templateValues: __, ...others } = facts;
      bare ??= judgeAs(path, path.document, { ...found, facts: others, prediction: null }, null);
      return bare;
    },
  };
}

function reachVerdict(path: Path, document: PolicyDocument, policies: readonly JudgedPolicy[], { prediction, way }: Found): Verdict | null {
  if (prediction === null) return null;
  return way === null ? Verdict.reach(document, policies, prediction) : Verdict.along(path, policies, way);
}

function judgePolicy(
  document: PolicyDocument,
  onceOfDocument: OnceOfDocument,
  { facts, prediction, reaches, memory, readAddress }: Found,
  policy: TokenPolicy,
  index: number,
  written: JudgedPolicy | null,
): JudgedPolicy {
  const once: Once = workOnce(() => judged);
  const asked = new Map<Question, PlainAnswer>();
  let elements: readonly KnownElement[] | null = null;
  const judged: JudgedPolicy = {
    document,
    facts,
    index,
    policy,
    elements: () => (elements ??= knownElements(policy)),
    textOf: ({ start, end }) => document.text.slice(Math.max(start, policy.start), Math.min(end, policy.end)),
    prediction: prediction?.predictions[index] ?? null,
    reach: reaches[index] ?? 'undecided',
    memory,
    readAddress,
    once,
    // Under each question stands the answer to it; a map cannot say so.
    ask: <Answer extends PlainAnswer>(question: Question<Answer>) => remember(asked, question, () => question(judged)) as Answer,
    asked,
    onceOfDocument,
    written,
  };
  return judged;
}

/** What is kept lives as long as the judgement. */
function workOnce<Subject>(subject: () => Subject): <Result>(work: (subject: Subject) => Result) => Result {
  const kept = new Map<unknown, unknown>();
  return work => {
    if (!kept.has(work)) kept.set(work, work(subject()));
    // Under each work stands what that work made; a map cannot say so.
    return kept.get(work) as ReturnType<typeof work>;
  };
}
