import type { Facts } from '../facts.js';
import type { Prediction } from '../gateway/prediction.js';
import { predictPath } from '../gateway/predict-path.js';
import { findReach, type Reach } from '../gateway/reach.js';
import { knownElements } from '../policy/known-elements.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { Path } from '../scopes/path.js';
import { LineMap } from '../text/line-map.js';
import type { Judged, JudgedPolicy, Once, OnceOfDocument } from './judged.js';
import { Verdict } from './verdict.js';

/**
 * Works out once what rules, fixes, explanations and views ask of a path and the facts: its document's token policies with their
 * elements, what the gateway answers at each, which of them the token comes to, and what the caller meets. Never throws.
 */
export async function judge(path: Path, facts: Facts): Promise<Judged> {
  const { document } = path;
  const prediction = facts.token === undefined || document.root === null ? null : await predictPath(path, facts.token, facts);
  const reaches = findReach(document, facts.token);
  const onceOfDocument: OnceOfDocument = remember(() => document);
  const policies = document.tokenPolicies.map((policy, index) =>
    judgePolicy(document, onceOfDocument, facts, policy, index, prediction?.predictions[index] ?? null, reaches[index] ?? 'undecided'),
  );
  const verdict = prediction && Verdict.reach(document, policies, prediction);
  return { path, document, facts, lines: new LineMap(document.text), policies, verdict };
}

function judgePolicy(
  document: PolicyDocument,
  onceOfDocument: OnceOfDocument,
  facts: Facts,
  policy: TokenPolicy,
  index: number,
  prediction: Prediction | null,
  reach: Reach,
): JudgedPolicy {
  const once: Once = remember(() => judged);
  const judged: JudgedPolicy = { document, facts, index, policy, elements: knownElements(policy), prediction, reach, once, onceOfDocument };
  return judged;
}

/** What is kept lives as long as the judgement. */
function remember<Subject>(subject: () => Subject): <Result>(work: (subject: Subject) => Result) => Result {
  const kept = new Map<unknown, unknown>();
  return work => {
    if (!kept.has(work)) kept.set(work, work(subject()));
    // Under each work stands what that work made; a map cannot say so.
    return kept.get(work) as ReturnType<typeof work>;
  };
}
