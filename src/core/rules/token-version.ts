import { say } from '../messages/message.js';
import { readAudiences } from '../token/classify-token.js';
import { otherVersionOf, refusedIssuer } from '../judgement/refused-issuer.js';
import { versionAsPolicyWants } from '../judgement/causes/version-pieces.js';
import { severityOf } from './check-rule.js';
import type { PolicyAlone } from '../judgement/judged.js';
import type { PolicyRule } from './rule.js';

/** The token has the form of the other version than the policy is written for. Never for B2C, whose `ver` says 1.0 and means nothing. */
export const tokenVersion: PolicyRule = {
  scope: 'policy',
  code: 'token-version',
  severity: 'information',
  certainty: 'documented',
  silencedBy: { policy: ['graph-token', 'metadata-issuer-differs'] },
  *check(context) {
    const { policy, facts } = context;
    const refused = refusedIssuer(context);
    if (refused === null || facts.token === undefined || facts.token.kind === 'b2c' || otherVersionOf(refused) === null) return;
    // Another version of the token would be refused for the rest of the policy: the cure is the metadata.
    if (versionAsPolicyWants(context) !== null) return;
    const { nameSpan } = policy.element;
    const severity = severityOf(context, refused.judged.result) === 'error' ? 'information' : 'hint';
    const message = refused.form.version === 1 ? say('token-version-1', audiencesOf(context)) : say('token-version-2', {});
    yield { ...nameSpan, message, severity, data: { version: refused.form.version } };
  },
};

/** The address form of the audience that version 1 tokens may have, and the plain id that version 2 tokens have. */
function audiencesOf({ facts, prediction }: PolicyAlone): { address: string | null; id: string | null; passes: boolean } {
  const address = readAudiences(facts.token?.claims ?? {}).find(audience => audience.includes('://')) ?? null;
  const id = address === null ? null : (/^api:\/\/([0-9a-f-]{36})\/?$/i.exec(address)?.[1] ?? null);
  const passes = prediction?.checks.some(({ check, outcome }) => check === 'audience' && outcome === 'pass') === true;
  return { address, id, passes };
}
