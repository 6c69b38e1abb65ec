import type { GivenFacts } from '../core/index.js';
import { checkQueued, type CheckedFile, type FileQueue } from './check-files.js';
import { readCheckOptions } from './check-options.js';
import { ConfigTally, type Tallied } from './config-report.js';
import type { Io } from './io.js';
import type { NamedFile } from './list-files.js';
import { replayIo, type Recording } from './recorded-io.js';
import { readFacts } from './read-facts.js';
import { rememberFiles } from './remember-files.js';
import type { CliCatalogue } from './sentences/catalogue.js';
import { findSurroundings } from './surroundings.js';
import { chooseTellers } from './tell-documents.js';
import type { Terminal } from './terminal.js';

/** A check of which somebody else does a part: plain data. What it does not hold is worked out again from what it holds. */
export interface CheckShare {
  /** The arguments of the check. */
  readonly argv: readonly string[];
  /** Where the output will go. */
  readonly terminal: Terminal;
  /** All but the token, which is decoded again: it refuses to be written down. */
  readonly facts: Omit<GivenFacts, 'token'>;
  /** All files that were listed. */
  readonly listed: readonly NamedFile[];
  /** How the machine answered when the facts and what stands around the files were read; the token, too, stays in the memory of this process. */
  readonly recording: Recording;
  readonly queue: FileQueue;
}

/** What came of it: plain data. */
export interface DoneShare {
  readonly checked: readonly (readonly [place: number, CheckedFile])[];
  readonly tallied: Tallied;
}

/** Checks files of a queue that others take from, too, on the same grounds as they do. */
export async function checkShare(machine: Io, share: CheckShare, words: CliCatalogue): Promise<DoneShare> {
  const { argv, terminal, facts: given, listed, recording, queue } = share;
  const io = rememberFiles(replayIo(machine, recording));
  const options = readCheckOptions(argv);
  const { token } = await readFacts(io, options.args, words);
  const facts = token === undefined ? given : { ...given, token };
  const tally = new ConfigTally(options.severities);
  const surroundings = await findSurroundings(io, options, listed, words);
  const grounds = { ...surroundings, facts, options, tally, tellers: chooseTellers(options, terminal) };
  return { checked: await checkQueued(io, queue, grounds, words), tallied: tally.tallied };
}
