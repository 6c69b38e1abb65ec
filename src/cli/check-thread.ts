// A thread of the command line that checks a share of the files. The program is a bundle of its own.
import { workInThread } from './main.js';

void workInThread();
