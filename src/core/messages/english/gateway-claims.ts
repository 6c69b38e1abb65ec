import { nameEngines, type Disagreement } from './gateway-engines.js';
import { listQuoted } from './gateway-form.js';

/** Why the checks `lifetime`, `application` and `claims` came out as they did: what happened and what to do. */
export const claimReasons = {
  expired: (values: { readonly expired: string; readonly seconds: number; readonly skew: number }): string =>
    `The token expired at ${values.expired}, ${String(values.seconds)} s ago${values.skew > 0 ? `, and clock-skew allows ${String(values.skew)} s` : ''}. Ask for a new token.`,
  'expired-within-tolerance': (values: { readonly expired: string; readonly seconds: number; readonly hasSkew: boolean }): string =>
    `The token expired at ${values.expired}, ${String(values.seconds)} s ago. The documented tolerance is 0 s, but users saw gateways accept tokens up to 300 s late. Do not rely on either: ask for a new token${values.hasSkew ? ', or write clock-skew' : ''}.`,
  'not-yet-valid': (values: { readonly from: string; readonly seconds: number; readonly skew: number }): string =>
    `The token is valid from ${values.from}, in ${String(values.seconds)} s${values.skew > 0 ? `, and clock-skew allows ${String(values.skew)} s` : ''}. Compare the clocks of issuer and gateway, or wait.`,
  'not-yet-valid-within-tolerance': (values: { readonly from: string; readonly seconds: number; readonly hasSkew: boolean }): string =>
    `The token is valid from ${values.from}, in ${String(values.seconds)} s. The documented tolerance is 0 s, but users saw gateways tolerate up to 300 s. Do not rely on either: compare the clocks${values.hasSkew ? ', or write clock-skew' : ''}.`,
  'expiry-missing': (): string =>
    'The token has no exp claim, and the policy asks for one. Let the issuer add it; only for tokens that never expire on purpose, write require-expiration-time="false".',
  'expiry-missing-accepted': (): string =>
    'The token never expires: it has no exp claim, and the policy accepts that (require-expiration-time="false").',
  'valid-after-expiry': (values: { readonly from: string; readonly expires: string }): string =>
    `The token is valid from ${values.from} only, which is after its expiry at ${values.expires}: it never was valid. The issuer writes wrong times (perhaps milliseconds).`,
  'expiry-in-milliseconds': (values: Disagreement & { readonly claim: string }): string =>
    `The claim ${values.claim} lies after January 2038; it counts seconds, and was perhaps written in milliseconds. That is refused by ${nameEngines(values.refused)} of the gateway's library and accepted by ${nameEngines(values.accepted)}, where a token in milliseconds never expires. Correct the issuer.`,
  'lifetime-differs': (values: Disagreement): string =>
    `The gateway's generations read the times of this token differently: it is refused by ${nameEngines(values.refused)} and accepted by ${nameEngines(values.accepted)}. Let the issuer write exp and nbf as whole seconds.`,
  'skew-unreadable': (values: { readonly value: string }): string =>
    `clock-skew="${values.value}" is not a whole number of seconds from 0 to 2147483647; what the gateway makes of it is not documented.`,
  'client-not-accepted': (values: { readonly claim: string; readonly client: string; readonly accepted: readonly string[] }): string =>
    `The token was issued to the client "${values.client}" (${values.claim}), and the policy accepts ${listQuoted(values.accepted)}. Add the client's id to client-application-ids, or call with an accepted client.`,
  'client-missing': (values: { readonly claim: string; readonly accepted: readonly string[] }): string =>
    `The token does not say which client it was issued to (no ${values.claim}), and the policy accepts ${listQuoted(values.accepted)} only.`,
  'client-accepted': (values: { readonly claim: string }): string => `The client's id (${values.claim}) is one that the policy accepts.`,
  'client-written-differently': (values: { readonly claim: string; readonly client: string }): string =>
    `The client's id "${values.client}" (${values.claim}) is in the policy, but written differently (upper and lower case, or white space), and how the gateway compares is not documented. Write it exactly as the token has it.`,
  'client-claim-of-other-version': (values: { readonly claim: string; readonly expected: string }): string =>
    `The client's id stands in ${values.claim}, where a token of this version has it in ${values.expected}. Which one the gateway compares is not documented.`,
  'backend-not-documented': (values: { readonly accepted: readonly string[] }): string =>
    `The policy lists backend-application-ids (${listQuoted(values.accepted)}), and what the gateway compares with them is not documented. List the API in audiences instead and remove them: the documentation says they can generally be removed.`,
  'claims-missing': (values: { readonly names: readonly string[]; readonly claims: readonly string[] }): string =>
    `The token has no claim ${values.names.map(name => `"${name}"`).join(', ')}, which the policy requires.`,
  'claim-not-accepted': (values: {
    readonly name: string;
    readonly found: readonly string[];
    readonly accepted: readonly string[];
    readonly match: string;
  }): string =>
    `The claim "${values.name}" holds ${values.found.length === 0 ? 'no value' : values.found.map(value => `"${value}"`).join(', ')}, and the policy asks for ${values.match === 'all' ? 'all of ' : 'one of '}${values.accepted.map(value => `"${value}"`).join(', ')}.`,
  'claim-needs-separator': (values: { readonly name: string; readonly found: string; readonly accepted: readonly string[] }): string =>
    `The claim "${values.name}" is one text, "${values.found}", that holds several values, and the policy compares the whole of it with ${listQuoted(values.accepted)}. Add separator=" " to the claim.`,
  'claim-needs-any': (values: { readonly name: string; readonly found: readonly string[]; readonly accepted: readonly string[] }): string =>
    `The claim "${values.name}" holds ${listQuoted(values.found)}, and the policy asks for all of ${values.accepted.map(value => `"${value}"`).join(', ')}: match is "all" unless it says otherwise. Write match="any" if one of them is enough.`,
  'claim-written-differently': (values: { readonly name: string; readonly accepted: readonly string[] }): string =>
    `The claim "${values.name}" fits only if the gateway overlooks upper and lower case or white space, and that is not documented. Write ${listQuoted(values.accepted)} exactly as the token has it.`,
  'claim-list-split': (values: { readonly name: string }): string =>
    `The claim "${values.name}" is a list in the token, and one entry fits as it stands; whether the gateway splits the entries of a list by the separator, too, is not documented. Remove separator from the claim.`,
  'claim-not-text': (values: { readonly name: string }): string =>
    `The claim "${values.name}" is not a plain text in the token, and how the gateway writes such a claim as text is not documented. Compare a claim that is text, or read the claim in a policy expression.`,
  'claim-rule-unreadable': (values: { readonly name: string; readonly match: string }): string =>
    `match="${values.match}" of the claim "${values.name}" is neither "all" nor "any"; what the gateway makes of it is not documented.`,
  'claim-without-name': (): string => 'A required claim has no name; what the gateway makes of it is not documented. Give it a name.',
};
