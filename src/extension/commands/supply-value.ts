import { askText } from '../messages/ask-text.js';
import { say } from '../messages/message.js';
import { mention } from '../messages/notify.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';

/** Asks for the value of a named value or template variable, and remembers it for this workspace. The caller's first parameter is its name. */
export async function supplyValue({ values }: CommandParts, [name]: readonly unknown[]): Promise<void> {
  if (typeof name !== 'string') throw new CommandProblem(say('supply-no-name'));
  const typed = await askText({
    title: say('supply-title', { name }),
    prompt: say('supply-prompt'),
    placeHolder: say('supply-placeholder'),
    masked: false,
  });
  const value = typed?.trim() ?? '';
  if (value === '') return;
  const problem = await values.supply(name, value);
  if (problem !== null) throw new CommandProblem(say(`supply-${problem}`, { name }));
  mention('check', say('supply-done', { name }));
}

/** Forgets all values that were typed in for this workspace. */
export async function forgetValues({ values }: CommandParts): Promise<void> {
  const { count } = values;
  if (count === 0) throw new CommandProblem(say('forget-nothing'));
  await values.forget();
  mention('check', say('forget-done', { count }));
}
