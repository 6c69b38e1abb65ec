import type { CheckContext, ReadToken } from '../check-context.js';
import { refuse, refuseAll } from '../generations.js';
import { fixedText } from '../library-messages.js';
import { judgeRefusals, pass, unresolved, type Camps, type Judgement } from '../outcome.js';
import type { Reason } from '../reason.js';

/** Whether one of the token's audiences is one that the policy lists: compared exactly, but for one slash at the end. */
export function checkAudience(context: CheckContext, token: ReadToken): Judgement {
  const { policy, engines } = context;
  if (policy.audiences.length === 0) {
    return pass('audience', { certainty: 'documented', reason: { code: 'audience-not-checked', values: {} } });
  }
  const known = policy.audiences.map(value => context.know(value));
  const accepted = known.flatMap(value => (value.known ? [value.text] : []));
  const missing = [...new Set(known.flatMap(value => (value.known ? [] : value.missing)))];
  const audiences = readAudiences(token.claims['aud']);
  const listed = audiences ?? [];
  if (listed.length === 0) {
    const refusals = refuse(engines, { all: 'IDX10206', '5': 'IDX10214' });
    const reason: Reason = { code: 'audience-missing', values: { accepted: policy.audiences.map(value => value.value) } };
    const judged = judgeRefusals('audience', engines, refusals, { reason, message: fixedText('IDX10206'), differs: audienceDiffers });
    return judged ?? pass('audience');
  }
  const candidates = listed.filter(audience => audience.trim() !== '');
  if (candidates.some(audience => accepted.includes(audience))) return pass('audience');
  if (missing.length > 0) {
    return unresolved('audience', missing, {
      idx: 'IDX10214',
      reason: { code: 'value-unknown', values: { what: 'An accepted audience', missing } },
    });
  }
  const slash = findSlashPair(candidates, accepted);
  const refusals = slash === null ? refuseAll(engines, 'IDX10214') : refuse(engines, { '5': 'IDX10214' });
  const judged = judgeRefusals('audience', engines, refusals, {
    reason: { code: 'audience-not-accepted', values: { audiences: listed, accepted } },
    message: fixedText('IDX10214'),
    differs: camps =>
      slash === null
        ? audienceDiffers(camps)
        : { code: 'audience-slash', values: { ...slash, refused: camps.refused, accepts: camps.accepted } },
  });
  return judged ?? pass('audience');
}

const audienceDiffers = (camps: Camps): Reason => ({ code: 'audience-differs', values: { ...camps } });

/** The audiences as texts; null where there are none. Entries that are no texts do not count. */
export function readAudiences(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return null;
  return value.filter((entry): entry is string => typeof entry === 'string');
}

/** The pair that differs by exactly one slash at the end. */
function findSlashPair(audiences: readonly string[], accepted: readonly string[]): { audience: string; accepted: string } | null {
  for (const audience of audiences) {
    const fitting = accepted.find(value => value.trim() !== '' && (value === `${audience}/` || audience === `${value}/`));
    if (fitting !== undefined) return { audience, accepted: fitting };
  }
  return null;
}
