import { openNodeIo } from './node-io.js';
import { run } from './run.js';

/** The manifest's version, written in by the bundler, so that the bundle needs no file beside it. */
declare const productVersion: string;

void run(openNodeIo(process.argv.slice(2), productVersion)).then(code => {
  process.exitCode = code;
});
