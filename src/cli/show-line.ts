import { showInvisible } from '../core/index.js';

/**
 * One record of the output, made of the product's words and of text from outside: it stays one line, moves no cursor, and is no command
 * to the pipeline that runs the program.
 */
export function showLine(line: string): string {
  // GitHub's runner takes "::" for the start of a command, and trims the line before.
  return showPart(line).replace(/^(\s*):(?=:)/, String.raw`$1\u003a`);
}

/** The same for a part that does not begin a line. */
export function showPart(text: string): string {
  return showInvisible(text).replace(pipelineCommand, String.raw`#\u0023`);
}

/** `##[…]` is an older command of GitHub's runner, `##vso[…]` one of Azure Pipelines' agent; both are looked for anywhere in a line (actions/runner, ActionCommand.cs; azure-pipelines-agent, Command.cs). */
const pipelineCommand = /##(?=\[|vso\[)/gi;

/** Whether a line of text that must stay as it is would act on a terminal, or on the pipeline that prints it. Its own line break does not count. */
export function actsOnReader(line: string): boolean {
  const text = line.replace(/\r?\n$/, '');
  return showLine(text) !== showInvisible(text) || /[^\P{Cc}\t]/u.test(text);
}
