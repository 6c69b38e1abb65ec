import { Message } from 'vscode-languageserver';
import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { FrameGuard } from '../frame-guard.js';
import { pauseInSlices } from '../give-way.js';
import { greet } from '../greet.js';
import type { Sentence } from '../sentences/catalogue.js';
import { Language } from '../sentences/language.js';
import type { ServerHost } from '../server-host.js';

/** What the server has of the machine that the command line runs on. */
export type StdioHost = Required<Pick<ServerHost, 'version' | 'disk' | 'given' | 'fetcher' | 'desk'>> & Pick<ServerHost, 'tellConfig'>;

/** Serves one client on standard input and output. The process ends with its client: with 0 after a shutdown, else with 1, and with 2 where it can no longer listen or speak. */
export function serveStdio(host: StdioHost): void {
  const language = new Language();
  const state = { shutDown: false };
  const leave = (): never => process.exit(state.shutDown ? 0 : 1);
  const giveUp = (line: string): never => {
    process.stderr.write(`${line}\n`);
    return process.exit(2);
  };
  const fail = (why: Sentence): never => giveUp(language.words.ending({ why: why(language.words) }));
  process.stdin.on('end', leave).on('close', leave);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? leave() : fail(words => words.outputClosed())));
  const guard = new FrameGuard();
  process.stdin.on('data', (chunk: Buffer) => {
    const problem = guard.watch(chunk);
    if (problem !== null) fail(words => words.unreadableInput({ problem }));
  });
  greet(
    {
      reader: new StreamMessageReader(process.stdin),
      writer: new StreamMessageWriter(process.stdout),
      open: (reader, writer, options) => createConnection(ProposedFeatures.all, reader, writer, options),
      hear: message => {
        if (Message.isRequest(message) && message.method === 'shutdown') state.shutDown = true;
      },
      giveUp,
    },
    {
      ...host,
      language,
      now: () => Math.floor(Date.now() / 1000),
      pause: pauseInSlices(
        () => new Promise(resolve => setImmediate(resolve)),
        () => performance.now(),
      ),
    },
  );
}
