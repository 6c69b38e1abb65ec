/**
 * A number written as text, as .NET reads one in the invariant culture: white space around it, a sign, commas between digits, a
 * fraction, an exponent. Null for anything else; `NaN` and `Infinity` are numbers there.
 */
export function readNumberText(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === 'NaN') return Number.NaN;
  if (/^[+-]?Infinity$/.test(trimmed)) return trimmed.startsWith('-') ? -Infinity : Infinity;
  if (!/^[+-]?(?:\d[\d,]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed)) return null;
  return Number(trimmed.replaceAll(',', ''));
}
