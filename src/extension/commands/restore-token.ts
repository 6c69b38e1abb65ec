import { mention } from '../messages/notify.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';

/** Takes the token again that was in force before the present one. */
export async function restoreToken({ tokens, panel }: CommandParts): Promise<void> {
  const summary = await tokens.restore();
  if (summary === null)
    throw new CommandProblem('There is no former token to go back to: none was replaced, or it was forgotten meanwhile.');
  panel.show();
  mention('key', `${summary.kindLabel}: in force again.`);
}
