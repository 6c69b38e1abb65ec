import { readAttribute, type CheckContext, type ReadToken } from '../check-context.js';
import type { UnknownValue } from '../../messages/english/gateway-form.js';
import type { Disagreement } from '../../messages/english/gateway-engines.js';
import { codeOf, isRefusal, workOut, type Answer, type Answers, type Code } from '../library/answers.js';
import { shownEngine, type Engine } from '../library/engines.js';
import { expiredText, invertedText, noExpiryText, notYetValidText, writeMoment } from '../library/texts.js';
import { readBoolean } from '../../policy/boolean-value.js';
import { judgeAnswers, pass, uncertain, unresolved, type Checked } from '../outcome.js';
import type { Reason } from '../reason.js';
import { answerTimes, readTimes, type Times } from '../library/times.js';

/** Users saw gateways accept tokens this late without a clock-skew; the library's own default is the same. In seconds. */
const observedTolerance = 300;

/** .NET holds no longer one where the gateway reads the attribute. In seconds. */
const longestSkew = 2147483647;

interface Rules {
  /** In seconds. */
  readonly skew: number;
  /** Whether the policy says so itself. */
  readonly isSkewWritten: boolean;
  readonly isExpiryRequired: boolean;
}

/** Whether the token is valid at the moment of judgement. */
export function checkLifetime(context: CheckContext, token: ReadToken): Checked {
  const required = readAttribute(context, 'require-expiration-time');
  const skew = readAttribute(context, 'clock-skew');
  const times = readTimes(token.claims, shownEngine);
  const judgeBy = (isRequired: boolean): Checked =>
    'missing' in skew
      ? judgeUnknownSkew(context, token, times, skew.missing, isRequired)
      : judge(context, token, times, skew.text, isRequired);
  if ('missing' in required) {
    const unknown = judgeUnknown('require-expiration-time', required.missing, 'IDX10225');
    return times.expires === null ? unknown : settleUnclear(judgeBy(true), judgeBy(false), unknown);
  }
  // validate-azure-ad-token has no such attribute.
  const { value: isExpiryRequired, certain } = readBoolean(context.policy.kind === 'validate-jwt' ? (required.text ?? 'true') : 'true');
  if (certain && isExpiryRequired !== null) return judgeBy(isExpiryRequired);
  const values = { name: 'require-expiration-time', value: required.text ?? '' };
  const unclear = uncertain('lifetime', { certainty: 'inferred', idx: 'IDX10225', reason: { code: 'boolean-unclear', values } });
  if (times.expires !== null) return settleUnclear(judgeBy(true), judgeBy(false), unclear);
  // A token that is not valid yet is refused whatever is meant; by some engines, perhaps, where the others refuse it for its form.
  const other = 'missing' in skew ? unclear : judge(context, token, times, skew.text, false);
  return other.result.outcome === 'fail' ? other : { ...unclear, answers: other.answers };
}

/** What refuses only where an expiry is required is no refusal as long as nobody knows whether one is: an engine may find none where others read one. */
function settleUnclear(strict: Checked, lenient: Checked, unclear: Checked): Checked {
  if (lenient.result.outcome === 'fail') return lenient;
  return { ...(strict.result.outcome === 'fail' ? unclear : strict), answers: lenient.answers };
}

function judge(context: CheckContext, token: ReadToken, times: Times, skewText: string | null, isExpiryRequired: boolean): Checked {
  const written = context.policy.kind === 'validate-jwt' ? skewText : null;
  if (written !== null && !isSkew(written)) {
    const unclear = uncertain('lifetime', { certainty: 'inferred', reason: { code: 'skew-unreadable', values: { value: written } } });
    // No skew saves a token without expiry or with inverted times.
    const widest = judge(context, token, times, String(longestSkew), isExpiryRequired);
    return widest.result.outcome === 'fail' ? widest : { ...unclear, answers: widest.answers };
  }
  const rules: Rules = { skew: Number(written ?? 0), isSkewWritten: written !== null, isExpiryRequired };
  const { now } = context.facts;
  const answers = workOut(answerWith(context, token, rules.skew, rules));
  const fault = codeOf(answers(shownEngine));
  if (!rules.isSkewWritten && fault !== null && isTolerated(context, token, times, rules)) {
    return uncertain('lifetime', {
      certainty: 'observed',
      idx: fault,
      reason: explainTolerated(times, now, context.policy.kind === 'validate-jwt'),
    });
  }
  const judged = judgeAnswers('lifetime', context.engines, answers, {
    reason: explainFault(fault, times, now, rules.skew),
    message: writeFault(fault, times, now),
    explain: disagreement => explainDifference(token, disagreement),
  });
  return judged ?? pass('lifetime', times.expires === null ? { reason: { code: 'expiry-missing-accepted', values: {} } } : {}, answers);
}

/** Whole seconds, as .NET reads an integer of 32 bits out of an attribute; below zero the library refuses the setting itself (IDX10100). */
function isSkew(text: string): boolean {
  return /^\s*(?:\+?\d+|-0+)\s*$/.test(text) && Number(text) <= longestSkew;
}

function answerWith(context: CheckContext, token: ReadToken, skew: number, { isExpiryRequired }: Pick<Rules, 'isExpiryRequired'>): Answers {
  return engine => answerTimes(readTimes(token.claims, engine), context.facts.now, skew, isExpiryRequired);
}

/** Whether the tolerance that users observed would save the token. Nobody saw it save an encrypted one, or one whose whole validity lies within it. */
function isTolerated(context: CheckContext, token: ReadToken, times: Times, rules: Rules): boolean {
  const { now } = context.facts;
  const isShort = times.from !== null && times.from > now && times.expires !== null && times.expires - now <= observedTolerance;
  return !isShort && token.wasEncrypted !== true && !isRefusal(answerWith(context, token, observedTolerance, rules)(shownEngine));
}

function explainTolerated({ from, expires }: Times, now: number, hasSkew: boolean): Reason {
  if (from !== null && from > now)
    return { code: 'not-yet-valid-within-tolerance', values: { from: writeMoment(from), seconds: from - now, hasSkew } };
  return { code: 'expired-within-tolerance', values: { expired: writeMoment(expires ?? now), seconds: now - (expires ?? now), hasSkew } };
}

function explainFault(fault: Code | null, { from, expires }: Times, now: number, skew: number): Reason {
  switch (fault) {
    case 'IDX10222':
      return { code: 'not-yet-valid', values: { from: writeMoment(from ?? now), seconds: (from ?? now) - now, skew } };
    case 'IDX10223':
      return { code: 'expired', values: { expired: writeMoment(expires ?? now), seconds: now - (expires ?? now), skew } };
    case 'IDX10224':
      return { code: 'valid-after-expiry', values: { from: writeMoment(from ?? now), expires: writeMoment(expires ?? now) } };
    default:
      return { code: 'expiry-missing', values: {} };
  }
}

function writeFault(fault: Code | null, { from, expires }: Times, now: number): string | null {
  switch (fault) {
    case 'IDX10222':
      return notYetValidText(from ?? now, now);
    case 'IDX10223':
      return expiredText(expires ?? now, now);
    case 'IDX10224':
      return invertedText(from ?? now, expires ?? now);
    case 'IDX10225':
      return noExpiryText;
    default:
      return null;
  }
}

function explainDifference(token: ReadToken, disagreement: Disagreement): Reason {
  const late = ['exp', 'nbf'].find(name => Object.hasOwn(token.claims, name) && Number(token.claims[name]) > 2147483647);
  return late === undefined
    ? { code: 'lifetime-differs', values: disagreement }
    : { code: 'expiry-in-milliseconds', values: { claim: late, ...disagreement } };
}

function judgeUnknownSkew(
  context: CheckContext,
  token: ReadToken,
  times: Times,
  missing: readonly string[],
  isExpiryRequired: boolean,
): Checked {
  const fault = codeOf(answerWith(context, token, 0, { isExpiryRequired })(shownEngine));
  // No skew saves a token without expiry or with inverted times.
  if (fault === 'IDX10222' || fault === 'IDX10223') return judgeUnknown('clock-skew', missing, fault);
  return judge(context, token, times, '0', isExpiryRequired);
}

function judgeUnknown(what: UnknownValue, missing: readonly string[], idx: string): Checked {
  return unresolved('lifetime', missing, { certainty: 'documented', idx, reason: { code: 'value-unknown', values: { what, missing } } });
}

/**
 * What an engine reports for the times when it looks at them after an unknown key: one handler of generations 7 and 8 then takes the first
 * moment of the calendar for an expiry that is not there, even where the policy does not ask for one.
 */
export function answerTimesAfterUnknownKey(token: ReadToken, engine: Engine): Answer {
  if (engine.generation === 5 || engine.handler === 'jst') return 'accepts';
  const times = readTimes(token.claims, engine);
  return times.expires === null ? (times.from === null ? 'IDX10223' : 'IDX10224') : 'accepts';
}
