import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeToken, judgeText, listRewrites, makeFixes, offerFixes, runRules, type Facts } from '../../../src/core/index.js';
import { listCases } from '../../harness/fixture-runner.js';
import { makeTenant } from '../../harness/tenant.mjs';

/** So many letters a menu shows of a title, whatever its width. */
const shown = 60;

/** Every title that one list would show, by what it is offered for. */
async function listTitles(text: string, facts: Facts): Promise<string[][]> {
  const judged = await judgeText(text, facts);
  const lists = [];
  for (const finding of await runRules(judged)) lists.push(await makeFixes(judged, finding));
  for (const policy of judged.policies) lists.push(await listRewrites(policy));
  const titles: string[][] = [];
  for (const fixes of lists) {
    titles.push(fixes.map(({ title }) => title));
    titles.push((await offerFixes(judged, fixes)).map(({ title }) => title));
  }
  return titles;
}

describe('the titles of the fixes in one list', () => {
  it('differ in what a menu shows of them, with and without what follows', async () => {
    const tenant = await makeTenant();
    const now = Math.floor(Date.now() / 1000);
    const facts: Facts[] = [{ now: now, metadata: {} }];
    for (const version of [1, 2] as const)
      facts.push({ now: now, metadata: {}, token: decodeToken(await tenant.mint(version, 'externalId')) });
    let lists = 0;
    for (const { folder } of listCases()) {
      const text = readFileSync(path.join(folder, 'policy.xml'), 'utf8');
      for (const each of facts)
        for (const titles of await listTitles(text, each)) {
          const beginnings = titles.map(title => title.slice(0, shown));
          expect([...new Set(beginnings)], folder).toEqual(beginnings);
          if (titles.length > 1) lists++;
        }
    }
    expect(lists).toBeGreaterThan(20);
  });
});
