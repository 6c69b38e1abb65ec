import { Message } from 'vscode-languageserver';
import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter, type Connection } from 'vscode-languageserver/node';
import { connect } from '../connect.js';
import { writeDiscreetly } from '../discreet-writer.js';
import type { Desk } from '../desk.js';
import type { Disk } from '../disk.js';
import type { Fetcher } from '../fetcher.js';
import { FrameGuard } from '../frame-guard.js';
import { pauseInSlices } from '../give-way.js';
import type { GivenFiles } from '../given-files.js';
import { coreJudging } from '../readings.js';
import type { Sentence } from '../sentences/catalogue.js';
import { Language } from '../sentences/language.js';
import type { ConfigChoice } from '../workspace-configs.js';

/** What the server has of the machine that the command line runs on. */
export interface StdioHost {
  /** The product's version. */
  readonly version: string;
  readonly disk: Disk;
  readonly given: GivenFiles;
  /** Tells what its options say of configs, once the server listens and after each change of that file. Absent where each folder's own counts. */
  readonly tellConfig?: (choose: (choice: ConfigChoice) => void) => void;
  readonly fetcher: Fetcher;
  readonly desk: Desk;
}

/** Serves one client on standard input and output, and ends the process with it. */
export function serveStdio(host: StdioHost): void {
  const language = new Language();
  connect(connectStreams(language), {
    ...host,
    judging: coreJudging,
    language,
    now: () => Math.floor(Date.now() / 1000),
    pause: pauseInSlices(
      () => new Promise(resolve => setImmediate(resolve)),
      () => performance.now(),
    ),
  });
}

/** The process ends with its client: with 0 after a shutdown, else with 1, and with 2 where it can no longer listen or speak. */
function connectStreams(language: Language): Connection {
  const state = { shutDown: false };
  const leave = (): never => process.exit(state.shutDown ? 0 : 1);
  const giveUp = (why: Sentence): never => {
    const { words } = language;
    process.stderr.write(`${words.ending({ why: why(words) })}\n`);
    return process.exit(2);
  };
  process.stdin.on('end', leave).on('close', leave);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? leave() : giveUp(words => words.outputClosed())));
  const guard = new FrameGuard();
  process.stdin.on('data', (chunk: Buffer) => {
    const problem = guard.watch(chunk);
    if (problem !== null) giveUp(words => words.unreadableInput({ problem }));
  });
  return createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    writeDiscreetly(new StreamMessageWriter(process.stdout), language),
    {
      messageStrategy: {
        handleMessage(message, next) {
          if (Message.isRequest(message) && message.method === 'shutdown') state.shutDown = true;
          return next(message);
        },
      },
    },
  );
}
