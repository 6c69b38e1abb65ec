import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { connect } from './connect.js';
import { coreJudging } from './readings.js';

// The transport stands in the arguments: --node-ipc, --stdio, --socket or --pipe.
connect(createConnection(ProposedFeatures.all), {
  judging: coreJudging,
  now: () => Math.floor(Date.now() / 1000),
  pause: () => new Promise(resolve => setImmediate(resolve)),
});
