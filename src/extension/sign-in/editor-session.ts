import * as vscode from 'vscode';
import type { WantedToken } from '../../protocol.js';

/** By the editor's own Microsoft sign-in, which asks whoever sits there. It keeps the session; what it gives is kept nowhere here. */
export async function signInWithEditor({ scope, tenant }: WantedToken): Promise<string | null> {
  try {
    // So VS Code's own provider is told a tenant: microsoft/vscode, extensions/microsoft-authentication/src/common/scopeData.ts
    const scopes = [scope, `VSCODE_TENANT:${tenant}`];
    const { accessToken } = await vscode.authentication.getSession('microsoft', scopes, { createIfNone: true });
    return accessToken;
  } catch {
    return null;
  }
}
