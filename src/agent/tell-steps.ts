import type { NextStep } from '../core/index.js';
import { longestCopy, mostSteps } from './limits.js';
import { tellLines } from './outside-text.js';

/** Next steps as an answer tells them, with what there is to copy. `keepBack`: takes out what the judgement does not say. */
export function tellSteps(steps: readonly NextStep[], keepBack: (text: string) => string): string[] {
  return steps
    .slice(0, mostSteps)
    .map(({ what, copy }) => tellLines(keepBack(copy === null ? what : `${what}\n${copy.text}`), longestCopy));
}
