import type { NotPlain } from '../../knowledge/template-steps.js';

/** What would happen in a policy to a text that does not mean there what it says. */
const reasons: Readonly<Record<NotPlain, string>> = {
  expression: 'the gateway would read it as an expression',
  placeholder: 'the gateway or a template engine would read it as a placeholder',
  pipeline: 'a pipeline would read it as a variable',
  tag: 'a template engine would read it as a tag',
  invisible: 'it contains invisible characters',
  space: 'it starts or ends with white space',
  long: 'it is longer than 400 characters',
};

/** What a title says of an audience of the token that is not written; nothing where there is none. */
export function writeUnwritten(why: NotPlain | null): string {
  return why === null ? '' : `; the token's audience is not added: ${reasons[why]}`;
}

export const notPlainMessages = {
  'value-not-plain': (values: { readonly why: NotPlain }): string =>
    `No quick fix writes this value into the policy: ${reasons[values.why]}.`,
};
