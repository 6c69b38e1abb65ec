import type { NothingObtainable, WantedToken } from '../../../protocol.js';

/** Of a question before a sign-in: the client ids of those who may sign in. */
export interface WithClients {
  readonly editor: string;
  /** Null where the Azure CLI is not offered. */
  readonly azureCli: string | null;
}

const nothing: Readonly<Record<NothingObtainable, string>> = {
  'external-id':
    'The policy trusts External ID, and its tokens cannot be got this way. Sign in with your own application, and decode the token that it gets.',
  'no-tenant':
    'The policy does not say which tenant to sign in to. That must be the GUID of a workforce tenant in the public cloud, in tenant-id or openid-config. Decode a token instead.',
  'no-api':
    "The policy names no API to get a token for. One of its audiences must be a GUID or begin with api://, and not be an API of Microsoft's own. Decode a token instead.",
};

/** Getting a token: the question before it, and what came of it. */
export const getTokenMessages = {
  'get-restricted': (): string =>
    'In Restricted Mode no token is got, because the policy decides whom to ask for it. Trust the workspace, or decode a token.',
  'get-no-policy': (): string => 'Open a policy first. Its token policy names the tenant and the API of the token.',
  'get-nothing': ({ why }: { readonly why: NothingObtainable }): string => nothing[why],
  'get-title': (): string => 'Get Token',
  'get-which': (): string => 'Choose the token that the policy would take',
  'get-question': (): string => 'Sign in to get an access token?',
  'get-scope': ({ scope }: WantedToken): string => `Scope: ${scope}`,
  'get-tenant': ({ tenant }: WantedToken): string => `Tenant: ${tenant}`,
  'get-clients': ({ editor, azureCli }: WithClients): string => {
    const others = azureCli === null ? '' : `, the Azure CLI as ${azureCli}`;
    return `VS Code signs in as the client ${editor}${others}. The token names that client, so a check of the application may refuse it.`;
  },
  'get-not-external-id': (): string => 'Tokens of External ID cannot be got this way.',
  'get-kept': (): string => 'APIM Token Doctor keeps the token in memory only.',
  'get-by-editor': (): string => 'Sign In with VS Code',
  'get-by-azure-cli': (): string => 'Use the Azure CLI',
  'get-running': (): string => 'Getting a token…',
  'get-sign-in-failed': (): string =>
    'VS Code got no token. The sign-in was cancelled, or the tenant does not let VS Code call this API. Sign in with your own application, and decode the token that it gets.',
  'get-azure-cli-failed': ({ scope, tenant }: WantedToken): string =>
    `The Azure CLI got no token. Run az login --tenant ${tenant} --scope ${scope} in a terminal, then this command again. Where the tenant does not let the Azure CLI call this API, sign in with your own application.`,
};
