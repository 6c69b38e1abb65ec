import { applicationMismatch } from './application-mismatch.js';
import { audienceMismatch } from './audience-mismatch.js';
import { claimMismatch } from './claim-mismatch.js';
import type { FixMaker } from './fix-maker.js';
import { issuerMismatch } from './issuer-mismatch.js';
import { offerRewrites } from './rewrite/offer-rewrites.js';

/** Who cures which finding. Rules do not know fixes: a finding names its code, and this table knows the rest. */
const makers: ReadonlyMap<string, FixMaker> = new Map<string, FixMaker>([
  ['external-id-unsupported', offerRewrites],
  ['b2c-unsupported', offerRewrites],
  ['issuer-mismatch', issuerMismatch],
  ['audience-mismatch', audienceMismatch],
  ['application-mismatch', applicationMismatch],
  ['claim-mismatch', claimMismatch],
]);

/** The fix of a code; undefined where no edit of a policy cures it. */
export function findFixMaker(code: string): FixMaker | undefined {
  return makers.get(code);
}

/** Every code that has a fix. */
export function listFixableCodes(): readonly string[] {
  return [...makers.keys()];
}
