// What must hold whatever is typed, pasted or fetched: nothing throws, spans stand in the text, fixes apply and can be read, no token leaks.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  applyFix,
  createSampleTenant,
  decodeToken,
  diagnose,
  explainError,
  findExpressions,
  neededDocuments,
  parseToken,
  predict,
  predictDocument,
  readPolicies,
  redact,
  rewrite,
  viewToken,
  type Facts,
  type Fix,
  type Refusal,
  type Span,
} from '../../src/core/index.js';
import { complete } from '../../src/core/language/complete.js';
import { foldings } from '../../src/core/language/foldings.js';
import { hover } from '../../src/core/language/hover.js';
import { outline } from '../../src/core/language/outline.js';
import { findReference } from '../../src/core/language/reference-at.js';
import { hostileDocument, hostileMetadata, hostilePaste, readSeeds } from '../harness/hostile.js';
import { seedOr, times } from '../harness/runs.js';

const settings = { seed: seedOr(20260715), numRuns: times(60) };
const seeds = readSeeds();
const now = 1798000000;
const ids = {
  tenant: '11111111-2222-3333-4444-555555555555',
  api: '66666666-7777-8888-9999-aaaaaaaaaaaa',
  client: 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff',
};
const namedValues = { constructor: 'x', 'tenant-id': ids.tenant, x: '@("y")', deep: '{{deep}}' };

function expectInside(text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    if (!(Number.isInteger(start) && 0 <= start && start <= end && end <= text.length))
      throw new Error(`span ${String(start)}–${String(end)} in ${String(text.length)} characters`);
  }
}

/** Everything that shows or judges a document; none of it may throw. */
async function judge(text: string, facts: Facts, offset: number): Promise<void> {
  const document = readPolicies(text);
  expectInside(
    text,
    findExpressions(text).filter(({ end }) => end >= 0),
  );
  const failed: string[] = [];
  const findings = await diagnose(text, facts, { onRuleError: code => failed.push(code) });
  expect(failed).toEqual([]);
  expectInside(text, findings);
  for (const { message, line, column } of findings) {
    expect(message).not.toMatch(/undefined|\[object|NaN/);
    expect(Math.min(line, column)).toBeGreaterThan(0);
  }
  if (facts.token !== undefined) {
    const { predictions } = await predictDocument(text, facts.token, facts);
    expect(predictions.length).toBe(document.tokenPolicies.length);
    JSON.stringify(predictions);
  }
  for (const policy of document.tokenPolicies) neededDocuments(policy, facts.token, facts);
  expectInside(
    text,
    complete(text, offset, Object.keys(namedValues)).map(({ edit }) => edit),
  );
  const shown = [hover(document, offset, facts), findReference(document, offset)].filter(span => span !== null);
  expectInside(text, [...shown, ...outline(document)]);
  foldings(document);
}

function expectReadable(text: string, wasWellFormed: boolean, fixes: readonly (Fix | Refusal)[]): void {
  for (const fix of fixes) {
    if (!('edits' in fix)) {
      expectInside(text, [fix]);
      continue;
    }
    expectInside(text, fix.edits);
    expect(fix.text).toBe(applyEdits(text, fix.edits));
    const after = readPolicies(fix.text);
    // In a broken document an edit may close what was open before it, an expression around everything among them.
    if (wasWellFormed) expect([fix.code, fix.title, after.root !== null, after.break]).toEqual([fix.code, fix.title, true, null]);
  }
}

/** The first findings of each code: there may be hundreds. */
async function cure(text: string, facts: Facts): Promise<void> {
  const wasWellFormed = readPolicies(text).break === null;
  const seen = new Map<string, number>();
  for (const finding of await diagnose(text, facts)) {
    const times = (seen.get(finding.code) ?? 0) + 1;
    seen.set(finding.code, times);
    if (times <= 2) expectReadable(text, wasWellFormed, await applyFix(text, finding, facts));
  }
  expectReadable(text, wasWellFormed, await rewrite(text, 'to-validate-jwt', undefined, facts));
  expectReadable(text, wasWellFormed, await rewrite(text, 'to-validate-azure-ad-token', undefined, facts));
}

const document = hostileDocument(seeds);
const place = fc.nat({ max: 40_000 });

describe('whatever stands in the document', () => {
  test('it is judged, shown and cured without a token', async () => {
    await fc.assert(
      fc.asyncProperty(document, place, async (text, at) => {
        const facts: Facts = { now, metadata: {}, namedValues };
        await judge(text, facts, at % (text.length + 1));
        await cure(text, facts);
      }),
      settings,
    );
  });

  test('it is judged, shown and cured with a good token', async () => {
    const tenant = await createSampleTenant(ids);
    const kinds = ['external-id-v1', 'external-id-v2', 'workforce-v1', 'workforce-v2'] as const;
    const tokens = await Promise.all(kinds.map(async kind => decodeToken((await tenant.mint(kind, now)).reveal())));
    await fc.assert(
      fc.asyncProperty(document, place, fc.nat({ max: 3 }), async (text, at, kind) => {
        const token = tokens[kind];
        if (token === undefined) throw new Error('no such token');
        const facts: Facts = { now, metadata: tenant.metadata, namedValues, token };
        await judge(text, facts, at % (text.length + 1));
        await cure(text, facts);
      }),
      settings,
    );
  });

  test('an error text is explained beside it', () => {
    const error = fc
      .array(
        fc.constantFrom(
          'IDX10214',
          'IDX10205',
          'IDX99999',
          "Issuer: '",
          "'",
          ' Audiences: ',
          '{"statusCode": 401,',
          '\n',
          'JWT not present',
          '[PII',
          'aka.ms/IDX10511',
          '\\"',
          'Exceptions caught:\n',
        ),
        { maxLength: 20 },
      )
      .map(pieces => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(error, fc.string()), document, (pasted, text) => {
        for (const { cures, location } of explainError(pasted, text)) {
          expect(cures.length).toBeGreaterThan(0);
          if (location !== undefined) expectInside(text, [location]);
        }
      }),
      settings,
    );
  });
});

describe('whatever is pasted as a token, and whatever the metadata hold', () => {
  test('it is decoded, shown, classified and redacted', () => {
    fc.assert(
      fc.property(hostilePaste, pasted => {
        for (const token of [decodeToken(pasted), parseToken(pasted)]) {
          viewToken(token, now);
          JSON.stringify([token.header, token.claims, token.problem, token.cleaned]);
        }
        redact(pasted);
      }),
      { ...settings, numRuns: settings.numRuns * 5 },
    );
  });

  test('policies are judged and cured with it', async () => {
    await fc.assert(
      fc.asyncProperty(document, hostilePaste, hostileMetadata, place, async (text, pasted, metadata, at) => {
        const facts: Facts = { now, metadata, namedValues, token: decodeToken(pasted) };
        await judge(text, facts, at % (text.length + 1));
        await cure(text, facts);
      }),
      settings,
    );
  });

  test('the predictions of one document do not depend on each other', async () => {
    await fc.assert(
      fc.asyncProperty(document, hostilePaste, hostileMetadata, async (text, pasted, metadata) => {
        const token = decodeToken(pasted);
        const facts: Facts = { now, metadata, namedValues, token };
        const alone = await Promise.all(readPolicies(text).tokenPolicies.map(policy => predict(policy, token, facts)));
        expect((await predictDocument(text, token, facts)).predictions).toEqual(alone);
      }),
      settings,
    );
  });
});
