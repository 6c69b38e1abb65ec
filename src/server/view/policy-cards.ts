import {
  render,
  say,
  wordPolicy,
  wordVerdict,
  type CheckResult,
  type Discretion,
  type Finding,
  type Judged,
  type LineMap,
  type Prediction,
  type Span,
} from '../../core/index.js';
import type { CheckRow, Cure, FindingRow, Place, PolicyCard, PolicyVerdict, Verdict } from '../../view.js';
import type { JudgedReading } from '../readings.js';
import type { ServedText } from '../served-text.js';

export function toPolicyCards({ text, judged }: JudgedReading, findings: readonly Finding[]): PolicyCard[] {
  const own = groupByPolicy(findings);
  return judged.policies.map(({ policy, index, prediction }) => ({
    index,
    kind: policy.kind,
    place: toPlace(text, policy),
    section: policy.section,
    condition: policy.choose === null ? null : render(say('branch-taken', {}), judged.discretion.catalogue),
    prediction: prediction === null ? null : toPolicyVerdict(text, own.get(index) ?? [], prediction, judged.discretion),
  }));
}

function groupByPolicy(findings: readonly Finding[]): ReadonlyMap<number | null, readonly Finding[]> {
  const groups = new Map<number | null, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.policy);
    if (group === undefined) groups.set(finding.policy, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** What the caller meets; null without a token or without a token policy. `lines`: those that the user sees. */
export function toVerdict(
  { policies, verdict, discretion }: Judged,
  lines: LineMap,
  primary: Finding | null,
  cure: Cure | null,
): Verdict | null {
  if (verdict === null || policies.length === 0) return null;
  const { outcome, decidedBy } = verdict;
  const { answer, headline, because, notRead } = wordVerdict(verdict, lines, discretion.catalogue);
  const reason = primary === null ? giveReason(decidedBy?.prediction ?? null, discretion) : primary.detail;
  return {
    outcome,
    answer,
    headline: primary?.title ?? headline,
    notRead,
    detail: because ?? reason,
    policy: decidedBy?.index ?? null,
    cure,
    cause: null,
  };
}

/** The reason in one sentence: that of the check which the gateway reports, else that of the first one that is open. */
function giveReason(deciding: Prediction | null, discretion: Discretion): string | null {
  const reported = deciding?.reports?.check;
  const result = deciding?.checks.find(({ check, outcome }) => (reported === undefined ? outcome !== 'pass' : check === reported));
  const sentence = result === undefined ? null : explainCheck(result, discretion);
  if (result === undefined || sentence === null) return null;
  const { catalogue } = discretion;
  const label = render(say('check-label', { check: result.check }), catalogue);
  return render(say('answer-reason', { label, idx: deciding?.reports?.idx ?? null, sentence }), catalogue);
}

export function toFindingRow(document: ServedText, finding: Finding, fixable: boolean): FindingRow {
  const { code, severity, title, detail, gatewayText, nextSteps, policy } = finding;
  return { code, severity, title, detail, gatewayText, steps: nextSteps, place: toPlace(document, finding), policy, fixable };
}

/** `findings`: those of the token policy. */
function toPolicyVerdict(text: ServedText, findings: readonly Finding[], prediction: Prediction, discretion: Discretion): PolicyVerdict {
  const { outcome, reports, checks } = prediction;
  const { catalogue } = discretion;
  return {
    outcome,
    answer: wordPolicy(prediction, catalogue),
    reports: reports && {
      check: reports.check,
      idx: reports.idx,
      message: reports.message === null ? null : discretion.text(reports.message),
      alternatives: reports.alternatives.map(({ check, idx, because }) =>
        render(say('alternative-report', { label: render(say('check-label', { check }), catalogue), idx, because }), catalogue),
      ),
    },
    checks: checks.map(check => toCheckRow(text, findings, check, discretion)),
  };
}

function toCheckRow(text: ServedText, findings: readonly Finding[], result: CheckResult, discretion: Discretion): CheckRow {
  const { check, outcome, certainty, idx, message, missing } = result;
  const cause = outcome === 'pass' ? undefined : findings.find(({ data }) => data['check'] === check);
  return {
    check,
    label: render(say('check-label', { check }), discretion.catalogue),
    outcome,
    certainty,
    sentence: explainCheck(result, discretion),
    idx,
    gatewayText: message === null ? null : discretion.text(message),
    missing: missing.map(discretion.text),
    place: cause === undefined ? null : toPlace(text, cause),
  };
}

/** The sentence about a check; null where it passes plainly. */
function explainCheck({ reason }: CheckResult, discretion: Discretion): string | null {
  return reason === null ? null : discretion.explain(reason);
}

export function toPlace(text: ServedText, span: Span): Place {
  const { start, end } = text.spanInDocument(span);
  return { start, end, line: text.lineOf(span.start) };
}
