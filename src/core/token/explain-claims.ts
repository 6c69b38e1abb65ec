import { claimFacts } from '../knowledge/claims.js';
import type { ClaimFacts } from '../knowledge/claims.js';
import { firstPartyApis } from '../knowledge/clouds.js';
import { findPublicClient } from '../knowledge/public-clients.js';
import type { Catalogue, TokenWords } from '../messages/catalogue.js';
import { say } from '../messages/message.js';
import { render } from '../messages/render.js';
import { describeMoment, formatMoment, isMilliseconds, readTime } from './describe-time.js';
import type { JsonObject, MemberTexts } from './token.js';
import type { ClaimLine } from './token-view.js';
import { withoutEnd } from '../text/endings.js';

const indexFacts = (part: ClaimFacts['part']): ReadonlyMap<string, ClaimFacts> =>
  new Map(claimFacts.filter(facts => facts.part === part).map(facts => [facts.name, facts]));
const factsOf = { header: indexFacts('header'), claims: indexFacts('claims') };

/** What is known about a claim or a member of the header; undefined where nothing is. Names are compared exactly. */
function findClaimFacts(name: string, part: ClaimFacts['part']): ClaimFacts | undefined {
  return factsOf[part].get(name);
}

/** Every member with its meaning: those that are known first, in the order in which people look for them, the rest as they stand. */
export function explainClaims(
  members: JsonObject,
  part: ClaimFacts['part'],
  now: number,
  catalogue: Catalogue,
  texts: MemberTexts = new Map(),
): ClaimLine[] {
  const places = new Map([...factsOf[part].keys()].map((name, index) => [name, index]));
  return Object.keys(members)
    .map((name, index) => ({ name, place: places.get(name) ?? places.size + index }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => ({
      ...explainClaim(name, members[name], part, now, catalogue),
      value: texts.get(name) ?? formatValue(members[name], catalogue.words),
    }));
}

function explainClaim(name: string, value: unknown, part: ClaimFacts['part'], now: number, catalogue: Catalogue): Omit<ClaimLine, 'value'> {
  const facts = findClaimFacts(name, part);
  return {
    name,
    meaning: facts === undefined ? null : render(say('claim-meaning', facts), catalogue),
    note: noteOn(facts, value, now, catalogue.words),
    // What stands in the header is about the token, not about a person.
    personal: part === 'header' ? false : (facts?.personal ?? true),
    source: facts?.source ?? null,
  };
}

/** A value as text: strings as they are, everything else as JSON. */
export function formatValue(value: unknown, words: TokenWords): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return words.notes.tooDeep;
  }
}

function noteOn(facts: ClaimFacts | undefined, value: unknown, now: number, words: TokenWords): string | null {
  if (facts === undefined) return null;
  if (facts.form === 'time') {
    const time = readTime(value);
    if (time === null) return null;
    if (isMilliseconds(time)) return words.times.milliseconds;
    const moment = formatMoment(time);
    return moment === null ? null : `${moment}, ${describeMoment(time, now, words)}`;
  }
  if (typeof value !== 'string') return null;
  switch (facts.name) {
    case 'aud': {
      const api = findFirstPartyApi(value);
      return api === undefined ? null : words.notes.thisApi(api);
    }
    case 'azp':
    case 'appid': {
      const tool = findPublicClientTitle(value);
      return tool === undefined ? null : words.summary.tool(tool);
    }
    case 'azpacr':
    case 'appidacr':
      return { '0': words.notes.publicClient, '1': words.notes.secret, '2': words.notes.certificate }[value] ?? null;
    default:
      return null;
  }
}

/** Which of Microsoft's own APIs has this audience: its title. Undefined where none has. A slash at the end and case do not matter here. */
export function findFirstPartyApi(audience: string): string | undefined {
  const plain = withoutEnd(audience.toLowerCase(), '/');
  return firstPartyApis.find(api => api.audiences.includes(plain))?.title;
}

/** Which tool or application that everybody can use has this client id: its title. Undefined where none has. */
export function findPublicClientTitle(clientId: string): string | undefined {
  return findPublicClient(clientId)?.title;
}
