const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

const count = (amount: number, unit: string): string => (amount === 1 ? `1 ${unit}` : `${amount} ${unit}s`);

/** A length of time in words, rounded down: "41 minutes", "3 hours". Takes seconds; the sign does not matter. */
export function describeDuration(seconds: number): string {
  const length = Math.abs(seconds);
  if (length < 2 * minute) return count(Math.floor(length), 'second');
  if (length < 2 * hour) return count(Math.floor(length / minute), 'minute');
  if (length < 2 * day) return count(Math.floor(length / hour), 'hour');
  if (length < 2 * year) return count(Math.floor(length / day), 'day');
  return count(Math.floor(length / year), 'year');
}
