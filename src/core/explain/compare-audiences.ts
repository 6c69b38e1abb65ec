import { firstPartyApis } from '../knowledge/clouds.js';
import { readAddress } from '../microsoft/read-address.js';
import type { ErrorWords } from '../messages/catalogue.js';
import type { ErrorValues } from './explanation.js';
import { undoEscapes } from './undo-escapes.js';

type Remarks = ErrorWords['remarks'];

/** More than anybody reads, and no text of the gateway has so many. */
const mostRemarks = 12;

/** What can be said beyond the code when the text holds the audiences themselves, a dozen remarks at most. Empty where nothing can. */
export function compareAudiences({ audiences, validAudiences }: ErrorValues, { remarks }: ErrorWords): readonly string[] {
  const accepted = indexAccepted(validAudiences ?? []);
  const found = new Set<string>();
  for (const audience of new Set((audiences ?? []).map(undoEscapes))) {
    for (const remark of remarkOn(audience, accepted, remarks)) {
      found.add(remark);
      if (found.size === mostRemarks) return [...found];
    }
  }
  return [...found];
}

/** What the policy accepts, by each form in which an audience can be like it: two long lists are not compared each with each. */
type Accepted = ReadonlyMap<string, ReadonlyMap<string, number>>;

function indexAccepted(validAudiences: readonly string[]): Accepted {
  const accepted = new Map<string, Map<string, number>>();
  for (const [index, valid] of [...new Set(validAudiences.map(undoEscapes))].entries()) {
    for (const form of formsOf(valid)) {
      const alike = accepted.get(form) ?? new Map<string, number>();
      accepted.set(form, alike.set(valid, index));
    }
  }
  return accepted;
}

/** Two audiences of which `comparePair` has something to say have one of these in common. */
function formsOf(audience: string): readonly string[] {
  return [`trimmed ${audience.trim()}`, `slash ${withoutSlash(audience)}`, `bare ${bare(audience)}`];
}

function* remarkOn(audience: string, accepted: Accepted, remarks: Remarks): Iterable<string> {
  yield* describeAudience(audience, remarks);
  const alike = new Map(formsOf(audience).flatMap(form => [...(accepted.get(form) ?? [])]));
  for (const [valid] of [...alike].sort(([, a], [, b]) => a - b)) {
    const remark = comparePair(audience, valid, remarks);
    if (remark !== null) yield remark;
  }
}

function describeAudience(audience: string, remarks: Remarks): readonly string[] {
  if (audience === 'empty') return [remarks['audience-none']()];
  const api = firstPartyApis.find(known => known.audiences.includes(audience.replace(/(?<!\/)\/+$/, '')));
  if (api !== undefined) return [remarks['audience-microsoft']({ title: api.title })];
  const { scheme, cloud } = readAddress(audience);
  return scheme === 'https' && cloud !== null ? [remarks['audience-tenant']()] : [];
}

function comparePair(audience: string, valid: string, remarks: Remarks): string | null {
  if (audience === valid) return null;
  if (audience.trim() === valid.trim()) return remarks.space({ valid });
  if (withoutSlash(audience) === withoutSlash(valid)) return remarks['audience-slash']({ valid });
  if (audience.toLowerCase() === valid.toLowerCase()) return remarks.letters({ valid });
  return bare(audience) === bare(valid) ? remarks['audience-form']({ audience, valid }) : null;
}

function withoutSlash(audience: string): string {
  return audience.replace(/\/$/, '');
}

function bare(audience: string): string {
  return audience.replace(/^api:\/\//i, '').toLowerCase();
}
