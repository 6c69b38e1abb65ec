import type * as vscode from 'vscode';
import type { CommandName } from '../command-names.js';
import { say } from '../messages/message.js';
import { notify, offer } from '../messages/notify.js';
import { write } from '../messages/write.js';
import { chooseValues } from './choose-values.js';
import { clearToken } from './clear-token.js';
import type { Command, CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';
import { decodeToken, decodeTokenFromClipboard, decodeTokenFromSelection, useTokenAt } from './decode-token.js';
import { explainGatewayError } from './explain-gateway-error.js';
import { fixAllInFile, fixAllInWorkspace } from './fix-all.js';
import { getToken } from './get-token.js';
import { openSample } from './open-sample.js';
import { restoreToken } from './restore-token.js';
import { showTenantMetadata } from './show-tenant-metadata.js';
import { showTokenPanel } from './show-token-panel.js';
import { forgetValues, supplyValue } from './supply-value.js';
import { switchToken } from './switch-token.js';

const commands: Readonly<Record<CommandName, Command>> = {
  decodeToken,
  decodeTokenFromClipboard,
  decodeTokenFromSelection,
  useTokenAt,
  getToken,
  switchToken,
  restoreToken,
  clearToken,
  showTokenPanel,
  showTenantMetadata,
  openSample,
  explainGatewayError,
  fixAllInFile,
  fixAllInWorkspace,
  chooseValues,
  supplyValue,
  forgetValues,
};

/**
 * Runs a command. What goes wrong ends here: the user reads one sentence, the log gets the place. Never rejects, and does
 * not wait until the user has closed a message.
 */
export async function runCommand(
  name: CommandName,
  parts: CommandParts,
  parameters: readonly unknown[],
  log: vscode.LogOutputChannel,
): Promise<void> {
  try {
    await commands[name](parts, parameters);
  } catch (error) {
    if (error instanceof CommandProblem) {
      notify('warning', error.said);
      return;
    }
    log.error(write(say('log-command-failed', { command: name })), error instanceof Error ? error : '');
    offer('error', say('command-failed'), say('show-output'), () => log.show());
  }
}
