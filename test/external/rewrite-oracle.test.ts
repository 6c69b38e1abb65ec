import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPolicies, rewrite, type RewriteVariant } from '../../src/core/index.js';
import { generatedPolicy } from '../harness/generated-policies.js';
import { generatedClaims, isNeverIssued, issuerOf, moment, openForge, type TokenForge } from '../harness/generated-tokens.js';
import { seedOr, times } from '../harness/runs.js';

const ask = fileURLToPath(new URL('../../../shared/oracle/ask.sh', import.meta.url));
const present = existsSync(ask);
const hasDotnet = spawnSync('dotnet', ['--version']).status === 0;
const why = present ? (hasDotnet ? '' : ' (skipped: dotnet is not installed)') : ' (skipped: ../shared/oracle is absent)';

interface Question {
  readonly id: string;
  readonly policy: string;
  readonly token: string;
  readonly now: number;
  readonly element: number;
}

interface Answers {
  readonly id: string;
  readonly answers: readonly {
    readonly engine: string;
    readonly outcome: string;
    readonly idx: string | null;
    readonly message: string | null;
  }[];
}

function askLibrary(questions: readonly Question[], metadata: Readonly<Record<string, unknown>>): Map<string, Answers> {
  const folder = mkdtempSync(join(tmpdir(), 'rewrite-oracle-'));
  try {
    const file = join(folder, 'metadata.json');
    writeFileSync(file, JSON.stringify(metadata));
    const input = questions.map(question => JSON.stringify(question)).join('\n');
    const run = spawnSync(ask, ['tokens', file], { input, encoding: 'utf8', maxBuffer: 1e9 });
    expect(run.status, run.stderr).toBe(0);
    const answers = run.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Answers);
    return new Map(answers.map(answer => [answer.id, answer]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const numRuns = times(150);

let forge: TokenForge;
beforeAll(async () => {
  forge = await openForge('RS256');
});

/** What the library cannot be asked: a tenant that is not known or written as an address, certificates that only the gateway has. */
function isMapped(text: string): boolean {
  return !/tenant-id=["'](?:\{|\$|https:)|certificate-id|authentication-endpoint=["']login/.test(text);
}

describe.skipIf(why !== '')(`the gateway's own library${why}`, () => {
  const variants: readonly (readonly [RewriteVariant, readonly string[]])[] = [
    ['both', []],
    ['v2', [issuerOf('workforce-v1')]],
    ['v1', [issuerOf('workforce-v2'), issuerOf('us-v2')]],
  ];
  for (const [variant, stops] of variants) {
    it(`answers every token the same before and after the rewrite (${variant})`, async () => {
      const sample = fc.sample(fc.tuple(generatedPolicy, fc.array(generatedClaims, { minLength: 5, maxLength: 5 })), {
        seed: seedOr(20261123),
        numRuns,
      });
      const questions: Question[] = [];
      for (const [index, [{ text }, tokens]] of sample.entries()) {
        if (!isMapped(text)) continue;
        const [result] = await rewrite(text, 'to-validate-jwt', variant, { now: moment, metadata: forge.metadata });
        if (result === undefined || 'reason' in result) continue;
        const branches = readPolicies(result.text).tokenPolicies.length;
        for (const [place, claims] of tokens.entries()) {
          if (isNeverIssued(claims) || stops.includes(String(claims['iss']))) continue;
          const shared = { token: await forge.sign(claims), now: moment };
          const id = `${String(index)}/${String(place)}`;
          questions.push({ ...shared, id: `${id}/before`, policy: text, element: 0 });
          // Of a choice, the branch that the token takes.
          questions.push({ ...shared, id: `${id}/after`, policy: result.text, element: branches === 2 && claims['ver'] === '2.0' ? 1 : 0 });
        }
      }
      const answers = askLibrary(questions, forge.metadata);
      const outcomes = (id: string): string =>
        JSON.stringify(answers.get(id)?.answers.map(({ engine, outcome }) => `${engine} ${outcome}`));
      const ids = questions.map(({ id }) => id).filter(id => id.endsWith('/before'));
      const unmapped = [...answers.values()].filter(({ answers: list }) => list.some(({ outcome }) => outcome === 'unmapped'));
      expect(unmapped.map(({ id, answers: list }) => `${id}: ${String(list[0]?.message)}`)).toEqual([]);
      const different = ids.filter(id => outcomes(id) !== outcomes(id.replace(/before$/, 'after')));
      const described = different.map(id => {
        const question = questions.find(candidate => candidate.id === id);
        return `${outcomes(id)} → ${outcomes(id.replace(/before$/, 'after'))}: ${JSON.stringify(answers.get(id.replace(/before$/, 'after')))} ${String(question?.policy)}`;
      });
      expect(described.slice(0, 3)).toEqual([]);
      const passing = ids.filter(id => outcomes(id).includes('pass')).length;
      console.log(`${variant}: ${String(ids.length)} pairs, ${String(passing)} of them accepted`);
      expect(ids.length).toBeGreaterThan(numRuns * (variant === 'both' ? 1.4 : 0.7));
      expect(passing).toBeGreaterThan(numRuns / 14);
    });
  }
});
