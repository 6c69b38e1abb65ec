import type { CheckContext, ReadToken } from '../check-context.js';
import type { Disagreement } from '../../messages/english/gateway-engines.js';
import { answerBy, firstRefusal, type Answers } from '../library/answers.js';
import { fixedText } from '../library/texts.js';
import { judgeAnswers, pass, unresolved, type Checked } from '../outcome.js';
import type { Reason } from '../reason.js';

/** Whether one of the token's audiences is one that the policy lists: compared exactly, but for one slash at the end. */
export function checkAudience(context: CheckContext, token: ReadToken): Checked {
  const { policy, engines } = context;
  if (policy.audiences.length === 0) {
    return judgeFitting(context, token.claims['aud'], { code: 'audience-not-checked', values: {} });
  }
  const known = policy.audiences.map(value => context.know(value));
  const accepted = known.flatMap(value => (value.known ? [value.text] : []));
  const missing = [...new Set(known.flatMap(value => (value.known ? [] : value.missing)))];
  const value = token.claims['aud'];
  const audiences = readAudiences(value) ?? [];
  const absent = judgeAbsent(context, value, audiences);
  if (absent !== null) return absent;
  if (audiences.some(audience => audience.trim() !== '' && accepted.includes(audience))) return judgeFitting(context, value, null);
  if (missing.length > 0) {
    return unresolved('audience', missing, {
      idx: 'IDX10214',
      reason: { code: 'value-unknown', values: { what: 'audience', missing } },
    });
  }
  const slash = findSlashPair(audiences, accepted);
  // One handler of generation 5 writes such a value as text.
  const written = (typeof value === 'number' || typeof value === 'boolean') && accepted.includes(String(value));
  const compared = answerBy({ all: slash === null ? 'IDX10214' : 'accepts', 5: 'IDX10214', ...(written ? { '5-jst': 'accepts' } : {}) });
  const judged = judgeAnswers('audience', engines, firstRefusal(compared, answerToNull(value)), {
    reason: { code: 'audience-not-accepted', values: { audiences: audiences.length > 0 ? audiences : [JSON.stringify(value)], accepted } },
    message: fixedText('IDX10214'),
    explain: disagreement =>
      slash === null
        ? explainDifference(disagreement)
        : { code: 'audience-slash', values: { ...slash, refused: disagreement.refused, accepts: disagreement.accepted } },
  });
  return judged ?? pass('audience', {}, compared);
}

/** No audience at all, or a list without one; null where there is one. JwtSecurityTokenHandler counts a null as one. */
function judgeAbsent(context: CheckContext, value: unknown, audiences: readonly string[]): Checked | null {
  const isNull = value === null || (Array.isArray(value) && value.includes(null));
  if (audiences.length > 0 || !(value === undefined || isNull || Array.isArray(value))) return null;
  const answers = answerBy({ all: 'IDX10206', ...(isNull ? { jst: 'IDX10214' } : {}), 5: 'IDX10214' });
  const reason: Reason = { code: 'audience-missing', values: { accepted: context.policy.audiences.map(accepted => accepted.value) } };
  return judgeAnswers('audience', context.engines, answers, { reason, message: fixedText('IDX10206'), explain: explainDifference });
}

/** A null among audiences makes JwtSecurityTokenHandler of generations 7 and 8 crash after all checks. */
function answerToNull(value: unknown): Answers {
  return answerBy(Array.isArray(value) && value.includes(null) ? { '8-jst': 'crashes', '7-jst': 'crashes' } : {});
}

function judgeFitting(context: CheckContext, value: unknown, plain: Reason | null): Checked {
  const reason: Reason = { code: 'audience-not-accepted', values: { audiences: [], accepted: [] } };
  const judged = judgeAnswers('audience', context.engines, answerToNull(value), { reason, message: null, explain: explainDifference });
  return judged ?? pass('audience', plain === null ? {} : { certainty: 'documented', reason: plain });
}

const explainDifference = (values: Disagreement): Reason => ({ code: 'audience-differs', values });

/** The audiences as texts; null where there are none. In a list, generation 5 writes as text what is none; the others have refused it before. */
function readAudiences(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return null;
  return value.filter(entry => entry !== null).map(writeEntry);
}

function writeEntry(entry: unknown): string {
  if (typeof entry === 'string') return entry;
  return typeof entry === 'boolean' ? (entry ? 'True' : 'False') : JSON.stringify(entry, null, 2);
}

/** The pair that differs by exactly one slash at the end. */
function findSlashPair(audiences: readonly string[], accepted: readonly string[]): { audience: string; accepted: string } | null {
  for (const audience of audiences.filter(text => text.trim() !== '')) {
    const fitting = accepted.find(value => value.trim() !== '' && (value === `${audience}/` || audience === `${value}/`));
    if (fitting !== undefined) return { audience, accepted: fitting };
  }
  return null;
}
