import { nearestName, redact, rewriteNames, rewriteVariants } from '../core/index.js';
import { check } from './commands/check.js';
import { decode } from './commands/decode.js';
import { explain } from './commands/explain.js';
import { fix } from './commands/fix.js';
import { serveLanguage } from './commands/lsp.js';
import { serveAgents } from './commands/mcp.js';
import { fetchMetadata } from './commands/metadata.js';
import { formatNames, plainFormatNames } from './formats/registry.js';
import { CannotRun } from './io.js';
import type { Io } from './io.js';
import { commandNames, commandOptions, isCommandName, type CommandName, type OptionName } from './options.js';
import type { CliCatalogue } from './sentences/catalogue.js';
import { englishCli } from './sentences/english/index.js';
import { failOnNames } from './report.js';
import { showLine } from './show-line.js';
import { asksForVersion } from './version-flags.js';

type Command = (io: Io, args: readonly string[], words: CliCatalogue) => Promise<number>;

/** Each is asked for where it is run: what only the others need is not loaded. */
const commands: Readonly<Record<CommandName, () => Command>> = {
  check: () => check,
  fix: () => fix,
  explain: () => explain,
  decode: () => decode,
  metadata: () => fetchMetadata,
  lsp: () => serveLanguage,
  mcp: () => serveAgents,
};

const asksForHelp = (arg: string): boolean => arg === '--help' || arg === '-h';

/**
 * Runs one command, and writes in the language of `words`. Gives its exit code: 0 clean or done, 1 findings, 2 could not run. Never rejects.
 */
export async function run(io: Io, words: CliCatalogue = englishCli): Promise<number> {
  try {
    const [name = '', ...args] = io.argv;
    if (asksForVersion(name)) {
      await io.writeOutput(`${io.version}\n`);
      return 0;
    }
    const about = name === 'help' ? (args[0] ?? '') : name;
    if (name === 'help' || asksForHelp(name) || args.some(asksForHelp)) {
      await io.writeOutput(writeHelp(words, isCommandName(about) ? about : null));
      return 0;
    }
    if (!isCommandName(name)) {
      const meant = name === '' ? null : nearestName(name, commandNames);
      throw new CannotRun(() => words.nameCommand({ commands: commandNames, meant }));
    }
    return await commands[name]()(io, args, words);
  } catch (error) {
    // An unexpected error's message may quote what it failed on.
    const reason = error instanceof CannotRun ? error.sentence(words) : words.unexpected();
    io.writeError(`${showLine(`apim-token-doctor: ${redact(reason)}`)}\n`);
    return 2;
  }
}

/** Exported for tests. `command`: null for the program as a whole. */
export function writeHelp(words: CliCatalogue, command: CommandName | null): string {
  const options = command === null ? [] : (Object.keys(commandOptions[command]) as OptionName[]);
  const isPlain = command !== 'check';
  return words.help(command, options, {
    formats: isPlain ? [] : formatNames,
    plainFormats: isPlain ? plainFormatNames : [],
    failOn: failOnNames,
    rewrites: rewriteNames,
    variants: rewriteVariants,
  });
}
