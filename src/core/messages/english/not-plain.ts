import type { NotPlain } from '../../knowledge/template-steps.js';

/** What would happen in a policy to a text that does not mean there what it says. */
const reasons: Readonly<Record<NotPlain, string>> = {
  expression: 'the gateway would read an expression in it',
  placeholder: 'the gateway, or what renders the policy, would read a placeholder in it',
  pipeline: 'a pipeline would read a variable in it',
  tag: 'what renders the policy would read a tag in it',
  invisible: 'it holds characters that nobody sees',
  space: 'white space begins or ends it',
  long: 'it is longer than 400 characters',
};

/** What a title says of an audience of the token that is not written; nothing where there is none. */
export function writeUnwritten(why: NotPlain | null): string {
  return why === null ? '' : `; the token's audience is not added: ${reasons[why]}`;
}

export const notPlainMessages = {
  'value-not-plain': (values: { readonly why: NotPlain }): string =>
    `No fix writes this value of the token into the policy: ${reasons[values.why]}.`,
};
