// What is offered for every place at once: how often, under which title, and never more than was asked for.
import { describe, expect, it } from 'vitest';
import { diagnose, fixAll, judgeText } from '../../../src/core/index.js';
import { neutralChoice } from '../../../src/core/fixes/together/fix-choice.js';
import { listFixGroups, mergeGroups, type FixGroup } from '../../../src/core/fixes/together/list-fix-groups.js';

const facts = { now: 0, metadata: {} };
const id = '11111111-2222-3333-4444-555555555555';
const misspelt = `<validate-azure-ad-token tenantId="${id}"><audiences><audience>a</audience></audiences></validate-azure-ad-token>`;
const document = (...policies: string[]): string => `<policies><inbound>${policies.join('')}</inbound></policies>`;

async function list(text: string, options: Parameters<typeof listFixGroups>[2] = {}): Promise<FixGroup[]> {
  return listFixGroups(await judgeText(text, facts), await diagnose(text, facts), options);
}

const short = (groups: readonly FixGroup[]): unknown[] =>
  groups.map(({ choice, count, widens }) => [choice.neutral ? 'neutral' : choice.code, choice.variant, count, widens]);

describe('the groups of a document', () => {
  it('count the places, those that change no outcome first', async () => {
    const groups = await list(document(misspelt, misspelt));
    expect(short(groups)).toEqual([
      ['neutral', null, 2, false],
      ['unknown-attribute', null, 2, false],
    ]);
    const [all, rename] = groups;
    expect(all?.choice).toEqual(neutralChoice);
    expect(rename?.title).toBe(rename?.choice.title);
    expect(all?.title).not.toBe(rename?.title);
  });

  it('have a place for every variant of a rewrite, of both directions', async () => {
    const there = `<validate-azure-ad-token tenant-id="${id}" />`;
    const config = (version: string): string =>
      `<openid-config url="https://login.microsoftonline.com/${id}${version}/.well-known/openid-configuration" />`;
    const back = `<validate-jwt header-name="Authorization" require-scheme="Bearer">${config('/v2.0')}${config('')}</validate-jwt>`;
    const rewrites = (groups: readonly FixGroup[]): unknown[] =>
      short(groups.filter(({ choice }) => choice.code?.startsWith('to-') === true));
    const there2 = [
      ['to-validate-jwt', 'both', 2, false],
      ['to-validate-jwt', 'v2', 2, false],
      ['to-validate-jwt', 'v1', 2, false],
    ];
    const one = ['to-validate-azure-ad-token', null, 1, false];
    const text = document(there, there, back);
    expect(rewrites(await list(text))).toEqual([...there2, one]);
    expect(rewrites(await list(text, { mostElements: 1 }))).toEqual([...there2.map(([code, variant]) => [code, variant, 1, false]), one]);
    expect(rewrites(await list(text, { mostElements: 0 }))).toEqual([]);
    // What cannot be rewritten has no place among them.
    expect(rewrites(await list(document(back.replace('require-scheme="Bearer"', ''))))).toEqual([]);
  });

  it('look at so many findings of each code', async () => {
    const text = document(misspelt, misspelt.replace('<audiences>', '<audience>x</audience><audiences>'), misspelt);
    const of = (groups: readonly FixGroup[], code: string): number[] =>
      groups.filter(({ choice }) => choice.code === code).map(({ count }) => count);
    expect(of(await list(text), 'unknown-attribute')).toEqual([3]);
    expect(of(await list(text, { mostFindings: 2 }), 'unknown-attribute')).toEqual([2]);
    expect(of(await list(text, { mostFindings: 0 }), 'unknown-attribute')).toEqual([]);
  });

  it('end with the wish for them, and pause after each finding', async () => {
    const text = document(misspelt, misspelt);
    const findings = await diagnose(text, facts);
    const judged = await judgeText(text, facts);
    const signal = { aborted: false };
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses++;
      return Promise.resolve();
    };
    expect(await listFixGroups(judged, findings, { pause, signal })).not.toEqual([]);
    expect(pauses).toBe(findings.length);
    signal.aborted = true;
    expect(await listFixGroups(judged, findings, { pause, signal })).toEqual([]);
    expect(pauses).toBe(findings.length + 1);
  });

  it('are each applied wherever they are counted', async () => {
    const text = document(misspelt, misspelt);
    const judged = await judgeText(text, facts);
    for (const { choice, count } of await list(text)) expect((await fixAll(judged, choice)).text.match(/ tenant-id=/g)).toHaveLength(count);
  });

  it('of one document leave the other code alone', async () => {
    const odd = `<validate-azure-ad-token tenant-id="${id}" failed-validation-httpcode="Unauthorized" nobody-knows="1" />`;
    const judged = await judgeText(document(odd), facts);
    const group = (await list(document(odd))).find(({ choice }) => choice.code === 'unknown-attribute');
    const fixed = group === undefined ? '' : (await fixAll(judged, group.choice)).text;
    expect(fixed).toBe(document(odd.replace(' nobody-knows="1"', '')));
  });
});

describe('the groups of several documents', () => {
  const group = (title: string, code: 'unknown-attribute' | 'to-validate-jwt', count: number): FixGroup => ({
    choice: { neutral: false, code, variant: null, title: null },
    title,
    count,
    widens: false,
  });
  const neutral: FixGroup = { choice: neutralChoice, title: 'All', count: 1, widens: false };

  it('are one list, with the sum of the places', () => {
    const merged = mergeGroups([[group('Rename', 'unknown-attribute', 2)], [group('Rename', 'unknown-attribute', 3), neutral], [neutral]]);
    expect(merged).toEqual([{ ...neutral, count: 2 }, group('Rename', 'unknown-attribute', 5)]);
    expect(mergeGroups([])).toEqual([]);
  });

  it('call out together what each calls out, once', () => {
    const one = group('Rewrite; assumes one tenant in {{a}}', 'to-validate-jwt', 1);
    const other = group('Rewrite; assumes one tenant in {{b}}', 'to-validate-jwt', 1);
    const [merged] = mergeGroups([[one, other], [one]]);
    expect(merged?.title).toBe('Rewrite; assumes one tenant in {{a}}; assumes one tenant in {{b}}');
    expect(merged?.count).toBe(3);
  });
});
