// What rules say of documents and tokens that were not written for them. Skips without the shared folder.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose, parseToken, predictDocument, type Facts } from '../../src/core/index.js';

const shared = path.join(import.meta.dirname, '..', '..', '..', 'shared');
const corpus = path.join(shared, 'corpus', 'policies');
const vectors = path.join(shared, 'vectors', 'tokens.jsonl');

interface Vector {
  readonly id: string;
  readonly now: number;
  readonly policy: string;
  readonly token: string;
}

describe.skipIf(!existsSync(corpus))('the corpus of public policies (needs ../shared/corpus)', () => {
  test('no rule throws, and no error is shown', async () => {
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(name => /\.\w+$/.test(name));
    const said: string[] = [];
    for (const file of files) {
      const text = readFileSync(path.join(corpus, file), 'utf8');
      const findings = await diagnose(text, { now: 0, metadata: {} }, { onRuleError: code => said.push(`${file}: ${code} threw`) });
      said.push(...findings.filter(({ severity }) => severity === 'error').map(({ code, line }) => `${file}:${line}: ${code}`));
    }
    expect(files.length).toBeGreaterThan(100);
    expect(said).toEqual([]);
  });
});

describe.skipIf(!existsSync(vectors))('recorded answers of the library (needs ../shared/vectors)', () => {
  test('what fails has an error that says why, what passes has none', async () => {
    const metadata = JSON.parse(readFileSync(path.join(shared, 'vectors', 'metadata.json'), 'utf8')) as Facts['metadata'];
    const lines = readFileSync(vectors, 'utf8').split('\n');
    const wrong: string[] = [];
    for (const line of lines) {
      if (line === '') continue;
      const { id, now, policy, token } = JSON.parse(line) as Vector;
      const facts: Facts = { now, token: parseToken(token), metadata };
      const { outcome, policy: deciding } = await predictDocument(policy, parseToken(token), facts);
      const findings = await diagnose(policy, facts, { onRuleError: code => wrong.push(`${id}: ${code} threw`) });
      // A policy without keys fails for every token, so its rule needs none.
      const doubts = findings.filter(({ code, data }) => data['check'] !== undefined || code === 'no-keys');
      const errors = doubts.filter(({ severity }) => severity === 'error');
      if (outcome === 'fail' && !errors.some(({ policy: at }) => at === deciding))
        wrong.push(`${id}: fails, no error: ${findings.map(f => f.code).join()}`);
      if (outcome !== 'fail' && errors.length > 0) wrong.push(`${id}: ${outcome}, but ${errors.map(({ code }) => code).join()}`);
      if ((outcome === 'uncertain' || outcome === 'unresolved') && doubts.length === 0) wrong.push(`${id}: ${outcome}, and nothing said`);
      if (outcome === 'pass' && doubts.length > 0) wrong.push(`${id}: passes, but ${doubts.map(({ code }) => code).join()}`);
    }
    expect(lines.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });
});
