import type { WantedToken } from '../../protocol.js';

/**
 * The applications that sign in, by their client ids.
 * Sources: microsoft/vscode, extensions/microsoft-authentication/src/common/scopeData.ts;
 * learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 */
export const signInClients = {
  editor: 'aebc6443-996d-45c2-90f0-388ff96faa56',
  azureCli: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
} as const;

/** Gets an access token; null where none came, whatever the reason was: a reason may quote anything. */
export type GetToken = (wanted: WantedToken) => Promise<string | null>;

/** The sign-ins that a token can be got by. A test puts others in their place. */
export interface SignIn {
  readonly withEditor: GetToken;
  /** Null where the Azure CLI is not offered. */
  findAzureCli(): Promise<GetToken | null>;
}
