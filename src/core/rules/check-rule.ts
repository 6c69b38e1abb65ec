import type { Severity } from '../finding.js';
import type { CheckResult } from '../gateway/prediction.js';
import type { Reason } from '../gateway/reason.js';
import { say, sayAll, type Message } from '../messages/message.js';
import { adviseOn } from '../judgement/causes/next-steps.js';
import type { Span } from '../text/span.js';
import type { PolicyAlone } from '../judgement/judged.js';
import type { Report } from './rule.js';

/** `error` where the check fails for certain, `warning` where that is uncertain or depends on a branch, `information` where something is missing. */
export function severityOf(context: PolicyAlone, { outcome }: CheckResult): Severity {
  if (outcome === 'unresolved') return 'information';
  return outcome === 'fail' && context.reach === 'reached' ? 'error' : 'warning';
}

/**
 * The finding about a check: why and what to do, what the gateway answers, and its own text. `why` takes the place of the reason's own
 * sentence, `more` follows it.
 */
export function reportCheck(
  context: PolicyAlone,
  judged: { readonly result: CheckResult; readonly reason: Reason },
  { start, end }: Span,
  why: Message | null = null,
  ...more: (Message | null)[]
): Report {
  const { result, reason } = judged;
  const said = why ?? { name: reason.code, values: reason.values };
  const { answer, gatewayText } = answerTo(context, result);
  const cause = sayAll(said, ...more);
  return {
    start,
    end,
    message: sayAll(cause, answer),
    gatewayText,
    next: adviseOn(cause, context),
    severity: severityOf(context, result),
    certainty: result.certainty,
    data: { check: result.check, outcome: result.outcome, reason: reason.code, idx: result.idx, missing: result.missing },
  };
}

/** What the gateway answers for a check, in our words and in its own. */
function answerTo(context: PolicyAlone, result: CheckResult): { readonly answer: Message | null; readonly gatewayText: string | null } {
  const { check, outcome, message } = result;
  const branch = context.reach === 'undecided';
  const { prediction } = context;
  const reports = prediction?.reports ?? null;
  if (outcome === 'uncertain') return { answer: say('judged-uncertain', { branch }), gatewayText: null };
  if (outcome === 'unresolved') return { answer: branch ? say('judged-branch', {}) : null, gatewayText: null };
  // One of several required claims is judged on its own: only the check as a whole is what is reported.
  if (reports?.check !== check || prediction?.checks.includes(result) !== true)
    return { answer: say('judged-next', { branch }), gatewayText: message };
  const others = reports.alternatives.filter(({ idx }) => idx !== null && idx !== reports.idx);
  // An earlier check that is not decided may refuse first; everything else depends on the generation of the library.
  const open = new Set(prediction.checks.flatMap(one => (one.outcome === 'uncertain' || one.outcome === 'unresolved' ? [one.check] : [])));
  const answer = say('judged-reported', {
    branch,
    status: prediction.status,
    idx: reports.message === null ? reports.idx : null,
    versions: [...new Set(others.flatMap(one => (open.has(one.check) ? [] : (one.idx ?? []))))],
    earlier: others.flatMap(one => (open.has(one.check) && one.idx !== null ? [{ idx: one.idx, check: one.check }] : [])),
  });
  return { answer, gatewayText: reports.message };
}
