import { say } from '../messages/message.js';
import { mention } from '../messages/notify.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';

/** Takes the token again that was in force before the present one. */
export async function restoreToken({ tokens, panel }: CommandParts): Promise<void> {
  const summary = await tokens.restore();
  if (summary === null) throw new CommandProblem(say('no-previous-token'));
  panel.show();
  mention('key', say('previous-token-taken', { kindLabel: summary.kindLabel }));
}
