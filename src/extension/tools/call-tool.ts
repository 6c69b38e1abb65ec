import type * as vscode from 'vscode';
import type { ServerLink } from '../client/server-link.js';

/** Calls a tool of the server: first the lines for readers, then the whole answer as JSON. */
export async function callTool(
  server: ServerLink,
  name: string,
  input: unknown,
  cancellation: vscode.CancellationToken,
): Promise<readonly string[]> {
  const { text, json } = await server.ask('apimTokenDoctor/tools/call', { name, input: input ?? null }, cancellation);
  return json === null ? [text] : [text, json];
}
