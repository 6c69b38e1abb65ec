/** What a whole token policy, to be filled in, is for. */
const policies = {
  'token-workforce': 'validate-azure-ad-token: tokens of one Microsoft Entra workforce tenant, of either version',
  'token-multi-tenant': 'validate-azure-ad-token: tokens of the Microsoft Entra workforce tenants that are listed',
  'token-external-id': 'validate-jwt: version 2.0 tokens of a Microsoft Entra External ID tenant',
  'token-b2c': 'validate-jwt: tokens of a user flow or policy of Azure AD B2C',
  'token-app-only': 'validate-jwt: version 2.0 app-only tokens of a workforce tenant, with one of the app roles',
  'token-delegated': 'validate-jwt: version 2.0 tokens of a workforce tenant for signed-in users, with one of the scopes',
};

/** What stands beside a proposal while somebody types. */
export const completionMessages = {
  /** Behind a blank in quotes, which nobody sees. */
  'complete-space': (): string => '(space)',
  'complete-policy': ({ name }: { readonly name: keyof typeof policies }): string => policies[name],
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
