import { quoteForDiff, unifiedDiff } from '../core/index.js';
import { CannotRun } from './io.js';
import { actsOnReader } from './show-line.js';

/**
 * The change from one text to another as a unified diff that `patch` and `git apply` take. Empty where nothing changes.
 * Lines stand in it as they are, so it refuses with `CannotRun` where one of them would steer a terminal or command the pipeline that prints it.
 */
export function writeUnifiedDiff(path: string, before: string, after: string): string {
  const diff = unifiedDiff(quoteForDiff(path), before, after);
  if (linesOf(diff).some(actsOnReader)) throw new CannotRun(words => words.unsafeDiff({ path }));
  return diff;
}

/** With their line feeds: a carriage return before one is part of the line's end. */
function linesOf(diff: string): string[] {
  return diff.match(/[^\n]+\n?|\n/g) ?? [];
}
