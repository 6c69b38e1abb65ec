import { englishCatalogue, listNotRead, wordVerdict, type JudgedPolicy } from '../core/index.js';
import type { JudgedText } from './judged-text.js';
import { longestPath, mostPolicies } from './limits.js';
import { tellJudged, tellOutside } from './outside-text.js';

/** What the gateway answers at a policy document, and at each of its token policies. */
export type ToldDocument = ReturnType<typeof describeDocument>;

/** The outcomes of a judged document; without a token those that need none: which token policies there are. */
export function describeDocument({ file, host, judged, lines }: JudgedText) {
  const { document, policies, verdict, discretion } = judged;
  const words = verdict === null ? null : wordVerdict(verdict, judged.lines, englishCatalogue);
  const [first] = policies;
  return {
    untrustedFile: tellOutside(file, longestPath),
    line: lines.positionAt(first?.policy.start ?? 0).line,
    host,
    outcome: verdict?.outcome ?? null,
    answer: words?.answer ?? null,
    untrustedBecause: tellJudged(words?.because ?? null, discretion),
    notRead: (verdict?.notRead ?? listNotRead(document)).length,
    untrustedNotRead: tellJudged(words?.notRead ?? null, discretion),
    tokenPolicies: policies.slice(0, mostPolicies).map(policy => describePolicy(policy, { file, host, judged, lines })),
  };
}

function describePolicy({ policy, prediction }: JudgedPolicy, { judged: { discretion }, lines }: JudgedText) {
  return {
    kind: policy.kind,
    line: lines.positionAt(policy.start).line,
    outcome: prediction?.outcome ?? null,
    status: prediction?.status ?? null,
    checks: (prediction?.checks ?? []).map(({ check, outcome, certainty, idx, reason }) => ({
      check,
      outcome,
      certainty,
      idx,
      untrustedReason: reason === null ? null : tellJudged(discretion.explain(reason), discretion),
    })),
  };
}
