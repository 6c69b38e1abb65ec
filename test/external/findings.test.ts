// What rules say of documents and tokens that were not written for them. Skips without the shared folder.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnose, parseToken, predictDocument, type Facts } from '../../src/core/index.js';

const shared = path.join(import.meta.dirname, '..', '..', '..', 'shared');
const corpus = path.join(shared, 'corpus');
const vectors = path.join(shared, 'vectors', 'tokens.jsonl');

interface Vector {
  readonly id: string;
  readonly now: number;
  readonly policy: string;
  readonly token: string;
}

/** Each finding of a folder of documents, as its code with the document in which it stands; a rule that throws is one of them. */
async function diagnoseAll(folder: string): Promise<{ readonly file: string; readonly code: string; readonly severity: string }[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.\w+$/.test(name));
  const said = files.map(async file => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const threw: string[] = [];
    const findings = await diagnose(text, { now: 0, metadata: {} }, { onRuleError: code => threw.push(code) });
    return [
      ...threw.map(code => ({ file, code: `${code} threw`, severity: 'error' })),
      ...findings.map(({ code, line, severity }) => ({ file: `${file}:${String(line)}`, code, severity })),
    ];
  });
  expect(files.length).toBeGreaterThan(20);
  return (await Promise.all(said)).flat();
}

describe.skipIf(!existsSync(corpus))('the corpus of public policies (needs ../shared/corpus)', () => {
  test('no rule throws, and no error is shown', async () => {
    const said = await diagnoseAll(path.join(corpus, 'policies'));
    expect(said.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('the only errors in documents cut out of other files are their broken ends', async () => {
    const said = await diagnoseAll(path.join(corpus, 'embedded'));
    const errors = said.filter(({ severity }) => severity === 'error');
    expect(errors.filter(({ code }) => code !== 'policy-not-well-formed')).toEqual([]);
    // That each of these is broken, an independent validator says, too (corpus.test.ts).
    expect(new Set(errors.map(({ file }) => file)).size).toBe(errors.length);
  });

  test('warnings are few, and each was looked at by hand', async () => {
    const said = [...(await diagnoseAll(path.join(corpus, 'policies'))), ...(await diagnoseAll(path.join(corpus, 'embedded')))];
    const codes = said.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
    // Metadata of every tenant with nothing but an audience; a short secret written out in a lesson.
    expect([...new Set(codes)].sort()).toEqual(['any-tenant', 'secret-in-policy', 'weak-key']);
    expect(codes.length).toBeLessThan(20);
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
