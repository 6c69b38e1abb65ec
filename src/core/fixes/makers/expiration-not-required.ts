import type { FixMaker } from '../fix-maker.js';
import { restoreDefault } from '../writing/restore-default.js';

/** Asks for an end of the token again, as is the default. */
export const expirationNotRequired: FixMaker = { scope: 'policy', make: restoreDefault };
