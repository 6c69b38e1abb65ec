import { describe, expect, test } from 'vitest';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { listFixableCodes, rules } from '../../../src/core/index.js';
import { findContradictions } from '../../harness/contradictions.js';
import { expectFile, hostFileOf, listCases, listHostCases, playCase } from '../../harness/fixture-runner.js';
import { Mint } from '../../harness/mint.js';

const mint = new Mint();
const cases = [...listCases(), ...listHostCases()];

describe.each(cases)('$rule/$name', ({ rule, folder }) => {
  test('prints what expected.txt says, and its fix gives fixed.xml', async () => {
    const { printed, findings, fix, afterFix } = await playCase(folder, rule, mint);

    expect(findContradictions(findings)).toEqual([]);
    expect(printed).toBe(expectFile(folder, 'expected.txt', printed));
    if (rule === 'ok') expect(findings).toEqual([]);
    else expect(findings.map(({ code }) => code)).toContain(rule);
    // Every token of the fixtures has these two, and no policy compares them.
    for (const personal of ['Kim Canary', '12121212-3434-5656-7878-909090909090']) expect(printed).not.toContain(personal);
    const host = hostFileOf(folder);
    const fixed = host === null ? 'fixed.xml' : `fixed.${host}`;
    expect(fix?.text ?? null).toBe(expectFile(folder, fixed, fix?.text ?? null));
    expect(afterFix.map(({ code }) => code)).not.toContain(rule);
  });
});

test('every rule has fixtures, and every folder a rule', () => {
  const folders = new Set(cases.map(({ rule }) => rule).filter(name => name !== 'ok'));
  expect([...folders].sort()).toEqual(rules.map(({ code }) => code).sort());
});

test('every fix has a case with the text after it', () => {
  const fixed = cases.filter(({ folder }) => existsSync(path.join(folder, 'fixed.xml'))).map(({ rule }) => rule);
  expect([...new Set(fixed)].sort()).toEqual([...listFixableCodes()].sort());
});
