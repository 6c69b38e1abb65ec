import type { FixMaker } from '../fix-maker.js';
import { makeRewrites } from '../rewrite/offer-rewrites.js';

/** The rewrite to the element that takes the tenant's tokens. */
export const b2cUnsupported: FixMaker = { scope: 'policy', make: makeRewrites };
