/** How much of an expression names it. */
const shown = 80;

/** The first 80 characters of an expression, on one line and without the brackets `@(…)` around it. */
export function shortenExpression(text: string): string {
  const inner = /^\s*@\(([^]*)\)\s*$/.exec(text)?.[1] ?? text;
  // No half of a character at the end.
  return inner
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, shown)
    .replace(/[\ud800-\udbff]$/, '');
}
