import type { Catalogue } from '../messages/catalogue.js';
import { englishCatalogue } from '../messages/english/index.js';
import { opaqueForms, type OpaqueForm } from '../knowledge/opaque-forms.js';
import { decodeBase64Url, decodeUtf8, isBase64Url } from './base64url.js';
import { classifyToken } from './classify-token.js';
import { Credential } from './credential.js';
import { decodeClaims, type DecodedClaims } from './decode-claims.js';
import { extractToken } from './extract-token.js';
import { isTooDeep, readJsonObject, readMemberTexts } from './read-json.js';
import type { Cleaning, DecodedToken, JsonObject, MemberTexts, TokenProblem, TokenProblemCode, TokenTexts } from './token.js';

/** The gateway's library reads no longer token (TokenValidationParameters' DefaultMaximumTokenSizeInBytes). Exported for tests. */
export const largestToken = 256_000;

/** What base64 has, and base64url has not. */
const plainSigns = ['+', '/', '='];

/**
 * Finds the token in whatever people paste and reads it. `cleaned` says what was taken off. Never throws, and never
 * checks the signature.
 */
export function decodeToken(pasted: string, catalogue: Catalogue = englishCatalogue): DecodedToken | TokenProblem {
  // The token alone, as most programs have it, is found without a search.
  const alone = pasted.startsWith('ey') ? readToken(pasted, [], catalogue) : null;
  if (alone?.status === 'decoded' && !plainSigns.some(sign => pasted.includes(sign))) return alone;
  const { text, cleaned, several, sent } = extractToken(pasted);
  if (several) return describeProblem('several-tokens', text, cleaned, nothing, nothing, catalogue);
  const read = readToken(text, cleaned, catalogue);
  const token = sent === undefined ? read : { ...read, sent };
  if (token.status === 'decoded' || token.kind === 'encrypted' || isOpaque(token.code)) return token;
  const decoded = decodeClaims(pasted);
  if (decoded !== null) return describeClaims(decoded);
  // What tells what the text is may have been taken off with its surroundings: the name of a header, a scheme.
  const form = findOpaqueForm(pasted);
  return form === null || startsAsToken(text) ? token : { ...token, ...nameOpaqueForm(form, catalogue) };
}

/**
 * Reads a text as what stands after the scheme, exactly as it is. The compact form that it keeps is the text itself:
 * where this reads more tolerantly than a strict decoder (padding, characters of plain base64), the compact form shows it.
 * Never throws, and never checks the signature.
 */
export function parseToken(exact: string, catalogue: Catalogue = englishCatalogue): DecodedToken | TokenProblem {
  return readToken(exact, [], catalogue);
}

/** The header or the claims, read: and how their numbers are written. */
interface ReadPart {
  readonly members: JsonObject;
  readonly texts: MemberTexts;
}

const nothing: ReadPart = { members: Object.freeze(Object.create(null) as JsonObject), texts: new Map() };

function readToken(text: string, cleaned: readonly Cleaning[], catalogue: Catalogue = englishCatalogue): DecodedToken | TokenProblem {
  const segments = text.split('.', 7);
  const header = segments.length > 1 ? readPart(segments[0] ?? '') : 'not-base64url';
  const known = typeof header === 'object' ? header : nothing;
  const fail = (code: TokenProblemCode, claims: ReadPart = nothing): TokenProblem =>
    describeProblem(code, text, cleaned, known, claims, catalogue);

  if (text.length > largestToken) return fail('too-large');
  const form = findOpaqueForm(text);
  if (form !== null) return { ...fail('opaque'), ...nameOpaqueForm(form, catalogue) };
  if (segments.length === 1) return fail(nameOfDotless(text));
  if (isPlaceholder(text)) return fail('placeholder');
  if ((text.includes('…') || text.includes('...')) && (typeof header === 'object' || text.startsWith('ey'))) return fail('ellipsis');
  if (segments.length === 5 && typeof known.members['enc'] === 'string') return fail('encrypted');
  if (segments.length === 2) return fail(typeof header === 'object' ? 'two-segments' : 'not-a-token');
  if (segments.length !== 3) return fail(/\s/.test(text) && typeof header !== 'object' ? 'not-a-token' : 'segment-count');
  if (header === 'not-base64url') return fail(/\s\S+\s/.test(text) ? 'not-a-token' : 'header-not-base64url');
  if (typeof header !== 'object') return fail('header-not-json');

  const claims = readPart(segments[1] ?? '');
  if (claims === 'not-base64url') return fail('payload-not-base64url');
  if (claims === 'too-deep') return fail('payload-too-deep');
  if (claims === 'not-json') return fail('payload-not-json');
  if (!isBase64Url(segments[2] ?? '')) return fail('signature-not-base64url', claims);

  const { kind } = classifyToken(header.members, claims.members);
  return {
    status: 'decoded',
    kind,
    cleaned,
    header: header.members,
    claims: claims.members,
    ...keepTexts({ header: header.texts, claims: claims.texts }),
    problem: null,
    compact: new Credential(text),
  };
}

/** Decoded claims are no token, but tell all that the checks after the signature compare. */
function describeClaims({ header, claims, texts }: DecodedClaims): DecodedToken {
  const { kind } = classifyToken(header, claims);
  return {
    status: 'decoded',
    kind,
    cleaned: [],
    header,
    claims,
    ...keepTexts(texts),
    claimsOnly: true,
    problem: null,
    compact: new Credential(''),
  };
}

function describeProblem(
  code: TokenProblemCode,
  text: string,
  cleaned: readonly Cleaning[],
  header: ReadPart,
  claims: ReadPart,
  { words }: Catalogue,
): TokenProblem {
  return {
    status: 'problem',
    kind: code === 'encrypted' ? 'encrypted' : 'unreadable',
    cleaned,
    header: header.members,
    claims: claims.members,
    ...keepTexts({ header: header.texts, claims: claims.texts }),
    code,
    problem: words.problems[code],
    compact: new Credential(text),
  };
}

/** What fits none of the forms in any case is of none of them. */
const anyOpaqueForm = new RegExp(opaqueForms.map(({ pattern }) => pattern.source).join('|'), 'i');

function findOpaqueForm(text: string): OpaqueForm | null {
  const trimmed = text.trim();
  if (!anyOpaqueForm.test(trimmed)) return null;
  return opaqueForms.find(({ pattern }) => pattern.test(trimmed))?.form ?? null;
}

function nameOpaqueForm(form: OpaqueForm, { words }: Catalogue): Pick<TokenProblem, 'code' | 'problem'> {
  return { code: form === 'guid' || form === 'subscription-key' ? 'reference' : 'opaque', problem: words.opaqueForms[form] };
}

function isOpaque(code: TokenProblemCode): boolean {
  return code === 'opaque' || code === 'reference';
}

/** As JSON in base64url does. */
function startsAsToken(text: string): boolean {
  return /^e[yw][\w-]{2,}/.test(text);
}

/** How the numbers are written, where one is written otherwise than JavaScript would. */
function keepTexts(texts: TokenTexts): { readonly texts?: TokenTexts } {
  return texts.header.size + texts.claims.size === 0 ? {} : { texts };
}

function readPart(segment: string): ReadPart | 'not-base64url' | 'not-json' | 'too-deep' {
  const binary = decodeBase64Url(segment);
  if (binary === null) return 'not-base64url';
  const json = decodeUtf8(binary);
  if (json === null) return 'not-json';
  const members = readJsonObject(json);
  return members === null ? (isTooDeep(json) ? 'too-deep' : 'not-json') : { members, texts: readMemberTexts(json) };
}

function nameOfDotless(text: string): TokenProblemCode {
  if (text.trim() === '') return 'empty';
  if (isPlaceholder(text)) return 'placeholder';
  if (text.includes('…')) return 'ellipsis';
  // The first part alone, as a double click selects it.
  if (/^eyJ[\w-]{16,}$/.test(text)) return 'segment-count';
  if (/^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text)) return 'reference';
  // Random text: long, of one piece, with digits; a word or a sentence is neither.
  return /^[\w~+/=!*-]{24,}$/.test(text) && /\d/.test(text) ? 'opaque' : 'not-a-token';
}

/** `{{token}}`, `${TOKEN}`, `$TOKEN`, `%TOKEN%`, `<token>`: what stands for a token in commands and request files. */
function isPlaceholder(text: string): boolean {
  return /^(?:\{\{[^{}]{1,200}\}\}|\$\{[^{}]{1,200}\}|\$\([^()]{1,200}\)|\$[A-Za-z_][\w.:]{0,200}|%[A-Za-z_]\w{0,200}%|<[^<>]{1,200}>)$/.test(
    text.trim(),
  );
}
