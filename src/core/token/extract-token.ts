import { findSentHeader, type SentHeader } from './sent-header.js';
import { findTokens } from './find-tokens.js';
import { describeSurroundings, rankSurroundings } from './read-surroundings.js';
import type { Cleaning } from './token.js';
import { findUndone, undoEncodings } from './undo-encodings.js';

/** What was found in a pasted text. */
interface Extraction {
  /** The token, or, where none was found, what stands in its place. */
  readonly text: string;
  readonly cleaned: readonly Cleaning[];
  /** Whether the text holds several different tokens and nothing tells which one is meant. */
  readonly several: boolean;
  /** The header around it; absent where none shows. */
  readonly sent?: SentHeader;
}

/** From the outside to the inside: the order in which `cleaned` names what was taken off. */
const order: readonly Cleaning[] = [
  'surrounding-space',
  'surrounding-text',
  'curl-command',
  'cookie',
  'json-member',
  'parameter',
  'header-line',
  'quotes',
  'scheme',
  'escapes',
  'percent-encoding',
  'invisible-characters',
  'line-breaks',
];

/** Two rounds suffice for all that programs write; more only for texts made to fool us. */
const mostRounds = 8;

/**
 * Finds the token in everything that people paste: scheme, header lines, commands of all shells, JSON, forms, addresses,
 * cookies, mail, prose, escaped, percent-encoded, wrapped. Where it finds none, it takes off what it knows and gives the
 * rest, so that the problem can be named. Never throws; linear in the length of the text; what comes out is left as it is
 * by a second call.
 */
export function extractToken(pasted: string): Extraction {
  const cleaned = new Set<Cleaning>();
  let text = pasted;
  let sent: { readonly sent?: SentHeader } = {};
  for (let round = 0; round < mostRounds; round++) {
    const step = extractOnce(text);
    for (const cleaning of step.cleaned) cleaned.add(cleaning);
    if (step.sent !== undefined) sent = { sent: step.sent };
    if (step.several || step.text === text) return { text: step.text, cleaned: inOrder(cleaned), several: step.several, ...sent };
    text = step.text;
  }
  return { text, cleaned: inOrder(cleaned), several: false, ...sent };
}

function inOrder(cleaned: ReadonlySet<Cleaning>): Cleaning[] {
  return order.filter(cleaning => cleaned.has(cleaning));
}

/** Unlike `trim` it leaves invisible characters and unusual spaces, so that they can be named. */
function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && ' \t\r\n'.includes(text[start] ?? '')) start++;
  while (end > start && ' \t\r\n'.includes(text[end - 1] ?? '')) end--;
  return text.slice(start, end);
}

const compactForm = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){2,4}$/;

function extractOnce(pasted: string): Extraction {
  const trimmed = trimSpace(pasted);
  const space: readonly Cleaning[] = trimmed === pasted ? [] : ['surrounding-space'];
  if (compactForm.test(trimmed)) return { text: trimmed, cleaned: space, several: false };

  const plain = undoEncodings(trimmed);
  const tokens = findTokens(plain.text).map(token => ({ token, rank: rankSurroundings(plain.text, token) }));
  const best = tokens.reduce((rank, token) => Math.max(rank, token.rank), -1);
  const named = best < 3 ? (namedAccessToken.exec(plain.text)?.[1] ?? null) : null;
  const chosen = tokens.filter(({ rank }) => rank === best);
  const token = chosen[0]?.token;
  if (token === undefined || (named !== null && isOpaque(named))) return extractRest(plain.text, trimmed, named, space);
  if (chosen.some(other => other.token.compact !== token.compact)) return { text: trimmed, cleaned: space, several: true };

  const cleaned: Cleaning[] = [...space, ...describeSurroundings(plain.text, token), ...findUndone(plain, token.start, token.end)];
  if (token.joined) cleaned.push('line-breaks');
  const sent = findSentHeader(plain.text, token);
  return { text: token.compact, cleaned, several: false, ...(sent === null ? {} : { sent }) };
}

const namedAccessToken = /(?<![\w-])access_?token["'\]]{0,3}\s*[:=]\s*["']?(?:bearer\s+)?([^\s"',;&]{3,})/i;
const afterAuthorization =
  /(?<![\w-])authorization["'\]]{0,3}\s*[:=]\s*["']?(?:(?:bearer|dpop|jwt|token)\s+)?["']?(\{\{[^{}]{1,200}\}\}|[^\s"',;]{2,})/i;
const afterScheme = /(?<![\w-])(?:bearer|--oauth2-bearer)\s+["']?(\{\{[^{}]{1,200}\}\}|[^\s"',;]{2,})/i;

/** Long, of one piece, and no JWT: what some issuers give for their own APIs. */
function isOpaque(value: string): boolean {
  return /^[\w~+/=!*.-]{24,}$/.test(value) && !/^e[yw]\w*\./.test(value);
}

const quotes = '"\'`“”„‘’‚‛«»‹›″＂';
const wrappingBefore = new RegExp(`^(?:[\\s${quotes}]|authorization\\s*:|(?:bearer|dpop|jwt)(?=[\\s:]):?)+`, 'i');

/** There is no token. What stands in its place? */
function extractRest(text: string, trimmed: string, named: string | null, space: readonly Cleaning[]): Extraction {
  const before = wrappingBefore.exec(text)?.[0] ?? '';
  let end = text.length;
  while (end > before.length && (quotes + ';,').includes(text[end - 1] ?? '')) end--;
  const bare = text.slice(before.length, end).trim();
  const isPiece = named === null && !/\s/.test(bare);
  const value = isPiece ? bare : (named ?? afterAuthorization.exec(text)?.[1] ?? afterScheme.exec(text)?.[1] ?? bare);
  if (value === trimmed) return { text: value, cleaned: space, several: false };

  const cleaned: Cleaning[] = [...space];
  if (/authorization/i.test(before)) cleaned.push('header-line');
  if (/bearer|dpop|jwt/i.test(before)) cleaned.push('scheme');
  if (end < text.length || [...before].some(character => quotes.includes(character))) cleaned.push('quotes');
  if (value !== bare) cleaned.push('surrounding-text');
  return { text: value, cleaned, several: false };
}
