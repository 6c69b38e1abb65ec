import type { reasonMessages as English } from '../english/gateway.js';
import { callerReasons } from './gateway-caller.js';
import { claimReasons } from './gateway-claims.js';
import { formReasons } from './gateway-form.js';
import { issuerReasons } from './gateway-issuer.js';
import { signatureReasons } from './gateway-signature.js';

/** Mindestens ein Satz für jeden Grund, den eine Prüfung des Gateways oder eine Antwort an den Aufrufer haben kann. */
export const reasonMessages: typeof English = { ...formReasons, ...signatureReasons, ...issuerReasons, ...claimReasons, ...callerReasons };
