import { englishCatalogue, wordPath } from '../../core/index.js';
import type { PathPlace } from '../../core/index.js';
import type { PathReport } from '../report.js';

/** A path as the stable output has it. Without a token it has no answer. */
export function writePath({ target, verdict, set }: PathReport): object {
  const { workspace, api, operation, product, reachedBy } = target;
  const way = { workspace, api, operation, product, reachedBy, values: set };
  if (verdict === null) {
    const none = { outcome: null, certain: null, status: null, check: null, idx: null, decidedBy: null };
    return { ...way, stations: [], branches: [], ...none, answer: null, notRead: [] };
  }
  const { answer, stations, branches, notRead } = verdict;
  const reports = answer.policy?.prediction.reports ?? null;
  return {
    ...way,
    stations: stations.map(({ place, kind, outcome }) => ({ ...writePlace(place), scope: place?.at.scope ?? null, kind, outcome })),
    branches: branches.map(({ condition, outcome, status, check }) => ({ condition, outcome, status, check })),
    outcome: answer.outcome,
    certain: answer.certain,
    status: answer.status,
    check: reports?.check ?? null,
    idx: reports?.idx ?? null,
    decidedBy: answer.decidedBy === null ? null : writePlace(answer.decidedBy),
    answer: wordPath(verdict, path => path, englishCatalogue).answer,
    notRead: notRead.map(({ kind, name, place }) => ({
      kind,
      name,
      start: offset(place, 'start'),
      end: offset(place, 'end'),
      ...writePlace(place),
    })),
  };
}

/** Where something stands in its file; nulls where nothing is there. */
function writePlace(place: PathPlace | null): { readonly path: string | null; readonly line: number | null } {
  if (place === null) return { path: null, line: null };
  const { source } = place.at;
  return { path: source.path, line: source.placeOf(place.start).line };
}

function offset(place: PathPlace | null, edge: 'start' | 'end'): number | null {
  return place === null ? null : place.at.source.offsetInFile(place[edge]);
}
