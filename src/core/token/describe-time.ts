import type { TokenWords } from '../messages/catalogue.js';

/** A moment as seen from now: "in 41 minutes", "3 hours ago". Both in Unix seconds. */
export function describeMoment(at: number, now: number, { times: words }: TokenWords): string {
  if (Math.abs(at - now) < 1) return words.now;
  return at > now ? words.ahead(at - now) : words.ago(now - at);
}

/** Unix seconds as ISO 8601 in UTC, without fractions; null where no calendar has the moment. */
export function formatMoment(at: number): string | null {
  const date = new Date(Math.floor(at) * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
}

/** A time claim's value: seconds, also where they were written as text. Null where it is no number. */
export function readTime(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && /^-?\d{1,16}(?:\.\d{1,16})?$/.test(value) ? Number(value) : null;
}

/** Whether a time is so far off that it must have been written in milliseconds. */
export function isMilliseconds(time: number): boolean {
  return time > 100_000_000_000;
}
