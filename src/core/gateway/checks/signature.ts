import { readAttribute, type CheckContext, type ReadToken } from '../check-context.js';
import { refuseAll, type Engine } from '../library/engines.js';
import { fixedText, keyNotFoundText } from '../library/texts.js';
import { judgeRefusals, pass, uncertain, unresolved, type Camps, type Checked } from '../outcome.js';
import type { Reason } from '../reason.js';
import { collectKeys, type CandidateKeys } from '../signing-keys.js';
import { codeForWrong, isTooShort, measureKey, pickerOf, tryKeys, type Attempts } from '../library/try-keys.js';

/** What the gateway documents for validate-jwt; its library takes more. */
const documentedAlgorithms = ['RS256', 'RS512', 'PS256', 'ES256', 'HS256', 'HS512'];

/** The result, and for whom the exception of the order applies: where no key has the token's kid, these look at lifetime, issuer and audience first. */
export interface SignatureChecked extends Checked {
  readonly looksFurther: ReadonlySet<Engine>;
}

/** Whether a key that the policy trusts made the signature. */
export async function checkSignature(context: CheckContext, token: ReadToken): Promise<SignatureChecked> {
  if (token.signature === '') return { ...judgeUnsigned(context), looksFurther: new Set() };
  const candidates = await collectKeys(context);
  const attempts = await tryKeys(candidates.keys, token, context.memory);
  const judged = judgeOpen(candidates, attempts) ?? judgeAttempts(context, token, candidates, attempts);
  return { ...judged, looksFurther: findFurtherLookers(judged, attempts) };
}

/** Generation 5 never does; the others do where they refuse a signature that they could read. */
function findFurtherLookers({ refusals }: Checked, { kid, reading, by }: Attempts): ReadonlySet<Engine> {
  const isUnknown = kid !== null && !by['8'].matched;
  return new Set([...refusals.keys()].filter(engine => isUnknown && !engine.startsWith('5') && !reading.malformedFor.has(engine)));
}

function judgeUnsigned(context: CheckContext): Checked {
  const required = readAttribute(context, 'require-signed-tokens');
  if ('missing' in required) {
    const { missing } = required;
    const reason: Reason = { code: 'value-unknown', values: { what: 'require-signed-tokens', missing } };
    return unresolved('signature', missing, { certainty: 'documented', idx: 'IDX10504', reason });
  }
  const isRequired = context.policy.kind !== 'validate-jwt' || (required.text ?? 'true').trim().toLowerCase() !== 'false';
  if (!isRequired) return pass('signature', { reason: { code: 'signature-not-required', values: {} } });
  const reason: Reason = { code: 'signature-absent', values: {} };
  const refusals = refuseAll(context.engines, 'IDX10504');
  return (
    judgeRefusals('signature', context.engines, refusals, { reason, message: fixedText('IDX10504'), differs: () => reason }) ??
    pass('signature')
  );
}

/** No key at hand fits, and there are keys that are not at hand; null where a key fits or there are none. */
function judgeOpen(candidates: CandidateKeys, { kid, by }: Attempts): Checked | null {
  if (by['8'].matched || Object.values(by).some(({ verifiedBy }) => verifiedBy !== null)) return null;
  const idx = kid === null ? 'IDX10517' : 'IDX10503';
  const { absent, unreadable, missing, certificates } = candidates;
  const open = [...absent, ...missing, ...certificates];
  if (absent.length > 0)
    return unresolved('signature', open, { idx, reason: { code: 'documents-missing', values: { addresses: absent } } });
  if (missing.length > 0) {
    return unresolved('signature', open, {
      idx,
      reason: { code: 'value-unknown', values: { what: 'A signing key or its address', missing } },
    });
  }
  if (certificates.length > 0) {
    return unresolved('signature', open, {
      idx,
      certainty: 'documented',
      reason: { code: 'key-in-gateway', values: { keys: certificates } },
    });
  }
  if (unreadable.length > 0) {
    return unresolved('signature', unreadable, { idx, reason: { code: 'document-unreadable', values: { addresses: unreadable } } });
  }
  return candidates.malformed > 0
    ? uncertain('signature', { certainty: 'inferred', idx, reason: { code: 'inline-key-unreadable', values: {} } })
    : null;
}

/** What the engines make of the keys at hand: they pick, read and measure in different ways. */
function judgeAttempts(context: CheckContext, token: ReadToken, candidates: CandidateKeys, attempts: Attempts): Checked {
  const { algorithm, reading, by } = attempts;
  const refusals = new Map<Engine, string | null>();
  for (const engine of context.engines) {
    const key = by[pickerOf(engine)].verifiedBy;
    const isUnread = reading.malformedFor.has(engine) || reading.wrongFor.has(engine);
    if (key === null || isUnread || isTooShort(key, algorithm, engine)) refusals.set(engine, codeForWrong(attempts, engine));
  }
  const idx = codeForWrong(attempts, '8-jwt');
  const judged = judgeRefusals('signature', context.engines, refusals, {
    reason: explainWrong(token, candidates, attempts),
    message: idx === 'IDX10503' ? keyNotFoundText(attempts.kid ?? '') : fixedText(idx ?? ''),
    differs: camps => explainDifference(camps, attempts),
  });
  if (judged !== null) return judged;
  if (!documentedAlgorithms.includes(algorithm)) {
    return uncertain('signature', {
      certainty: 'documented',
      idx: 'IDX10511',
      reason: { code: 'algorithm-not-documented', values: { algorithm } },
    });
  }
  const key = by['8'].verifiedBy;
  return pass('signature', { reason: { code: 'signature-verified', values: { kid: key?.id ?? null, from: key?.from ?? null } } });
}

function explainWrong(token: ReadToken, candidates: CandidateKeys, { kid, algorithm, reading, by }: Attempts): Reason {
  const { matched, named, trials, verifiedBy } = by['8'];
  if (reading.bytes === null) return { code: 'signature-malformed', values: {} };
  if (verifiedBy !== null) {
    const isUnread = reading.malformedFor.size > 0 || reading.wrongFor.size > 0;
    return isUnread ? { code: 'signature-malformed', values: {} } : { code: 'signature-algorithm', values: { algorithm, kid } };
  }
  if (trials.length === 0) return { code: 'no-signing-keys', values: {} };
  if (Object.hasOwn(token.header, 'nonce') && matched) return { code: 'signature-wrong-graph', values: {} };
  // Where no key that was tried fits the algorithm, that is the reason.
  if (trials.every(trial => trial === 'unsupported')) return { code: 'signature-algorithm', values: { algorithm, kid } };
  if (kid === null) return { code: 'signing-key-not-named', values: {} };
  if (matched) return { code: 'signature-wrong', values: { kid, from: named?.from ?? null } };
  const published = [...new Set(candidates.keys.flatMap(key => (key.id === null || key.id === '' ? [] : [key.id])))];
  return { code: 'signing-key-not-found', values: { kid, published, addresses: candidates.asked } };
}

function explainDifference(camps: Camps, { algorithm, reading, by }: Attempts): Reason {
  if (reading.malformedFor.size > 0 || reading.wrongFor.size > 0) return { code: 'signature-form-differs', values: { ...camps } };
  const keys = Object.values(by).map(({ verifiedBy }) => verifiedBy);
  if (keys.some(key => key?.readBy !== undefined)) return { code: 'signature-key-form-differs', values: { ...camps } };
  const [key] = keys;
  if (key === null || key === undefined || keys.includes(null)) return { code: 'signature-key-elsewhere', values: { ...camps } };
  return { code: 'key-length-differs', values: { algorithm, bits: measureKey(key), ...camps } };
}
