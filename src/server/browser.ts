import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { connect } from './connect.js';
import { writeDiscreetly } from './discreet-writer.js';
import { pauseInSlices } from './give-way.js';
import { coreJudging } from './readings.js';
import { Language } from './sentences/language.js';

/** The worker that this runs in; its types are those of a page, which the server does not see. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** The manifest's version, written in by the bundler. */
declare const productVersion: string;

const language = new Language();
const writer = writeDiscreetly(new BrowserMessageWriter(self), language);

connect(createConnection(ProposedFeatures.all, new BrowserMessageReader(self), writer), {
  judging: coreJudging,
  language,
  version: productVersion,
  now: () => Math.floor(Date.now() / 1000),
  pause: pauseInSlices(
    () => new Promise(resolve => setTimeout(resolve, 0)),
    () => performance.now(),
  ),
});
