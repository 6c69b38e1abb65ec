// The recogniser of policies never says no to what reading takes for one, whatever stands in front of the root.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanMarkup } from '../../src/core/expression/scan-markup.js';
import { buildTokenPolicies } from '../../src/core/policy/build-token-policies.js';
import { nestMarks } from '../../src/core/policy/nest-marks.js';
import { ReadTree } from '../../src/core/policy/read-tree.js';
import { finish } from '../../src/core/text/steps.js';
import { sniffPolicy } from '../../src/core/text/sniff-policy.js';
import { markupPieces } from '../harness/hostile.js';
import { seedOr, times } from '../harness/runs.js';

const fixtures = path.join(import.meta.dirname, '../fixtures');
const texts = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.xml'))
  .map(file => [file, readFileSync(path.join(fixtures, file), 'utf8')] as const);

/** What reading makes of a text that nobody has sniffed at: how many token policies a policy document of it has; null for another root. */
function readAll(text: string): number | null {
  const markup = scanMarkup(text);
  const nesting = finish(nestMarks(text, markup));
  const name = markup.marks.name(nesting.roots[0] ?? -1);
  const tree = new ReadTree({ text, literals: new Set(), marks: markup.marks, nesting });
  return name === 'policies' || name === 'fragment' ? buildTokenPolicies(tree).length : null;
}

/** What a sniffer could stumble over, beside the pieces that markup is made of. */
const piece = fc.constantFrom(
  ...markupPieces,
  '\ufeff',
  ' ',
  '\r\n',
  '<?xml version="1.0"?>',
  '<!-- <list> -->',
  '<!DOCTYPE policies [ <!ENTITY a "b"> ]>',
  '<!DOCTYPE <list>',
  '<![CDATA[ <list> ]]>',
  '%{ if a <b }',
  '${x["<list>"]}',
  '@{ var x = "<b>"; }',
  '@("<!--")',
  '@',
  'text',
);
const root = '<policies><inbound><validate-jwt header-name="Authorization" /></inbound></policies>';

describe('the recogniser of policies', () => {
  test.each(texts)('knows %s as reading does', (_, text) => {
    if (readAll(text) !== null) expect(sniffPolicy(text)).toBe(true);
  });

  test('says no to nothing that reading takes for a policy with a token policy', () => {
    let read = 0;
    const runs = { seed: seedOr(20261129), numRuns: times(2000) };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const text = pieces.join('') + root;
        if ((readAll(text) ?? 0) === 0) return;
        read++;
        expect(sniffPolicy(text), JSON.stringify(text)).toBe(true);
      }),
      runs,
    );
    // Most of what is made is no policy document: that enough of it is shows that something was compared.
    expect(read).toBeGreaterThan(runs.numRuns / 50);
  });
});
