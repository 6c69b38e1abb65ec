import type { MicrosoftAddress } from '../microsoft/read-address.js';
import type { Catalogue, TokenWords } from '../messages/catalogue.js';
import { englishCatalogue } from '../messages/english/index.js';
import { classifyToken, readAudiences, readIssuer } from './classify-token.js';
import type { Classification } from './classify-token.js';
import { describeMoment, formatMoment, isMilliseconds, readTime } from './describe-time.js';
import { explainClaims, findPublicClientTitle, findFirstPartyApi, formatValue } from './explain-claims.js';
import type { DecodedToken, JsonObject, TokenProblem } from './token.js';
import { recogniseProvider } from './recognise-provider.js';
import type { SummaryLine, TimeLine, TokenView } from './token-view.js';

/** Five minutes: what clock tolerances are usually set to. */
const soon = 300;

/** Puts a token in plain words as seen at `now` (Unix seconds). Holds neither its compact form nor its signature. */
export function viewToken(token: DecodedToken | TokenProblem, now: number, catalogue: Catalogue = englishCatalogue): TokenView {
  const { words } = catalogue;
  const { header, claims } = token;
  const hasClaims = Object.keys(claims).length > 0;
  const classification = token.status === 'decoded' ? classifyToken(header, claims) : classifyProblem(token);
  const isDecoded = token.status === 'decoded' && token.claimsOnly === true;
  const isSigned = token.compact.reveal().split('.', 3)[2] !== '';
  return {
    kind: token.kind,
    kindLabel: isDecoded ? words.decoded(words.kinds[token.kind]) : words.kinds[token.kind],
    kindReason: words.kindReasons[classification.reason],
    kindCertainty: classification.certainty,
    problem: token.problem,
    cleaned: token.cleaned.map(cleaning => words.cleanings[cleaning]),
    summary: hasClaims ? [...summarise(claims, words), summariseSignature(header, isDecoded ? null : isSigned, words)] : [],
    times: readTimes(claims, now, words),
    lifetime: hasClaims ? describeLifetime(claims, now, words) : null,
    notBefore: readTime(claims['nbf']),
    expires: readTime(claims['exp']),
    header: explainClaims(header, 'header', now, catalogue, token.texts?.header),
    claims: explainClaims(claims, 'claims', now, catalogue, token.texts?.claims),
  };
}

/** A token kind in words. */
export function labelKind(kind: (DecodedToken | TokenProblem)['kind'], { words }: Catalogue = englishCatalogue): string {
  return words.kinds[kind];
}

function classifyProblem(token: TokenProblem): Pick<Classification, 'reason' | 'certainty'> {
  return { reason: token.kind === 'encrypted' ? 'encrypted' : 'unreadable', certainty: 'documented' };
}

function summarise(claims: JsonObject, words: TokenWords): SummaryLine[] {
  return [
    summariseIssuer(claims, words),
    summariseAudience(claims, words),
    ...summariseClient(claims, words),
    ...summariseCaller(claims, words),
  ];
}

/** Who issued it, of those that are not Microsoft's tenants; null where nobody is known. */
function nameProvider(claims: JsonObject): string | null {
  const { provider } = recogniseProvider({ header: {}, claims, kind: 'other' });
  return /^(?:own|entra|external-id|b2c)$/.test(provider.name) ? null : provider.title;
}

function summariseIssuer(claims: JsonObject, all: TokenWords): SummaryLine {
  const words = all.summary;
  const { iss } = claims;
  if (iss === undefined || iss === null) return { label: words.issuedBy, words: words.noIssuer, value: null, claim: 'iss' };
  const issuer = readIssuer(claims);
  const title = nameProvider(claims) ?? (issuer === null ? words.unknownIssuer : nameIssuer(issuer, words));
  const tenant = issuer !== null && title !== words.unknownIssuer && issuer.family !== 'other' ? issuer.tenant : null;
  return {
    label: words.issuedBy,
    words: tenant === null ? title : `${title}, ${words.tenant(tenant)}`,
    value: formatValue(iss, all),
    claim: 'iss',
  };
}

function nameIssuer({ family, cloud }: MicrosoftAddress, words: TokenWords['summary']): string {
  if (family === 'external-id') return words.externalId;
  if (family === 'b2c') return words.b2c;
  return cloud?.title ?? words.unknownIssuer;
}

function summariseAudience(claims: JsonObject, all: TokenWords): SummaryLine {
  const words = all.summary;
  const audiences = readAudiences(claims);
  const [first] = audiences;
  if (first === undefined) return { label: words.forApi, words: words.noAudience, value: null, claim: 'aud' };
  const isClientId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(first);
  const form = isClientId ? words.clientId : /^api:\/\//i.test(first) ? words.applicationUri : words.address;
  const known = findFirstPartyApi(first);
  const title = audiences.length > 1 ? words.severalAudiences : known === undefined ? form : all.notes.thisApi(known);
  return { label: words.forApi, words: title, value: audiences.join(', '), claim: 'aud' };
}

function summariseClient(claims: JsonObject, all: TokenWords): SummaryLine[] {
  const words = all.summary;
  const claim = ['azp', 'appid', 'client_id'].find(name => typeof claims[name] === 'string');
  if (claim === undefined) return [];
  const value = formatValue(claims[claim], all);
  const tool = findPublicClientTitle(value);
  return [{ label: words.byClient, words: tool === undefined ? words.app : words.tool(tool), value, claim }];
}

function summariseCaller(claims: JsonObject, all: TokenWords): SummaryLine[] {
  const words = all.summary;
  const scope = ['scp', 'scope'].find(name => typeof claims[name] === 'string');
  if (scope !== undefined)
    return [
      { label: words.caller, words: words.userThroughApp, value: null, claim: null },
      { label: words.may, words: words.scopes, value: formatValue(claims[scope], all), claim: scope },
    ];
  const lines: SummaryLine[] =
    claims['idtyp'] === 'app' ? [{ label: words.caller, words: words.appOnly, value: null, claim: 'idtyp' }] : [];
  if (Array.isArray(claims['roles']))
    lines.push({
      label: words.may,
      words: words.roles,
      value: claims['roles'].map(role => formatValue(role, all)).join(', '),
      claim: 'roles',
    });
  return lines;
}

/** `isSigned`: null where nothing is known of it. */
function summariseSignature(header: JsonObject, isSigned: boolean | null, { summary: words }: TokenWords): SummaryLine {
  const algorithm = typeof header['alg'] === 'string' ? header['alg'] : '';
  const said = isSigned === null ? words.notShown : isSigned ? words.signed(algorithm) : words.unsigned;
  return { label: words.signature, words: said, value: null, claim: null };
}

function readTimes(claims: JsonObject, now: number, words: TokenWords): TimeLine[] {
  const lines: TimeLine[] = [];
  for (const claim of ['iat', 'auth_time', 'nbf', 'exp'] as const) {
    const at = readTime(claims[claim]);
    const moment = at === null || isMilliseconds(at) ? null : formatMoment(at);
    if (at === null || moment === null) continue;
    const label = claim === 'exp' && at < now ? words.times.expired : words.times[claim];
    const shown = moment.replace('T', ' ').replace('Z', ' UTC');
    lines.push({ claim, label, at, words: describeMoment(at, now, words), moment: shown, state: judgeTime(claim, at, now) });
  }
  return lines;
}

function judgeTime(claim: string, at: number, now: number): TimeLine['state'] {
  if (claim !== 'exp' && claim !== 'nbf') return 'good';
  // How long the moment is past in the direction that makes the token invalid.
  const past = claim === 'exp' ? now - at : at - now;
  if (past > soon) return 'bad';
  return past > 0 || (claim === 'exp' && past > -soon) ? 'soon' : 'good';
}

function describeLifetime(claims: JsonObject, now: number, { times }: TokenWords): string {
  const expires = readTime(claims['exp']);
  const starts = readTime(claims['nbf']);
  if (claims['exp'] === undefined || claims['exp'] === null) return times.noExpiry;
  if (expires === null) return times.notATime;
  if (isMilliseconds(expires)) return times.milliseconds;
  if (starts !== null && starts > now) return times.startsIn(starts - now);
  if (Math.abs(expires - now) < 1) return times.expiresNow;
  return expires > now ? times.expiresIn(expires - now) : times.expiredAgo(now - expires);
}
