import { decodeToken, viewToken } from '../../core/index.js';
import { readArguments, readChoice, readMoment } from '../arguments.js';
import { writeDecodedText } from '../formats/decoded-text.js';
import { plainFormatNames } from '../formats/registry.js';
import { keepNumbers, writeJson } from '../formats/write-json.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';
import { readTokenText } from '../read-facts.js';
import type { CliCatalogue } from '../sentences/catalogue.js';

/** Shows a token's header and claims. 1 where the text is no readable token; of an encrypted one the header is all there is to read. */
export async function decode(io: Io, argv: readonly string[], words: CliCatalogue): Promise<number> {
  const args = readArguments('decode', argv);
  const format = readChoice('format', args.options.format, plainFormatNames);
  const moment = args.options.now;
  const now = moment === undefined ? io.now() : readMoment(moment);
  const [path = '-', ...more] = args.files;
  if (more.length > 0) throw new CannotRun(() => words.oneFile({ command: 'decode' }));

  const token = decodeToken(await readTokenText(io, path));
  const { kind, cleaned, problem, texts } = token;
  const header = keepNumbers(token.header, texts?.header);
  const claims = keepNumbers(token.claims, texts?.claims);
  const claimsOnly = token.status === 'decoded' && token.claimsOnly === true;
  await io.writeOutput(
    format === 'json'
      ? writeJson({ version: 1, token: { kind, claimsOnly, cleaned, header, claims, problem } })
      : writeDecodedText(viewToken(token, now), words),
  );
  return kind === 'unreadable' ? 1 : 0;
}
