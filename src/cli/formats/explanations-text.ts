import type { AdvisedExplanation, Explanation, NextStep } from '../../core/index.js';
import { writeSteps } from './next-steps-text.js';
import { writeFixCommand } from '../fix-command.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { showLine } from '../show-line.js';

/** An explanation with what the policy at hand shows by itself. */
export interface ExplainedError extends AdvisedExplanation {
  /** Where the cause stands in the policy. */
  readonly place?: PlaceInFile;
  readonly findings?: readonly ({
    readonly code: string;
    readonly message: string;
    readonly title: string;
    readonly nextSteps: readonly NextStep[];
    /** Offsets of the policy document, and its place in its file. */
    readonly start: number;
    readonly end: number;
    /** Whether the command `fix` may have an edit for it. */
    readonly fixable: boolean;
  } & PlaceInFile)[];
}

/** Lines and columns count from 1. */
interface PlaceInFile {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What the gateway's words mean, for a terminal. */
export function writeExplanationsText(explanations: readonly ExplainedError[], words: CliCatalogue): string {
  if (explanations.length === 0) return `${words.nothingKnown()}\n`;
  return explanations
    .map(({ idx, check, explanation, cures, nextSteps, answeredBy, place, findings = [] }) => {
      const [first = '', ...rest] = cures;
      const lines = [
        `${answeredBy.sentence} ${first}`,
        `  ${words.explained({ code: idx, check, text: explanation })}`,
        ...rest.map(cure => `  - ${cure}`),
        // Where nothing more is known, the cures are the steps.
        ...(nextSteps.some(({ copy }) => copy !== null) ? writeSteps(nextSteps, '  ', words) : []),
        ...writeEvidence(answeredBy, words),
      ];
      if (place !== undefined) lines.push(`  ${words.seePlace(place)}`);
      for (const { code, message, nextSteps: steps, path, line, column, fixable } of findings) {
        lines.push(`  ${words.foundAt({ path, line, column, code, title: message })}`);
        lines.push(...writeSteps(steps, '    ', words));
        if (fixable) lines.push(`    ${writeFixCommand(path, { code })}`);
      }
      return `${lines.map(showLine).join('\n')}\n`;
    })
    .join('\n');
}

/** By what it is known who answered, how sure that is, and who else writes the same. */
function writeEvidence({ evidence, certainty, others }: Explanation['answeredBy'], words: CliCatalogue): readonly string[] {
  const known = evidence.length === 0 ? [] : [`  ${words.knownBy({ evidence, certainty })}`];
  return others.length === 0 ? known : [...known, `  ${words.mayAlsoBe({ others })}`];
}
