import type { Severity } from '../finding.js';
import type { CheckResult } from '../gateway/prediction.js';
import type { Reason } from '../gateway/reason.js';
import { say, sayAll, type Message } from '../messages/message.js';
import type { Span } from '../text/span.js';
import type { JudgedPolicy } from '../judgement/judged.js';
import type { Report } from './rule.js';

/** `error` where the check fails for certain, `warning` where that is uncertain or depends on a branch, `information` where something is missing. */
export function severityOf(context: JudgedPolicy, { outcome }: CheckResult): Severity {
  if (outcome === 'unresolved') return 'information';
  return outcome === 'fail' && context.reach === 'reached' ? 'error' : 'warning';
}

/**
 * The finding about a check: what the gateway reports, why, what to do. `why` takes the place of the reason's own sentence,
 * `more` follows it.
 */
export function reportCheck(
  context: JudgedPolicy,
  judged: { readonly result: CheckResult; readonly reason: Reason },
  { start, end }: Span,
  why: Message | null = null,
  ...more: (Message | null)[]
): Report {
  const { result, reason } = judged;
  const said = why ?? { name: reason.code, values: reason.values };
  const lead = leadOf(context, result);
  return {
    start,
    end,
    message: lead === null ? sayAll(said, ...more) : sayAll(lead, said, ...more),
    severity: severityOf(context, result),
    certainty: result.certainty,
    data: { check: result.check, outcome: result.outcome, reason: reason.code, idx: result.idx, missing: result.missing },
  };
}

function leadOf(context: JudgedPolicy, result: CheckResult): Message | null {
  const { check, outcome, message } = result;
  const branch = context.reach === 'undecided';
  const { prediction } = context;
  const reports = prediction?.reports ?? null;
  if (outcome === 'uncertain') return say('lead-uncertain', { branch });
  if (outcome === 'unresolved') return branch ? say('lead-branch', {}) : null;
  // One of several required claims is judged on its own: only the check as a whole is what is reported.
  if (reports?.check !== check || prediction?.checks.includes(result) !== true) return say('lead-next', { branch, text: message });
  const others = reports.alternatives.filter(({ idx }) => idx !== null && idx !== reports.idx);
  // An earlier check that is not decided may refuse first; everything else depends on the generation of the library.
  const open = new Set(prediction.checks.flatMap(one => (one.outcome === 'uncertain' || one.outcome === 'unresolved' ? [one.check] : [])));
  return say('lead-reported', {
    branch,
    status: prediction.status,
    text: reports.message,
    versions: [...new Set(others.flatMap(one => (open.has(one.check) ? [] : (one.idx ?? []))))],
    earlier: others.flatMap(one => (open.has(one.check) && one.idx !== null ? [{ idx: one.idx, check: one.check }] : [])),
  });
}
