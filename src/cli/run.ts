import { redact } from '../core/index.js';
import { check } from './commands/check.js';
import { decode } from './commands/decode.js';
import { explain } from './commands/explain.js';
import { fix } from './commands/fix.js';
import { serveLanguage } from './commands/lsp.js';
import { help } from './help.js';
import { CannotRun } from './io.js';
import type { Io } from './io.js';
import { showLine } from './show-line.js';

type Command = (io: Io, args: readonly string[]) => Promise<number>;

const commands: ReadonlyMap<string, Command> = new Map(Object.entries({ check, fix, explain, decode, lsp: serveLanguage }));

/** Runs one command. Gives its exit code: 0 clean or done, 1 findings or nothing to do, 2 could not run. Never rejects. */
export async function run(io: Io): Promise<number> {
  try {
    const [name = '', ...args] = io.argv;
    if (name === '--version' || name === '-v') {
      await io.writeOutput(`${io.version}\n`);
      return 0;
    }
    if (name === '--help' || name === '-h' || name === 'help' || args.includes('--help')) {
      await io.writeOutput(help);
      return 0;
    }
    const command = commands.get(name);
    if (command === undefined) throw new CannotRun(`Say what to do: ${[...commands.keys()].join(', ')}; see --help.`);
    return await command(io, args);
  } catch (error) {
    // An unexpected error's message may quote what it failed on.
    const reason = error instanceof CannotRun ? error.message : 'Something unexpected went wrong in the program itself; please report it.';
    io.writeError(`${showLine(`apim-token-doctor: ${redact(reason)}`)}\n`);
    return 2;
  }
}
