import type { CheckContext, ReadToken } from '../check-context.js';
import type { Checked } from '../outcome.js';
import type { CheckName } from '../prediction.js';
import { checkApplication } from './application.js';
import { checkAudience } from './audience.js';
import { checkClaims } from './claims.js';
import { checkIssuer } from './issuer.js';
import { checkLifetime } from './lifetime.js';

export type ClaimCheck = (context: CheckContext, token: ReadToken) => Checked;

/** The gateway's order, after source, form and signature. Lifetime, audience and issuer stand in the library's order. */
export const checksAfterSignature: readonly (readonly [CheckName, ClaimCheck])[] = [
  ['lifetime', checkLifetime],
  ['audience', checkAudience],
  ['issuer', checkIssuer],
  ['application', checkApplication],
  ['claims', checkClaims],
];

/** Where no key has the token's kid, generations 7 and 8 look at these first, in this order, and report what fails there. */
export const checksBeforeUnknownKey: readonly CheckName[] = ['lifetime', 'issuer', 'audience'];
