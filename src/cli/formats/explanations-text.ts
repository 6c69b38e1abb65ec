import { LineMap } from '../../core/index.js';
import type { Explanation } from '../../core/index.js';
import { quoteForShell } from '../quote-name.js';
import { showLine } from '../show-line.js';

/** An explanation with what the policy at hand shows by itself. */
export interface ExplainedError extends Explanation {
  readonly findings?: readonly {
    readonly code: string;
    readonly message: string;
    readonly start: number;
    readonly end: number;
    /** Whether the command `fix` may have an edit for it. */
    readonly fixable: boolean;
  }[];
}

/** What the gateway's words mean, for a terminal. */
export function writeExplanationsText(
  explanations: readonly ExplainedError[],
  policy: { readonly path: string; readonly text: string } | null,
): string {
  if (explanations.length === 0)
    return 'Nothing in this text is known. Paste the whole line of the trace, with its IDX code if it has one, or the response with its headers.\n';
  const map = policy === null ? null : new LineMap(policy.text);
  return explanations
    .map(({ idx, check, explanation, cures, answeredBy, location, findings = [] }) => {
      const [first = '', ...rest] = cures;
      const what = [idx, check === null ? null : `check ${check}`].filter(part => part !== null).join(', ');
      const lines = [
        `${answeredBy.sentence} ${first}`,
        `  ${what === '' ? '' : `${what}: `}${explanation}`,
        ...rest.map(cure => `  - ${cure}`),
        ...writeEvidence(answeredBy),
      ];
      if (policy !== null && map !== null && location !== undefined) {
        const { line, column } = map.positionAt(location.start);
        lines.push(`  See ${policy.path}:${line}:${column}`);
      }
      for (const { code, message, start, fixable } of findings) {
        if (policy === null || map === null) break;
        const { line, column } = map.positionAt(start);
        lines.push(`  Found at ${policy.path}:${line}:${column} (${code}): ${message}`);
        if (fixable) lines.push(`    apim-token-doctor fix ${quoteForShell(policy.path)} --code ${code}`);
      }
      return `${lines.map(showLine).join('\n')}\n`;
    })
    .join('\n');
}

/** By what it is known who answered, how sure that is, and who else writes the same. */
function writeEvidence({ evidence, certainty, others }: Explanation['answeredBy']): readonly string[] {
  const known = evidence.length === 0 ? [] : [`  Known by ${evidence.join(', ')} (${certainty}).`];
  return others.length === 0 ? known : [...known, `  It may also be ${others.join(', or ')}.`];
}
