import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explainError, rules } from '../../../src/core/index.js';
import { symptomsOfIssuer } from './symptoms-of-issuer.js';
import { symptomsOfSurroundings } from './symptoms-of-surroundings.js';
import { symptomsOfToken } from './symptoms-of-token.js';

/** Every symptom that users were seen to meet, with the fixtures and the pasted texts that show it. */
const symptoms = [...symptomsOfIssuer, ...symptomsOfToken, ...symptomsOfSurroundings];

const fixtures = new URL('../../fixtures/', import.meta.url);

function readExpected(name: string): string {
  const file = new URL(`${name}/expected.txt`, fixtures);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

test('every symptom has its row, with what shows it or why nothing does', () => {
  expect(symptoms.map(({ row }) => row)).toEqual(Array.from({ length: 58 }, (_, index) => index + 1));
  for (const { row, fixtures: shown = [], texts = [], unseen = '' } of symptoms)
    expect(shown.length + texts.length > 0, `row ${String(row)}`).toBe(unseen === '');
});

describe.each(symptoms.filter(({ fixtures: shown }) => shown !== undefined))('row $row, $symptom', ({ fixtures: shown = [] }) => {
  test.each(shown)('fixture %s names its code', name => {
    const code = name.slice(0, name.indexOf('/'));
    expect(existsSync(new URL(`${name}/policy.xml`, fixtures)), 'the fixture is there').toBe(true);
    if (code === 'ok') expect(readExpected(name)).not.toMatch(/^policy\.xml:\d/m);
    else expect(readExpected(name)).toMatch(new RegExp(`^policy\\.xml:\\d+:\\d+ \\w+ ${code} `, 'm'));
  });
});

describe.each(symptoms.filter(({ texts }) => texts !== undefined))('row $row, $symptom', ({ texts = [] }) => {
  test.each(texts)('is explained: $pasted', ({ pasted, codes, check, says }) => {
    for (const form of formsOf(pasted)) {
      const explanations = explainError(form);
      expect(
        explanations.flatMap(({ idx }) => idx ?? []),
        form,
      ).toEqual(codes);
      expect(explanations[0]?.check).toBe(check);
      expect(explanations.map(({ explanation, cures }) => [explanation, ...cures].join('\n')).join('\n')).toMatch(says);
      for (const { cures, rules: related } of explanations) {
        expect(cures.length).toBeGreaterThan(0);
        expect(related.filter(code => !rules.some(rule => rule.code === code))).toEqual([]);
      }
    }
  });
});

/** The text as it is, and as it comes in a trace: as JSON in the form that .NET writes, with Windows' line breaks. */
function formsOf(pasted: string): string[] {
  const trace = { traceEntries: { inbound: [{ source: 'validate', timestamp: '2026-11-23T16:00:00Z', data: { message: pasted } }] } };
  const json = JSON.stringify(trace, null, 2);
  const escaped = json.replace(/['<>&+]/g, letter => `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  return [pasted, json, escaped, pasted.replaceAll('\n', '\r\n'), `Trace: ${pasted} Access denied.`];
}
