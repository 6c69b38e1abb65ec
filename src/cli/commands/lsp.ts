import { readAllowedHosts } from '../allowed-hosts.js';
import { readArguments } from '../arguments.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';
import { refuseTokenAsPath } from '../read-facts.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { readConfigOption } from '../serve/config-option.js';
import { makeFetcher } from '../serve/make-fetcher.js';
import { onlyFiles } from '../serve/only-files.js';
import { OptionFiles } from '../serve/option-files.js';

/** Serves an editor with the language server protocol, and reads the files with facts that are named whenever they change. Ends when the client leaves. */
export async function serveLanguage(io: Io, argv: readonly string[], words: CliCatalogue): Promise<number> {
  const args = readArguments('lsp', argv);
  const { stdio, token, metadata, values, config } = args.options;
  if (!stdio || args.files.length > 0) throw new CannotRun(() => words.needsStdio());
  if ([token, config, ...metadata, ...args.options['named-values'], ...values].includes('-'))
    throw new CannotRun(() => words.inputIsEditors());
  if (token !== undefined) refuseTokenAsPath(token);
  const files = onlyFiles(io);
  const tellConfig = await readConfigOption(files, args.options);
  const fetcher = makeFetcher(io, readAllowedHosts(args.options['allow-host']), words);
  await io.serve({ given: new OptionFiles(files, args, words), fetcher, ...(tellConfig && { tellConfig }) });
  return 0;
}
