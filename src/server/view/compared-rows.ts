import { listComparedClaims, viewToken, type ComparedClaim, type JudgedPolicy } from '../../core/index.js';
import type { ComparedRow } from '../../token-cards.js';
import type { Difference, PolicyCard } from '../../view.js';
import type { JudgedReading } from '../readings.js';
import { toPlace } from './policy-cards.js';
import { cutValue } from './token-card.js';

/** What a token policy compares of the token in force, with the values of both. */
export function toComparedRows({ text, judged }: JudgedReading, policy: JudgedPolicy): ComparedRow[] {
  const { token, now } = judged.facts;
  if (token === undefined) return [];
  const compared = listComparedClaims(policy);
  if (compared.length === 0) return [];
  const view = viewToken(token, now, judged.discretion.catalogue);
  return compared.map((claim): ComparedRow => {
    const { name, part, check, outcome, span } = claim;
    const line = view[part].find(each => each.name === name);
    const own = token[part][name];
    const value = line === undefined ? null : cutValue(line.value);
    return {
      name,
      part,
      check,
      outcome,
      value,
      entries: Array.isArray(own) ? own.length : null,
      at: view.times.find(time => part === 'claims' && time.claim === name)?.at ?? null,
      wanted: sortByLikeness(judged.discretion.values(claim.wanted), value).map(cutValue),
      meaning: line?.meaning ?? null,
      place: span === null ? null : toPlace(text, span),
    };
  });
}

/** The value that is refused, beside the one that the policy would take; null where the cause is not that. */
export function findDifference({ prediction, compared }: PolicyCard): Difference | null {
  const reported = prediction?.reports?.check;
  const row = compared.find(({ check, outcome, wanted }) => check === reported && outcome === 'fail' && wanted.length > 0);
  const [wanted, ...others] = row?.wanted ?? [];
  if (row === undefined || wanted === undefined) return null;
  return { name: row.name, found: row.value, wanted, others: others.length, place: row.place };
}

function sortByLikeness(wanted: ComparedClaim['wanted'], value: string | null): readonly string[] {
  if (value === null || wanted.length < 2) return wanted;
  return [...wanted].sort((one, other) => likeness(other, value) - likeness(one, value));
}

/** How many characters two texts begin and end alike with. */
function likeness(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let before = 0;
  while (before < most && one[before] === other[before]) before++;
  let after = 0;
  while (after < most - before && one.at(-1 - after) === other.at(-1 - after)) after++;
  return before + after;
}
