import type { NextStep } from '../../core/index.js';
import type { CliCatalogue } from '../sentences/catalogue.js';

/** Next steps as lines, with what there is to copy below each. `indent`: what stands in front of a step. */
export function writeSteps(steps: readonly NextStep[], indent: string, words: CliCatalogue): string[] {
  return steps.flatMap(({ what, copy }, index) => [
    `${indent}${index === 0 ? words.nextStep({ what }) : what}`,
    ...(copy === null ? [] : copy.text.split('\n').map(line => `${indent}    ${line}`)),
  ]);
}
