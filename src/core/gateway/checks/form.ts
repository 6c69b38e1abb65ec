import type { CheckContext, ReadToken } from '../check-context.js';
import { refuse, type Engine, type Refusals, type RefusalTable } from '../library/engines.js';
import { fixedText, tooLargeText } from '../library/texts.js';
import { remember } from '../memory.js';
import { judgeRefusals, pass, uncertain, unresolved, type Checked } from '../outcome.js';
import type { Reason } from '../reason.js';
import { decryptToken } from '../library/encrypted.js';
import { fitsPattern } from '../library/base64-part.js';
import { readPart } from '../library/read-part.js';

/** The library reads no longer tokens. In characters. */
const longestToken = 250 * 1024;

export interface FormChecked {
  readonly checked: Checked;
  /** What the other checks work on; null where nothing reads the token. */
  readonly token: ReadToken | null;
}

/** Whether the library can read the text at all; an encrypted token is opened with the policy's keys. */
export async function checkForm(context: CheckContext, text: string): Promise<FormChecked> {
  if (text.length > longestToken) {
    const values = { length: text.length, limit: longestToken };
    return refuseForm(context, { all: 'IDX10209' }, { code: 'token-too-large', values }, tooLargeText(text.length, longestToken));
  }
  const parts = text.split('.');
  if (parts.length === 5) return judgeEncrypted(context, parts);
  return judgeSigned(context, parts, null);
}

async function judgeEncrypted(context: CheckContext, parts: readonly string[]): Promise<FormChecked> {
  const decryption = await decryptToken(context, parts);
  switch (decryption.kind) {
    case 'opened':
      return judgeSigned(context, decryption.text.split('.'), decryption.refusals);
    case 'refused':
      return refuseWith(context, decryption.refusals, decryption.reason, fixedText(decryption.refusals.get('8-jwt') ?? ''));
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
const countCodes: readonly string[] = ['IDX14100', 'IDX14120', '', 'IDX14121', 'IDX10504'];

/** `outer` are the refusals of the encrypted token around it; null where there is none. */
function judgeSigned(context: CheckContext, parts: readonly string[], outer: Refusals | null): FormChecked {
  const [first = '', second = '', signature = ''] = parts;
  const dots = parts.length - 1;
  if (dots !== 2) {
    // A dot at the end, and no other, is none to generations 7 and 8.
    const idx = dots === 1 && second === '' ? 'IDX14100' : (countCodes[dots] ?? 'IDX14122');
    const older: RefusalTable = outer !== null ? { jst: 'IDX12709', '5-jwt': 'IDX14100' } : { jst: 'IDX12741', '5-jwt': 'IDX14111' };
    const blank = first.trim() === '' && dots === 0 ? refuseBlank(context, outer !== null) : [];
    const refusals = new Map([...refuse(context.engines, { all: idx, ...(dots === 4 ? {} : older) }), ...blank]);
    return refuseWith(context, refusals, { code: 'token-segments', values: { dots } }, fixedText(idx));
  }
  return judgeParts(context, { first, second, signature, outer });
}

/** Generations 7 and 8 ask first whether there is anything at all; inside an encrypted token one handler stumbles over nothing. */
function refuseBlank(context: CheckContext, isInside: boolean): [Engine, string | null][] {
  return context.engines
    .filter(engine => !engine.startsWith('5') && (isInside || engine.endsWith('jst')))
    .map(engine => [engine, engine.endsWith('jst') ? 'IDX10000' : null]);
}

interface SignedParts {
  readonly first: string;
  readonly second: string;
  readonly signature: string;
  readonly outer: Refusals | null;
}

function judgeParts(context: CheckContext, { first, second, signature, outer }: SignedParts): FormChecked {
  const { parts } = context.memory;
  const header = remember(parts, `header ${first}`, () => readPart(first, 'header'));
  const claims = remember(parts, `claims ${second}`, () => readPart(second, 'claims'));
  const refusals = new Map<Engine, string | null>();
  const isPattern = fitsPattern(signature) && [first, second].every(part => /^[A-Za-z0-9_-]+$/.test(part));
  for (const engine of context.engines) {
    // A member of the header with a wrong kind of value is read late by JwtSecurityTokenHandler.
    const isLate = engine.endsWith('jst') && header.faults.get(engine) !== 'IDX12729';
    const order = isLate ? [claims.faults, header.faults] : [header.faults, claims.faults];
    const idx = order.find(faults => faults.has(engine))?.get(engine);
    // JwtSecurityTokenHandler matches the whole text with its pattern before it reads anything.
    if (engine.endsWith('jst') && !isPattern) refusals.set(engine, 'IDX12709');
    else if (idx !== undefined) refusals.set(engine, idx);
  }
  for (const [engine, idx] of outer ?? []) refusals.set(engine, idx);
  const isHeader = header.faults.size > 0;
  const detail = (isHeader ? header.detail : claims.detail) || 'it holds white space, padding or characters that do not belong there';
  const token =
    header.json === null || claims.json === null
      ? null
      : { header: header.json, claims: claims.json, signed: `${first}.${second}`, signature, wasEncrypted: outer !== null };
  const judged = judgeRefusals('form', context.engines, refusals, {
    reason: isHeader ? { code: 'token-header-unreadable', values: { detail } } : { code: 'token-claims-unreadable', values: { detail } },
    message: fixedText(isHeader ? 'IDX14102' : 'IDX14101'),
    differs: camps => ({ code: 'token-form-differs', values: { detail, ...camps } }),
  });
  return { checked: judged ?? pass('form'), token };
}

function refuseForm(context: CheckContext, table: RefusalTable, reason: Reason, message: string | null): FormChecked {
  return refuseWith(context, refuse(context.engines, table), reason, message);
}

function refuseWith(context: CheckContext, refusals: Refusals, reason: Reason, message: string | null): FormChecked {
  const judged = judgeRefusals('form', context.engines, refusals, { reason, message, differs: () => reason });
  return { checked: judged ?? pass('form'), token: null };
}
