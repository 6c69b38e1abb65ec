// A thread of the command line that checks a share of the files. The program is a bundle of its own.
import type * as Program from './main.js';

void (require('./main.cjs') as typeof Program).workInThread();
