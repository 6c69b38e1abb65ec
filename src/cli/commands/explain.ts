import { explainError } from '../../core/index.js';
import { readArguments, readChoice, readText } from '../arguments.js';
import { writeExplanationsText } from '../formats/explanations-text.js';
import { writeJson } from '../formats/write-json.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';
import { decodeText, readBytes, readTextFile } from '../text-file.js';

/** Explains what the gateway said: a trace, a body, a message of its library. 1 where nothing is recognised. */
export async function explain(io: Io, argv: readonly string[]): Promise<number> {
  const args = readArguments('explain', argv, { policy: 'text', format: 'text' });
  const format = readChoice(args, 'format', ['text', 'json'], 'text');
  const [path = '-', ...more] = args.files;
  if (more.length > 0) throw new CannotRun('explain takes one file, or standard input.');

  const { text } = decodeText(await readBytes(io, path, "the error's file"));
  const policyPath = readText(args, 'policy');
  const policy = policyPath === undefined ? null : await readTextFile(io, policyPath);
  const explanations = explainError(text, policy?.text);
  io.writeOutput(format === 'json' ? writeJson({ version: 1, explanations }) : writeExplanationsText(explanations, policy));
  return explanations.length > 0 ? 0 : 1;
}
