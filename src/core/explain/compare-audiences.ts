import { firstPartyApis } from '../knowledge/clouds.js';
import { readAddress } from '../microsoft/read-address.js';
import { errorRemarks as remarks } from '../messages/english/error-remarks.js';
import type { ErrorValues } from './explanation.js';
import { undoEscapes } from './undo-escapes.js';

/** What can be said beyond the code when the text holds the audiences themselves. Empty where nothing can. */
export function compareAudiences({ audiences, validAudiences }: ErrorValues): readonly string[] {
  const accepted = (validAudiences ?? []).map(undoEscapes);
  const found = (audiences ?? [])
    .map(undoEscapes)
    .flatMap(audience => [
      ...describeAudience(audience),
      ...accepted.map(valid => comparePair(audience, valid)).filter(remark => remark !== null),
    ]);
  return [...new Set(found)];
}

function describeAudience(audience: string): readonly string[] {
  if (audience === 'empty') return [remarks['audience-none']()];
  const api = firstPartyApis.find(known => known.audiences.includes(audience.replace(/\/+$/, '')));
  if (api !== undefined) return [remarks['audience-microsoft']({ title: api.title })];
  const { scheme, cloud } = readAddress(audience);
  return scheme === 'https' && cloud !== null ? [remarks['audience-tenant']()] : [];
}

function comparePair(audience: string, valid: string): string | null {
  if (audience === valid) return null;
  if (audience.trim() === valid.trim()) return remarks.space({ valid });
  if (audience.replace(/\/$/, '') === valid.replace(/\/$/, '')) return remarks['audience-slash']({ valid });
  if (audience.toLowerCase() === valid.toLowerCase()) return remarks.letters({ valid });
  const bare = (text: string): string => text.replace(/^api:\/\//i, '').toLowerCase();
  return bare(audience) === bare(valid) ? remarks['audience-form']({ audience, valid }) : null;
}
