import type { CheckContext, ReadToken } from '../check-context.js';
import { acceptedByAll, answerBy, codeOf, firstRefusal, isRefusal, type Answers, type AnswerTable, type Code } from '../library/answers.js';
import { shownEngine, type Engine } from '../library/engines.js';
import { fixedText, tooLargeText } from '../library/texts.js';
import type { SignedReading, TokenReading } from '../library/read-token.js';
import { readTokenOnce } from '../memory.js';
import { judgeAnswers, pass, uncertain, unresolved, type Checked } from '../outcome.js';
import type { Reason } from '../reason.js';
import { decryptToken } from '../library/encrypted.js';

/** The library reads no longer tokens. In characters. */
const longestToken = 250 * 1024;

interface FormChecked {
  readonly checked: Checked;
  /** What the other checks work on; null where nothing reads the token. */
  readonly token: ReadToken | null;
}

/** Whether the library can read the text at all; an encrypted token is opened with the policy's keys. */
export async function checkForm(context: CheckContext, text: string): Promise<FormChecked> {
  if (text.length > longestToken) {
    const values = { length: text.length, limit: longestToken };
    return refuse(context, () => 'IDX10209', { code: 'token-too-large', values }, tooLargeText(text.length, longestToken));
  }
  const reading = readTokenOnce(context.memory, text);
  return reading.parts.length === 5 ? judgeEncrypted(context, reading.parts) : judgeReading(context, reading, null);
}

async function judgeEncrypted(context: CheckContext, parts: readonly string[]): Promise<FormChecked> {
  const decryption = await decryptToken(context, parts);
  switch (decryption.kind) {
    case 'opened':
      return judgeReading(context, readTokenOnce(context.memory, decryption.text, true), decryption.answers);
    case 'refused':
      return refuse(context, decryption.answers, decryption.reason, fixedText(codeOf(decryption.answers(shownEngine)) ?? ''));
    case 'unknown':
      return {
        checked: unresolved('form', decryption.missing, { certainty: 'documented', idx: 'IDX10603', reason: decryption.reason }),
        token: null,
      };
    case 'uncertain':
      return { checked: uncertain('form', { certainty: 'documented', idx: 'IDX10603', reason: decryption.reason }), token: null };
  }
}

/** By the number of dots. */
const countCodes: Readonly<Record<number, Code>> = { 0: 'IDX14100', 1: 'IDX14120', 3: 'IDX14121', 4: 'IDX10504' };

/** `outer` is what the engines answer to the encrypted token around it; null where there is none. */
function judgeReading(context: CheckContext, { parts, signed }: TokenReading, outer: Answers | null): FormChecked {
  if (signed !== null) return judgeSigned(context, signed, outer);
  const [first = '', second = ''] = parts;
  const dots = parts.length - 1;
  // A dot at the end, and no other, is none to generations 7 and 8.
  const idx = dots === 1 && second === '' ? 'IDX14100' : (countCodes[dots] ?? 'IDX14122');
  const older: AnswerTable = outer !== null ? { jst: 'IDX12709', '5-jwt': 'IDX14100' } : { jst: 'IDX12741', '5-jwt': 'IDX14111' };
  const blank = first.trim() === '' && dots === 0 ? refuseBlank(outer !== null) : acceptedByAll;
  const answers = firstRefusal(blank, answerBy({ all: idx, ...(dots === 4 ? {} : older) }));
  return refuse(context, answers, { code: 'token-segments', values: { dots } }, fixedText(idx));
}

/** Generations 7 and 8 ask first whether there is anything at all; inside an encrypted token one handler crashes over nothing. */
function refuseBlank(isInside: boolean): Answers {
  return answerBy({ jst: 'IDX10000', jwt: isInside ? 'crashes' : 'accepts', '5-jst': 'accepts', '5-jwt': 'accepts' });
}

function judgeSigned(
  context: CheckContext,
  { header, claims, token, answers: own, actor }: SignedReading,
  outer: Answers | null,
): FormChecked {
  const isHeader = header.isFaulty;
  const fault = (isHeader ? header.fault : claims.fault) ?? { kind: 'unusual-characters' as const };
  const early = firstRefusal(outer ?? acceptedByAll, own);
  const answers = firstRefusal(early, actor);
  const isLate = (engine: Engine): boolean => !isRefusal(early(engine));
  const judged = judgeAnswers('form', context.engines, answers, {
    reason: isHeader ? { code: 'token-header-unreadable', values: { fault } } : { code: 'token-claims-unreadable', values: { fault } },
    message: fixedText(isHeader ? 'IDX14102' : 'IDX14101'),
    explain: disagreement =>
      context.engines.every(isLate)
        ? { code: 'actor-unreadable', values: disagreement }
        : { code: 'token-form-differs', values: { fault, ...disagreement } },
  });
  return { checked: { ...(judged ?? pass('form', {}, answers)), isLate }, token };
}

function refuse(context: CheckContext, answers: Answers, reason: Reason, message: string | null): FormChecked {
  const judged = judgeAnswers('form', context.engines, answers, { reason, message, explain: () => reason });
  return { checked: judged ?? pass('form'), token: null };
}
