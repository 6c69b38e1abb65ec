// docs/symptoms.md says of each text what the product says of it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainError } from '../../src/core/index.js';

const [, policies = '', elsewhere = ''] = readFileSync('docs/symptoms.md', 'utf8').split(/^## .*$/m);
const rowsOf = (part: string): [string, string][] =>
  [...part.matchAll(/^\| `([^`]+)` +\| (.*) \|$/gm)].map(([, text = '', rest = '']) => [text, rest]);

describe('a text of a token policy', () => {
  const rows = rowsOf(policies);
  it('is one of many', () => expect(rows.length).toBeGreaterThan(12));

  it.each(rows)('%s is about the rules that the page names', (text, rest) => {
    const [explained] = explainError(text);
    expect(explained?.answeredBy.kind).toBe('policy');
    const named = [...rest.matchAll(/\[([\w-]+)\]\(rules\/([\w-]+)\.md\)/g)].map(([, name, file]) =>
      name === file ? name : 'another page',
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(name => explained?.rules.some(rule => rule === name) !== true)).toEqual([]);
  });
});

describe('a text from elsewhere', () => {
  const rows = rowsOf(elsewhere);
  it('is one of several', () => expect(rows.length).toBeGreaterThan(4));

  it.each(rows)('%s is answered by whom the page names', (text, rest) => {
    expect(explainError(text)[0]?.answeredBy.kind).toBe(/^[\w-]+/.exec(rest)?.[0]);
  });
});
