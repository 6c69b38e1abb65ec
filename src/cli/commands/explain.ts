import { diagnose, explainError, listFixableCodes, selectRelatedFindings } from '../../core/index.js';
import type { AdvisedExplanation } from '../../core/index.js';
import { readArguments, readChoice } from '../arguments.js';
import { writeExplanationsText, type ExplainedError } from '../formats/explanations-text.js';
import { plainFormatNames } from '../formats/registry.js';
import { writeJson } from '../formats/write-json.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { decodeText, readBytes, readTextFile } from '../text-file.js';

/** Explains what the gateway said: a trace, a body, a message of its library. 1 where nothing is recognised. */
export async function explain(io: Io, argv: readonly string[], words: CliCatalogue): Promise<number> {
  const args = readArguments('explain', argv);
  const format = readChoice('format', args.options.format, plainFormatNames);
  const [path = '-', ...more] = args.files;
  if (more.length > 0) throw new CannotRun(() => words.oneFile({ command: 'explain' }));

  const { text } = decodeText(await readBytes(io, path, 'error'));
  const policyPath = args.options.policy;
  const policy = policyPath === undefined ? null : await readTextFile(io, policyPath);
  const found = explainError(text, policy?.text);
  const explanations = policy === null ? found : await addFindings(io, found, policy.text);
  await io.writeOutput(format === 'json' ? writeJson({ version: 1, explanations }) : writeExplanationsText(explanations, policy, words));
  return explanations.length > 0 ? 0 : 1;
}

/** What the policy shows by itself about what the text says. */
async function addFindings(io: Io, explanations: readonly AdvisedExplanation[], policy: string): Promise<ExplainedError[]> {
  const all = await diagnose(policy, { now: io.now(), metadata: {} });
  const fixable = new Set(listFixableCodes());
  return explanations.map(explanation => ({
    ...explanation,
    findings: selectRelatedFindings(explanation, all).map(({ code, message, title, nextSteps, start, end }) => ({
      code,
      message,
      title,
      nextSteps,
      start,
      end,
      fixable: fixable.has(code),
    })),
  }));
}
