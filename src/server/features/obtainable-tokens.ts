import { listObtainableTokens } from '../../core/index.js';
import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';

/** Says which tokens a policy would take. Asking anybody for one is the client's part. */
export function answerObtainableTokens(parts: ServerParts): void {
  answer(parts, 'apimTokenDoctor/token/obtainable', async ({ uri, position }) => {
    const reading = uri === null ? null : await parts.readings.read(uri, position);
    // As the policy is written, nothing filled in.
    const issuer = parts.facts.current().token?.claims['iss'];
    const found = listObtainableTokens(reading?.document.tokenPolicies ?? [], typeof issuer === 'string' ? issuer : null);
    return typeof found === 'string' ? { tokens: [], why: found } : { tokens: found, why: null };
  });
}
