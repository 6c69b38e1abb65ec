import { errorRemarks as remarks } from '../messages/english/error-remarks.js';
import type { ErrorValues } from './explanation.js';

/** How far the times of a message lie apart. Empty where it does not say. */
export function remarkOnTimes({ validFrom, validTo, now }: ErrorValues): readonly string[] {
  if (now === undefined) return [];
  const apart = (moment: string): number => Math.round((Date.parse(moment) - Date.parse(now)) / 1000);
  if (validTo !== undefined && apart(validTo) < 0) return [remarks['expired-for']({ time: writeDuration(-apart(validTo)) })];
  return validFrom !== undefined && apart(validFrom) > 0 ? [remarks['valid-in']({ time: writeDuration(apart(validFrom)) })] : [];
}

const units: readonly (readonly [seconds: number, name: string])[] = [
  [86400, 'days'],
  [3600, 'hours'],
  [60, 'minutes'],
];

function writeDuration(seconds: number): string {
  const unit = units.find(([length]) => seconds >= 2 * length);
  return unit === undefined ? `${String(seconds)} s` : `${String(Math.floor(seconds / unit[0]))} ${unit[1]}`;
}
