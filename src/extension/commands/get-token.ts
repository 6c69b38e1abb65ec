import * as vscode from 'vscode';
import type { WantedToken } from '../../protocol.js';
import { say } from '../messages/message.js';
import { ask } from '../messages/notify.js';
import { pickOne } from '../messages/pick-one.js';
import { showProgress } from '../messages/show-progress.js';
import { signInClients, type GetToken } from '../sign-in/sign-in.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';
import { takeToken } from './decode-token.js';

/** Gets an access token that the policy in front would take, by a sign-in of the user's, and takes it as a pasted one is taken. Asks each time. */
export async function getToken(parts: CommandParts): Promise<void> {
  const { policy, server, signIn } = parts;
  // The policy decides which tenant and which API are asked for.
  if (!vscode.workspace.isTrusted) throw new CommandProblem(say('get-restricted'));
  if (policy.uri === null) throw new CommandProblem(say('get-no-policy'));
  const { tokens, why } = await server.ask('apimTokenDoctor/token/obtainable', policy.place);
  if (why !== null) throw new CommandProblem(say('get-nothing', { why }));
  const wanted = await choose(tokens);
  if (wanted === undefined) return;
  const azureCli = await signIn.findAzureCli();
  const chosen = await confirm(wanted, signIn.withEditor, azureCli);
  if (chosen === null) return;
  const token = await showProgress(say('get-running'), () => chosen(wanted));
  if (token === null) throw new CommandProblem(chosen === azureCli ? say('get-azure-cli-failed', wanted) : say('get-sign-in-failed'));
  await takeToken(parts, token);
}

async function choose(tokens: readonly WantedToken[]): Promise<WantedToken | undefined> {
  if (tokens.length < 2) return tokens[0];
  const rows = tokens.map(token => ({ label: say('get-scope', token), description: say('get-tenant', token), value: token }));
  return pickOne(rows, { title: say('get-title'), placeHolder: say('get-which') });
}

/** Shows what is asked for and who asks; null where the user cancelled. */
async function confirm(wanted: WantedToken, withEditor: GetToken, azureCli: GetToken | null): Promise<GetToken | null> {
  const [editorButton, cliButton] = [say('get-by-editor'), say('get-by-azure-cli')];
  const detail = [
    say('get-scope', wanted),
    say('get-tenant', wanted),
    say('get-clients', { editor: signInClients.editor, azureCli: azureCli === null ? null : signInClients.azureCli }),
    say('get-not-external-id'),
    say('get-kept'),
  ];
  const chosen = await ask(say('get-question'), detail, editorButton, ...(azureCli === null ? [] : [cliButton]));
  if (chosen === undefined) return null;
  return chosen === cliButton ? azureCli : withEditor;
}
