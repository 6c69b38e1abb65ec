import {
  listMetPolicies,
  listNotRead,
  type EffectivePolicy,
  type JudgedPath,
  type MetDocument,
  type ScopeSource,
} from '../../core/index.js';
import type { StationCard } from '../../view.js';
import type { ServerCatalogue } from '../sentences/catalogue.js';
import type { PathPlaces } from './path-places.js';

/** A station and the document that it stands in. */
interface Placed {
  readonly source: ScopeSource | null;
  readonly card: StationCard;
}

/** What a request on the path passes, in its order. Documents that have no part in the answer stand where their scope has its place. */
export function toStationCards(path: JudgedPath, places: PathPlaces, words: ServerCatalogue): StationCard[] {
  const cards = path.verdict === null ? listWaiting(path.policy, places, words) : listStations(path, places, words);
  // Broadest first: so they run where `<base />` comes first, and where it does not, their stations show the order.
  const scopes = [...path.policy.scopes].reverse();
  const protectedBy = new Set(listMetPolicies(path.policy).map(({ at }) => at.source));
  const rankOf = rankDocuments(scopes, path.policy);
  for (const [rank, met] of scopes.entries()) {
    if (cards.some(({ source }) => source === met.source)) continue;
    const before = cards.findIndex(({ source }) => source !== null && (rankOf.get(source) ?? -1) > rank);
    const card = toBareCard(met, protectedBy.has(met.source), places, words);
    cards.splice(before < 0 ? cards.length : before, 0, { source: met.source, card });
  }
  for (const met of path.policy.fragments) {
    if (!protectedBy.has(met.source) || cards.some(({ source }) => source === met.source)) continue;
    cards.push({ source: met.source, card: toBareCard(met, true, places, words) });
  }
  return cards.map(({ card }) => card);
}

/** Where each document has its place; a fragment's is right behind the scope that includes it first. */
function rankDocuments(scopes: readonly MetDocument[], { fragments }: EffectivePolicy): ReadonlyMap<ScopeSource, number> {
  const ranks = new Map(scopes.map(({ source }, rank) => [source, rank]));
  for (const { name, source } of fragments) {
    const rank = scopes.findIndex(scope => listNotRead(scope.source.document).some(each => each.kind === 'fragment' && each.name === name));
    ranks.set(source, (rank < 0 ? scopes.length : rank) + 0.5);
  }
  return ranks;
}

/** The token policies of a path, with what they answer where there is a token. */
export function toPolicyStations(path: JudgedPath, places: PathPlaces, words: ServerCatalogue): StationCard[] {
  const answered = new Map(path.verdict?.stations.flatMap(({ judged, outcome }) => (judged === null ? [] : [[judged.policy, outcome]])));
  return listMetPolicies(path.policy).map(({ policy, at, always }) => ({
    scope: words.scope(at),
    kind: policy.kind,
    outcome: answered.get(policy) ?? (path.verdict === null ? 'waiting' : 'not-reached'),
    conditional: !always,
    decides: path.verdict?.answer.policy?.policy === policy,
    place: places.toFilePlace(at.source, policy),
  }));
}

function listWaiting(policy: EffectivePolicy, places: PathPlaces, words: ServerCatalogue): Placed[] {
  return listMetPolicies(policy).map(({ policy: { kind, start, end }, at, always }) => ({
    source: at.source,
    card: {
      scope: words.scope(at),
      kind,
      outcome: 'waiting',
      conditional: !always,
      decides: false,
      place: places.toFilePlace(at.source, { start, end }),
    },
  }));
}

function listStations({ verdict }: JudgedPath, places: PathPlaces, words: ServerCatalogue): Placed[] {
  const decidedBy = verdict?.answer.decidedBy ?? null;
  return (verdict?.stations ?? []).map(({ place, kind, outcome, conditional }) => ({
    source: place?.at.source ?? null,
    card: {
      scope: place === null ? words.scopeWithoutFile() : words.scope(place.at),
      kind,
      outcome,
      conditional,
      decides: decidedBy !== null && decidedBy.start === place?.start && decidedBy.at.source === place.at.source,
      place: places.place(place),
    },
  }));
}

function toBareCard(met: MetDocument, isProtected: boolean, places: PathPlaces, words: ServerCatalogue): StationCard {
  const place = places.toFilePlace(met.source, { start: 0, end: 0 });
  return {
    scope: words.scope(met),
    kind: null,
    outcome: isProtected ? 'not-reached' : 'silent',
    conditional: false,
    decides: false,
    place,
  };
}
