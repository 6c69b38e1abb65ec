import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseToken, predict, readPolicies } from '../../src/core/index.js';
import type { Prediction } from '../../src/core/index.js';

const folder = fileURLToPath(new URL('../../../shared/vectors/', import.meta.url));
const present = existsSync(`${folder}tokens.jsonl`);

/** One token, one policy, one moment, and what the gateway's library answered. */
interface Vector {
  readonly id: string;
  readonly now: number;
  readonly policy: string;
  readonly token: string;
  readonly expect: { readonly outcomes: readonly string[]; readonly idx?: readonly string[]; readonly check?: string | readonly string[] };
}

/** What does not agree, in words; empty where everything does. */
function compare({ expect: wanted }: Vector, { outcome, reports }: Prediction): string {
  const checks = wanted.check === undefined ? null : [wanted.check].flat();
  if (!wanted.outcomes.includes(outcome)) return `outcome ${outcome}, not ${wanted.outcomes.join(' or ')}`;
  if (reports === null) return '';
  if (wanted.idx !== undefined && !wanted.idx.includes(reports.idx ?? ''))
    return `code ${String(reports.idx)}, not ${wanted.idx.join(' or ')}`;
  return checks !== null && !checks.includes(reports.check) ? `check ${reports.check}, not ${checks.join(' or ')}` : '';
}

/** What was recorded, with the documents that it was asked about; the second dealt with dimensions that the first lacked. */
const recordings = [
  ['tokens', 'metadata'],
  ['more-tokens', 'more-metadata'],
] as const;

describe.skipIf(!present)('recorded answers of the library (skipped where ../shared/vectors is absent)', () => {
  it.each(recordings)('agree with the prediction: %s', async (tokens, documents) => {
    const vectors = readFileSync(`${folder}${tokens}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Vector);
    const metadata = JSON.parse(readFileSync(`${folder}${documents}.json`, 'utf8')) as Record<string, unknown>;
    const disagreements: string[] = [];
    for (const vector of vectors) {
      const [policy] = readPolicies(vector.policy).tokenPolicies;
      if (policy === undefined) throw new Error(`${vector.id} has no token policy`);
      const prediction = await predict(policy, parseToken(vector.token), { now: vector.now, metadata });
      const disagreement = compare(vector, prediction);
      if (disagreement !== '') disagreements.push(`${vector.id}: ${disagreement}`);
    }
    console.log(`${String(vectors.length - disagreements.length)} of ${String(vectors.length)} recorded answers agree`);
    expect(disagreements).toEqual([]);
  });
});
