import type { ErrorWords } from '../messages/catalogue.js';
import type { ErrorValues } from './explanation.js';

/** How far the times of a message lie apart. Empty where it does not say. */
export function remarkOnTimes({ validFrom, validTo, now }: ErrorValues, { remarks }: ErrorWords): readonly string[] {
  if (now === undefined) return [];
  const apart = (moment: string): number => Math.round((Date.parse(moment) - Date.parse(now)) / 1000);
  if (validTo !== undefined && apart(validTo) < 0)
    return [remarks['expired-for']({ time: remarks.duration({ seconds: -apart(validTo) }) })];
  return validFrom !== undefined && apart(validFrom) > 0
    ? [remarks['valid-in']({ time: remarks.duration({ seconds: apart(validFrom) }) })]
    : [];
}
