import type { ErrorValues } from './explanation.js';

// The library writes values between apostrophes and does not escape them, so an end is known only by the words that
// follow it. JSON and HTML escape the apostrophe itself; both forms occur in traces.
const quote = String.raw`(?:'|\\u0027|&#39;|&apos;)`;

/** A value between apostrophes: what stands in front of its first one, and what follows its last one. */
interface Frame {
  readonly before: RegExp;
  readonly after: RegExp;
}

function between(before: string, after: string): Frame {
  return { before: new RegExp(before + quote), after: new RegExp(quote + after) };
}

const issuer = [
  between('Issuer: ', String.raw`\. Did not match`), // IDX10205, IDX10212
  between('Issuer: ', ', does not match any of the valid issuers'), // IDX40001
  between('Token issuer: ', ', does not'), // IDX40004, IDX40005
];
const validIssuer = between(String.raw`validationParameters\.ValidIssuer: `, ' or ');
const validIssuers = between(String.raw`validationParameters\.ValidIssuers: `, String.raw`(?: or |\.|\s|$)`);
const configuredIssuer = between(String.raw`CurrentConfiguration\.Issuer: `, String.raw`(?:\.|\s|$)`);
const audiences = between('Audiences: ', String.raw`\. Did not match`);
const validAudience = between(String.raw`validationParameters\.ValidAudience: `, ' or ');
const validAudiences = between(String.raw`validationParameters\.ValidAudiences: `, String.raw`(?:\.|\s|$)`);
const keyId = [between(String.raw`token's kid is: `, ', but'), between(String.raw`(?:^|[^A-Za-z])kid: `, String.raw`\.`)];
const moments = {
  validFrom: between(String.raw`(?:ValidFrom|NotBefore)(?: \(UTC\))?: `, String.raw`(?:,| is after)`),
  validTo: between(String.raw`(?:ValidTo|Expires)(?: \(UTC\))?: `, String.raw`(?:,|\.)`),
  now: between(String.raw`Current time(?: \(UTC\))?: `, String.raw`\.`),
};

/**
 * Takes the values out of one message of the validation library, of any of its generations. They are verbatim: neither
 * trimmed nor unescaped. What the message does not hold is absent. Tokens inside the message are never taken out.
 */
export function extractErrorValues(message: string): ErrorValues {
  const found: { -readonly [Name in keyof ErrorValues]: ErrorValues[Name] } = {};
  set(found, 'issuer', first(message, issuer));
  set(found, 'validIssuers', list(message, [validIssuer], [validIssuers], [configuredIssuer]));
  set(found, 'audiences', list(message, [], [audiences], []));
  set(found, 'validAudiences', list(message, [validAudience], [validAudiences], []));
  set(found, 'kid', first(message, keyId));
  for (const [name, pattern] of Object.entries(moments)) set(found, name as keyof typeof moments, readMoment(first(message, [pattern])));
  return found;
}

function set<Name extends keyof ErrorValues>(
  values: { -readonly [Key in keyof ErrorValues]: ErrorValues[Key] },
  name: Name,
  value: ErrorValues[Name] | undefined,
): void {
  if (value !== undefined) values[name] = value;
}

/** Each frame is tried at its first place only, so that hostile texts cost linear time. */
function first(message: string, frames: readonly Frame[]): string | undefined {
  for (const { before, after } of frames) {
    const start = before.exec(message);
    if (!start) continue;
    const rest = message.slice(start.index + start[0].length);
    const end = after.exec(rest);
    if (end) return rest.slice(0, end.index);
  }
  return undefined;
}

/** One list out of single values and lists. The library prints an absent one as 'null' or 'Null', older gateways as nothing. */
function list(message: string, single: readonly Frame[], lists: readonly Frame[], last: readonly Frame[]): readonly string[] | undefined {
  const one = (frames: readonly Frame[]): string[] => {
    const value = first(message, frames);
    return value === undefined || value === '' || isNull(value) ? [] : [value];
  };
  const many = first(message, lists);
  const all = [...one(single), ...(many === undefined || isNull(many) ? [] : many.split(', ')), ...one(last)];
  return all.length > 0 ? all : undefined;
}

function isNull(value: string): boolean {
  return value === 'null' || value === 'Null';
}

/** The library prints moments in UTC as month/day/year, with a 12-hour clock under some cultures. Anything else is left out, not guessed. */
function readMoment(text: string | undefined): string | undefined {
  const parts = /^(\d\d?)\/(\d\d?)\/(\d{4}) (\d\d?):(\d\d):(\d\d)(?: (AM|PM))?$/.exec(text ?? '');
  if (!parts) return undefined;
  const [, month, day, year, hour, minute, second, half] = parts;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  const moment = Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second));
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; the library's "no date" is the year 1.
  const date = new Date(moment);
  if (Number(year) < 100) date.setUTCFullYear(Number(year));
  return date.toISOString().replace('.000Z', 'Z');
}
