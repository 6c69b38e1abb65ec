import type * as Program from './main.js';
import { asksForVersion } from './version-flags.js';

/** The manifest's version, written in by the bundler, so that the bundle needs no file beside it. */
declare const productVersion: string;

// The program is a bundle of its own: an import would pull it into this one, and it would load to say no more than its version.
const runProgram = (): void => void (require('./cli/main.cjs') as typeof Program).main(productVersion);

if (asksForVersion(process.argv[2])) {
  process.stdout.on('error', () => undefined);
  process.stdout.write(`${productVersion}\n`, error => {
    // It tries again, and has words for what goes wrong.
    if (error !== null && error !== undefined) runProgram();
  });
} else runProgram();
