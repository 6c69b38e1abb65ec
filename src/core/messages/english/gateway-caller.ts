/** Why the caller may see something else than what a token policy answers. */
export const callerReasons = {
  'caller-on-error': (): string =>
    'A token policy refuses the token, but on-error can change the answer: what the caller sees is not known here.',
  'caller-branch': (): string => 'It depends on which branch of choose is taken: conditions are not evaluated here.',
  'caller-template': (): string => 'It depends on what the template is filled in with: %{ if } and %{ for } are not evaluated here.',
  'caller-answered-before': (): string => 'A return-response or mock-response can answer before the token policy is reached.',
  'caller-section-missing': (): string =>
    'A policy on the path has no inbound section, so no <base /> includes the scopes around it. Whether the gateway treats it as empty is not documented.',
};
