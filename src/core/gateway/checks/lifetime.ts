import { readAttribute, type CheckContext, type ReadToken } from '../check-context.js';
import { refuse, refuseAll, type Refusals } from '../generations.js';
import { expiredText, invertedText, noExpiryText, notYetValidText, writeMoment } from '../library-messages.js';
import { judgeRefusals, pass, uncertain, unresolved, type Camps, type Judgement } from '../outcome.js';
import type { Reason } from '../reason.js';
import { readTimes, type Times } from './times.js';

/** Users saw gateways accept tokens this late without a clock-skew; the library's own default is the same. In seconds. */
const observedTolerance = 300;

const timesDiffer = (camps: Camps): Reason => ({ code: 'lifetime-differs', values: { ...camps } });

/** Whether the token is valid at the moment of judgement. */
export function checkLifetime(context: CheckContext, token: ReadToken): Judgement {
  const times = readTimes(token.claims);
  const required = readAttribute(context, 'require-expiration-time');
  const skew = readAttribute(context, 'clock-skew');
  if (times.expires === null) {
    if ('missing' in required) {
      return unresolved('lifetime', required.missing, {
        reason: { code: 'value-unknown', values: { what: 'require-expiration-time', missing: required.missing } },
      });
    }
    const absent = judgeNoExpiry(context, times, (required.text ?? 'true').trim().toLowerCase() !== 'false');
    if (absent !== null) return absent;
  }
  if (times.differs !== null) return judgeDiffering(context, times, times.differs);
  if (times.from !== null && times.expires !== null && times.from > times.expires) {
    const values = { from: writeMoment(times.from), expires: writeMoment(times.expires) };
    return (
      judgeRefusals('lifetime', context.engines, refuseAll(context.engines, 'IDX10224'), {
        reason: { code: 'valid-after-expiry', values },
        message: invertedText(times.from, times.expires),
        differs: timesDiffer,
      }) ?? pass('lifetime')
    );
  }
  if ('missing' in skew) return judgeUnknownSkew(context, times, skew.missing);
  return judgeEdges(context, times, skew.text);
}

function judgeNoExpiry(context: CheckContext, times: Times, required: boolean): Judgement | null {
  const { engines } = context;
  if (required) {
    const refusals = refuse(engines, { all: 'IDX10225', '5-jwt': times.from === null ? 'IDX10223' : 'IDX10224' });
    return judgeRefusals('lifetime', engines, refusals, {
      reason: { code: 'expiry-missing', values: {} },
      message: noExpiryText,
      differs: timesDiffer,
    });
  }
  // One handler of generation 5 takes the first moment of the calendar for an expiry that is not there.
  const refusals = refuse(engines, { '5-jwt': times.from === null ? 'IDX10223' : 'IDX10224' });
  return judgeRefusals('lifetime', engines, refusals, {
    reason: { code: 'expiry-missing', values: {} },
    message: null,
    differs: timesDiffer,
  });
}

function judgeDiffering(context: CheckContext, times: Times, differs: { claim: string; refusals: Refusals }): Judgement {
  return (
    judgeRefusals('lifetime', context.engines, differs.refusals, {
      reason: { code: 'valid-after-expiry', values: { from: writeMoment(times.from ?? 0), expires: writeMoment(times.expires ?? 0) } },
      message: null,
      differs: camps => ({ code: 'expiry-in-milliseconds', values: { claim: differs.claim, ...camps } }),
    }) ?? pass('lifetime')
  );
}

/** The two edges without any tolerance, then with it. */
function judgeEdges(context: CheckContext, times: Times, skewText: string | null): Judgement {
  const { now } = context.facts;
  const seconds = skewText === null ? 0 : /^\s*[+-]?\d+\s*$/.test(skewText) ? Number(skewText) : null;
  if (seconds === null) return uncertain('lifetime', { reason: { code: 'skew-unreadable', values: { value: skewText ?? '' } } });
  const early = times.from === null ? 0 : times.from - now;
  const late = times.expires === null ? 0 : now - times.expires;
  const skew = seconds;
  if (early > skew && times.from !== null) return judgeEarly(context, times.from, early, skew, skewText === null);
  if (late > skew && times.expires !== null) return judgeLate(context, times.expires, late, skew, skewText === null);
  return pass('lifetime', times.expires === null ? { reason: { code: 'expiry-missing-accepted', values: {} } } : {});
}

function judgeEarly(context: CheckContext, from: number, seconds: number, skew: number, tolerated: boolean): Judgement {
  const moment = writeMoment(from);
  if (tolerated && seconds <= observedTolerance) {
    return uncertain('lifetime', {
      certainty: 'observed',
      idx: 'IDX10222',
      reason: { code: 'not-yet-valid-within-tolerance', values: { from: moment, seconds } },
    });
  }
  return refuseForAll(
    context,
    'IDX10222',
    { code: 'not-yet-valid', values: { from: moment, seconds, skew } },
    notYetValidText(from, context.facts.now),
  );
}

function judgeLate(context: CheckContext, expires: number, seconds: number, skew: number, tolerated: boolean): Judgement {
  const expired = writeMoment(expires);
  if (tolerated && seconds <= observedTolerance) {
    return uncertain('lifetime', {
      certainty: 'observed',
      idx: 'IDX10223',
      reason: { code: 'expired-within-tolerance', values: { expired, seconds } },
    });
  }
  return refuseForAll(
    context,
    'IDX10223',
    { code: 'expired', values: { expired, seconds, skew } },
    expiredText(expires, context.facts.now),
  );
}

function judgeUnknownSkew(context: CheckContext, times: Times, missing: readonly string[]): Judgement {
  const { now } = context.facts;
  const early = times.from !== null && times.from > now;
  const late = times.expires !== null && times.expires < now;
  if (!early && !late) return pass('lifetime');
  return unresolved('lifetime', missing, {
    idx: early ? 'IDX10222' : 'IDX10223',
    reason: { code: 'value-unknown', values: { what: 'clock-skew', missing } },
  });
}

function refuseForAll(context: CheckContext, idx: string, reason: Reason, message: string): Judgement {
  return (
    judgeRefusals('lifetime', context.engines, refuseAll(context.engines, idx), { reason, message, differs: timesDiffer }) ??
    pass('lifetime')
  );
}
