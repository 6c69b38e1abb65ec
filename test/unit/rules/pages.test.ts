import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../src/core/index.js';
import { diagnoseWith } from '../../harness/fixture-runner.js';
import { Mint } from '../../harness/mint.js';

const root = path.join(import.meta.dirname, '..', '..', '..');
const mint = new Mint();

interface Example {
  readonly kind: string;
  /** The case whose token and documents go with it; empty without. */
  readonly name: string;
  readonly text: string;
}

/** The examples of a page: ```xml wrong … and ```xml right …, each with the case whose token it is judged with. */
function readExamples(page: string): Example[] {
  return [...page.matchAll(/^```xml (wrong|right) ?(\S*)\n([^]*?)\n```$/gm)].map(([, kind = '', name = '', text = '']) => ({
    kind,
    name,
    text: /^<(policies|fragment)\b/.test(text) ? text : `<policies>\n<inbound>\n${text}\n</inbound>\n</policies>`,
  }));
}

describe.each(rules.map(({ code }) => code))('%s', code => {
  const file = path.join(root, 'docs', 'rules', `${code}.md`);

  test('has a page with a source', () => {
    expect(existsSync(file)).toBe(true);
    const page = readFileSync(file, 'utf8');
    expect(page.startsWith(`# ${code}\n`)).toBe(true);
    for (const heading of ['## Why', '## What to do', '## Right', '## Source']) expect(page).toContain(`\n${heading}\n`);
  });

  test('the examples of the page are what they say', async () => {
    const examples = readExamples(readFileSync(file, 'utf8'));
    expect(examples.some(({ kind }) => kind === 'right')).toBe(true);
    for (const { kind, name, text } of examples) {
      const findings = await diagnoseWith(text, name, mint);
      const codes = findings.map(finding => finding.code);
      if (kind === 'wrong') expect(codes).toContain(code);
      else {
        expect(codes).not.toContain(code);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      }
    }
  });
});

test('no page without a rule', () => {
  const pages = readdirSync(path.join(root, 'docs', 'rules')).filter(name => name !== 'README.md');
  expect(pages.sort()).toEqual(rules.map(({ code }) => `${code}.md`).sort());
});
