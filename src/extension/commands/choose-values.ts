import { say } from '../messages/message.js';
import { mention } from '../messages/notify.js';
import { pickOne } from '../messages/pick-one.js';
import { chooseValueSet, hasFolder } from '../settings.js';
import type { CommandParts } from './command-parts.js';
import { CommandProblem } from './command-problem.js';

/** Lets the user choose which set of values is in force: `apimTokenDoctor.valueSet` of this workspace. Writes nothing else. */
export async function chooseValues({ server, policy }: CommandParts): Promise<void> {
  if (!hasFolder()) throw new CommandProblem(say('values-no-folder'));
  const { sets, inForce } = await server.ask('apimTokenDoctor/values/sets', { uri: policy.uri });
  if (sets.length === 0) throw new CommandProblem(say('values-no-sets'));
  const current = (set: string | null): { description?: ReturnType<typeof say> } =>
    set === inForce ? { description: say('values-in-force') } : {};
  const rows = [
    ...sets.map(set => ({ label: say('values-set', { set }), ...current(set), value: set })),
    { label: sets.length === 1 ? say('values-only-set') : say('values-every-set'), ...(sets.length === 1 ? {} : current(null)), value: '' },
  ];
  const chosen = await pickOne(rows, { title: say('values-title'), placeHolder: say('values-which') });
  if (chosen === undefined) return;
  await chooseValueSet(chosen);
  mention('check', chosen === '' ? say('values-none-chosen') : say('values-chosen', { set: chosen }));
}
