import { readAttribute, type CheckContext, type ReadToken } from '../check-context.js';
import { acceptedByAll, codeOf, firstRefusal, isRefusal, workOut, type Answers } from '../library/answers.js';
import { isSupported, shownEngine, type Engine } from '../library/engines.js';
import { explainSecret } from './explain-secret.js';
import { fixedText, keyNotFoundText } from '../library/texts.js';
import type { Disagreement } from '../../messages/english/gateway-engines.js';
import { judgeAnswers, pass, uncertain, unresolved, type Checked } from '../outcome.js';
import { readBoolean } from '../../policy/boolean-value.js';
import type { Reason } from '../reason.js';
import type { RefusedDocument } from '../../metadata/document-faults.js';
import { collectKeys, type CandidateKeys } from '../signing-keys.js';
import { hasNonceOfMicrosoft } from '../../token/classify-token.js';
import { isTooShort, measureKey, refuseWrong, tryKeys, type Attempts } from '../library/try-keys.js';

/** What the gateway documents for validate-jwt; its library takes more. */
const documentedAlgorithms = ['RS256', 'RS512', 'PS256', 'ES256', 'HS256', 'HS512'];

/** The result, and for whom the exception of the order applies: where no key has the token's kid, these look at lifetime, issuer and audience first. */
interface SignatureChecked extends Checked {
  readonly checksClaimsFirst: (engine: Engine) => boolean;
}

/** Whether a key that the policy trusts made the signature. */
export async function checkSignature(context: CheckContext, token: ReadToken): Promise<SignatureChecked> {
  const candidates = await collectKeys(context);
  if (token.signature === '') {
    const judged = judgeUnsigned(context);
    const documents = judged.result.outcome === 'fail' ? null : judgeDocuments(context, candidates, null);
    return { ...settleUnsigned(judged, documents), checksClaimsFirst: () => false };
  }
  const attempts = await tryKeys(candidates.keys, token, context.memory);
  const judged =
    judgeOpen(candidates, attempts) ?? judgeDocuments(context, candidates, attempts) ?? judgeAttempts(context, token, candidates, attempts);
  const documents = isElsewhere(candidates.refused, attempts) ? acceptedByAll : answerToDocuments(candidates.refused);
  // Generation 5 never does; the others do where they refuse a signature that they could read.
  const isUnknown = (engine: Engine): boolean => attempts.kid !== null && !attempts.by(engine).matched;
  const checksClaimsFirst = (engine: Engine): boolean =>
    isUnknown(engine) &&
    engine.generation !== 5 &&
    isRefusal(judged.answers(engine)) &&
    !isRefusal(documents(engine)) &&
    !attempts.reading.isMalformedFor(engine);
  const written = isAboutKeys(judged) ? await explainSecret(token, candidates, attempts) : null;
  return { ...judged, result: written === null ? judged.result : { ...judged.result, reason: written }, checksClaimsFirst };
}

/** The reasons that keys in the policy can be the cause of. */
const aboutKeys: readonly string[] = [
  'signature-algorithm',
  'signature-wrong',
  'signing-key-not-found',
  'signing-key-not-named',
  'inline-key-unreadable',
] satisfies Reason['code'][];

function isAboutKeys({ result: { reason } }: Checked): boolean {
  return reason !== null && aboutKeys.includes(reason.code);
}

/** Who refuses a document refuses unsigned tokens, too, whatever the policy says of them. */
function settleUnsigned(judged: Checked, documents: Checked | null): Checked {
  if (documents === null) return judged;
  const isOpen = judged.result.outcome !== 'pass' && documents.result.outcome !== 'fail';
  return isOpen ? { ...judged, answers: documents.answers } : documents;
}

function judgeUnsigned(context: CheckContext): Checked {
  const required = readAttribute(context, 'require-signed-tokens');
  if ('missing' in required) {
    const { missing } = required;
    const reason: Reason = { code: 'value-unknown', values: { what: 'require-signed-tokens', missing } };
    return unresolved('signature', missing, { certainty: 'documented', idx: 'IDX10504', reason });
  }
  const { value: isRequired, certain } = readBoolean(context.policy.kind === 'validate-jwt' ? (required.text ?? 'true') : 'true');
  if (!certain) {
    const values = { name: 'require-signed-tokens', value: required.text ?? '' };
    return uncertain('signature', { certainty: 'inferred', idx: 'IDX10504', reason: { code: 'boolean-unclear', values } });
  }
  if (isRequired === false) return pass('signature', { reason: { code: 'signature-not-required', values: {} } });
  const reason: Reason = { code: 'signature-absent', values: {} };
  const refused = { reason, message: fixedText('IDX10504'), explain: () => reason };
  return judgeAnswers('signature', context.engines, () => 'IDX10504', refused) ?? pass('signature');
}

/** No key at hand fits, and there are keys that are not at hand; null where a key fits or there are none. */
function judgeOpen(candidates: CandidateKeys, { kid, by, all }: Attempts): Checked | null {
  if (by(shownEngine).matched || all.some(({ verifiedBy }) => verifiedBy !== null)) return null;
  const idx = kid === null ? 'IDX10517' : 'IDX10503';
  const { absent, unreadable, missing, certificates } = candidates;
  const open = [...absent, ...missing, ...certificates];
  if (absent.length > 0)
    return unresolved('signature', open, { idx, reason: { code: 'documents-missing', values: { addresses: absent } } });
  if (missing.length > 0) {
    return unresolved('signature', open, {
      idx,
      reason: { code: 'value-unknown', values: { what: 'signing-key', missing } },
    });
  }
  if (certificates.length > 0) {
    return unresolved('signature', open, {
      idx,
      certainty: 'documented',
      reason: { code: 'key-in-gateway', values: { keys: certificates } },
    });
  }
  if (unreadable.length > 0 && candidates.refused.length === 0) {
    return unresolved('signature', unreadable, { idx, reason: { code: 'document-unreadable', values: { addresses: unreadable } } });
  }
  return candidates.malformed > 0
    ? uncertain('signature', { certainty: 'inferred', idx, reason: { code: 'inline-key-unreadable', values: {} } })
    : null;
}

/** A document that some engines refuse as a whole, where the keys that it publishes would have been needed; null where that decides nothing. */
function judgeDocuments(context: CheckContext, { refused }: CandidateKeys, attempts: Attempts | null): Checked | null {
  const [first] = refused;
  if (first === undefined) return null;
  const documents = answerToDocuments(refused);
  const own = attempts === null ? acceptedByAll : answerToAttempts(attempts);
  // The shown engine reads the documents and refuses the token: that is the reason.
  if (!isRefusal(documents(shownEngine)) && isRefusal(own(shownEngine))) return null;
  const { address, faults } = first;
  if (isElsewhere(refused, attempts)) {
    // What is wrong with the signature itself is said first.
    if (context.engines.some(engine => isSupported(engine) && isRefusal(own(engine)))) return null;
    return uncertain('signature', { certainty: 'inferred', reason: { code: 'document-refused-beside', values: { address, faults } } });
  }
  const judged = judgeAnswers('signature', context.engines, firstRefusal(documents, own), {
    reason: { code: 'document-refused', values: { address, faults } },
    message: null,
    explain: disagreement => ({ code: 'document-refused-by-some', values: { address, faults, ...disagreement } }),
  });
  // That the gateway treats such a document like one that it cannot fetch is a deduction.
  return judged === null ? null : { ...judged, result: { ...judged.result, certainty: 'inferred' } };
}

/** Whether the key that made the signature stands elsewhere than in the documents that are refused. */
function isElsewhere(refused: readonly RefusedDocument[], attempts: Attempts | null): boolean {
  const key = attempts?.by(shownEngine).verifiedBy ?? null;
  return key !== null && refused.every(({ keySet }) => keySet !== key.from);
}

/** What each engine answers to the documents, whatever the token. Generation 5 crashes over a key that is null. */
function answerToDocuments(refused: readonly RefusedDocument[]): Answers {
  if (refused.length === 0) return acceptedByAll;
  return ({ generation }) => {
    for (const { kind, faults } of refused) {
      const fault = faults.find(({ refusedBy }) => refusedBy.includes(generation));
      if (fault === undefined) continue;
      if (generation === 5 && fault.wanted === 'key' && fault.found === 'null') return 'crashes';
      return kind === 'configuration' ? 'IDX21815' : 'IDX10805';
    }
    return 'accepts';
  };
}

function answerToAttempts(attempts: Attempts): Answers {
  const { algorithm, reading, by } = attempts;
  return engine => {
    const key = by(engine).verifiedBy;
    const isUnread = reading.isMalformedFor(engine) || reading.isWrongFor(engine);
    return key === null || isUnread || isTooShort(key, algorithm, engine) ? refuseWrong(attempts, engine) : 'accepts';
  };
}

/** What the engines make of the keys at hand: they pick, read and measure in different ways. */
function judgeAttempts(context: CheckContext, token: ReadToken, candidates: CandidateKeys, attempts: Attempts): Checked {
  const { algorithm, by } = attempts;
  const documents = isElsewhere(candidates.refused, attempts) ? acceptedByAll : answerToDocuments(candidates.refused);
  const answers = workOut(firstRefusal(documents, answerToAttempts(attempts)));
  if (answers !== acceptedByAll) {
    const idx = codeOf(refuseWrong(attempts, shownEngine));
    const judged = judgeAnswers('signature', context.engines, answers, {
      reason: explainWrong(token, candidates, attempts),
      message: idx === 'IDX10503' ? keyNotFoundText(attempts.kid ?? '') : fixedText(idx ?? ''),
      explain: disagreement => explainDifference(disagreement, attempts),
    });
    if (judged !== null) return judged;
  }
  if (!documentedAlgorithms.includes(algorithm)) {
    const reason: Reason = { code: 'algorithm-not-documented', values: { algorithm } };
    return { ...uncertain('signature', { certainty: 'documented', idx: 'IDX10511', reason }), answers };
  }
  const key = by(shownEngine).verifiedBy;
  const insecure = candidates.insecure.find(address => address === key?.from);
  if (insecure !== undefined)
    return {
      ...uncertain('signature', { certainty: 'inferred', reason: { code: 'keys-over-http', values: { address: insecure } } }),
      answers,
    };
  const reason: Reason = { code: 'signature-verified', values: { kid: key?.id ?? null, from: key?.from ?? null } };
  return pass('signature', { reason }, answers);
}

function explainWrong(token: ReadToken, candidates: CandidateKeys, { kid, algorithm, reading, by }: Attempts): Reason {
  const { matched, named, trials, verifiedBy } = by(shownEngine);
  if (reading.bytes === null) return { code: 'signature-malformed', values: {} };
  if (verifiedBy !== null) {
    return reading.isReadByAll ? { code: 'signature-algorithm', values: { algorithm, kid } } : { code: 'signature-malformed', values: {} };
  }
  if (trials.length === 0) return { code: 'no-signing-keys', values: {} };
  if (matched && hasNonceOfMicrosoft(token.header, token.claims)) return { code: 'signature-wrong-graph', values: {} };
  // Where no key that was tried fits the algorithm, that is the reason.
  if (trials.every(trial => trial === 'unsupported')) return { code: 'signature-algorithm', values: { algorithm, kid } };
  if (kid === null) return { code: 'signing-key-not-named', values: {} };
  if (matched) return { code: 'signature-wrong', values: { kid, from: named?.from ?? null } };
  const published = [...new Set(candidates.keys.flatMap(key => (key.id === null || key.id === '' ? [] : [key.id])))];
  return { code: 'signing-key-not-found', values: { kid, published, addresses: candidates.asked } };
}

function explainDifference(disagreement: Disagreement, { algorithm, reading, all }: Attempts): Reason {
  if (!reading.isReadByAll) return { code: 'signature-form-differs', values: disagreement };
  const keys = all.map(({ verifiedBy }) => verifiedBy);
  if (keys.some(key => key?.readBy !== undefined)) return { code: 'signature-key-form-differs', values: disagreement };
  const [key] = keys;
  if (key === null || key === undefined || keys.includes(null)) return { code: 'signature-key-elsewhere', values: disagreement };
  return { code: 'key-length-differs', values: { algorithm, bits: measureKey(key), ...disagreement } };
}
