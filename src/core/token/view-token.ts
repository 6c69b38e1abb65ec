import type { MicrosoftAddress } from '../microsoft/read-address.js';
import { describeDuration } from '../messages/english/durations.js';
import { tokenWords } from '../messages/english/token-words.js';
import { classifyToken, readAudiences, readIssuer } from './classify-token.js';
import type { Classification } from './classify-token.js';
import { describeMoment, formatMoment, isMilliseconds, readTime } from './describe-time.js';
import { explainClaims, findPublicClientTitle, findFirstPartyApi, formatValue } from './explain-claims.js';
import type { DecodedToken, JsonObject, TokenProblem } from './token.js';
import { recogniseProvider } from './recognise-provider.js';
import type { SummaryLine, TimeLine, TokenView } from './token-view.js';

const words = tokenWords.summary;

/** Five minutes: what clock tolerances are usually set to. */
const soon = 300;

/** Puts a token in plain words as seen at `now` (Unix seconds). Holds neither its compact form nor its signature. */
export function viewToken(token: DecodedToken | TokenProblem, now: number): TokenView {
  const { header, claims } = token;
  const hasClaims = Object.keys(claims).length > 0;
  const classification = token.status === 'decoded' ? classifyToken(header, claims) : classifyProblem(token);
  const isDecoded = token.status === 'decoded' && token.claimsOnly === true;
  const isSigned = token.compact.reveal().split('.', 3)[2] !== '';
  return {
    kind: token.kind,
    kindLabel: isDecoded ? tokenWords.decoded(labelKind(token.kind)) : labelKind(token.kind),
    kindReason: tokenWords.kindReasons[classification.reason],
    kindCertainty: classification.certainty,
    problem: token.problem,
    cleaned: token.cleaned.map(cleaning => tokenWords.cleanings[cleaning]),
    summary: hasClaims ? [...summarise(claims), summariseSignature(header, isDecoded ? null : isSigned)] : [],
    times: readTimes(claims, now),
    lifetime: hasClaims ? describeLifetime(claims, now) : null,
    notBefore: readTime(claims['nbf']),
    expires: readTime(claims['exp']),
    header: explainClaims(header, 'header', now),
    claims: explainClaims(claims, 'claims', now),
  };
}

/** A token kind in words. */
export function labelKind(kind: (DecodedToken | TokenProblem)['kind']): string {
  return tokenWords.kinds[kind];
}

function classifyProblem(token: TokenProblem): Pick<Classification, 'reason' | 'certainty'> {
  return { reason: token.kind === 'encrypted' ? 'encrypted' : 'unreadable', certainty: 'documented' };
}

function summarise(claims: JsonObject): SummaryLine[] {
  return [summariseIssuer(claims), summariseAudience(claims), ...summariseClient(claims), ...summariseCaller(claims)];
}

/** Who issued it, of those that are not Microsoft's tenants; null where nobody is known. */
function nameProvider(claims: JsonObject): string | null {
  const { provider } = recogniseProvider({ header: {}, claims, kind: 'other' });
  return /^(?:own|entra|external-id|b2c)$/.test(provider.name) ? null : provider.title;
}

function summariseIssuer(claims: JsonObject): SummaryLine {
  const { iss } = claims;
  if (iss === undefined || iss === null) return { label: words.issuedBy, words: words.noIssuer, value: null, claim: 'iss' };
  const issuer = readIssuer(claims);
  const title = nameProvider(claims) ?? (issuer === null ? words.unknownIssuer : nameIssuer(issuer));
  const tenant = issuer !== null && title !== words.unknownIssuer && issuer.family !== 'other' ? issuer.tenant : null;
  return {
    label: words.issuedBy,
    words: tenant === null ? title : `${title}, ${words.tenant(tenant)}`,
    value: formatValue(iss),
    claim: 'iss',
  };
}

function nameIssuer({ family, cloud }: MicrosoftAddress): string {
  if (family === 'external-id') return words.externalId;
  if (family === 'b2c') return words.b2c;
  return cloud?.title ?? words.unknownIssuer;
}

function summariseAudience(claims: JsonObject): SummaryLine {
  const audiences = readAudiences(claims);
  const [first] = audiences;
  if (first === undefined) return { label: words.forApi, words: words.noAudience, value: null, claim: 'aud' };
  const isClientId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(first);
  const form = isClientId ? words.clientId : /^api:\/\//i.test(first) ? words.applicationUri : words.address;
  const known = findFirstPartyApi(first);
  const title = audiences.length > 1 ? words.severalAudiences : known === undefined ? form : tokenWords.notes.thisApi(known);
  return { label: words.forApi, words: title, value: audiences.join(', '), claim: 'aud' };
}

function summariseClient(claims: JsonObject): SummaryLine[] {
  const claim = ['azp', 'appid', 'client_id'].find(name => typeof claims[name] === 'string');
  if (claim === undefined) return [];
  const value = formatValue(claims[claim]);
  const tool = findPublicClientTitle(value);
  return [{ label: words.byClient, words: tool === undefined ? words.app : words.tool(tool), value, claim }];
}

function summariseCaller(claims: JsonObject): SummaryLine[] {
  const scope = ['scp', 'scope'].find(name => typeof claims[name] === 'string');
  if (scope !== undefined)
    return [
      { label: words.caller, words: words.userThroughApp, value: null, claim: null },
      { label: words.may, words: words.scopes, value: formatValue(claims[scope]), claim: scope },
    ];
  const lines: SummaryLine[] =
    claims['idtyp'] === 'app' ? [{ label: words.caller, words: words.appOnly, value: null, claim: 'idtyp' }] : [];
  if (Array.isArray(claims['roles']))
    lines.push({ label: words.may, words: words.roles, value: claims['roles'].map(formatValue).join(', '), claim: 'roles' });
  return lines;
}

/** `isSigned`: null where nothing is known of it. */
function summariseSignature(header: JsonObject, isSigned: boolean | null): SummaryLine {
  const algorithm = typeof header['alg'] === 'string' ? header['alg'] : '';
  const said = isSigned === null ? words.notShown : isSigned ? words.signed(algorithm) : words.unsigned;
  return { label: words.signature, words: said, value: null, claim: null };
}

function readTimes(claims: JsonObject, now: number): TimeLine[] {
  const lines: TimeLine[] = [];
  for (const claim of ['iat', 'auth_time', 'nbf', 'exp'] as const) {
    const at = readTime(claims[claim]);
    const moment = at === null || isMilliseconds(at) ? null : formatMoment(at);
    if (at === null || moment === null) continue;
    const label = claim === 'exp' && at < now ? tokenWords.times.expired : tokenWords.times[claim];
    const shown = moment.replace('T', ' ').replace('Z', ' UTC');
    lines.push({ claim, label, at, words: describeMoment(at, now), moment: shown, state: judgeTime(claim, at, now) });
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

function describeLifetime(claims: JsonObject, now: number): string {
  const expires = readTime(claims['exp']);
  const starts = readTime(claims['nbf']);
  if (claims['exp'] === undefined || claims['exp'] === null) return tokenWords.times.noExpiry;
  if (expires === null) return tokenWords.times.notATime;
  if (isMilliseconds(expires)) return tokenWords.times.milliseconds;
  if (starts !== null && starts > now) return tokenWords.times.startsIn(describeDuration(starts - now));
  if (Math.abs(expires - now) < 1) return tokenWords.times.expiresNow;
  return expires > now
    ? tokenWords.times.expiresIn(describeDuration(expires - now))
    : tokenWords.times.expiredAgo(describeDuration(now - expires));
}
