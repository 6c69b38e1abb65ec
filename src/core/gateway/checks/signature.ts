import type { SigningKey } from '../../metadata/signing-key.js';
import { readAttribute, readTextClaim, type CheckContext, type ReadToken } from '../check-context.js';
import { refuse, refuseAll, type Refusals, type RefusalTable } from '../generations.js';
import { fixedText, keyNotFoundText } from '../library-messages.js';
import { judgeRefusals, pass, uncertain, unresolved, type Camps, type Judgement } from '../outcome.js';
import type { Reason } from '../reason.js';
import { collectKeys, type CandidateKeys } from '../signing-keys.js';
import { verifySignature, type Trial } from '../verify-signature.js';
import { readSignature, type SignatureReading } from './signature-part.js';

/** What the gateway documents for validate-jwt; its library takes more. */
const documentedAlgorithms = ['RS256', 'RS512', 'PS256', 'ES256', 'HS256', 'HS512'];

/** The result, and whether the exception of the order applies: with an unknown kid the library looks at lifetime, issuer and audience first. */
export interface SignatureJudgement extends Judgement {
  readonly looksFurther: boolean;
}

/** Whether a key that the policy trusts made the signature. */
export async function checkSignature(context: CheckContext, token: ReadToken): Promise<SignatureJudgement> {
  if (token.signature === '') return { ...judgeUnsigned(context), looksFurther: false };
  const candidates = await collectKeys(context);
  const attempt = await tryKeys(candidates.keys, token);
  return judgeAttempt(context, token, candidates, attempt);
}

function judgeUnsigned(context: CheckContext): Judgement {
  const required = readAttribute(context, 'require-signed-tokens');
  if ('missing' in required) {
    const { missing } = required;
    return unresolved('signature', missing, {
      idx: 'IDX10504',
      reason: { code: 'value-unknown', values: { what: 'require-signed-tokens', missing } },
    });
  }
  if ((required.text ?? 'true').trim().toLowerCase() === 'false')
    return pass('signature', { reason: { code: 'signature-not-required', values: {} } });
  return refuseEverywhere(context, { all: 'IDX10504' }, { code: 'signature-absent', values: {} }, fixedText('IDX10504'));
}

/** What trying the keys gave. */
interface Attempt {
  readonly algorithm: string;
  readonly kid: string | null;
  readonly reading: SignatureReading;
  /** The key that the token names; null where none fits. */
  readonly named: SigningKey | null;
  /** Whether a key that was tried has the token's kid. */
  readonly matched: boolean;
  readonly verifiedBy: SigningKey | null;
  readonly trials: readonly Trial[];
}

async function tryKeys(keys: readonly SigningKey[], token: ReadToken): Promise<Attempt> {
  const algorithm = readTextClaim(token.header, 'alg') ?? '';
  const kid = readTextClaim(token.header, 'kid') ?? '';
  const x5t = readTextClaim(token.header, 'x5t') ?? '';
  const named = keys.find(key => isNamed(key, kid, x5t)) ?? null;
  const tried = named === null ? keys : [named];
  const reading = readSignature(token.signature);
  const trials: Trial[] = [];
  let verifiedBy: SigningKey | null = null;
  for (const key of tried) {
    const trial = reading.bytes === null ? 'wrong' : await verifySignature(key, algorithm, token.signed, reading.bytes);
    trials.push(trial);
    if (trial === 'verified') {
      verifiedBy = key;
      break;
    }
  }
  const matched = kid !== '' && tried.some(key => key.id !== null && sameId(key, key.id, kid));
  return { algorithm, kid: kid === '' ? null : kid, reading, named, matched, verifiedBy, trials };
}

/** The first such key is the only one that is tried. */
function isNamed(key: SigningKey, kid: string, x5t: string): boolean {
  if (key.kind === 'certificate') {
    return (kid !== '' && key.id !== null && sameId(key, key.id, kid)) || (x5t !== '' && key.x5t.toLowerCase() === x5t.toLowerCase());
  }
  return key.id !== null && (key.id === kid || key.id === x5t);
}

function sameId(key: SigningKey, id: string, kid: string): boolean {
  return key.kind === 'certificate' ? id.toLowerCase() === kid.toLowerCase() : id === kid;
}

function judgeAttempt(context: CheckContext, token: ReadToken, candidates: CandidateKeys, attempt: Attempt): SignatureJudgement {
  if (attempt.verifiedBy !== null) return { ...judgeVerified(context, attempt, attempt.verifiedBy), looksFurther: false };
  const looksFurther = attempt.kid !== null && !attempt.matched;
  if (!attempt.matched) {
    const open = judgeOpen(candidates, attempt);
    if (open !== null) return { ...open, looksFurther };
  }
  const { kid } = attempt;
  if (attempt.matched && kid !== null) {
    return {
      ...refuseEverywhere(context, { all: 'IDX10511' }, explainWrong(token, attempt, kid), fixedText('IDX10511')),
      looksFurther: false,
    };
  }
  if (attempt.trials.length === 0) {
    const table: RefusalTable = kid === null ? { all: 'IDX10500' } : { all: 'IDX10500', '5': 'IDX10501' };
    return { ...refuseEverywhere(context, table, { code: 'no-signing-keys', values: {} }, fixedText('IDX10500')), looksFurther };
  }
  const mismatch = explainMismatch(attempt);
  if (kid === null) {
    const reason: Reason = mismatch ?? { code: 'signing-key-not-named', values: {} };
    return { ...refuseEverywhere(context, { all: 'IDX10517', '5': 'IDX10503' }, reason, fixedText('IDX10517')), looksFurther };
  }
  const published = [...new Set(candidates.keys.flatMap(key => (key.id === null ? [] : [key.id])))];
  const reason: Reason = mismatch ?? { code: 'signing-key-not-found', values: { kid, published, addresses: candidates.asked } };
  return { ...refuseEverywhere(context, { all: 'IDX10503', '5': 'IDX10501' }, reason, keyNotFoundText(kid)), looksFurther };
}

/** No key at hand fits, and there are keys that are not at hand. */
function judgeOpen(candidates: CandidateKeys, attempt: Attempt): Judgement | null {
  const idx = attempt.kid === null ? 'IDX10517' : 'IDX10503';
  const { absent, unreadable, missing, certificates } = candidates;
  if (absent.length > 0) {
    return unresolved('signature', [...absent, ...missing, ...certificates], {
      idx,
      reason: { code: 'documents-missing', values: { addresses: absent } },
    });
  }
  if (missing.length > 0) {
    return unresolved('signature', [...missing, ...certificates], {
      idx,
      reason: { code: 'value-unknown', values: { what: 'A signing key or its address', missing } },
    });
  }
  if (certificates.length > 0) {
    return unresolved('signature', certificates, {
      idx,
      certainty: 'documented',
      reason: { code: 'key-in-gateway', values: { keys: certificates } },
    });
  }
  if (unreadable.length > 0) {
    return unresolved('signature', unreadable, { idx, reason: { code: 'document-unreadable', values: { addresses: unreadable } } });
  }
  if (candidates.malformed > 0) return uncertain('signature', { idx, reason: { code: 'inline-key-unreadable', values: {} } });
  return null;
}

function explainWrong(token: ReadToken, attempt: Attempt, kid: string): Reason {
  if (Object.hasOwn(token.header, 'nonce')) return { code: 'signature-wrong-graph', values: {} };
  return explainMismatch(attempt) ?? { code: 'signature-wrong', values: { kid, from: attempt.named?.from ?? null } };
}

/** Where no key that was tried fits the algorithm, that is the reason. */
function explainMismatch(attempt: Attempt): Reason | null {
  if (attempt.trials.length === 0 || attempt.trials.some(trial => trial !== 'unsupported')) return null;
  return { code: 'signature-algorithm', values: { algorithm: attempt.algorithm, kid: attempt.kid } };
}

function judgeVerified(context: CheckContext, attempt: Attempt, key: SigningKey): Judgement {
  const { algorithm, reading } = attempt;
  const malformed = judgeRefusals(
    'signature',
    context.engines,
    new Map([...reading.faults].filter(([engine]) => context.engines.includes(engine))),
    {
      reason: { code: 'signature-malformed', values: {} },
      message: fixedText('IDX10511'),
      differs: camps => ({ code: 'signature-form-differs', values: { ...camps } }),
    },
  );
  if (malformed !== null) return malformed;
  const short = judgeSecretLength(context, attempt, key);
  if (short !== null) return short;
  if (!documentedAlgorithms.includes(algorithm)) {
    return uncertain('signature', {
      certainty: 'documented',
      idx: 'IDX10511',
      reason: { code: 'algorithm-not-documented', values: { algorithm } },
    });
  }
  return pass('signature', { reason: { code: 'signature-verified', values: { kid: key.id, from: key.from } } });
}

/** Generations 7 and 8 ask for a secret as long as the hash. */
function judgeSecretLength(context: CheckContext, attempt: Attempt, key: SigningKey): Judgement | null {
  if (key.kind !== 'symmetric') return null;
  const bits = key.bytes.length * 8;
  const wanted = Number(attempt.algorithm.slice(-3));
  const idx = attempt.kid === null ? 'IDX10517' : attempt.matched ? 'IDX10511' : 'IDX10503';
  const table: RefusalTable = {};
  if (bits < wanted) Object.assign(table, { '7': idx, '8': idx });
  if (bits < 128) table['5'] = attempt.kid === null ? 'IDX10503' : attempt.matched ? 'IDX10511' : 'IDX10501';
  return judgeRefusals('signature', context.engines, refuse(context.engines, table), {
    reason: { code: 'signature-algorithm', values: { algorithm: attempt.algorithm, kid: attempt.kid } },
    message: null,
    differs: camps => ({ code: 'key-length-differs', values: { algorithm: attempt.algorithm, bits, ...camps } }),
  });
}

function refuseEverywhere(context: CheckContext, table: RefusalTable, reason: Reason, message: string | null): Judgement {
  const refusals: Refusals = refuse(context.engines, table);
  const judged = judgeRefusals('signature', context.engines, refusals.size === 0 ? refuseAll(context.engines, null) : refusals, {
    reason,
    message,
    differs: (camps: Camps) => ({ code: 'signature-form-differs', values: { ...camps } }),
  });
  return judged ?? pass('signature');
}
