// At the columns of every right document, in the long run at each: what completion offers, once it is taken, leaves a document of the same good form; what hover
// says stands around the cursor.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyEdits, diagnose, readPolicies } from '../../src/core/index.js';
import { ruleCodes } from '../../src/core/rule-codes.js';
import { complete } from '../../src/core/language/complete.js';
import { hover } from '../../src/core/language/hover.js';
import { listCases } from '../harness/fixture-runner.js';
import { places } from '../harness/runs.js';

const texts = listCases()
  .map(({ rule, name, folder }) => [`${rule}/${name}`, readFileSync(path.join(folder, 'policy.xml'), 'utf8')] as const)
  .filter(([, text]) => text.length < 3000 && readPolicies(text).break === null)
  .map(([name, text], index) => [name, text, index] as const);
const right = texts.filter(([name]) => name.startsWith('ok/'));

const isAboutForm = (code: string): boolean => /^(?:policy-not-|expression-un|unknown-|duplicate-|element-order)/.test(code);
/** All other rules are off: what they say is not looked at, and working it out takes most of the time. */
const severities = Object.fromEntries(ruleCodes.filter(code => !isAboutForm(code)).map(code => [code, 'off' as const]));

/** What is wrong with the form of a document: each code as often as it is said. */
async function judgeForm(text: string): Promise<ReadonlyMap<string, number>> {
  const forms = new Map<string, number>();
  for (const { code, severity } of await diagnose(text, { now: 0, metadata: {} }, { severities })) {
    if (severity !== 'hint' && isAboutForm(code)) forms.set(code, (forms.get(code) ?? 0) + 1);
  }
  return forms;
}

describe('what completion offers', () => {
  test.each(right)('at the columns of %s keeps the form', async (_, text, index) => {
    const base = await judgeForm(text);
    const judged = new Set<string>();
    const columns = places(text.length, 4, index);
    let offered = 0;
    for (const offset of columns) {
      for (const { label, edit, also = [], caret = edit.text.length } of complete(text, offset, ['api-id'])) {
        offered++;
        expect(edit.start <= offset && offset <= edit.end && caret <= edit.text.length).toBe(true);
        const after = applyEdits(text, [edit, ...also]);
        // Each place in a word offers the same.
        if (judged.has(after)) continue;
        judged.add(after);
        for (const [code, count] of await judgeForm(after)) {
          if (count > (base.get(code) ?? 0)) expect({ offset, label, after, code }).toBe('as good as before');
        }
      }
    }
    if (readPolicies(text).tokenPolicies.length > 0) expect((offered * text.length) / columns.length).toBeGreaterThan(50);
  });

  test.each(texts.filter(([name]) => /^(?:unknown|missing|element|duplicate|empty|invalid)-/.test(name)))(
    'at the columns of %s, which is wrong, does not add to it',
    async (_, text, index) => {
      const base = await judgeForm(text);
      const judged = new Set<string>();
      for (const offset of places(text.length, 4, index)) {
        for (const { label, edit, also = [] } of complete(text, offset)) {
          const after = applyEdits(text, [edit, ...also]);
          if (judged.has(after)) continue;
          judged.add(after);
          for (const [code, count] of await judgeForm(after)) {
            if (count > (base.get(code) ?? 0)) expect({ offset, label, after, code }).toBe('as good as before');
          }
        }
      }
    },
  );
});

describe('what hover says', () => {
  test.each(right)('at every column of %s stands around the cursor', (_, text) => {
    const document = readPolicies(text);
    let said = 0;
    for (let offset = 0; offset <= text.length; offset++) {
      const answer = hover(document, offset);
      if (answer === null) continue;
      said++;
      const { start, end, markdown, policy } = answer;
      expect(start <= offset && offset <= end && end <= text.length).toBe(true);
      expect(markdown.trim()).not.toBe('');
      // Nothing is said outside token policies.
      const around = document.tokenPolicies[policy];
      expect(around !== undefined && around.start <= start && end <= around.end).toBe(true);
    }
    for (const { start, end } of document.tokenPolicies) expect(said).toBeGreaterThan((end - start) / 4);
  });
});
