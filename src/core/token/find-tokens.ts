import type { Span } from '../text/span.js';
import { decodeBase64Url, decodeUtf8 } from './base64url.js';
import { readJsonObject } from './read-json.js';
import type { JsonObject } from './token.js';
import { withoutEnd } from '../text/endings.js';

/** A compact form that was found in a text. */
interface FoundToken extends Span {
  readonly compact: string;
  /** Whether white space inside it was taken out. */
  readonly joined: boolean;
}

/** What a header may be spread over when its lines were wrapped; a bound that keeps the search linear. */
const mostHeaderPieces = 40;
const longestHeader = 16_384;
/** `{"alg":""}` in base64url. */
const shortestHeader = 14;
const longestGlue = 200;

const pieceCharacter = /[A-Za-z0-9_-]/;
const piece = /[A-Za-z0-9_-]+(?:={1,2}(?![A-Za-z0-9_=-]))?/y;
/** White space; after a line break also the marks of quoted mail. */
const glue = /[ \t\r]*(?:\n[ \t>|]*(?:\r[ \t\r]*)?)*/y;

/**
 * Finds every token in a text, also one whose lines were wrapped or whose line breaks became spaces. The first part must be
 * the header of a token; two parts that white space tears are joined only where what comes out makes sense: the header and
 * the claims must decode, the signature must have the length of its algorithm. Linear in the length of the text.
 */
export function findTokens(text: string): FoundToken[] {
  const found: FoundToken[] = [];
  let from = 0;
  for (let dot = text.indexOf('.'); dot !== -1; dot = text.indexOf('.', Math.max(dot + 1, from))) {
    const header = readHeaderBefore(text, dot, from);
    const token = header === null ? null : readToken(text, header, dot);
    if (token === null) continue;
    found.push(token);
    from = token.end;
  }
  return found;
}

interface FoundHeader {
  readonly start: number;
  readonly compact: string;
  readonly content: JsonObject;
  readonly joined: boolean;
}

/** Reads backwards from a dot, piece by piece, until the pieces make the header of a token. */
function readHeaderBefore(text: string, dot: number, from: number): FoundHeader | null {
  let compact = '';
  let end = dot;
  for (let count = 0; count < mostHeaderPieces && compact.length < longestHeader; count++) {
    const pieceEnd = skipGlueBackwards(text, end, from);
    let start = pieceEnd;
    while (start > from && text[start - 1] === '=') start--;
    while (start > from && pieceEnd - start < longestHeader && pieceCharacter.test(text[start - 1] ?? '')) start--;
    if (start === pieceEnd) return null;
    compact = text.slice(start, pieceEnd) + compact;
    const content = compact.length >= shortestHeader && /^e[yw]/.test(compact) ? readHeader(compact) : null;
    if (content !== null) return { start, compact, content, joined: count > 0 || pieceEnd !== dot };
    if (start === from || skipGlueBackwards(text, start, from) === start) return null;
    end = start;
  }
  return null;
}

function readHeader(segment: string): JsonObject | null {
  const header = readObject(segment);
  return header !== null && ['alg', 'enc', 'typ', 'kid'].some(name => typeof header[name] === 'string') ? header : null;
}

function readObject(segment: string): JsonObject | null {
  const binary = decodeBase64Url(segment);
  const json = binary === null ? null : decodeUtf8(binary);
  // Most of what is tried is no JSON at all; to see that is cheaper than to parse it.
  return json?.trimEnd().endsWith('}') === true ? readJsonObject(json) : null;
}

function skipGlueBackwards(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && end - start < longestGlue && /[\s>|]/.test(text[start - 1] ?? '')) start--;
  // A `>` that closes a tag or quotes no line is no glue.
  return start === end || skipGlue(text, start) === end ? start : end;
}

function skipGlue(text: string, start: number): number {
  glue.lastIndex = start;
  return glue.test(text) ? glue.lastIndex : start;
}

function readPiece(text: string, start: number): string {
  piece.lastIndex = start;
  return piece.exec(text)?.[0] ?? '';
}

/** Reads on from the dot behind a header. */
function readToken(text: string, header: FoundHeader, firstDot: number): FoundToken | null {
  const middle = typeof header.content['enc'] === 'string' ? 3 : 1;
  const segments = [header.compact];
  let joined = header.joined;
  let place = firstDot + 1;
  for (let count = 0; count < middle; count++) {
    if (isShortened(text, place - 1)) return takeShortened(text, header, segments, place - 1);
    const segment = readUntilDot(text, place);
    if (segment === null) return null;
    if (segment.shortened) return takeShortened(text, header, [...segments, segment.compact], segment.end);
    if (segment.joined && middle === 1 && readObject(segment.compact) === null) return null;
    segments.push(segment.compact);
    joined ||= segment.joined;
    place = segment.end + 1;
  }
  if (isShortened(text, place - 1)) return takeShortened(text, header, segments, place - 1);

  const last = readLastSegment(text, place, header);
  if (/^(?:\.{2,}|…)/.test(text.slice(last.end, last.end + 2))) return takeShortened(text, header, [...segments, last.compact], last.end);
  const surplus = /^\.[\w.-]*[\w-]/.exec(text.slice(last.end, last.end + longestHeader))?.[0] ?? '';
  const compact = [...segments, last.compact].join('.') + surplus;
  return { compact, start: header.start, end: last.end + surplus.length, joined: joined || last.joined };
}

interface FoundSegment {
  readonly compact: string;
  /** After its last character. */
  readonly end: number;
  readonly joined: boolean;
}

/** Reads pieces up to a dot; null where something else comes first. */
function readUntilDot(text: string, start: number): (FoundSegment & { readonly shortened: boolean }) | null {
  const pieces: string[] = [];
  let joined = false;
  for (let place = start; ;) {
    const next = readPiece(text, place);
    pieces.push(next);
    place += next.length;
    if (text[place] === '.' || text[place] === '…') return { compact: pieces.join(''), end: place, joined, shortened: text[place] === '…' };
    const after = skipGlue(text, place);
    if (after === place) return null;
    joined = true;
    place = after;
    if (text[place] !== '.' && !pieceCharacter.test(text[place] ?? '')) return null;
  }
}

/** `…` or three dots in the middle of a token: a program showed a part of it only. */
function isShortened(text: string, dot: number): boolean {
  return text[dot] === '…' || text.startsWith('...', dot) || text[dot + 1] === '…';
}

function takeShortened(text: string, header: FoundHeader, segments: readonly string[], from: number): FoundToken {
  const rest = /^[.…][\w.…-]*/.exec(text.slice(from, from + longestHeader))?.[0] ?? '';
  return { compact: segments.join('.') + rest, start: header.start, end: from + rest.length, joined: header.joined };
}

/** Lengths in base64url by algorithm, the likeliest first: signatures of 2048, 3072, 4096, 8192 and 1024 bits, of curves, of hashes; tags. */
const lengthsByAlgorithm: readonly (readonly [pattern: RegExp, lengths: readonly number[]])[] = [
  [/^[RP]S(?:256|384|512)$/, [342, 512, 683, 1366, 171]],
  [/^(?:ES256K?|EdDSA|Ed25519|HS512)$/, [86]],
  [/^ES384$/, [128]],
  [/^ES512$/, [176]],
  [/^HS256$/, [43]],
  [/^HS384$/, [64]],
  [/^A\d{3}GCM$|^A128CBC-HS256$/, [22]],
  [/^A192CBC-HS384$/, [32]],
  [/^A256CBC-HS512$/, [43]],
];

/** Nobody wraps a signature into more pieces than this. */
const mostPieces = 200;

/** Reads the last segment, where nothing says when it ends: what follows after white space may be its rest, or other words. */
function readLastSegment(text: string, start: number, { content, start: headerStart }: FoundHeader): FoundSegment {
  const first = readPiece(text, start);
  const whole: FoundSegment = { compact: first, end: start + first.length, joined: false };
  const algorithm = content['enc'] ?? content['alg'];
  const lengths = lengthsByAlgorithm.find(([pattern]) => typeof algorithm === 'string' && pattern.test(algorithm))?.[1] ?? [];
  if (lengths.includes(first.length) || (typeof algorithm === 'string' && /^none$/i.test(algorithm))) return whole;

  const { wrap, line } = measureWrap(text, headerStart, start);
  const prefixes: FoundSegment[] = [];
  let byWrap = whole;
  let lineLength = line + first.length;
  while (prefixes.length < mostPieces) {
    const { compact, end } = prefixes.at(-1) ?? whole;
    const place = skipGlue(text, end);
    const next = place === end ? '' : readPiece(text, place);
    // A name with a colon is the next header of the request, not a piece of the signature.
    if (next === '' || text[place + next.length] === ':') break;
    const prefix = { compact: compact + next, end: place + next.length, joined: true };
    prefixes.push(prefix);
    // Where no length decides: a line goes on in the next one only if it is as long as those before it.
    if (byWrap.end === end && lineLength >= wrap) byWrap = prefix;
    lineLength = next.length;
  }
  for (const length of lengths) {
    const fitting = prefixes.find(prefix => withoutEnd(prefix.compact, '=').length === length);
    if (fitting !== undefined) return fitting;
  }
  return byWrap;
}

/** How wide the lines of a token are before its last segment (infinite where it stands on one), and how much of the line is used. */
function measureWrap(text: string, headerStart: number, place: number): { readonly wrap: number; readonly line: number } {
  const lines = text.slice(Math.max(headerStart, place - longestHeader), place).split(/\s[\s>|]*/);
  return { wrap: lines.at(-2)?.length ?? Number.POSITIVE_INFINITY, line: lines.at(-1)?.length ?? 0 };
}
