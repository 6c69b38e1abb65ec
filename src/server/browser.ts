import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { connect } from './connect.js';
import { writeDiscreetly } from './discreet-writer.js';
import { coreJudging } from './readings.js';

/** The worker that this runs in; its types are those of a page, which the server does not see. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

connect(createConnection(ProposedFeatures.all, new BrowserMessageReader(self), writeDiscreetly(new BrowserMessageWriter(self))), {
  judging: coreJudging,
  now: () => Math.floor(Date.now() / 1000),
  pause: () => new Promise(resolve => setTimeout(resolve, 0)),
});
