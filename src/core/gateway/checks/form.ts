import type { CheckContext, ReadToken } from '../check-context.js';
import { refuse, type RefusalTable } from '../generations.js';
import { fixedText, tooLargeText } from '../library-messages.js';
import { judgeRefusals, pass, type Judgement } from '../outcome.js';
import type { Reason } from '../reason.js';
import { readClaimsPart, readHeaderPart, type PartReading } from './read-part.js';

/** The library reads no longer tokens. In characters. */
const longestToken = 250 * 1024;

export interface FormJudgement {
  readonly judgement: Judgement;
  /** What the other checks work on; null where nothing reads the token. */
  readonly token: ReadToken | null;
}

/** Whether the library can read the text at all. */
export async function checkForm(context: CheckContext, text: string): Promise<FormJudgement> {
  if (text.length > longestToken) {
    const values = { length: text.length, limit: longestToken };
    return refuseForm(context, { all: 'IDX10209' }, { code: 'token-too-large', values }, tooLargeText(text.length, longestToken));
  }
  const parts = text.split('.');
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 5) return refuseForm(context, { all: 'IDX10609' }, { code: 'encrypted-no-key', values: {} }, fixedText('IDX10609'));
  if (parts.length !== 3) return judgeCount(context, parts.length - 1);
  const header = readHeaderPart(first);
  const claims = readClaimsPart(second);
  return judgeSigned(context, header, claims, { signed: `${first}.${second}`, signature: third });
}

const countCodes: readonly string[] = ['IDX14100', 'IDX14120', '', 'IDX14121', ''];

function judgeCount(context: CheckContext, dots: number): FormJudgement {
  const idx = countCodes[dots] ?? 'IDX14122';
  return refuseForm(
    context,
    { all: idx, jst: 'IDX12741', '5-jwt': 'IDX14111' },
    { code: 'token-segments', values: { dots } },
    fixedText(idx),
  );
}

function judgeSigned(
  context: CheckContext,
  header: PartReading,
  claims: PartReading,
  rest: { signed: string; signature: string },
): FormJudgement {
  const part = Object.keys(header.refused).length > 0 ? header : claims;
  const isHeader = part === header;
  const table: RefusalTable = { ...claims.refused, ...header.refused };
  const read = header.json === null || claims.json === null ? null : { header: header.json, claims: claims.json, ...rest };
  const detail = part.detail ?? '';
  const judged = judgeRefusals('form', context.engines, refuse(context.engines, table), {
    reason: isHeader ? { code: 'token-header-unreadable', values: { detail } } : { code: 'token-claims-unreadable', values: { detail } },
    message: fixedText(isHeader ? 'IDX14102' : 'IDX14101'),
    differs: camps => ({ code: 'token-form-differs', values: { detail, ...camps } }),
  });
  return { judgement: judged ?? pass('form'), token: read };
}

function refuseForm(context: CheckContext, table: RefusalTable, reason: Reason, message: string | null): FormJudgement {
  const judged = judgeRefusals('form', context.engines, refuse(context.engines, table), { reason, message, differs: () => reason });
  return { judgement: judged ?? pass('form'), token: null };
}
