import type { CheckContext, ReadToken } from '../check-context.js';
import { answerToActor } from '../library/actor.js';
import { acceptedByAll, answerBy, codeOf, firstRefusal, isRefusal, type Answers, type AnswerTable, type Code } from '../library/answers.js';
import { shownEngine, type Engine } from '../library/engines.js';
import { fixedText, tooLargeText } from '../library/texts.js';
import { readPartOnce } from '../memory.js';
import { judgeAnswers, pass, uncertain, unresolved, type Checked } from '../outcome.js';
import type { Reason } from '../reason.js';
import { decryptToken } from '../library/encrypted.js';
import { fitsPattern } from '../library/base64-part.js';

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
  const parts = text.split('.');
  if (parts.length === 5) return judgeEncrypted(context, parts);
  return judgeSigned(context, parts, null);
}

async function judgeEncrypted(context: CheckContext, parts: readonly string[]): Promise<FormChecked> {
  const decryption = await decryptToken(context, parts);
  switch (decryption.kind) {
    case 'opened':
      return judgeSigned(context, decryption.text.split('.'), decryption.answers);
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
function judgeSigned(context: CheckContext, parts: readonly string[], outer: Answers | null): FormChecked {
  const [first = '', second = '', signature = ''] = parts;
  const dots = parts.length - 1;
  if (dots !== 2) {
    // A dot at the end, and no other, is none to generations 7 and 8.
    const idx = dots === 1 && second === '' ? 'IDX14100' : (countCodes[dots] ?? 'IDX14122');
    const older: AnswerTable = outer !== null ? { jst: 'IDX12709', '5-jwt': 'IDX14100' } : { jst: 'IDX12741', '5-jwt': 'IDX14111' };
    const blank = first.trim() === '' && dots === 0 ? refuseBlank(outer !== null) : acceptedByAll;
    const answers = firstRefusal(blank, answerBy({ all: idx, ...(dots === 4 ? {} : older) }));
    return refuse(context, answers, { code: 'token-segments', values: { dots } }, fixedText(idx));
  }
  return judgeParts(context, { first, second, signature, outer });
}

/** Generations 7 and 8 ask first whether there is anything at all; inside an encrypted token one handler crashes over nothing. */
function refuseBlank(isInside: boolean): Answers {
  return answerBy({ jst: 'IDX10000', jwt: isInside ? 'crashes' : 'accepts', '5-jst': 'accepts', '5-jwt': 'accepts' });
}

interface SignedParts {
  readonly first: string;
  readonly second: string;
  readonly signature: string;
  readonly outer: Answers | null;
}

function judgeParts(context: CheckContext, { first, second, signature, outer }: SignedParts): FormChecked {
  const header = readPartOnce(context.memory, first, 'header');
  const claims = readPartOnce(context.memory, second, 'claims');
  const isPattern = fitsPattern(signature) && [first, second].every(part => /^[A-Za-z0-9_-]+$/.test(part));
  // JwtSecurityTokenHandler matches the whole text with its pattern before it reads anything.
  const pattern: Answers = isPattern ? acceptedByAll : answerBy({ jst: 'IDX12709' });
  // A member of the header with a wrong kind of value is read late by JwtSecurityTokenHandler.
  const inside: Answers = engine =>
    engine.handler === 'jst' && header.answers(engine) !== 'IDX12729'
      ? firstRefusal(claims.answers, header.answers)(engine)
      : firstRefusal(header.answers, claims.answers)(engine);
  const isHeader = header.isFaulty;
  const fault = (isHeader ? header.fault : claims.fault) ?? { kind: 'unusual-characters' as const };
  const token =
    header.json === null || claims.json === null
      ? null
      : {
          header: header.json,
          claims: claims.json,
          numbers: claims.numbers,
          signed: `${first}.${second}`,
          signature,
          wasEncrypted: outer !== null,
        };
  const early = firstRefusal(outer ?? acceptedByAll, pattern, inside);
  const answers = firstRefusal(early, answerToActor(claims.json ?? {}));
  const isLate = (engine: Engine): boolean => !isRefusal(early(engine));
  const isActor = !context.engines.some(engine => isRefusal(early(engine)));
  const judged = judgeAnswers('form', context.engines, answers, {
    reason: isHeader ? { code: 'token-header-unreadable', values: { fault } } : { code: 'token-claims-unreadable', values: { fault } },
    message: fixedText(isHeader ? 'IDX14102' : 'IDX14101'),
    explain: disagreement =>
      isActor ? { code: 'actor-unreadable', values: disagreement } : { code: 'token-form-differs', values: { fault, ...disagreement } },
  });
  return { checked: { ...(judged ?? pass('form', {}, answers)), isLate }, token };
}

function refuse(context: CheckContext, answers: Answers, reason: Reason, message: string | null): FormChecked {
  const judged = judgeAnswers('form', context.engines, answers, { reason, message, explain: () => reason });
  return { checked: judged ?? pass('form'), token: null };
}
