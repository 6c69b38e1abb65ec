// The prediction against what Microsoft's validation library answered, engine by engine: recorded, so that it can be asked anywhere.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findExpressions, parseToken, predict, readPolicies } from '../../../src/core/index.js';
import { compareAnswers } from '../../external/compare-answers.js';
import { RecordedKeys, readRecordedCases, recordedEngines } from '../../harness/recorded-answers.js';

const cases = readRecordedCases();
const keys = new RecordedKeys();
const metadata = keys.readMetadata();

describe('the prediction', () => {
  test.each(cases)('$id is answered as the library answers it', async recorded => {
    const { id, now, codes, text, outcomes, checks } = recorded;
    const question = { id, now, policy: keys.fillIn(recorded.policy), token: keys.mint(recorded), metadata };
    const answers = codes.map((code, index) => ({
      engine: recordedEngines[index] ?? '',
      outcome: code === 'pass' ? ('pass' as const) : ('fail' as const),
      idx: code === 'pass' ? null : code,
      ...(index === 0 && text !== undefined ? { message: text } : {}),
    }));
    expect(await compareAnswers(question, answers)).toEqual([]);
    const [policy] = readPolicies(question.policy).tokenPolicies;
    if (policy === undefined) throw new Error('no token policy');
    const { outcome, reports } = await predict(policy, parseToken(question.token), { now, metadata });
    expect(outcomes).toContain(outcome);
    if (reports !== null && checks.length > 0) expect(checks).toContain(reports.check);
  });

  test('is asked about every check, and about what passes', () => {
    expect(cases.length).toBeGreaterThan(350);
    const asked = new Set(cases.flatMap(({ checks }) => checks));
    for (const check of ['form', 'signature', 'lifetime', 'audience', 'issuer']) expect(asked).toContain(check);
    expect(cases.filter(({ codes }) => codes.every(code => code === 'pass')).length).toBeGreaterThan(30);
  });
});

describe('the end of an expression', () => {
  const expressions = readFileSync(path.join(import.meta.dirname, '..', '..', 'recorded', 'expressions.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { id: string; text: string; offset: number; end: number });

  test.each(expressions)("$id stands where the C# compiler's lexer finds it", ({ text, offset, end }) =>
    expect(findExpressions(text)[0]).toEqual({ start: offset, end }),
  );

  test('is asked of some that never end', () => expect(expressions.filter(({ end }) => end < 0).length).toBeGreaterThan(5));
});
