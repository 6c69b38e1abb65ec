// What the server says of a text that was typed is the same whether its readings keep what they can of the version before or begin from nothing.
import { expect, test } from 'vitest';
import { readInTurns } from '../../src/server/read-in-turns.js';
import { storyPolicy, TestClient } from './test-client.js';

/** What is typed, one after the other: what stands in the place of what. */
const typed: readonly (readonly [from: string, to: string])[] = [
  ['<base />', '<base /><'],
  ['<base /><', '<base /><validate-jwt'],
  ['<validate-jwt', '<validate-jwt header-name="'],
  ['header-name="', 'header-name="Authorization"'],
  ['Authorization"', 'Authorization"><audiences><audience>a</audience></audiences></validate-jwt>'],
  ['<audience>a', '<audience>@(context'],
  ['@(context', '@(context.Variables["a"])'],
  ['<policies>', '<!-- a --\n<policies>'],
  ['<!-- a --\n<policies>', '<policies>'],
  ['</policies>', ''],
];

test('while a text is typed, the server says the same with what was read before and without', async () => {
  const clients = await Promise.all([
    TestClient.start(),
    TestClient.start({ judging: { read: (text, turns, literals) => readInTurns(text, turns, literals) } }),
  ]);
  let text = storyPolicy;
  for (const client of clients) await client.open(text);
  const found: number[] = [];
  for (const [from, to] of typed) {
    expect(text).toContain(from);
    text = text.replace(from, () => to);
    const said = [];
    for (const client of clients) {
      await client.type(text);
      said.push(await client.diagnostics());
    }
    expect(said[0], text).toEqual(said[1]);
    found.push(said[0]?.length ?? 0);
  }
  expect(found.filter(count => count > 0).length).toBeGreaterThan(5);
});
