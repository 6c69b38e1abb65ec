import { describe, expect, it } from 'vitest';
import { effectivePolicy, judgePath, listPaths, parseToken, readScopes, type ScopeFile } from '../../../src/core/index.js';
import type { EffectivePolicy, JudgedPath, Statement } from '../../../src/core/index.js';

const document = (inbound: string, rest = ''): string => `<policies><inbound>${inbound}</inbound>${rest}</policies>`;

/** An API with one operation. */
function filesOf(texts: { readonly [path: string]: string }): ScopeFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

function firstPath(texts: { readonly [path: string]: string }): EffectivePolicy {
  const scopes = readScopes(filesOf(texts));
  const [target] = listPaths(scopes);
  if (target === undefined) throw new Error('no path');
  return effectivePolicy(scopes, target);
}

/** Names of statements with the scope they stand in, gaps with their reason. */
function write(sequence: readonly Statement[]): string[] {
  return sequence.map(({ at, element, gap, children }) => {
    if (gap !== null) return `${gap.kind} ${gap.name ?? '-'}: ${gap.reason}`;
    const inside = children.length === 0 ? '' : ` {${write(children).join(', ')}}`;
    return `${at?.scope ?? ''} ${element?.name ?? ''}${inside}`;
  });
}

async function judgeFirst(texts: { readonly [path: string]: string }): Promise<JudgedPath> {
  const scopes = readScopes(filesOf(texts));
  const [target] = listPaths(scopes);
  if (target === undefined) throw new Error('no path');
  return judgePath(scopes, target, { facts: { now: 1_798_000_000, metadata: {}, token: parseToken('no.token') } });
}

const refusing = '<validate-jwt header-name="Authorization" />';

describe('base', () => {
  it('stands in each section for that section of the next broader scope', () => {
    const { sections } = firstPath({
      'policy.xml': document('<global />', '<backend><forward-request /></backend><on-error><base /><log /></on-error>'),
      'apis/a/policy.xml': document('<one /><base /><two />', '<backend><base /></backend><on-error><base /></on-error>'),
      'apis/a/operations/get/policy.xml': document('<base /><three />', '<backend><base /></backend><on-error><base /></on-error>'),
    });
    expect(write(sections.inbound)).toEqual(['api one', 'global global', 'api two', 'operation three']);
    expect(write(sections.backend)).toEqual(['global forward-request']);
    expect(write(sections['on-error'])).toEqual(['global log']);
  });

  it('cuts off the broader scopes where it is missing, and makes it uncertain where its whole section is', () => {
    const cut = { 'policy.xml': document(refusing), 'apis/a/policy.xml': document('<one />', '<backend />') };
    expect(write(firstPath(cut).sections.inbound)).toEqual(['api one']);
    expect(write(firstPath({ ...cut, 'apis/a/policy.xml': '<policies />' }).sections.inbound)).toEqual(['base -: section-missing']);
  });

  it('inside choose or a fragment is not followed, and a second one is said', () => {
    const { sections } = firstPath({
      'policy.xml': document('<global />'),
      'policyFragments/f/policy.xml': '<fragment><base /></fragment>',
      'apis/a/policy.xml': document(
        '<choose><when condition="@(x)"><base /></when></choose><include-fragment fragment-id="f" /><base /><one /><base />',
      ),
    });
    expect(write(sections.inbound)).toEqual([
      'base -: base-twice',
      'api choose {api when {base -: base-inside}}',
      'base -: base-inside',
      'global global',
      'api one',
    ]);
  });
});

describe('fragments', () => {
  it('are followed under a branch, one inside another is said, and what is missing is named', () => {
    const { sections, fragments } = firstPath({
      'policy.xml': document(''),
      'policyFragments/outer/policy.xml': '<fragment><one /><include-fragment fragment-id="inner" /></fragment>',
      'policyFragments/inner/policy.xml': '<fragment><two /></fragment>',
      'policyFragments/wrong/policy.xml': '<policies />',
      'apis/a/policy.xml': document(
        '<choose><otherwise><include-fragment fragment-id="outer" /></otherwise></choose><include-fragment fragment-id="none" /><include-fragment /><include-fragment fragment-id="wrong" />',
      ),
    });
    expect(write(sections.inbound)).toEqual([
      'api choose {api otherwise {fragment one, fragment inner: fragment-nested, fragment two}}',
      'fragment none: fragment-absent',
      'fragment -: fragment-absent',
      'fragment wrong: unreadable',
    ]);
    // A file that holds no fragment is met, too: an edit may mend it.
    expect(fragments.map(({ name }) => name)).toEqual(['wrong', 'outer', 'inner']);
  });
});

describe('what a path answers', () => {
  it('is certain only if all before the refusal was read', async () => {
    const global = { 'policy.xml': document('') };
    const sure = await judgeFirst({ ...global, 'apis/a/policy.xml': document(`<base />${refusing}<include-fragment fragment-id="f" />`) });
    expect(sure.verdict?.answer).toMatchObject({ outcome: 'fail', certain: true, status: 401 });
    expect(sure.verdict?.notRead).toEqual([]);
    const late = await judgeFirst({ ...global, 'apis/a/policy.xml': document(`<include-fragment fragment-id="f" />${refusing}`) });
    expect(late.verdict?.answer).toMatchObject({ outcome: 'fail', certain: false });
    expect(late.verdict?.notRead.map(({ kind, name }) => [kind, name])).toEqual([['fragment', 'f']]);
  });

  it('is what ends the path, with its status and no token outcome', async () => {
    const ends = '<return-response><set-status code="204" reason="x" /></return-response>';
    const { verdict } = await judgeFirst({ 'policy.xml': document(''), 'apis/a/policy.xml': document(`${ends}${refusing}`) });
    expect(verdict?.answer).toMatchObject({ outcome: null, status: 204, certain: true, policy: null });
    expect(verdict?.stations.map(({ kind, outcome }) => [kind, outcome])).toEqual([['return-response', 'answers']]);
    expect(
      (await judgeFirst({ 'policy.xml': document(`${refusing}${ends}`), 'apis/a/policy.xml': document('<base />') })).verdict?.answer,
    ).toMatchObject({
      outcome: 'fail',
      certain: true,
    });
  });

  it('lists what may answer by itself', async () => {
    const limits =
      '<check-header name="x" failed-check-httpcode="400" /><ip-filter action="allow" /><rate-limit calls="1" renewal-period="1" />';
    const { verdict } = await judgeFirst({ 'policy.xml': document(limits), 'apis/a/policy.xml': document(`<base />${refusing}`) });
    expect(verdict?.stations.map(({ kind, outcome, place }) => [kind, outcome, place?.at.scope])).toEqual([
      ['check-header', 'may-answer', 'global'],
      ['ip-filter', 'may-answer', 'global'],
      ['rate-limit', 'may-answer', 'global'],
      ['validate-jwt', 'fail', 'api'],
    ]);
    expect(verdict?.answer).toMatchObject({ outcome: 'fail', certain: true });
  });

  it('is as it is without an undecided branch that refuses, and says so', async () => {
    const branch = `<choose><when condition="@(context.Request.Method == &quot;GET&quot;)">${refusing}</when></choose>`;
    const { verdict } = await judgeFirst({ 'policy.xml': document(''), 'apis/a/policy.xml': document(`<base />${branch}`) });
    expect(verdict?.answer).toMatchObject({ outcome: 'pass', status: 200, certain: false });
    expect(verdict?.notRead.map(({ kind, name }) => [kind, name])).toEqual([['condition', 'context.Request.Method == "GET"']]);
    expect(verdict?.branches.map(({ condition, outcome, status }) => [condition, outcome, status])).toEqual([
      ['context.Request.Method == "GET"', 'fail', 401],
      [null, 'pass', 200],
    ]);
  });

  it('follows the branch that the path decides, and no other', async () => {
    const texts = (id: string): { readonly [path: string]: string } => ({
      'policy.xml': document(''),
      'apis/a/operations/get/policy.xml': document('<base />'),
      'apis/a/policy.xml': document(
        `<base /><choose><when condition="@(context.Operation.Id == &quot;${id}&quot;)">${refusing}</when><otherwise><one /></otherwise></choose>`,
      ),
    });
    expect((await judgeFirst(texts('get'))).verdict?.answer).toMatchObject({ outcome: 'fail', certain: true });
    const other = (await judgeFirst(texts('put'))).verdict;
    expect(other?.answer).toMatchObject({ outcome: 'pass', certain: true });
    expect(other?.branches).toEqual([]);
  });

  it('is not known where on-error may answer otherwise', async () => {
    const { verdict } = await judgeFirst({
      'policy.xml': document(refusing, '<on-error><return-response /></on-error>'),
      'apis/a/policy.xml': document('<base />', '<on-error><base /></on-error>'),
    });
    expect(verdict?.answer).toMatchObject({ outcome: 'unresolved', because: { code: 'caller-on-error' } });
    expect(verdict?.answer.decidedBy?.at.scope).toBe('global');
  });

  it('is uncertain where a section is missing', async () => {
    const { verdict } = await judgeFirst({ 'policy.xml': document(refusing), 'apis/a/policy.xml': '<policies><outbound /></policies>' });
    expect(verdict?.answer).toMatchObject({ outcome: 'uncertain', because: { code: 'caller-section-missing' } });
  });

  it('does not trust a header that an expression makes', async () => {
    const header =
      '<set-header name="Authorization" exists-action="override"><value>@(context.Request.Headers["x"][0])</value></set-header>';
    const late = await judgeFirst({ 'policy.xml': document(header), 'apis/a/policy.xml': document(`<base />${refusing}`) });
    expect(late.verdict?.notRead.map(({ kind, name }) => [kind, name])).toEqual([['expression', 'context.Request.Headers["x"][0]']]);
    const behind = await judgeFirst({ 'policy.xml': document(''), 'apis/a/policy.xml': document(`<base />${header}`) });
    expect(behind.verdict?.notRead).toEqual([]);
  });
});
