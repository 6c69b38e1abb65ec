// A large text is read in turns with the messages that wait: an edit among them ends the reading of what was there before it.
import { expect, test } from 'vitest';
import { readInSteps, readPolicies } from '../../src/core/index.js';
import { readInTurns } from '../../src/server/read-in-turns.js';
import { TestClient } from './test-client.js';

const large = `<policies><inbound>${'<set-header name="x"><value>@(1)</value></set-header>\n'.repeat(5000)}<validate-jwt /></inbound></policies>`;

/** How often the reading of a text can be left. */
function countSteps(text: string): number {
  return [...readInSteps(text)].length;
}

test('a text of 256 KiB can be left many times, and is read as it is at once', async () => {
  expect(large.length).toBeGreaterThan(256 * 1024);
  expect(countSteps(large)).toBeGreaterThan(100);
  const read = await readInTurns(large, { pause: () => Promise.resolve(), isWanted: () => true });
  expect(read).toEqual(readPolicies(large));
});

test('a newer edit ends the older reading between two statements', async () => {
  const pauses = new Map<string, number>();
  let edited = (): void => undefined;
  const edit = new Promise<void>(resolve => (edited = resolve));
  const client = await TestClient.start({
    judging: {
      read: (text, turns) =>
        readInTurns(text, {
          ...turns,
          pause: async () => {
            pauses.set(text, (pauses.get(text) ?? 0) + 1);
            // The reading is held until the edit is on its way, however slow the machine.
            if (text === large) await edit;
            await turns.pause();
          },
        }),
    },
  });
  await client.open(large);
  const pulled = client.pull().catch(() => null);
  // Reading has begun before the edit comes.
  await expect.poll(() => pauses.get(large) ?? 0).toBeGreaterThan(0);
  await client.type('<policies><inbound><validate-jwt /></inbound></policies>');
  edited();
  await pulled;
  expect((await client.diagnostics()).map(({ code }) => code)).toContain('token-source');
  expect(pauses.get(large)).toBeLessThan(countSteps(large) / 2);
});
