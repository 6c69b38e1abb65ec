import { quote, say } from '../messages/message.js';
import { mention } from '../messages/notify.js';
import { pickOne } from '../messages/pick-one.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';

/** Lets the user choose which of the session's tokens is in force. */
export async function switchToken({ tokens, panel }: CommandParts): Promise<void> {
  if (tokens.tokens.length === 0) throw new CommandProblem(say('no-token-yet'));
  const now = Date.now() / 1000;
  const rows = tokens.tokens.map(({ summary, isInForce }) => {
    const { id, kindLabel, sample, expires, problem } = summary;
    return {
      icon: isInForce ? 'check' : 'key',
      label: say('status-kind', { kindLabel, sample }),
      description:
        problem === null ? say('status-state', { state: 'left', seconds: expires === null ? null : expires - now }) : quote(problem),
      value: id,
    };
  });
  const id = await pickOne(rows, { title: say('switch-title'), placeHolder: say('switch-which') });
  if (id === undefined) return;
  const summary = await tokens.use(id);
  if (summary === null) throw new CommandProblem(say('no-previous-token'));
  panel.refresh();
  mention('key', say('previous-token-taken', { kindLabel: summary.kindLabel }));
}
