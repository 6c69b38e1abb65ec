import { claimReasons } from './gateway-claims.js';
import { formReasons } from './gateway-form.js';
import { issuerReasons } from './gateway-issuer.js';
import { signatureReasons } from './gateway-signature.js';

/** One sentence or more for every reason that a check of the gateway can have. */
export const reasonMessages = { ...formReasons, ...signatureReasons, ...issuerReasons, ...claimReasons };

export type ReasonMessages = typeof reasonMessages;
