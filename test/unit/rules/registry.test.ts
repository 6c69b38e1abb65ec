import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listFixableCodes } from '../../../src/core/fixes/registry.js';
import { surroundingsPatterns } from '../../../src/core/knowledge/surroundings-patterns.js';
import { isRuleCode, ruleCodes } from '../../../src/core/rule-codes.js';
import { rulesByCode } from '../../../src/core/rules/registry.js';
import type { Rule } from '../../../src/core/rules/rule.js';

const core = path.join(import.meta.dirname, '..', '..', '..', 'src', 'core');
const modulesOf = (folder: string): string[] => readdirSync(path.join(core, folder)).map(name => path.basename(name, '.ts'));

/** What of the rules' folder is no rule: what they are, where they stand, and what builds a report. */
const noRules = ['rule', 'registry', 'check-rule'];

test('every file of the rules is registered by its name, and every code has a file', () => {
  const files = modulesOf('rules').filter(name => !noRules.includes(name));
  expect(files.sort()).toEqual([...ruleCodes]);
  expect(Object.keys(rulesByCode)).toEqual([...ruleCodes]);
});

test('every rule stands in the registry under its own code', () => {
  const entries: [string, Rule][] = Object.entries(rulesByCode);
  expect(entries.filter(([code, rule]) => rule.code !== code)).toEqual([]);
});

test('the codes are sorted, each once', () => {
  expect([...new Set(ruleCodes)].sort()).toEqual([...ruleCodes]);
});

test('no rule is silenced by itself, or by one that it silences in the same way', () => {
  const silencers = (code: string): string[] => {
    const { silencedBy = {} } = (Object.entries(rulesByCode) as [string, Rule][]).find(([own]) => own === code)?.[1] ?? {};
    return Object.entries(silencedBy).flatMap(([within, by]) => by.map(other => `${within} ${other}`));
  };
  for (const code of ruleCodes)
    for (const [within, other] of silencers(code).map(each => each.split(' ')))
      expect(silencers(other ?? ''), `${code} and ${other ?? ''}`).not.toContain(`${within ?? ''} ${code}`);
});

test('what knowledge says of an error text names rules that there are', () => {
  const named = surroundingsPatterns.flatMap(({ rules = [] }) => rules);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(name => !isRuleCode(name))).toEqual([]);
});

test('every file of the makers of fixes is registered by the code that it cures', () => {
  expect(modulesOf('fixes/makers').sort()).toEqual([...listFixableCodes()].sort());
});
