import { redact, rewriteNames, rewriteVariants } from '../core/index.js';
import { check } from './commands/check.js';
import { decode } from './commands/decode.js';
import { explain } from './commands/explain.js';
import { fix } from './commands/fix.js';
import { serveLanguage } from './commands/lsp.js';
import { formatNames, plainFormatNames } from './formats/registry.js';
import { CannotRun } from './io.js';
import type { Io } from './io.js';
import type { CliCatalogue } from './sentences/catalogue.js';
import { englishCli } from './sentences/english/index.js';
import { failOnNames } from './report.js';
import { showLine } from './show-line.js';

type Command = (io: Io, args: readonly string[], words: CliCatalogue) => Promise<number>;

const commands: ReadonlyMap<string, Command> = new Map(Object.entries({ check, fix, explain, decode, lsp: serveLanguage }));

/**
 * Runs one command, and writes in the language of `words`. Gives its exit code: 0 clean or done, 1 findings or nothing to do, 2 could not
 * run. Never rejects.
 */
export async function run(io: Io, words: CliCatalogue = englishCli): Promise<number> {
  try {
    const [name = '', ...args] = io.argv;
    if (name === '--version' || name === '-v') {
      await io.writeOutput(`${io.version}\n`);
      return 0;
    }
    if (name === '--help' || name === '-h' || name === 'help' || args.includes('--help')) {
      await io.writeOutput(writeHelp(words));
      return 0;
    }
    const command = commands.get(name);
    if (command === undefined) throw new CannotRun(() => words.nameCommand({ commands: [...commands.keys()] }));
    return await command(io, args, words);
  } catch (error) {
    // An unexpected error's message may quote what it failed on.
    const reason = error instanceof CannotRun ? error.sentence(words) : words.unexpected();
    io.writeError(`${showLine(`apim-token-doctor: ${redact(reason)}`)}\n`);
    return 2;
  }
}

/** Exported for tests. */
export function writeHelp(words: CliCatalogue): string {
  return words.help({
    formats: formatNames,
    plainFormats: plainFormatNames,
    failOn: failOnNames,
    rewrites: rewriteNames,
    variants: rewriteVariants,
  });
}
