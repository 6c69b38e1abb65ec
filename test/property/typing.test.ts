// While a document about which there is nothing to say is typed, one finding says where it breaks, and no other is shown.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose, readPolicies } from '../../src/core/index.js';
import { listCases } from '../harness/fixture-runner.js';
import { places } from '../harness/runs.js';

const cases = listCases()
  .filter(({ rule }) => rule === 'ok')
  .map(({ name, folder }) => [name, readFileSync(path.join(folder, 'policy.xml'), 'utf8')] as const)
  .filter(([, text]) => text.length < 3000)
  .map(([name, text], index) => [name, text, index] as const);

describe('at every prefix of a right policy', () => {
  test.each(cases)('%s', async (_, text, index) => {
    for (const length of places(text.trimEnd().length - 1, 5, index)) {
      const typed = text.slice(0, length);
      if (readPolicies(typed).root === null) continue;
      const findings = await diagnose(typed, { now: 0, metadata: {} });
      const said = findings.map(({ code, start, end }) => `${code} at ${typed.slice(start, end)}`);
      if (said.length !== 1 || !/^(?:policy-not-well-formed|expression-unbalanced)$/.test(findings[0]?.code ?? ''))
        expect({ typed: typed.slice(-80), said }).toBe('one finding, about the break');
    }
  });

  test('there are some', () => expect(cases.length).toBeGreaterThan(10));
});
