import { readArguments } from '../arguments.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';

/** Serves editors with the language server protocol. Ends when the client leaves. */
export async function serveLanguage(io: Io, argv: readonly string[]): Promise<number> {
  const args = readArguments('lsp', argv);
  if (!args.options.stdio || args.files.length > 0) throw new CannotRun(words => words.needsStdio());
  await io.serve();
  return 0;
}
