import { callerReasons } from './gateway-caller.js';
import { claimReasons } from './gateway-claims.js';
import { formReasons } from './gateway-form.js';
import { issuerReasons } from './gateway-issuer.js';
import { signatureReasons } from './gateway-signature.js';

/** One sentence or more for every reason that a check of the gateway, or an answer to the caller, can have. */
export const reasonMessages = { ...formReasons, ...signatureReasons, ...issuerReasons, ...claimReasons, ...callerReasons };

export type ReasonMessages = typeof reasonMessages;
