import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../core/finding.js';
import type { CheckResult, DocumentPrediction, Prediction } from '../../core/gateway/prediction.js';
import { explainReason } from '../../core/gateway/reason.js';
import { say } from '../../core/messages/message.js';
import { render } from '../../core/messages/render.js';
import type { PolicyDocument } from '../../core/policy/policy-document.js';
import type { Span } from '../../core/text/span.js';
import type { CheckRow, FindingRow, Place, PolicyCard, PolicyVerdict, Verdict } from '../../view.js';

/** What is known about one document at one moment. */
export interface Judged {
  readonly document: TextDocument;
  readonly policies: PolicyDocument;
  readonly findings: readonly Finding[];
  /** Null without a token. */
  readonly prediction: DocumentPrediction | null;
  /** The sentence about a check; null where it passes plainly. */
  readonly explain: (check: CheckResult) => string | null;
}

export function toPolicyCards(judged: Judged): PolicyCard[] {
  return judged.policies.tokenPolicies.map((policy, index) => {
    const prediction = judged.prediction?.predictions[index];
    return {
      index,
      kind: policy.kind,
      place: toPlace(judged.document, policy),
      section: policy.section,
      condition: policy.choose === null ? null : render(say('branch-taken', {})),
      prediction: prediction === undefined ? null : toPolicyVerdict(judged, index, prediction),
    };
  });
}

/** What the caller meets; null without a token or without a token policy. */
export function toVerdict({ policies, prediction, explain }: Judged): Verdict | null {
  if (prediction === null || policies.tokenPolicies.length === 0) return null;
  const { outcome, policy, because, predictions } = prediction;
  const deciding = policy === null ? undefined : predictions[policy];
  const status = outcome === 'pass' ? 200 : outcome === 'fail' ? (deciding?.status ?? null) : null;
  return {
    outcome,
    status,
    headline: render(say('document-answer', { outcome, status })),
    detail: because === null ? giveReason(deciding, explain) : explainReason(because),
    policy,
  };
}

/** The reason in one sentence: that of the check which the gateway reports, else that of the first one that is open. */
function giveReason(deciding: Prediction | undefined, explain: Judged['explain']): string | null {
  const reported = deciding?.reports?.check;
  const result = deciding?.checks.find(({ check, outcome }) => (reported === undefined ? outcome !== 'pass' : check === reported));
  const sentence = result === undefined ? null : explain(result);
  if (result === undefined || sentence === null) return null;
  return render(
    say('answer-reason', { label: render(say('check-label', { check: result.check })), idx: deciding?.reports?.idx ?? null, sentence }),
  );
}

export function toFindingRow(document: TextDocument, finding: Finding, fixable: boolean): FindingRow {
  const { code, severity, message, policy } = finding;
  return { code, severity, message, place: toPlace(document, finding), policy, fixable };
}

function toPolicyVerdict(judged: Judged, index: number, { outcome, status, reports, checks }: Prediction): PolicyVerdict {
  return {
    outcome,
    status,
    reports: reports && {
      check: reports.check,
      idx: reports.idx,
      message: reports.message,
      alternatives: reports.alternatives.map(({ check, idx, because }) =>
        render(say('alternative-report', { label: render(say('check-label', { check })), idx, because })),
      ),
    },
    checks: checks.map(check => toCheckRow(judged, index, check)),
  };
}

function toCheckRow({ document, findings, explain }: Judged, index: number, result: CheckResult): CheckRow {
  const { check, outcome, certainty, idx, message, missing } = result;
  const cause = outcome === 'pass' ? undefined : findings.find(({ policy, data }) => policy === index && data['check'] === check);
  return {
    check,
    label: render(say('check-label', { check })),
    outcome,
    certainty,
    sentence: explain(result),
    idx,
    gatewayText: message,
    missing,
    place: cause === undefined ? null : toPlace(document, cause),
  };
}

export function toPlace(document: TextDocument, { start, end }: Span): Place {
  return { start, end, line: document.positionAt(start).line + 1 };
}
