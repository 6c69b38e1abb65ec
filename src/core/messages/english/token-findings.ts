import { brief, briefDifference, longestTitle, type Said } from '../said.js';

/** A list in a sentence: quoted, the last two joined by "or". */
function either(values: readonly string[]): string {
  const quoted = values.map(value => `"${value}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
}

const manifest =
  "set requestedAccessTokenVersion (older name: accessTokenAcceptedVersion) to 2 in the manifest of the API's app registration, and ask for a new token";

const oldTokens =
  "Tokens issued before that do not have it (see iat): ask for a new one. A managed identity's token is cached for up to 24 hours.";

const claimAsWritten = (name: string): string => brief(name, 20);

/** Sentences about a token under a policy, where the reason's own sentence does not say enough. */
export const tokenFindingMessages = {
  'token-malformed-empty': (): Said => ({ title: 'There is no token. Send it where the policy looks for it.', detail: '' }),
  'token-malformed-space': (): Said => ({
    title: 'The token has a space or a line break inside. Remove it: a token is one text without any.',
    detail: 'Terminals and mail programs wrap long lines; what is copied then has a break in the middle.',
  }),
  'token-malformed-scheme': (values: { readonly header: string | null }): Said =>
    values.header === null
      ? {
          title: '"Bearer" is sent once too often. Send "Bearer", one space and the token.',
          detail: 'That is the form for the Authorization header; a query parameter or token-value takes the bare token.',
        }
      : {
          title: 'The token is sent with "Bearer", but a custom header takes the bare token. Leave "Bearer" out.',
          detail: `Send ${values.header}: {token}. require-scheme has no effect on that header. Or let the policy read Authorization.`,
        },
  'token-problem': (values: { readonly problem: string }): Said => {
    const { problem } = values;
    if (problem.length <= longestTitle) return { title: problem, detail: '' };
    const [, first = '', rest = ''] = /^(.{1,100}?)[.:] (.*)$/su.exec(problem) ?? [];
    return first === '' ? { title: 'The text is not a token that can be read.', detail: problem } : { title: `${first}.`, detail: rest };
  },
  'metadata-needed': (): string =>
    'The command Show Tenant Metadata fetches it. Offline, name a saved file in the setting apimTokenDoctor.metadata.savedDocuments (on the command line: --metadata).',
  'metadata-unreachable': (values: { readonly address: string; readonly problem: string }): Said => ({
    title: `${brief(values.address.replace(/^https:\/\//, ''), 44)} could not be fetched from here. Check the address and the network.`,
    detail: `${values.address}: ${values.problem} If the gateway cannot fetch it either, it reports IDX20803 or IDX20807: compare the address letter by letter, and check name resolution and firewall between gateway and issuer.`,
  }),
  'metadata-unreachable-version-1': (): string =>
    'Users report that version 1 addresses of ciamlogin.com do not answer: use the version 2 document (/v2.0/ before .well-known).',
  'signing-key-external-id': (values: { readonly tenant: string }): string =>
    `The token comes from External ID, whose keys at ciamlogin.com differ from those at the workforce endpoint: use https://${values.tenant}.ciamlogin.com/${values.tenant}/v2.0/.well-known/openid-configuration.`,
  'metadata-issuer-differs': (values: { readonly issuer: string; readonly promised: string }): Said => {
    const [has, promised] = briefDifference(values.issuer, values.promised, 26);
    return {
      title: `The document's issuer is ${has}; its address promises ${promised}. Check its source.`,
      detail: `The document says "${values.issuer}"; for this address "${values.promised}" is documented. The gateway follows the document. A saved file may belong to another address.`,
    };
  },
  'value-supply': (): string => 'Named values come from the setting apimTokenDoctor.namedValues (on the command line: --named-values).',

  'external-id-unsupported-token': (values: { readonly issuer: string }): Said => ({
    title: 'validate-azure-ad-token refuses External ID tokens. Use validate-jwt.',
    detail: `The issuer is "${values.issuer}". validate-azure-ad-token accepts only the issuers of the tenant's workforce endpoint (login.microsoftonline.com). The quick fix writes a validate-jwt with the External ID tenant's OpenID configuration.`,
  }),
  'external-id-unsupported-tenant': (): Said => ({
    title: 'This is an External ID tenant, which validate-azure-ad-token does not support. Use validate-jwt.',
    detail: "The documentation says so: its tokens are refused (IDX40001). validate-jwt needs the tenant's OpenID configuration.",
  }),
  'external-id-unsupported-endpoint': (): Said => ({
    title: 'This is an External ID endpoint, documented as unsupported here. To be safe, use validate-jwt.',
    detail: "The gateway's library accepts such tokens. validate-jwt needs the tenant's OpenID configuration.",
  }),
  'b2c-unsupported-token': (values: { readonly issuer: string }): Said => ({
    title: 'Azure AD B2C issued this token; validate-azure-ad-token accepts workforce tenants only. Use validate-jwt.',
    detail: `The issuer is "${values.issuer}". Use validate-jwt with the OpenID configuration of the user flow that issued it.`,
  }),
  'b2c-unsupported-endpoint': (): Said => ({
    title: "This policy is not documented for Azure AD B2C endpoints. Use validate-jwt with the user flow's metadata.",
    detail: 'Each B2C user flow has its own metadata, which validate-azure-ad-token cannot name.',
  }),
  'b2c-unsupported-tenant': (): Said => ({
    title: 'This is an Azure AD B2C tenant; validate-azure-ad-token accepts workforce tenants only. Use validate-jwt.',
    detail:
      'Use the OpenID configuration of the user flow (https://{tenant}.b2clogin.com/{tenant}.onmicrosoft.com/{policy}/v2.0/.well-known/openid-configuration).',
  }),
  'wrong-tenant': (values: { readonly tenant: string; readonly accepted: readonly string[]; readonly personal: boolean }): Said => ({
    title: `${values.personal ? 'The token belongs to a personal account' : `The token comes from tenant ${brief(values.tenant, 20)}`}; the policy accepts ${brief(values.accepted.join(' or '), 24)}. Get a token there.`,
    detail: `${values.personal ? 'The token belongs to a personal Microsoft account' : `The token comes from tenant ${values.tenant}`}, but the policy accepts ${values.accepted.join(' or ')}. Set the authority (tenant) in the client's settings. To accept the token's tenant as well, add it to the policy.`,
  }),

  'issuer-mismatch-version-1': (values: { readonly issuer: string; readonly accepted: string }): Said => ({
    title: 'The token is version 1, the policy accepts version 2. Set requestedAccessTokenVersion to 2, or accept both.',
    detail: `The policy accepts the issuer "${values.accepted}"; the token's issuer "${values.issuer}" is the version 1 form of the same tenant. The API decides the version, not the client: ${manifest}. Or accept the version 1 form here as well.`,
  }),
  'issuer-mismatch-version-2': (values: { readonly issuer: string; readonly accepted: string }): Said => ({
    title: 'The token is version 2, the policy accepts version 1. Write /v2.0 before /.well-known in the openid-config.',
    detail: `The policy accepts the issuer "${values.accepted}"; the token's issuer "${values.issuer}" is the version 2 form of the same tenant.`,
  }),
  'issuer-mismatch-slash': (values: { readonly issuer: string; readonly accepted: string }): Said => ({
    title: 'The issuers differ only in the final slash, which counts. Write it exactly as in the token.',
    detail: `The token has "${values.issuer}", the policy "${values.accepted}".`,
  }),
  'issuer-mismatch-case': (values: { readonly issuer: string; readonly accepted: string }): Said => ({
    title: 'The issuers differ only in upper and lower case, which counts. Write it exactly as in the token.',
    detail: `The token has "${values.issuer}", the policy "${values.accepted}".`,
  }),
  'issuer-mismatch-space': (values: { readonly issuer: string }): Said => ({
    title: "The policy's issuer has white space around it, so it does not match. Remove the white space.",
    detail: `The token's issuer is "${values.issuer}".`,
  }),
  'issuer-mismatch-cloud': (values: {
    readonly issuer: string;
    readonly own: string;
    readonly other: string;
    readonly host: string;
    readonly hasEndpoint: boolean;
  }): Said => ({
    title: `The token comes from ${brief(values.own, 28)}; the policy is set up for ${brief(values.other, 28)}. Use one cloud.`,
    detail:
      `The token's issuer is "${values.issuer}". ` +
      (values.hasEndpoint
        ? `If you mean that cloud, set authentication-endpoint="https://${values.host}"; if not, have the client ask in the policy's cloud.`
        : `If you mean that cloud, use the tenant's openid-config at https://${values.host}, in the token's version; if not, have the client ask in the policy's cloud.`),
  }),
  'issuer-mismatch-external-id-name': (values: { readonly issuer: string; readonly accepted: string }): Said => ({
    title: 'External ID issuers have the tenant id as host; the policy has a name. Write the issuer as in the token.',
    detail: `The policy accepts "${values.accepted}"; the token has "${values.issuer}", whatever name the client was configured with. Write that, or use the tenant's openid-config.`,
  }),
  'issuer-mismatch-b2c': (values: { readonly issuer: string; readonly accepted: readonly string[] }): Said => ({
    title: "The policy's metadata is not that of the B2C user flow that issued the token. Use that user flow's openid-config.",
    detail: `The token's issuer is "${values.issuer}", and the policy accepts ${either(values.accepted)}. In Azure AD B2C the issuer depends on host and user flow: add one openid-config for each user flow, on the host that issued the token.`,
  }),
  'issuer-mismatch-b2c-form': (values: { readonly issuer: string; readonly accepted: string }): Said => ({
    title: 'The issuer differs in form between the token and the metadata of its B2C user flow. Fetch both again.',
    detail: `The token's issuer is "${values.issuer}", and the metadata of the same user flow says "${values.accepted}". The user flow's setting "Issuer (iss) claim" (IssuanceClaimPattern in a custom policy) decides which form both have, so one of them is probably older than the setting.`,
  }),
  'issuer-mismatch-external-id': (values: { readonly issuer: string; readonly accepted: string; readonly tenant: string }): Said => ({
    title: 'The token comes from External ID, the metadata from the workforce endpoint. Use the openid-config at ciamlogin.com.',
    detail: `The token's issuer is "${values.issuer}", the metadata's is "${values.accepted}". Use https://${values.tenant}.ciamlogin.com/${values.tenant}/v2.0/.well-known/openid-configuration; its keys differ as well.`,
  }),
  'issuer-mismatch-workforce': (values: { readonly issuer: string; readonly accepted: string }): Said => ({
    title: 'The token comes from the workforce endpoint, the policy accepts External ID. List both, or ask at ciamlogin.com.',
    detail: `The token's issuer is "${values.issuer}", and the policy accepts "${values.accepted}". Users report that app-only tokens come from the workforce endpoint: list both openid-config, or have the client ask at ciamlogin.com.`,
  }),

  'token-version-1': (values: { readonly address: string | null; readonly id: string | null; readonly passes: boolean }): Said => ({
    title: "To get version 2 tokens, set requestedAccessTokenVersion to 2 on the API. The client's endpoint does not matter.",
    detail:
      `This is a version 1 token, and the policy is written for version 2. To get version 2 tokens, ${manifest}. That affects every client and every validator of this API: the issuer changes, the client's id moves from appid to azp, and aud becomes the client id of the API. Let policies and backends accept both forms first.` +
      (values.address !== null && values.passes
        ? ` aud passes now only because the policy lists "${values.address}", too; in version 2 it is ${values.id === null ? "the API's client id" : `"${values.id}"`}.`
        : ''),
  }),
  'token-version-2': (): Said => ({
    title: 'This is a version 2 token, and the policy is written for version 1. Move the policy to version 2.',
    detail:
      'Use the address of the openid-config with /v2.0 before /.well-known, azp instead of appid, and the client id of the API as audience. Keep the version 1 address as well while version 1 tokens still arrive.',
  }),

  'audience-mismatch-microsoft': (values: { readonly audience: string; readonly title: string }): Said => ({
    title: `The token is for ${brief(values.title, 36)}, not for this API. Ask for one with a scope of your own API.`,
    detail: `Its audience is "${values.audience}". Ask for the scope api://{client id of the API}/{scope}, or /.default.`,
  }),
  'audience-mismatch-space': (values: { readonly audience: string }): Said => ({
    title: "The policy's audience has white space around it, so it does not match. Remove the white space.",
    detail: `The token's audience is "${values.audience}".`,
  }),
  'audience-mismatch-case': (values: { readonly audience: string; readonly accepted: string }): Said => ({
    title: 'The audiences differ only in upper and lower case, which counts. Write it exactly as in the token.',
    detail: `The token has "${values.audience}", the policy "${values.accepted}".`,
  }),
  'audience-mismatch-form': (values: { readonly audience: string; readonly accepted: string }): Said => {
    const [found, accepted] = [brief(values.audience, 24), brief(values.accepted, 24)];
    return {
      title: `${found} and ${accepted} name the same API, but audiences are compared exactly. List both.`,
      detail: `The token's audience is "${values.audience}", the policy accepts "${values.accepted}". Version 2 tokens have the API's client id as audience, version 1 tokens its client id or its address. List both while tokens of both versions arrive.`,
    };
  },
  'audience-mismatch-version-1': (values: { readonly audience: string; readonly accepted: string }): Said => ({
    title: 'The token is version 1, the policy is for version 2. Set requestedAccessTokenVersion to 2, or accept both.',
    detail: `The token's audience is "${values.audience}", the policy accepts "${values.accepted}": two names of the same API, by version. Its issuer is refused for the same reason, so to list the audience alone does not help. The API decides the version, not the client: ${manifest}.`,
  }),
  'audience-refresh-token': (): Said => ({
    title: 'This is a refresh token, which is meant for its issuer alone. Send the access token that came with it.',
    detail: 'Its claim typ says so. In the token response, use access_token.',
  }),
  'graph-token': (): Said => ({
    title: 'This token is for Microsoft Graph, and only Graph can verify it. Ask for a token for your own API.',
    detail: 'Ask for one of its scopes: api://{client id of the API}/{scope}, or /.default.',
  }),
  'id-token': (values: { readonly client: string | null }): Said => ({
    title: 'This is an ID token, which is not meant for APIs. Send the access token that came with it.',
    detail: `An ID token tells ${values.client === null ? 'the client' : `the client "${values.client}"`} who signed in. In the token response, use access_token, and ask for a scope of this API.`,
  }),

  'claim-missing': (values: { readonly name: string }): Said => ({
    title: `The token has no claim ${claimAsWritten(values.name)}. Have the issuer add it, or stop requiring it.`,
    detail: `Names are compared exactly: "${values.name}". In Microsoft Entra, add it as an optional claim of the API's app registration.`,
  }),
  'claim-missing-letters': (values: { readonly name: string; readonly has: string }): Said => ({
    title: `The token has ${claimAsWritten(values.has)}, not ${claimAsWritten(values.name)}. Write it exactly as in the token.`,
    detail: '',
  }),
  'claim-missing-version': (values: { readonly name: string; readonly has: string; readonly version: 1 | 2 }): Said => ({
    title: `Version ${values.version} tokens have ${claimAsWritten(values.has)}, not ${claimAsWritten(values.name)}. Require ${claimAsWritten(values.has)}${values.version === 1 ? ', or use version 2' : ''}.`,
    detail: values.version === 1 ? `To get version 2 tokens, ${manifest}.` : '',
  }),
  'claim-missing-scp': (values: { readonly app: boolean }): Said =>
    values.app
      ? {
          title: 'This is an app-only token, so it has no scp. Require roles for such callers.',
          detail: 'Or have a user sign in.',
        }
      : {
          title: 'The token has no scp. Ask for a token with a scope of this API.',
          detail: 'scp lists the scopes that a user granted to the client; app-only tokens have roles instead.',
        },
  'claim-missing-roles': (values: { readonly user: boolean }): Said =>
    values.user
      ? {
          title: 'The user has no app role of this API, so the token has no roles. Assign one, or require scp.',
          detail:
            'Assign the role to the user or group (enterprise application of the API, Users and groups) and have the user sign in again, or require scp for such callers.',
        }
      : {
          title: 'The caller has no app role of this API, so the token has no roles. Assign one.',
          detail: `For an app: API permissions with admin consent; for a managed identity: an app role assignment. ${oldTokens}`,
        },
  'claim-missing-groups': (values: { readonly overage: boolean }): Said =>
    values.overage
      ? {
          title: 'The user is in more than 200 groups, so groups is left out of the token. Use app roles instead.',
          detail: 'The token only says where to look the groups up.',
        }
      : {
          title: "The token has no groups. Set groupMembershipClaims in the API's app registration, or use app roles.",
          detail: 'Users in more than 200 groups never have groups in their tokens; app roles work for everyone.',
        },
  'claim-mismatch-granted': (values: {
    readonly name: 'scp' | 'roles';
    readonly accepted: readonly string[];
    readonly user: boolean;
  }): string =>
    values.name === 'scp'
      ? `To allow the call, ask for a token with ${either(values.accepted)}, or add the token's scope to the policy.`
      : `To allow the call, assign ${either(values.accepted)} to the caller, or add the caller's role to the policy. ${values.user ? 'The user gets it at the next sign-in.' : oldTokens}`,
  'claim-mismatch-version': (): string => `To get version 2 tokens, ${manifest}.`,
};
