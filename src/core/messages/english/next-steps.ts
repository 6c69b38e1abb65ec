import type { CopyKind, NextStep } from '../../next-step.js';

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id for a command or a request, where nothing but an id may stand: what is none becomes a blank to fill in. */
const idOr = (value: string | null, blank: string): string => (value !== null && guid.test(value) ? value.toLowerCase() : `{${blank}}`);

/** A name for a command or a request: a scope, a role, a claim. */
const nameOr = (value: string | null, blank: string): string => (value !== null && /^[\w.:-]{1,120}$/.test(value) ? value : `{${blank}}`);

const hostOr = (host: string): string => (/^[a-z0-9.-]{1,253}$/i.test(host) ? host : '{host}');

/** A text as it is written between tags. */
const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const only = (what: string): NextStep => ({ what, copy: null });
const step = (what: string, kind: CopyKind, text: string): NextStep => ({ what, copy: { kind, text } });

const apiBlank = 'client id of the API';
const registration = "Microsoft Entra admin center > App registrations > the API's registration";
const graphApplication = (api: string): string => `PATCH https://graph.microsoft.com/v1.0/applications(appId='${api}')`;
const patch = (api: string, body: object): string => `${graphApplication(api)}\nContent-Type: application/json\n\n${JSON.stringify(body)}`;

/**
 * The next step by what is wrong, as something to do: the first is the one to take, the others lead to the same end. Ids and names from a token enter a
 * command or a request only in the form of an id or a name.
 *
 * Manifest properties and where they are set: https://learn.microsoft.com/entra/identity-platform/reference-microsoft-graph-app-manifest; the key `appId` of
 * an application: https://learn.microsoft.com/graph/api/application-update; app role assignments: https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignments.
 */
export const nextSteps = {
  /** `api`: the client id of the API, where it is known. */
  'token-version-2': ({ api }: { readonly api: string | null }): readonly NextStep[] => {
    const id = idOr(api, apiBlank);
    return [
      step(
        `Set api.requestedAccessTokenVersion to 2 (${registration} > Manifest), then ask for a new token.`,
        'command',
        `az ad app update --id ${id} --set api.requestedAccessTokenVersion=2`,
      ),
      step('Or send this to Microsoft Graph.', 'request', patch(id, { api: { requestedAccessTokenVersion: 2 } })),
      step(
        'Or send this to whoever administers the API in Microsoft Entra.',
        'letter',
        `Please set "requestedAccessTokenVersion" (under "api" in the manifest) of the app registration ${id} to 2.\n` +
          'Our gateway accepts version 2 tokens, but this API still gets version 1 tokens.\n' +
          'It changes the tokens of all clients of this API: iss ends in /v2.0, azp replaces appid, and aud becomes the client id of the API.',
      ),
    ];
  },
  'version-2-metadata': ({ tenant, host }: { readonly tenant: string | null; readonly host: string }): readonly NextStep[] => [
    step(
      'Write the address of the version 2 document.',
      'element',
      `<openid-config url="https://${hostOr(host)}/${idOr(tenant, 'tenant id')}/v2.0/.well-known/openid-configuration" />`,
    ),
  ],
  'external-id-metadata': ({ tenant }: { readonly tenant: string | null }): readonly NextStep[] => {
    const id = idOr(tenant, 'tenant id');
    return [
      step(
        "Use validate-jwt with the External ID tenant's metadata.",
        'element',
        `<openid-config url="https://${id}.ciamlogin.com/${id}/v2.0/.well-known/openid-configuration" />`,
      ),
    ];
  },
  'list-issuer': ({ issuer }: { readonly issuer: string }): readonly NextStep[] => [
    step('If you trust this issuer, add it to issuers.', 'element', `<issuer>${escapeText(issuer)}</issuer>`),
  ],
  'issuer-metadata': ({ issuer }: { readonly issuer: string }): readonly NextStep[] => [
    step(
      'If you trust this issuer, add its OpenID configuration (usually at this address): its keys are needed, too.',
      'element',
      `<openid-config url="${escapeText(issuer).replace(/"/g, '&quot;').replace(/\/$/, '')}/.well-known/openid-configuration" />`,
    ),
  ],
  'list-audience': ({ audience }: { readonly audience: string }): readonly NextStep[] => [
    step('If the token is meant for this API, add its audience to audiences.', 'element', `<audience>${escapeText(audience)}</audience>`),
  ],
  'list-client': ({ client }: { readonly client: string }): readonly NextStep[] => [
    step(
      'If this client may call the API, add its id to client-application-ids.',
      'element',
      `<application-id>${escapeText(client)}</application-id>`,
    ),
  ],
  'own-scope': ({ api }: { readonly api: string | null }): readonly NextStep[] => [
    step(
      'Ask for a token with a scope of your own API.',
      'command',
      `az account get-access-token --scope api://${idOr(api, apiBlank)}/.default --query accessToken --output tsv`,
    ),
  ],
  'own-tenant': ({ tenant }: { readonly tenant: string | null }): readonly NextStep[] => [
    only(`Have the client get its token from the accepted tenant: set its authority to ${idOr(tenant, 'tenant id')}.`),
  ],
  'assign-role': ({
    role,
    caller,
    user,
  }: {
    readonly role: string | null;
    /** The client id of who calls; null where it is not known or is a user. */
    readonly caller: string | null;
    readonly user: boolean;
  }): readonly NextStep[] => {
    const name = nameOr(role, 'app role');
    return user
      ? [
          step(
            `Assign the app role ${name} to the user or group (Microsoft Entra admin center > Enterprise applications > the API > Users and groups), then sign in again.`,
            'letter',
            `Please assign the app role "${name}" of our API to me (Enterprise applications > the API > Users and groups > Add user/group).\n` +
              'Without it, my token lacks this role, and our gateway answers 401.',
          ),
        ]
      : [
          step(
            `Assign the app role ${name} to the calling app or managed identity.`,
            'request',
            "POST https://graph.microsoft.com/v1.0/servicePrincipals/{object id of the caller's service principal}/appRoleAssignments\n" +
              'Content-Type: application/json\n\n' +
              '{"principalId":"{object id of the caller\'s service principal}","resourceId":"{object id of the API\'s service principal}","appRoleId":"{id of the app role}"}',
          ),
          step(
            'Or send this to whoever administers Microsoft Entra.',
            'letter',
            `Please assign the app role "${name}" of our API to the app ${idOr(caller, 'client id of the caller')} (API permissions > Application permissions, with admin consent).\n` +
              'Without it, its token lacks this role, and our gateway answers 401.',
          ),
        ];
  },
  'ask-scope': ({ api, scope }: { readonly api: string | null; readonly scope: string | null }): readonly NextStep[] => [
    step(
      'Have the client ask for this scope.',
      'command',
      `az account get-access-token --scope api://${idOr(api, apiBlank)}/${nameOr(scope, 'scope')} --query accessToken --output tsv`,
    ),
  ],
  'optional-claim': ({ claim }: { readonly claim: string }): readonly NextStep[] => [
    only(`Add ${nameOr(claim, 'the claim')} to access tokens (${registration} > Token configuration > Add optional claim > Access).`),
  ],
  'group-claims': ({ api }: { readonly api: string | null }): readonly NextStep[] => [
    step(
      `Add groups to the tokens: set groupMembershipClaims to SecurityGroup (${registration} > Manifest).`,
      'command',
      `az ad app update --id ${idOr(api, apiBlank)} --set groupMembershipClaims=SecurityGroup`,
    ),
  ],
  'new-token': (): readonly NextStep[] => [only('Ask for a new token and send that one.')],
  'fetch-metadata': (): readonly NextStep[] => [
    only('Run "APIM Token Doctor: Show Tenant Metadata" in the editor, or name a saved file with --metadata.'),
  ],
  'supply-values': ({ names }: { readonly names: readonly string[] }): readonly NextStep[] => [
    step(
      'Supply the values in your settings, or in a file with --named-values.',
      'setting',
      `"apimTokenDoctor.namedValues": ${JSON.stringify(Object.fromEntries(names.map(name => [name, ''])))}`,
    ),
  ],
};
