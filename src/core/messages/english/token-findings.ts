/** A list in a sentence: quoted, the last two joined by "or". */
function either(values: readonly string[]): string {
  const quoted = values.map(value => `"${value}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
}

const manifest =
  "set requestedAccessTokenVersion (older name: accessTokenAcceptedVersion) to 2 in the manifest of the API's app registration, and ask for a new token";

const oldTokens =
  "A token from before does not have it (iat says from when it is): ask for a new one; a managed identity's token is kept for up to 24 hours.";

/** Sentences about a token under a policy, where the reason's own sentence does not say enough. */
export const tokenFindingMessages = {
  'token-malformed-empty': (): string => 'There is no token where the policy looks for it: send one.',
  'token-malformed-scheme': (values: { readonly header: string | null }): string =>
    values.header === null
      ? 'The word Bearer stands once too often in front of the token. The Authorization header holds "Bearer", one space and the token; a query parameter or token-value holds the bare token.'
      : `The word Bearer stands in front of the token, and a custom header holds the bare token: send ${values.header}: {token}. require-scheme does not count for it. Or let the policy read Authorization.`,
  'token-problem': (values: { readonly problem: string }): string => values.problem,
  'metadata-needed': (): string =>
    'The command Show Tenant Metadata fetches it. Without network, name a saved file in the setting apimTokenDoctor.metadata.savedDocuments (on the command line: --metadata).',
  'metadata-unreachable': (values: { readonly address: string; readonly problem: string }): string =>
    `The document at ${values.address} could not be fetched from here: ${values.problem} If the gateway cannot fetch it either, it reports IDX20803 or IDX20807: compare the address letter by letter, and look at name resolution and firewall between gateway and issuer.`,
  'metadata-unreachable-version-1': (): string =>
    'Version 1 addresses of ciamlogin.com were seen not to be served: use the version 2 document (/v2.0/ before .well-known).',
  'signing-key-external-id': (values: { readonly tenant: string }): string =>
    `The token comes from External ID, and such a tenant publishes other keys at ciamlogin.com than at the workforce endpoint: take https://${values.tenant}.ciamlogin.com/${values.tenant}/v2.0/.well-known/openid-configuration.`,
  'metadata-issuer-differs': (values: { readonly issuer: string; readonly promised: string }): string =>
    `The document says that its issuer is "${values.issuer}"; at this address "${values.promised}" is documented. The gateway goes by the document. Look where the document comes from: a saved file may be that of another address.`,
  'value-supply': (): string => 'Named values come from the setting apimTokenDoctor.namedValues (on the command line: --named-values).',

  'external-id-unsupported-token': (values: { readonly issuer: string }): string =>
    `The token comes from Microsoft Entra External ID ("${values.issuer}"), and External ID is documented as not supported by validate-azure-ad-token: it accepts only the issuers that this tenant has at the workforce endpoint, login.microsoftonline.com. Use validate-jwt with the OpenID configuration of the External ID tenant; the quick fix writes it.`,
  'external-id-unsupported-tenant': (): string =>
    'This is an External ID tenant, which is documented as not supported by validate-azure-ad-token: its tokens are refused (IDX40001). Use validate-jwt with the OpenID configuration of the tenant.',
  'external-id-unsupported-endpoint': (): string =>
    "This is the endpoint of an External ID tenant. The gateway's library accepts such tokens, the documentation says that External ID is not supported. To be safe, use validate-jwt with the OpenID configuration of the tenant.",
  'b2c-unsupported-token': (values: { readonly issuer: string }): string =>
    `The token comes from Azure AD B2C ("${values.issuer}"), and validate-azure-ad-token accepts only the issuers of workforce tenants. Use validate-jwt with the OpenID configuration of the user flow that issued it.`,
  'b2c-unsupported-endpoint': (): string =>
    'This is the endpoint of an Azure AD B2C tenant. What validate-azure-ad-token makes of it is not documented, and each user flow of B2C has metadata of its own, which it cannot name. Use validate-jwt with the OpenID configuration of the user flow.',
  'b2c-unsupported-tenant': (): string =>
    'This is an Azure AD B2C tenant: validate-azure-ad-token accepts the issuers of workforce tenants only. Use validate-jwt with the OpenID configuration of the user flow (https://{tenant}.b2clogin.com/{tenant}.onmicrosoft.com/{policy}/v2.0/.well-known/openid-configuration).',
  'wrong-tenant': (values: { readonly tenant: string; readonly accepted: readonly string[]; readonly personal: boolean }): string =>
    (values.personal ? 'The token is that of a personal Microsoft account' : `The token comes from the tenant ${values.tenant}`) +
    `, and the policy accepts ${values.accepted.join(' or ')}. Ask for a token of the accepted tenant (authority or tenant id in the client's settings). If the token's tenant is to be let in, the policy has to name it, too.`,

  'issuer-mismatch-version-1': (values: { readonly issuer: string; readonly accepted: string }): string =>
    `The policy accepts the issuer "${values.accepted}", which is that of version 2 tokens; the token's issuer "${values.issuer}" is the version 1 form of the same tenant. The API decides on the version, not the client: ${manifest}. Or accept the version 1 form here as well.`,
  'issuer-mismatch-version-2': (values: { readonly issuer: string; readonly accepted: string }): string =>
    `The policy accepts the issuer "${values.accepted}", which is that of version 1 tokens; the token's issuer "${values.issuer}" is the version 2 form of the same tenant. Take the address of the version 2 document: write /v2.0 before /.well-known.`,
  'issuer-mismatch-slash': (values: { readonly issuer: string; readonly accepted: string }): string =>
    `The token's issuer "${values.issuer}" and the policy's "${values.accepted}" differ by the slash at the end, and issuers are compared exactly. Write it as the token has it.`,
  'issuer-mismatch-case': (values: { readonly issuer: string; readonly accepted: string }): string =>
    `The token's issuer "${values.issuer}" and the policy's "${values.accepted}" differ in upper and lower case, and issuers are compared exactly. Write it as the token has it.`,
  'issuer-mismatch-space': (values: { readonly issuer: string }): string =>
    `White space around the policy's issuer makes it another one than "${values.issuer}". Remove it.`,
  'issuer-mismatch-cloud': (values: {
    readonly issuer: string;
    readonly own: string;
    readonly other: string;
    readonly host: string;
    readonly hasEndpoint: boolean;
  }): string =>
    `The token's issuer "${values.issuer}" is that of ${values.own}, and the policy is set up for ${values.other}. ` +
    (values.hasEndpoint
      ? `If that cloud is meant, write authentication-endpoint="https://${values.host}"; if not, let the client ask in the policy's cloud.`
      : `If that cloud is meant, take the openid-config of the tenant at https://${values.host}, of the token's version; if not, let the client ask in the policy's cloud.`),
  'issuer-mismatch-external-id-name': (values: { readonly issuer: string; readonly accepted: string }): string =>
    `The policy accepts "${values.accepted}", but External ID has the tenant's id as host in every token's issuer, whatever name the client was configured with: "${values.issuer}". Write that, or take the issuer from the tenant's openid-config.`,
  'issuer-mismatch-b2c': (values: { readonly issuer: string; readonly accepted: readonly string[] }): string =>
    `The token's issuer is "${values.issuer}", and the policy accepts ${either(values.accepted)}. In Azure AD B2C the issuer depends on the host and on the user flow: take the openid-config of the user flow that issued the token, on the same host; one openid-config for each user flow.`,
  'issuer-mismatch-external-id': (values: { readonly issuer: string; readonly accepted: string; readonly tenant: string }): string =>
    `The token comes from Microsoft Entra External ID ("${values.issuer}"), and the openid-config is that of the tenant's workforce endpoint ("${values.accepted}"). Take https://${values.tenant}.ciamlogin.com/${values.tenant}/v2.0/.well-known/openid-configuration; its keys are others, too.`,
  'issuer-mismatch-workforce': (values: { readonly issuer: string; readonly accepted: string }): string =>
    `The token was issued by the tenant's workforce endpoint ("${values.issuer}"), and the policy accepts its External ID endpoint ("${values.accepted}"). Tokens of apps without a user were seen to come from there: list both openid-config, or let the client ask at ciamlogin.com.`,

  'token-version-1': (values: { readonly address: string | null; readonly id: string | null; readonly passes: boolean }): string =>
    `This is a version 1 token, and the policy is written for version 2. To get version 2 tokens, ${manifest}; which endpoint the client asks does not matter. That touches every client and every validator of this API: the issuer changes, the client's id moves from appid to azp, and aud becomes the client id of the API. Let policies and backends accept both forms first.` +
    (values.address !== null && values.passes
      ? ` aud passes now only because the policy lists "${values.address}", too; in version 2 it is ${values.id === null ? "the API's client id" : `"${values.id}"`}.`
      : ''),
  'token-version-2': (): string =>
    'This is a version 2 token, and the policy is written for version 1. Move the policy to version 2: the address of the openid-config with /v2.0 before /.well-known, azp in the place of appid, the client id of the API as audience. Keep the version 1 address beside it while version 1 tokens still come.',

  'audience-mismatch-microsoft': (values: { readonly audience: string; readonly title: string }): string =>
    `The token is for ${values.title} ("${values.audience}"), not for this API. Ask for another one, with a scope of your own API: api://{client id of the API}/{scope}, or /.default.`,
  'audience-mismatch-space': (values: { readonly audience: string }): string =>
    `White space around the policy's audience makes it another one than "${values.audience}". Remove it.`,
  'audience-mismatch-case': (values: { readonly audience: string; readonly accepted: string }): string =>
    `The token's audience "${values.audience}" and the policy's "${values.accepted}" differ in upper and lower case, and audiences are compared exactly. Write it as the token has it.`,
  'audience-mismatch-form': (values: { readonly audience: string; readonly accepted: string }): string =>
    `The token's audience "${values.audience}" and the policy's "${values.accepted}" are two names of one API, and they are compared exactly. Version 2 tokens have the client id of the API there, version 1 tokens its client id or its address. List both while tokens of both versions come.`,
  'application-mismatch-tool': (values: { readonly title: string }): string =>
    `The token was asked for with ${values.title}, whose client id the policy does not list. Ask for the token with the app that will call the API, as its users do.`,
  'graph-token': (): string =>
    'This is a token for Microsoft Graph, and nobody but Graph can verify it. Ask for a token for your own API, with one of its scopes: api://{client id of the API}/{scope}, or /.default.',
  'id-token': (values: { readonly client: string | null }): string =>
    `This is an ID token: it tells ${values.client === null ? 'the client' : `the client "${values.client}"`} who signed in, and it is not meant for an API. Send the access token that came with it (access_token in the answer), asked for with a scope of this API.`,

  'claim-missing': (values: { readonly name: string }): string =>
    `The token has no claim "${values.name}". Names are compared exactly. Have the issuer add it (in Microsoft Entra: optional claims of the API's app registration), or do not require it.`,
  'claim-missing-letters': (values: { readonly name: string; readonly has: string }): string =>
    `The token has no claim "${values.name}"; it has "${values.has}". Names are compared exactly: write it as the token has it.`,
  'claim-missing-version': (values: { readonly name: string; readonly has: string; readonly version: 1 | 2 }): string =>
    `The token has no ${values.name}, because version ${values.version} tokens call it ${values.has}. ` +
    (values.version === 1
      ? `Get version 2 tokens (${manifest}), or require ${values.has} while version 1 tokens come.`
      : `Require ${values.has} instead.`),
  'claim-missing-scp': (values: { readonly app: boolean }): string =>
    values.app
      ? 'The token has no scp: it is that of an app without a user, and those have roles. Require roles for such callers, or let a user sign in.'
      : 'The token has no scp: it holds the scopes that a user granted to the client. Ask for the token with a scope of this API; tokens of apps without a user have roles instead.',
  'claim-missing-roles': (values: { readonly user: boolean }): string =>
    values.user
      ? 'The token has no roles: it is that of a user, who has no app role of this API. Assign the role to the user or group (enterprise application of the API, Users and groups) and let the user sign in again, or require scp for such callers.'
      : `The token has no roles: no app role of this API is assigned to the caller. Assign it (for an app: API permissions with admin consent; for a managed identity: an app role assignment). ${oldTokens}`,
  'claim-missing-groups': (values: { readonly overage: boolean }): string =>
    values.overage
      ? 'The token has no groups, because the user is in too many (more than 200): it only says where to ask for them. Use app roles instead.'
      : "The token has no groups: the API's app registration has to ask for them (groupMembershipClaims). Users in more than 200 groups never have them; app roles work for all.",
  'claim-mismatch-granted': (values: {
    readonly name: 'scp' | 'roles';
    readonly accepted: readonly string[];
    readonly user: boolean;
  }): string =>
    values.name === 'scp'
      ? `If the call should be allowed: ask for the token with ${either(values.accepted)}, or add the scope to the list here.`
      : `If the call should be allowed: assign ${either(values.accepted)} to the caller, or add the role to the list here. ${values.user ? 'The user gets it with the next sign-in.' : oldTokens}`,
  'claim-mismatch-version': (): string => `To get version 2 tokens, ${manifest}.`,
};
