import {
  conditionAround,
  render,
  say,
  wordPolicy,
  wordVerdict,
  type CheckName,
  type CheckResult,
  type Discretion,
  type Finding,
  type Judged,
  type LineMap,
  type Prediction,
  type Span,
  type TokenPolicy,
} from '../../core/index.js';
import type { Place } from '../../token-cards.js';
import type { CheckRow, Cure, Difference, FindingRow, PolicyCard, PolicyVerdict, Verdict } from '../../view.js';
import type { JudgedReading } from '../readings.js';
import type { ServedText } from '../served-text.js';
import { toComparedRows } from './compared-rows.js';

export function toPolicyCards(reading: JudgedReading, findings: readonly Finding[]): PolicyCard[] {
  const { text, judged } = reading;
  const own = groupByPolicy(findings);
  return judged.policies.map(each => {
    const { policy, index, prediction } = each;
    return {
      index,
      kind: policy.kind,
      place: toPlace(text, policy),
      section: policy.section,
      condition: policy.choose === null ? null : nameBranch(judged, policy),
      prediction: prediction === null ? null : toPolicyVerdict(text, own.get(index) ?? [], prediction, judged.discretion),
      compared: toComparedRows(reading, each),
    };
  });
}

function nameBranch({ document, written, discretion }: Judged, policy: TokenPolicy): string {
  const around = conditionAround((written ?? { document }).document, policy);
  const condition = around === null || around === 'otherwise' || around.when === '' ? null : discretion.text(around.when);
  return render(say('branch-taken', { condition, otherwise: around === 'otherwise' }), discretion.catalogue);
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

/** What the caller meets; null without a token or without a token policy. `lines`: those that the user sees; `primary`: the finding of the cause. */
export function toVerdict(
  { policies, verdict, discretion }: Judged,
  lines: LineMap,
  primary: Finding | null,
  cure: Cure | null,
  difference: Difference | null = null,
): Verdict | null {
  if (verdict === null || policies.length === 0) return null;
  const { outcome, decidedBy } = verdict;
  const { answer, headline, because, notRead } = wordVerdict(verdict, lines, discretion.catalogue);
  const reason = primary === null ? giveReason(decidedBy?.prediction ?? null, discretion) : primary.detail;
  return {
    outcome,
    answer,
    headline: primary?.title ?? (outcome === 'unresolved' ? (because ?? headline) : headline),
    notRead,
    notReadAt: null,
    detail: because ?? reason,
    policy: decidedBy?.index ?? null,
    difference: outcome === 'fail' ? difference : null,
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

const checkNames: readonly CheckName[] = ['source', 'form', 'signature', 'lifetime', 'audience', 'issuer', 'application', 'claims'];

export function toFindingRow(document: ServedText, finding: Finding, fixable: boolean): FindingRow {
  const { code, severity, title, detail, gatewayText, nextSteps, policy, data } = finding;
  const check = checkNames.find(name => name === data['check']) ?? null;
  return { code, severity, title, detail, gatewayText, steps: nextSteps, place: toPlace(document, finding), policy, check, fixable };
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
      alternatives: reports.alternatives.map(({ check, idx, because }) => ({
        label: render(say('check-label', { check }), catalogue),
        idx,
        because,
      })),
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
