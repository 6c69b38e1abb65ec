// Patterns of a config, in the form of .gitignore without its exceptions: `*` and `?` stay within a name, `**` stands for any folders, what
// names a folder takes all that is in it, and a name alone counts wherever it stands.

/** The longest pattern. */
const longestPattern = 200;

/** A pattern, taken apart. */
export interface IgnorePattern {
  /** Names with `*` and `?`, or `**`. */
  readonly steps: readonly string[];
  /** Whether it names folders alone: it ends with a slash. */
  readonly foldersOnly: boolean;
}

/** Takes a pattern apart; null for what cannot be read: `!`, `[…]`, `{…}` and `\` mean nothing here, and nothing leads out of the folder. */
export function readPattern(pattern: string): IgnorePattern | null {
  if (pattern.length > longestPattern || /[!\\[\]{}\p{Cc}]/u.test(pattern)) return null;
  const steps = pattern
    .replace(/^\.?\//, '')
    .replace(/\/$/, '')
    .split('/');
  if (steps.some(step => ['', '.', '..'].includes(step))) return null;
  // At the end it stands for what is in the folder, not for the folder.
  if (steps.at(-1) === '**') steps[steps.length - 1] = '*';
  const isAnywhere = steps.length === 1 && !/^\.?\//.test(pattern);
  return { steps: isAnywhere ? ['**', ...steps] : steps, foldersOnly: pattern.endsWith('/') };
}

/**
 * Whether one of the patterns takes a file out. `path`: from the folder of the config, with slashes. The work grows with the product of both
 * lengths and no faster, whatever the pattern.
 */
export function isIgnored(patterns: readonly IgnorePattern[], path: string): boolean {
  const names = path.split('/');
  return patterns.some(pattern => takes(pattern, names));
}

/** Whether a pattern names the file, or a folder on the way to it. */
function takes({ steps, foldersOnly }: IgnorePattern, names: readonly string[]): boolean {
  // How many of the steps the names so far can be: several, where one of them stands for any folders.
  let reached = skipFolders(steps, [0]);
  for (const [index, name] of names.entries()) {
    const next = [...reached].flatMap(at => {
      const step = steps[at];
      if (step === undefined) return [];
      if (step === '**') return [at];
      return matchesName(step, name) ? [at + 1] : [];
    });
    reached = skipFolders(steps, next);
    if (reached.has(steps.length) && !(foldersOnly && index === names.length - 1)) return true;
  }
  return false;
}

/** `**` may stand for no folder at all. */
function skipFolders(steps: readonly string[], reached: readonly number[]): ReadonlySet<number> {
  const all = new Set(reached);
  for (const at of all) if (steps[at] === '**') all.add(at + 1);
  return all;
}

/** The same for the signs of one name. Goes back to the last star alone, so that no pattern makes it slow. */
function matchesName(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let from = 0;
  for (let i = 0; i < name.length;) {
    const sign = pattern[at];
    if (sign === '*') {
      star = at++;
      from = i;
    } else if (sign !== undefined && (sign === '?' || sign === name[i])) {
      at++;
      i++;
    } else if (star < 0) {
      return false;
    } else {
      at = star + 1;
      i = ++from;
    }
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
