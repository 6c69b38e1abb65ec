// What every fix of every fixture leaves, where no rule has anything left to say of its form, is valid against the public schemas.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyFix, diagnose, readPolicies, type Facts } from '../../src/core/index.js';
import { listCases } from '../harness/fixture-runner.js';
import { fillIn, validate, whyNoSchema } from './public-schema.js';

const facts: Facts = { now: 1798000000, metadata: {}, namedValues: {} };
const aboutForm: ReadonlySet<string> = new Set([
  'policy-not-well-formed',
  'expression-unbalanced',
  'unknown-attribute',
  'unknown-element',
  'missing-attribute',
  'element-order',
  'duplicate-element',
  'empty-list',
  'invalid-value',
]);

/** The token policies of a text, as the validator takes them. The schema does not know this attribute, whose page is newer. */
function listElements(text: string): string[] {
  return readPolicies(text).tokenPolicies.map(({ start, end }) => fillIn(text, start, end).replace(/ validate-connectivity="\w+"/g, ''));
}

async function hasGoodForm(text: string): Promise<boolean> {
  return (await diagnose(text, facts)).every(({ code, severity }) => !aboutForm.has(code) || severity === 'hint');
}

describe.skipIf(whyNoSchema !== '')(`the public schemas${whyNoSchema}`, () => {
  const texts = listCases().map(({ folder }) => readFileSync(path.join(folder, 'policy.xml'), 'utf8'));

  it('take what fixes leave', async () => {
    const elements: string[] = [];
    const fixed = new Set<string>();
    for (const text of texts) {
      for (const finding of await diagnose(text, facts)) {
        for (const fix of await applyFix(text, finding, facts)) {
          if (!(await hasGoodForm(fix.text))) continue;
          fixed.add(finding.code);
          elements.push(...listElements(fix.text));
        }
      }
    }
    expect(fixed.size).toBeGreaterThan(20);
    expect(validate(elements)).toBe('');
  });

  it('take every fixture of whose form no rule complains', async () => {
    const good: string[] = [];
    // What a template will write is not written yet.
    for (const text of texts) if (!text.includes('%{') && (await hasGoodForm(text))) good.push(...listElements(text));
    expect(good.length).toBeGreaterThan(100);
    expect(validate(good)).toBe('');
  });
});
