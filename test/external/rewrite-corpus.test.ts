import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPolicies, rewrite } from '../../src/core/index.js';

const folder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

function listFiles(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.tsv'))
    .map(entry => `${entry.parentPath}/${entry.name}`)
    .sort();
}

describe.skipIf(!existsSync(folder))('real policies (skipped where ../shared/corpus is absent)', () => {
  it('are rewritten and read back', async () => {
    let count = 0;
    for (const file of listFiles()) {
      const text = readFileSync(file, 'utf8');
      const sources = readPolicies(text).tokenPolicies.filter(({ kind }) => kind === 'validate-azure-ad-token');
      const results = await rewrite(text, 'to-validate-jwt', undefined, { now: 0, metadata: {} });
      expect(results).toHaveLength(sources.length);
      for (const [index, result] of results.entries()) {
        const source = sources[index];
        if (source === undefined) throw new Error('a result for each element');
        expect(result, file).toHaveProperty('edits');
        if (!('edits' in result)) continue;
        count += 1;
        expect(result.text.startsWith(text.slice(0, source.start)), file).toBe(true);
        expect(result.text.endsWith(text.slice(source.end)), file).toBe(true);
        const after = readPolicies(result.text);
        expect(after.break, file).toEqual(readPolicies(text).break);
        const written = after.tokenPolicies.filter(
          ({ start }) => start >= source.start && start < source.start + (result.edits[0]?.text.length ?? 0),
        );
        expect(written.length, file).toBe(source.clientApplicationIds.length > 0 ? 2 : 1);
        for (const policy of written) {
          expect(policy.kind).toBe('validate-jwt');
          expect(policy.audiences.map(({ value }) => value)).toEqual(source.audiences.map(({ value }) => value));
          for (const name of ['failed-validation-httpcode', 'failed-validation-error-message', 'output-token-variable-name']) {
            expect(policy.attributes[name]?.value).toBe(source.attributes[name]?.value);
          }
        }
        expect(await rewrite(result.text, 'to-validate-jwt', undefined, { now: 0, metadata: {} })).toHaveLength(sources.length - 1);
      }
    }
    expect(count).toBeGreaterThan(0);
    console.log(`${String(count)} elements of real policies rewritten`);
  });
});
