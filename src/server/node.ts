import { createConnection, IPCMessageReader, IPCMessageWriter, ProposedFeatures } from 'vscode-languageserver/node';
import { connect } from './connect.js';
import { writeDiscreetly } from './discreet-writer.js';
import { pauseInSlices } from './give-way.js';
import { coreJudging } from './readings.js';
import { Language } from './sentences/language.js';

/** The manifest's version, written in by the bundler. */
declare const productVersion: string;

const language = new Language();

/** The channel that Node opens to a child, for the extension. */
const connection = createConnection(
  ProposedFeatures.all,
  new IPCMessageReader(process),
  writeDiscreetly(new IPCMessageWriter(process), language),
);

connect(connection, {
  judging: coreJudging,
  language,
  version: productVersion,
  now: () => Math.floor(Date.now() / 1000),
  pause: pauseInSlices(
    () => new Promise(resolve => setImmediate(resolve)),
    () => performance.now(),
  ),
});
