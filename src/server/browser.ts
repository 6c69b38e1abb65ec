import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { pauseInSlices } from './give-way.js';
import { greet } from './greet.js';
import { Language } from './sentences/language.js';

/** The worker that this runs in; its types are those of a page, which the server does not see. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** The manifest's version, written in by the bundler. */
declare const productVersion: string;

greet(
  {
    reader: new BrowserMessageReader(self),
    writer: new BrowserMessageWriter(self),
    open: (reader, writer, options) => createConnection(ProposedFeatures.all, reader, writer, options),
    // A worker has no other way to tell who started it.
    giveUp: why => {
      throw new Error(why);
    },
  },
  {
    language: new Language(),
    version: productVersion,
    now: () => Math.floor(Date.now() / 1000),
    pause: pauseInSlices(
      () => new Promise(resolve => setTimeout(resolve, 0)),
      () => performance.now(),
    ),
  },
);
