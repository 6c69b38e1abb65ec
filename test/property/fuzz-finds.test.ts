// What fuzzing found once stays mended: each find is played to its target again.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fuzz, allTargets, type Find } from '../fuzz/fuzz.js';
import { minimise } from '../fuzz/minimise.js';

const root = path.join(import.meta.dirname, '..', '..');
const folder = path.join(root, 'test', 'fuzz', 'finds');
const finds = (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
  .filter(name => name.endsWith('.json'))
  .map(name => {
    const { input, what } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { input: string; what: string };
    return { name, target: path.dirname(name), input, what };
  });
const targets = await allTargets(root);

test.each(finds)('$name: $what', async ({ target, input }) => {
  const played = targets.find(({ name }) => name === target);
  if (played === undefined) throw new Error(`No such target: ${target}.`);
  await played.run(input);
});

test('a round of every target finds nothing, and the same seed gives the same inputs', async () => {
  const play = async (): Promise<readonly string[]> => {
    const inputs: string[] = [];
    const found: Find[] = [];
    let batches = 0;
    await fuzz({
      seed: 7,
      root,
      target: 'diagnose',
      goOn: () => batches++ < 1,
      begin: (_, input) => inputs.push(input),
      found: find => found.push(find),
    });
    expect(found).toEqual([]);
    return inputs;
  };
  const inputs = await play();
  expect(inputs.length).toBeGreaterThan(10);
  expect(await play()).toEqual(inputs);
});

test('a find is made as short as it can be', async () => {
  const long = `${'a'.repeat(300)}<${'b'.repeat(200)}>${'c'.repeat(77)}`;
  expect(await minimise(long, candidate => Promise.resolve(/<.*>/.test(candidate)))).toBe('<>');
});
