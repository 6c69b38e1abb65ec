import type { Span } from '../text/span.js';
import type { Cleaning } from './token.js';

/** How clearly a token is an access token. 3: named or sent as one; 2: after a scheme, or named as a token; 1: nothing says; 0: named as another. */
type Rank = 0 | 1 | 2 | 3;

/** As far as names and quotes directly before a token reach. */
const reach = 400;
/** As far before the token a command or a cookie may start. */
const farReach = 20_000;

const quoteMarks = '"\'`“”„‟‘’‚‛«»‹›″＂';
const quotesBefore = new RegExp(`(?<![${quoteMarks}])[${quoteMarks}]+\\s*$`);
const quotesAfter = new RegExp(`^\\s*[${quoteMarks}]+`);
const scheme = /(?<![\w-])(?:bearer|dpop|pop|jwt)(?:\s*:)?\s+$/i;
const jsonMember = new RegExp(`[${quoteMarks}]([\\w.$-]{1,100})[${quoteMarks}]\\s*(?::|=>)\\s*(?:\\[\\s*)?$`);
const headerName = /(?<![\w.-])([A-Za-z][\w-]{0,100})\s*:\s*$/;
const parameter = /(?<![\w.-])([\w.-]{1,100})\s*=\s*$/;
const option = /(?:^|\s)(?:-H|--header|--oauth2-bearer|-b|--cookie)[\s=]*\$?$/;
const curl = /(?:^|[\s"'`$;&|(])curl(?:\.exe)?\s/i;

interface Prefix {
  readonly cleaned: Set<Cleaning>;
  readonly name: string;
  readonly hasScheme: boolean;
  /** What is left of the text before the token, within reach. */
  readonly before: string;
}

/** Tells from what stands directly before the token how clearly it is an access token. */
export function rankSurroundings(text: string, { start }: Span): Rank {
  const { name, hasScheme, before } = readPrefix(text, start);
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (/accesstoken$|^authorization$|^bearer$/.test(plain)) return 3;
  if (/refresh|assertion|hint|nonce|^state$|^code$/.test(plain)) return 0;
  return hasScheme || /--oauth2-bearer[\s=]*$/.test(before) || /^(?:auth)?token$|^jwt$/.test(plain) ? 2 : 1;
}

/** Says what stands around the token: what has to be taken off. */
export function describeSurroundings(text: string, { start, end }: Span): Cleaning[] {
  const { cleaned, before } = readPrefix(text, start);
  const far = text.slice(Math.max(0, start - farReach), start);
  const line = far.slice(far.lastIndexOf('\n') + 1);

  const inCookie = cleaned.has('parameter') && (/\bcookie2?\s*:/i.test(line) || /\s(?:-b|--cookie)[\s=]/.test(line));
  if (inCookie) cleaned.add('cookie');
  const inCurl = curl.test(far) || option.test(before);
  if (inCurl) cleaned.add('curl-command');
  const closing = quotesAfter.exec(text.slice(end, end + 20))?.[0] ?? '';
  if (closing !== '' && !cleaned.has('json-member')) cleaned.add('quotes');

  const isOutside = text.search(/\S/) < start - Math.min(start, reach) + before.length || text.slice(end + closing.length).trim() !== '';
  const isWhole = inCurl || inCookie || (cleaned.has('json-member') && /^\s*[[{"']/.test(text));
  if (isOutside && !isWhole) cleaned.add('surrounding-text');
  return [...cleaned];
}

function readPrefix(text: string, start: number): Prefix {
  const cleaned = new Set<Cleaning>();
  let before = text.slice(Math.max(0, start - reach), start);
  const take = (pattern: RegExp, cleaning: Cleaning): boolean => {
    const match = pattern.exec(before);
    if (match === null) return false;
    before = before.slice(0, match.index);
    cleaned.add(cleaning);
    return true;
  };

  take(quotesBefore, 'quotes');
  const hasScheme = take(scheme, 'scheme');
  if (hasScheme) take(quotesBefore, 'quotes');
  const member = readMember(before);
  if (member !== null) {
    before = before.slice(0, member.index);
    cleaned.add(member.cleaning);
    // The quotes of a JSON value are the JSON's.
    if (member.cleaning === 'json-member') cleaned.delete('quotes');
    else take(quotesBefore, 'quotes');
  }
  return { cleaned, name: member?.name ?? '', hasScheme, before };
}

function readMember(before: string): { readonly name: string; readonly index: number; readonly cleaning: Cleaning } | null {
  const kinds: readonly (readonly [RegExp, Cleaning])[] = [
    [jsonMember, 'json-member'],
    [headerName, 'header-line'],
    [parameter, 'parameter'],
  ];
  for (const [pattern, cleaning] of kinds) {
    const match = pattern.exec(before);
    if (match !== null) return { name: match[1] ?? '', index: match.index, cleaning };
  }
  return null;
}
