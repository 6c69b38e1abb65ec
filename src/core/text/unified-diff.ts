/** Lines of context around a change. */
const context = 3;
/** Beyond this many differing lines the smallest difference is not looked for: all of the old lines go, all of the new ones come. */
const mostDifferences = 500;

interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

/**
 * The change from one text to another as a unified diff that `patch` and `git apply` take. Empty where nothing changes. Line endings are part of the
 * lines, and lines stand in it as they are: whoever shows it looks first at what is in them.
 *
 * @param name the file's, as `quoteForDiff` writes it
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = compareLines(splitLines(before), splitLines(after));
  return `--- ${name}\n+++ ${name}\n${cutHunks(steps).map(writeHunk).join('')}`;
}

/** Lines with their line feeds: to `patch`, a carriage return is part of the line. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]+\n?|\n/g) ?? [];
}

function compareLines(before: readonly string[], after: readonly string[]): Step[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [
    ...before.slice(0, start).map((line): Step => ({ sign: ' ', line })),
    ...compareMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map((line): Step => ({ sign: ' ', line })),
  ];
}

/** Myers' algorithm: the shortest way from the old lines to the new ones. */
function compareMiddle(before: readonly string[], after: readonly string[]): Step[] {
  const trail: Map<number, number>[] = [];
  let reached = new Map([[1, 0]]);
  for (let distance = 0; distance <= Math.min(before.length + after.length, mostDifferences); distance++) {
    trail.push(reached);
    const next = new Map(reached);
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      let x = goesDown(reached, diagonal, distance) ? (reached.get(diagonal + 1) ?? 0) : (reached.get(diagonal - 1) ?? 0) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return walkBack(trail, before, after);
    }
    reached = next;
  }
  return [...before.map((line): Step => ({ sign: '-', line })), ...after.map((line): Step => ({ sign: '+', line }))];
}

function goesDown(reached: ReadonlyMap<number, number>, diagonal: number, distance: number): boolean {
  return diagonal === -distance || (diagonal !== distance && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1));
}

function walkBack(trail: readonly ReadonlyMap<number, number>[], before: readonly string[], after: readonly string[]): Step[] {
  const steps: Step[] = [];
  const keep = (x: number): void => void steps.push({ sign: ' ', line: before[x] ?? '' });
  let x = before.length;
  let y = after.length;
  for (let distance = trail.length - 1; distance > 0; distance--) {
    const reached = trail[distance] ?? new Map<number, number>();
    const down = goesDown(reached, x - y, distance);
    const diagonal = down ? x - y + 1 : x - y - 1;
    const fromX = reached.get(diagonal) ?? 0;
    const fromY = fromX - diagonal;
    for (const start = down ? fromX : fromX + 1; x > start;) keep(--x);
    steps.push(down ? { sign: '+', line: after[fromY] ?? '' } : { sign: '-', line: before[fromX] ?? '' });
    x = fromX;
    y = fromY;
  }
  while (x > 0) keep(--x);
  return steps.reverse();
}

interface Hunk {
  /** How many old and new lines stand before it. */
  readonly before: number;
  readonly after: number;
  readonly steps: readonly Step[];
}

/** Changes that are closer than two contexts share a hunk. */
function cutHunks(steps: readonly Step[]): Hunk[] {
  const changed = steps.flatMap(({ sign }, index) => (sign === ' ' ? [] : [index]));
  const hunks: Hunk[] = [];
  let start = 0;
  for (const [place, index] of changed.entries()) {
    if (place === 0 || index - (changed[place - 1] ?? 0) > 2 * context) start = Math.max(0, index - context);
    const next = changed[place + 1];
    if (next !== undefined && next - index <= 2 * context) continue;
    const passed = steps.slice(0, start);
    hunks.push({
      before: passed.filter(({ sign }) => sign !== '+').length,
      after: passed.filter(({ sign }) => sign !== '-').length,
      steps: steps.slice(start, index + context + 1),
    });
  }
  return hunks;
}

function writeHunk({ before, after, steps }: Hunk): string {
  const old = steps.filter(({ sign }) => sign !== '+').length;
  const fresh = steps.filter(({ sign }) => sign !== '-').length;
  const lines = steps.map(({ sign, line }) => (line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`));
  return `@@ -${writeRange(before, old)} +${writeRange(after, fresh)} @@\n${lines.join('')}`;
}

/** An empty range names the line before it. */
function writeRange(passed: number, count: number): string {
  return count === 1 ? String(passed + 1) : `${count === 0 ? passed : passed + 1},${count}`;
}
