import type { CheckContext, ReadToken } from '../check-context.js';
import { refuse, type Engine, type RefusalTable } from '../generations.js';
import { fixedText, tooLargeText } from '../library-messages.js';
import { judgeRefusals, pass, uncertain, unresolved, type Judgement } from '../outcome.js';
import type { Reason } from '../reason.js';
import { decryptToken } from './encrypted.js';
import { fitsSignaturePattern, readPart } from './read-part.js';

/** The library reads no longer tokens. In characters. */
const longestToken = 250 * 1024;

export interface FormJudgement {
  readonly judgement: Judgement;
  /** What the other checks work on; null where nothing reads the token. */
  readonly token: ReadToken | null;
}

/** Whether the library can read the text at all; an encrypted token is opened with the policy's keys. */
export async function checkForm(context: CheckContext, text: string): Promise<FormJudgement> {
  if (text.length > longestToken) {
    const values = { length: text.length, limit: longestToken };
    return refuseForm(context, { all: 'IDX10209' }, { code: 'token-too-large', values }, tooLargeText(text.length, longestToken));
  }
  const parts = text.split('.');
  if (parts.length === 5) return judgeEncrypted(context, parts);
  return judgeSigned(context, parts, false);
}

async function judgeEncrypted(context: CheckContext, parts: readonly string[]): Promise<FormJudgement> {
  const decryption = await decryptToken(context, parts);
  switch (decryption.kind) {
    case 'opened':
      return judgeSigned(context, decryption.text.split('.'), true);
    case 'refused':
      return refuseForm(context, decryption.table, decryption.reason, fixedText(decryption.table.all ?? ''));
    case 'unknown':
      return {
        judgement: unresolved('form', decryption.missing, { certainty: 'documented', idx: 'IDX10603', reason: decryption.reason }),
        token: null,
      };
    case 'uncertain':
      return { judgement: uncertain('form', { certainty: 'documented', idx: 'IDX10603', reason: decryption.reason }), token: null };
  }
}

/** By the number of dots. */
const countCodes: readonly string[] = ['IDX14100', 'IDX14120', '', 'IDX14121', 'IDX10504'];

function judgeSigned(context: CheckContext, parts: readonly string[], isInner: boolean): FormJudgement {
  const [first = '', second = '', signature = ''] = parts;
  const dots = parts.length - 1;
  if (dots !== 2) {
    const idx = countCodes[dots] ?? 'IDX14122';
    const older: RefusalTable = isInner ? { jst: 'IDX12709', '5-jwt': 'IDX14100' } : { jst: 'IDX12741', '5-jwt': 'IDX14111' };
    return refuseForm(context, { all: idx, ...(dots === 4 ? {} : older) }, { code: 'token-segments', values: { dots } }, fixedText(idx));
  }
  return judgeParts(context, { first, second, signature, wasEncrypted: isInner });
}

interface SignedParts {
  readonly first: string;
  readonly second: string;
  readonly signature: string;
  readonly wasEncrypted: boolean;
}

function judgeParts(context: CheckContext, { first, second, signature, wasEncrypted }: SignedParts): FormJudgement {
  const header = readPart(first, 'header');
  const claims = readPart(second, 'claims');
  const refusals = new Map<Engine, string | null>();
  for (const engine of context.engines) {
    const idx = [header.faults, claims.faults].find(faults => faults.has(engine))?.get(engine);
    if (idx !== undefined) refusals.set(engine, idx);
    else if (engine.endsWith('jst') && !fitsSignaturePattern(signature)) refusals.set(engine, 'IDX12709');
  }
  const isHeader = header.faults.size > 0;
  const detail = (isHeader ? header.detail : claims.detail) || 'it holds white space, padding or characters that do not belong there';
  const token =
    header.json === null || claims.json === null
      ? null
      : { header: header.json, claims: claims.json, signed: `${first}.${second}`, signature, wasEncrypted };
  const judged = judgeRefusals('form', context.engines, refusals, {
    reason: isHeader ? { code: 'token-header-unreadable', values: { detail } } : { code: 'token-claims-unreadable', values: { detail } },
    message: fixedText(isHeader ? 'IDX14102' : 'IDX14101'),
    differs: camps => ({ code: 'token-form-differs', values: { detail, ...camps } }),
  });
  return { judgement: judged ?? pass('form'), token };
}

function refuseForm(context: CheckContext, table: RefusalTable, reason: Reason, message: string | null): FormJudgement {
  const judged = judgeRefusals('form', context.engines, refuse(context.engines, table), { reason, message, differs: () => reason });
  return { judgement: judged ?? pass('form'), token: null };
}
