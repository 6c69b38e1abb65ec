import { createConnection, IPCMessageReader, IPCMessageWriter, ProposedFeatures } from 'vscode-languageserver/node';
import { pauseInSlices } from './give-way.js';
import { greet } from './greet.js';
import { Language } from './sentences/language.js';

/** The manifest's version, written in by the bundler. */
declare const productVersion: string;

greet(
  {
    // The channel that Node opens to a child, for the extension.
    reader: new IPCMessageReader(process),
    writer: new IPCMessageWriter(process),
    open: (reader, writer, options) => createConnection(ProposedFeatures.all, reader, writer, options),
    giveUp: why => {
      process.stderr.write(`${why}\n`);
      process.exit(2);
    },
  },
  {
    language: new Language(),
    version: productVersion,
    now: () => Math.floor(Date.now() / 1000),
    pause: pauseInSlices(
      () => new Promise(resolve => setImmediate(resolve)),
      () => performance.now(),
    ),
  },
);
