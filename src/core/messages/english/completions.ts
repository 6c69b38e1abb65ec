/** What stands beside a proposal while somebody types. */
export const completionMessages = {
  /** Behind a blank in quotes, which nobody sees. */
  'complete-space': (): string => '(space)',
  'complete-close': ({ name }: { readonly name: string }): string => `Closes ${name}.`,
  'complete-named-value': (): string => 'A named value of the API Management instance.',
  'complete-match-all': (): string => 'The token must have every listed value. The default.',
  'complete-match-any': (): string => 'The token must have one of the listed values.',
  'complete-status-401': (): string => 'Unauthorized. The default.',
  'complete-status-403': (): string => 'Forbidden.',
  'complete-tenant': (): string => 'A tenant that this document names.',
  'complete-organizations': (): string => 'Any work or school tenant. Limit the tenants by a required claim tid.',
  'complete-common': (): string => 'Any work or school tenant, and personal accounts. Limit the tenants by a required claim tid.',
  'complete-authorization': (): string => 'The header of bearer tokens.',
  'complete-separator': (): string => 'For scp: its scopes are separated by spaces.',
  'complete-workforce': ({ version }: { readonly version: 1 | 2 }): string =>
    `Workforce tenant, version ${version === 1 ? '1.0' : '2.0'} tokens.`,
  'complete-external-id': (): string => 'Microsoft Entra External ID tenant, version 2.0 tokens.',
};
