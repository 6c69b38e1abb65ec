import type { FixMaker } from '../fix-maker.js';
import { restoreDefault } from '../writing/restore-default.js';

/** Takes the tolerance away, or narrows it to five minutes. */
export const clockSkewWide: FixMaker = { scope: 'policy', make: restoreDefault };
