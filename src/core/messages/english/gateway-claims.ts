import { brief, type Said } from '../said.js';
import { describeDuration } from './durations.js';
import { nameEngines, type Disagreement } from './gateway-engines.js';
import { listQuoted } from './gateway-form.js';

const skewOf = (skew: number): string => (skew > 0 ? `, and clock-skew allows ${describeDuration(skew)}` : '');
const tolerance = 'The documented tolerance is 0 seconds, but users have seen gateways tolerate up to 5 minutes. Rely on neither';

/** What to do where a claim lists what was granted. */
const grants: Readonly<Record<string, string>> = { scp: ' Ask for that scope.', roles: ' Assign that role.' };

/** Why the checks `lifetime`, `application` and `claims` came out as they did: what happened and what to do. */
export const claimReasons = {
  expired: (values: { readonly expired: string; readonly seconds: number; readonly skew: number }): Said => ({
    title: `The token expired ${describeDuration(values.seconds)} ago. Ask for a new one.`,
    detail: `It was valid until ${values.expired}${skewOf(values.skew)}.`,
  }),
  'expired-within-tolerance': (values: { readonly expired: string; readonly seconds: number; readonly hasSkew: boolean }): Said => ({
    title: `The token expired ${describeDuration(values.seconds)} ago, perhaps within the gateway's tolerance. Ask for a new one.`,
    detail: `It was valid until ${values.expired}. ${tolerance}: ask for a new token${values.hasSkew ? ', or set clock-skew' : ''}.`,
  }),
  'not-yet-valid': (values: { readonly from: string; readonly seconds: number; readonly skew: number }): Said => ({
    title: `The token becomes valid in ${describeDuration(values.seconds)}. Compare the clocks of issuer and gateway, or wait.`,
    detail: `It is valid from ${values.from}${skewOf(values.skew)}.`,
  }),
  'not-yet-valid-within-tolerance': (values: { readonly from: string; readonly seconds: number; readonly hasSkew: boolean }): Said => ({
    title: `The token becomes valid in ${describeDuration(values.seconds)}, perhaps within the gateway's tolerance. Compare the clocks.`,
    detail: `It is valid from ${values.from}. ${tolerance}: compare the clocks${values.hasSkew ? ', or set clock-skew' : ''}.`,
  }),
  'expiry-missing': (): Said => ({
    title: 'The token never expires (no exp claim), but the policy requires an expiry. Have the issuer add exp.',
    detail: 'Set require-expiration-time="false" only if your tokens never expire on purpose.',
  }),
  'expiry-missing-accepted': (): Said => ({
    title: 'The token never expires: it has no exp claim, and the policy accepts that.',
    detail: 'The policy says require-expiration-time="false".',
  }),
  'valid-after-expiry': (values: { readonly from: string; readonly expires: string }): Said => ({
    title: 'The token expires before it becomes valid, so it never is. Have the issuer correct nbf and exp.',
    detail: `It is valid from ${values.from} and expires at ${values.expires}. The issuer may have written milliseconds.`,
  }),
  'expiry-in-milliseconds': (values: Disagreement & { readonly claim: string }): Said => ({
    title: `${brief(values.claim, 20)} is after January 2038, perhaps in milliseconds. Have the issuer write seconds.`,
    detail: `The claim counts seconds. Such a value is refused by ${nameEngines(values.refused)} of the gateway's library and accepted by ${nameEngines(values.accepted)}, where a token in milliseconds never expires.`,
  }),
  'lifetime-differs': (values: Disagreement): Said => ({
    title: 'Not every gateway accepts the times of this token. Have the issuer write exp and nbf as whole seconds.',
    detail: `It is refused by ${nameEngines(values.refused)} of the gateway's library and accepted by ${nameEngines(values.accepted)}.`,
  }),
  'skew-unreadable': (values: { readonly value: string }): Said => ({
    title: `clock-skew="${brief(values.value, 24)}" is not a whole number of seconds from 0 to 2147483647. Write one.`,
    detail: 'What the gateway does with it is not documented.',
  }),
  'client-not-accepted': (values: { readonly claim: string; readonly client: string; readonly accepted: readonly string[] }): Said => ({
    title: `The policy does not list the client ${brief(values.client, 24)} (${brief(values.claim, 16)}). List it, or call with a listed one.`,
    detail: `The token was issued to the client "${values.client}", and the policy accepts ${listQuoted(values.accepted)}.`,
    left: 'List it, or call with a listed one.',
  }),
  'client-missing': (values: { readonly claim: string; readonly accepted: readonly string[] }): Said => ({
    title: `The token does not name its client (no ${brief(values.claim, 24)}). Get one that does: only listed clients pass.`,
    detail: `The policy accepts ${listQuoted(values.accepted)}.`,
  }),
  'client-accepted': (values: { readonly claim: string }): string => `The policy lists the client's id (${values.claim}).`,
  'client-written-differently': (values: { readonly claim: string; readonly client: string }): Said => ({
    title: "The policy spells the client's id differently. Write it exactly as in the token.",
    detail: `The token's ${values.claim} is "${values.client}". Case or white space differs, and how the gateway compares them is not documented.`,
  }),
  'client-claim-of-other-version': (values: { readonly claim: string; readonly expected: string }): Said => ({
    title: `The client's id is in ${brief(values.claim, 16)}, but tokens of this version have it in ${brief(values.expected, 16)}. It may be refused.`,
    detail: 'Which of the two the gateway compares is not documented.',
  }),
  'backend-not-documented': (values: { readonly accepted: readonly string[] }): Said => ({
    title: 'What backend-application-ids compares is not documented. Remove it, and list the API in audiences.',
    detail: `The policy lists ${listQuoted(values.accepted)}. The documentation says that backend-application-ids can generally be removed.`,
  }),
  'claims-missing': (values: { readonly names: readonly string[]; readonly claims: readonly string[] }): Said => ({
    title: `The token lacks ${values.names.length === 1 ? 'the claim' : 'the claims'} ${brief(values.names.join(', '), 40)}, which the policy requires. Get one that has ${values.names.length === 1 ? 'it' : 'them'}.`,
    detail: '',
  }),
  'claim-not-accepted': (values: {
    readonly name: string;
    readonly found: readonly string[];
    readonly accepted: readonly string[];
    readonly match: string;
  }): Said => {
    const all = values.match === 'all' && values.accepted.length > 1;
    return {
      title: `${brief(values.name, 24)} is ${values.found.length === 0 ? 'empty' : brief(values.found.join(', '), 32)}; the policy requires ${all ? 'all of ' : ''}${brief(values.accepted.join(all ? ', ' : ' or '), 32)}.${grants[values.name] ?? ''}`,
      detail: `The claim "${values.name}" has ${values.found.length === 0 ? 'no value' : values.found.map(value => `"${value}"`).join(', ')}, but the policy requires ${values.accepted.length < 2 ? '' : values.match === 'all' ? 'all of ' : 'one of '}${values.accepted.map(value => `"${value}"`).join(', ')}.`,
      left: grants[values.name]?.trim() ?? '',
    };
  },
  'claim-needs-separator': (values: { readonly name: string; readonly found: string; readonly accepted: readonly string[] }): Said => ({
    title: `${brief(values.name, 24)} is compared as one text, but has several values. Add separator=" ".`,
    detail: `The token has "${values.found}", and the policy compares the whole of it with ${listQuoted(values.accepted)}.`,
  }),
  'claim-list-split': (values: { readonly name: string }): Said => ({
    title: `${brief(values.name, 24)} is a list in the token and needs no separator. Remove the attribute separator.`,
    detail: 'One entry matches as it is; whether the gateway also splits the entries of a list is not documented.',
  }),
  'claim-needs-any': (values: {
    readonly name: string;
    readonly found: readonly string[];
    readonly accepted: readonly string[];
  }): Said => ({
    title: `The policy requires all listed values of ${brief(values.name, 24)} at once. Write match="any" if one is enough.`,
    detail: `The claim has ${listQuoted(values.found)}, but the policy requires all of ${values.accepted.map(value => `"${value}"`).join(', ')}: match is "all" unless it says otherwise.`,
  }),
  'claim-written-differently': (values: { readonly name: string; readonly accepted: readonly string[] }): Said => ({
    title: `The policy spells ${brief(values.name, 24)} differently. Write it exactly as in the token.`,
    detail: `${listQuoted(values.accepted)} matches only if the gateway ignores case or white space, which is not documented.`,
  }),
  'claim-not-text': (values: { readonly name: string }): Said => ({
    title: `${brief(values.name, 24)} is not plain text in the token. Require a text claim, or compare it in a policy expression.`,
    detail: 'How the gateway writes such a claim as text is not documented.',
  }),
  'claim-rule-unreadable': (values: { readonly name: string; readonly match: string }): Said => ({
    title: `match="${brief(values.match, 24)}" of ${brief(values.name, 24)} is neither "all" nor "any". Write one of them.`,
    detail: 'What the gateway does with it is not documented.',
  }),
  'claim-without-name': (): Said => ({
    title: 'A required claim has no name. Add name.',
    detail: 'What the gateway does with it is not documented.',
  }),
};
