// The library prints moments in UTC, but as the machine's culture has it: 12/23/2026 04:26:41, 23.12.2026 04:26:41, 2026-12-23 4:26:41 PM.

const pattern =
  /^(\d{1,4})([-/.])\s?(\d\d?)\2\s?(\d{1,4})\.?(?:[T,\s]+)(\d\d?)[:.](\d\d)[:.](\d\d)(?:\.\d+)?(?:\s*([AP])\.?\s?M\.?)?(?:\s*(?:Z|UTC|\+00:00))?$/i;

interface Parts {
  readonly numbers: readonly [first: number, second: number, third: number];
  readonly separator: string;
  /** Seconds of the day. */
  readonly time: number;
}

/** The moments of one message as ISO 8601; all are written in the same culture. What cannot be read is left out, not guessed. */
export function readMoments(texts: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const parts = texts.map(text => (text === undefined ? null : readParts(text)));
  const known = parts.filter(part => part !== null);
  // A slash means month first, as in the library's own culture, unless one of the moments says otherwise.
  const isDayFirst = known.some(({ separator }) => separator !== '/') || known.some(({ numbers }) => numbers[0] > 12 && numbers[0] < 32);
  return parts.map(part => (part === null ? undefined : writeMoment(part, isDayFirst)));
}

function readParts(text: string): Parts | null {
  const found = pattern.exec(text.trim());
  if (!found) return null;
  const [, first, separator = '', second, third, hour, minute, secondOfTime, half] = found;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(secondOfTime) > 59) return null;
  return {
    numbers: [Number(first), Number(second), Number(third)],
    separator,
    time: (hours * 60 + Number(minute)) * 60 + Number(secondOfTime),
  };
}

function writeMoment({ numbers: [first, second, third], time }: Parts, isDayFirst: boolean): string | undefined {
  const isYearFirst = first > 31;
  const [year, month, day] = isYearFirst ? [first, second, third] : isDayFirst ? [third, second, first] : [third, first, second];
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; the library's "no date" is the year 1.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return new Date(date.getTime() + time * 1000).toISOString().replace('.000Z', 'Z');
}
