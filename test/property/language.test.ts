// What the editor asks, in any document and at any place: an answer, never a throw, and never an edit away from the cursor.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPolicies } from '../../src/core/index.js';
import { complete } from '../../src/core/language/complete.js';
import { foldings } from '../../src/core/language/foldings.js';
import { hover } from '../../src/core/language/hover.js';
import { outline } from '../../src/core/language/outline.js';
import { findReference } from '../../src/core/language/reference-at.js';
import { listCases } from '../harness/fixture-runner.js';
import { places } from '../harness/runs.js';

const texts = listCases()
  .map(({ folder }) => path.join(folder, 'policy.xml'))
  .filter(existsSync)
  .map(file => readFileSync(file, 'utf8'))
  .filter(text => text.length < 4000);

/** Asks everything at one place of one text. */
function ask(text: string, offset: number): void {
  const document = readPolicies(text);
  for (const { edit, caret } of complete(text, offset, ['a-value'])) {
    expect(edit.start).toBeLessThanOrEqual(offset);
    expect(edit.end).toBeGreaterThanOrEqual(offset);
    expect(caret ?? 0).toBeLessThanOrEqual(edit.text.length);
  }
  for (const span of [hover(document, offset), findReference(document, offset)]) {
    if (span === null) continue;
    expect(span.start).toBeLessThanOrEqual(offset);
    expect(span.end).toBeGreaterThanOrEqual(offset);
  }
  for (const { name, start, end, nameSpan } of outline(document)) {
    expect(name).not.toBe('');
    expect(start <= nameSpan.start && nameSpan.end <= end && end <= text.length).toBe(true);
  }
  for (const { firstLine, lastLine } of foldings(document) ?? []) expect(lastLine).toBeGreaterThan(firstLine);
}

describe('the language in every fixture', () => {
  it('at places all over the document', () => {
    expect(texts.length).toBeGreaterThan(60);
    for (const [index, text] of texts.entries()) for (const offset of places(text.length, 41, index)) ask(text, offset);
  });

  it('at the end of what has been typed so far', () => {
    for (const [index, text] of texts.entries()) for (const length of places(text.length, 47, index)) ask(text.slice(0, length), length);
  });

  it('in hostile texts', () => {
    const names = ['constructor', '__proto__', 'toString'];
    for (const name of names) {
      const text = `<policies><inbound><validate-jwt ${name}="{{${name}}}"><${name}/><required-claims><claim name="${name}"><value>x</value></claim>`;
      for (let offset = 0; offset <= text.length; offset++) ask(text, offset);
    }
    const deep = '<policies><inbound>' + '<a>'.repeat(10_000);
    for (const offset of [0, 20, deep.length]) ask(deep, offset);
    const nested = '<policies><inbound><validate-jwt>' + '<audiences>'.repeat(10_000);
    for (const offset of [0, 40, nested.length]) ask(nested, offset);
  });
});
