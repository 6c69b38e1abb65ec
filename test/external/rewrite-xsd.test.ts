import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToken, readPolicies, rewrite, type RewriteVariant } from '../../src/core/index.js';
import { writeTestToken } from '../unit/token/test-token.js';
import { generatedPolicy, world } from '../harness/generated-policies.js';

const folder = fileURLToPath(new URL('../../../shared/reference/xsd/', import.meta.url));
const present = existsSync(`${folder}validate-jwt.xsd`) && existsSync(`${folder}common-types.xsd`);
const hasValidator = spawnSync('xmllint', ['--version']).status === 0;
const why = present
  ? hasValidator
    ? ''
    : ' (skipped: xmllint, of the package libxml2-utils, is not installed)'
  : ' (skipped: ../shared/reference/xsd is absent)';

/** What an element looks like once named values and placeholders are filled in and its expressions are escaped. */
function fillIn(text: string, start: number, end: number): string {
  const { expressions } = readPolicies(text);
  let filled = '';
  let from = start;
  for (const expression of expressions) {
    if (expression.start < from || expression.end > end || expression.end < 0) continue;
    const raw = text.slice(expression.start, expression.end);
    const escaped = raw
      .replace(/&(?!\w+;)/g, '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;');
    filled += text.slice(from, expression.start) + escaped;
    from = expression.end;
  }
  filled += text.slice(from, end);
  return filled.replace(/\{\{[^}]*\}\}|\$\{[^}]*\}|\{[a-z-]+\}/g, 'filled-in');
}

/** The complaints of an independent validator about elements, each in a document of its own. */
function validate(elements: readonly string[]): string {
  const temporary = mkdtempSync(join(tmpdir(), 'rewrite-xsd-'));
  try {
    // The schema takes its common types from beside it.
    const schema = join(temporary, 'schema.xsd');
    writeFileSync(
      schema,
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="file://${folder}common-types.xsd"/><xs:include schemaLocation="file://${folder}validate-jwt.xsd"/><xs:include schemaLocation="file://${folder}validate-azure-ad-token.xsd"/></xs:schema>`,
    );
    const files = elements.map((element, index) => {
      const file = join(temporary, `${String(index)}.xml`);
      writeFileSync(file, element);
      return file;
    });
    const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...files], { encoding: 'utf8', maxBuffer: 1e8 });
    return run.stderr
      .split('\n')
      .filter(line => line !== '' && !line.endsWith(' validates'))
      .map(line => line.replaceAll(temporary, ''))
      .join('\n');
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

describe.skipIf(why !== '')(`the schema that Microsoft publishes${why}`, () => {
  it('takes every rewritten element', async () => {
    const elements: string[] = [];
    const sample = fc.sample(fc.tuple(generatedPolicy, fc.constantFrom<RewriteVariant>('both', 'v2', 'v1')), {
      seed: 20260704,
      numRuns: 500,
    });
    for (const [policy, variant] of sample) {
      const [result] = await rewrite(policy.text, 'to-validate-jwt', variant, { now: 0, metadata: {}, namedValues: world.namedValues });
      if (result === undefined || 'reason' in result) continue;
      for (const { start, end } of readPolicies(result.text).tokenPolicies) elements.push(fillIn(result.text, start, end));
    }
    expect(elements.length).toBeGreaterThan(400);
    expect(validate(elements)).toBe('');
  });

  it('takes every rewritten element of External ID', async () => {
    const tenant = world.tenant;
    const claims = {
      iss: `https://${tenant}.ciamlogin.com/${tenant}/`,
      ver: '1.0',
      tid: tenant,
      aud: 'api://a&b',
      appid: world.client,
      scp: 'x',
    };
    const token = parseToken(writeTestToken({ alg: 'RS256', typ: 'JWT' }, claims, 'A'.repeat(342)));
    const elements: string[] = [];
    const sample = fc.sample(fc.tuple(generatedPolicy, fc.constantFrom<RewriteVariant>('both', 'v2', 'v1', 'keep-workforce')), {
      seed: 20261123,
      numRuns: 300,
    });
    for (const [policy, variant] of sample) {
      const [result] = await rewrite(policy.text, 'to-validate-jwt', variant, {
        now: 0,
        metadata: {},
        namedValues: world.namedValues,
        token,
      });
      if (result === undefined || 'reason' in result) continue;
      for (const { start, end } of readPolicies(result.text).tokenPolicies) elements.push(fillIn(result.text, start, end));
    }
    expect(elements.length).toBeGreaterThan(150);
    expect(validate(elements)).toBe('');
  });

  it('takes every element that found its way back', async () => {
    const elements: string[] = [];
    for (const policy of fc.sample(generatedPolicy, { seed: 20261123, numRuns: 300 })) {
      const [there] = await rewrite(policy.text, 'to-validate-jwt', 'both', { now: 0, metadata: {} });
      if (there === undefined || 'reason' in there) continue;
      const [back] = await rewrite(there.text, 'to-validate-azure-ad-token', undefined, { now: 0, metadata: {} });
      if (back === undefined || 'reason' in back) continue;
      for (const { start, end } of readPolicies(back.text).tokenPolicies) elements.push(fillIn(back.text, start, end));
    }
    expect(elements.length).toBeGreaterThan(50);
    expect(validate(elements)).toBe('');
  });

  it('refuses what is out of order (so that the test can fail)', () => {
    expect(validate(['<validate-jwt><audiences/><openid-config url="https://x"/></validate-jwt>'])).not.toBe('');
  });
});
