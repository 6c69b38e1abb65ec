import type { FixMaker } from '../fix-maker.js';
import { restoreDefault } from '../writing/restore-default.js';

/** Asks for a signature again, as is the default. */
export const unsignedTokensAllowed: FixMaker = { scope: 'policy', make: restoreDefault };
