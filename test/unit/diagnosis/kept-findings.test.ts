import { describe, expect, test } from 'vitest';
import {
  createSampleTenant,
  decodeToken,
  judge,
  KeptAnswers,
  KeptFindings,
  pathOf,
  readPolicies,
  rules,
  runRules,
  type Facts,
  type Finding,
  type RunOptions,
} from '../../../src/core/index.js';
import type { PolicyRule } from '../../../src/core/rules/rule.js';
import { ids } from '../../harness/growing-texts.js';

const now = 1798000000;
const tenant = await createSampleTenant(ids);
const token = decodeToken((await tenant.mint('workforce-v2', now)).reveal());
const address = `https://login.microsoftonline.com/${ids.tenant}/v2.0/.well-known/openid-configuration`;
const withoutToken: Facts = { now, metadata: {} };
const withToken: Facts = { now, token, metadata: tenant.metadata };

const config = `<openid-config url="${address}" />`;
const write = (inside: string): string => `<validate-jwt header-name="Authorization">${config}${inside}</validate-jwt>`;
const audience = (text: string): string => `<audiences><audience>${text}</audience></audiences>`;
const around = (inside: string): string => `<policies><inbound>${inside}</inbound></policies>`;

interface State {
  readonly text: string;
  readonly facts?: Facts;
  readonly options?: RunOptions;
}

/** Diagnoses one state after the other with what is kept; says how often a rule of scope `policy` ran in each, and holds the findings against those from nothing. */
async function diagnoseAll(states: readonly State[], usual: Facts = withoutToken): Promise<{ ran: number[]; found: Finding[][] }> {
  const [answers, findings] = [new KeptAnswers(), new KeptFindings()];
  let count = 0;
  const counting: PolicyRule = { ...idle, check: () => ((count += 1), []) };
  const chosen = [counting, ...rules];
  const all: { ran: number[]; found: Finding[][] } = { ran: [], found: [] };
  for (const { text, facts = usual, options = {} } of states) {
    const path = pathOf(readPolicies(text));
    const plain = await runRules(await judge(path, facts), { rules, ...options });
    const before = count;
    const found = await runRules(await judge(path, facts, { kept: answers }), { rules: chosen, ...options, kept: findings });
    expect(found).toEqual(plain);
    all.ran.push(count - before);
    all.found.push(found);
  }
  return all;
}

const idle: PolicyRule = { scope: 'policy', code: 'no-keys', severity: 'error', certainty: 'documented', check: () => [] };
const codes = (found: readonly Finding[] | undefined): string[] => (found ?? []).map(({ code }) => code);

describe('of 300 token policies', () => {
  const many = Array.from({ length: 300 }, (_, index) => write(audience(`${ids.api.slice(0, -3)}${String(index + 100)}`)));
  const text = around(many.join('\n'));
  const inside = text.replace('Authorization', 'Authorisation');

  test.each([
    ['without a token', withoutToken],
    ['with one', withToken],
  ])('the rules run for the one that was edited, and for none after an edit outside, %s', async (_, facts) => {
    const outside = text.replace('<inbound>', '<inbound>\n<base />');
    const { ran, found } = await diagnoseAll([{ text }, { text: outside }, { text: inside }, { text: inside }, { text }], facts);
    expect(ran).toEqual([300, 0, 1, 0, 1]);
    if (facts.token !== undefined) expect(found[0]?.length).toBeGreaterThanOrEqual(300);
  });

  test('those that are done are kept where the diagnosis stops', async () => {
    let [ran, aborted] = [0, false];
    const stopping: PolicyRule = {
      ...idle,
      check: () => {
        aborted = ++ran === 100;
        return [];
      },
    };
    const options = { rules: [stopping, ...rules], kept: new KeptFindings() };
    const judged = await judge(pathOf(readPolicies(text)), withoutToken);
    const signal = {
      get aborted() {
        return aborted;
      },
    };
    expect(await runRules(judged, { ...options, signal })).toEqual([]);
    expect(ran).toBe(100);
    expect(await runRules(judged, options)).toEqual(await runRules(judged));
    expect(ran).toBe(300);
  });
});

describe('the rules run again', () => {
  const policy = write('');
  const jwt = '<set-variable name="a" value="@(jwt.Claims["aud"])" /><set-body>@(context.Variables["a"])</set-body>';

  test('where an expression looks at the audience now', async () => {
    const { ran, found } = await diagnoseAll([{ text: around(policy) }, { text: around(policy + jwt) }]);
    expect(ran).toEqual([1, 1]);
    expect(found.map(each => codes(each).includes('no-audience'))).toEqual([true, false]);
  });

  test('where an expression looks at the tenant now', async () => {
    const wide = write(audience('a')).replace(ids.tenant, 'common');
    const tid = '<set-body>@(jwt.Claims["tid"])</set-body>';
    const { ran, found } = await diagnoseAll([{ text: around(wide) }, { text: around(wide + tid) }]);
    expect(ran).toEqual([1, 1]);
    expect(found.map(each => codes(each).includes('any-tenant'))).toEqual([true, false]);
  });

  test('where another branch takes the tokens of the other version now', async () => {
    const api = write(audience('api://orders'));
    const inChoose = (other: string): string =>
      around(`<choose><when condition="@(a)">${api}</when><otherwise>${other}</otherwise></choose>`);
    const { ran, found } = await diagnoseAll([{ text: inChoose(api) }, { text: inChoose(api.replace('/v2.0/', '/')) }]);
    // One text that stands in two places is kept for the last one.
    expect(ran).toEqual([2, 2]);
    expect(found.map(each => codes(each).includes('metadata-version'))).toEqual([true, false]);
  });

  test('in another section', async () => {
    const { ran, found } = await diagnoseAll([{ text: around(policy) }, { text: `<policies><outbound>${policy}</outbound></policies>` }]);
    expect(ran).toEqual([1, 1]);
    expect(codes(found[1])).toContain('wrong-section');
  });

  test('in a branch whose condition is not known', async () => {
    const refusing = write(audience('other'));
    const branch = around(`<choose><when condition="@(a)">${refusing}</when></choose>`);
    const { ran, found } = await diagnoseAll([{ text: around(refusing) }, { text: branch }], withToken);
    expect(ran).toEqual([1, 1]);
    expect(found.map(each => each.find(({ code }) => code === 'audience-mismatch')?.severity)).toEqual(['error', 'warning']);
  });

  test('in a block of a template', async () => {
    const refusing = write(audience('other'));
    const { ran, found } = await diagnoseAll([{ text: around(refusing) }, { text: around(`%{ if a }${refusing}%{ endif }`) }], withToken);
    expect(ran).toEqual([1, 1]);
    expect(found.map(each => each.find(({ code }) => code === 'audience-mismatch')?.severity)).toEqual(['error', 'warning']);
  });

  test('where the prediction says another moment', async () => {
    const expired = now + 7200;
    const { ran, found } = await diagnoseAll([
      { text: around(policy), facts: { ...withToken, now: expired } },
      { text: around(policy), facts: { ...withToken, now: expired + 60 } },
    ]);
    expect(ran).toEqual([1, 1]);
    expect(found[0]).not.toEqual(found[1]);
  });

  test('with other severities', async () => {
    const { ran, found } = await diagnoseAll([
      { text: around(policy) },
      { text: around(policy), options: { severities: { 'no-audience': 'off' } } },
      { text: around(policy), options: { severities: { 'no-audience': 'off' } } },
    ]);
    expect(ran).toEqual([1, 1, 0]);
    expect(found.map(each => codes(each).includes('no-audience'))).toEqual([true, false, false]);
  });

  test('where a value is known now that the token policy gets from a template', async () => {
    const templated = write('').replace('>', ' require-expiration-time="${expires}">');
    const state = (namedValues: Readonly<Record<string, string>>, text: string): State => ({
      text: around(templated + text),
      facts: { ...withoutToken, namedValues, templateValues: { expires: '{{expires}}' } },
    });
    const named = state({ expires: 'false' }, '<set-body>{{expires}}</set-body>');
    const { ran, found } = await diagnoseAll([state({}, ''), named]);
    expect(ran).toEqual([1, 1]);
    expect(found.map(each => each.find(({ code }) => code === 'expiration-not-required')?.certainty)).toEqual([undefined, 'documented']);
  });

  test('where it would be silent now if no value were known', async () => {
    const wide = write(audience('a')).replace(`${ids.tenant}/v2.0`, 'common/{{version}}');
    const read = '<set-variable name="{{name}}" value="@(jwt.Claims["tid"])" />';
    const facts = { ...withoutToken, namedValues: { name: 'common', version: 'v2.0' } };
    const texts = [around(wide + read), around(`${wide}${read}<set-body>@(context.Variables["{{name}}"])</set-body>`)];
    const { ran, found } = await diagnoseAll(texts.map(text => ({ text, facts })));
    expect(ran).toEqual([1, 1]);
    expect(found.map(each => each.find(({ code }) => code === 'any-tenant')?.from.length)).toEqual([0, 1]);
  });

  test('where what is said is to be kept back now', async () => {
    const named = write(audience('own-audience'));
    const state = (text: string): State => ({
      text: around(named + text),
      facts: { ...withToken, namedValues: { secret: 'own-audience' }, sources: { secret: { from: 'file', secret: true } } },
    });
    const { found } = await diagnoseAll([state(''), state('<set-body>{{secret}}</set-body>')]);
    const [before, after] = found.map(each => each.find(({ code }) => code === 'audience-mismatch')?.message);
    expect(before).toContain('own-audience');
    expect(after).not.toContain('own-audience');
  });

  test('where one of them threw', async () => {
    const told: string[] = [];
    const broken: PolicyRule = {
      ...idle,
      check: () => {
        throw new Error('broken');
      },
    };
    const options = { rules: [broken, ...rules], onRuleError: (code: string) => void told.push(code), kept: new KeptFindings() };
    const judged = await judge(pathOf(readPolicies(around(policy))), withoutToken);
    for (let round = 0; round < 2; round++) expect(await runRules(judged, options)).toEqual(await runRules(judged));
    expect(told).toEqual(['no-keys', 'no-keys']);
  });

  test('in a text that breaks; what was kept before it broke is there again', async () => {
    const { ran } = await diagnoseAll([{ text: around(policy) }, { text: around(`${policy}<base`) }, { text: around(policy) }]);
    expect(ran).toEqual([1, 1, 0]);
  });
});

test('a rule of scope policy sees neither the document nor the clock', () => {
  const rule: PolicyRule = {
    ...idle,
    check: policy => {
      // @ts-expect-error what stands around the token policy is to be asked for
      expect(policy.document).toBeUndefined();
      // @ts-expect-error what the clock changes is in the prediction
      expect(policy.facts.now).toBeUndefined();
      // @ts-expect-error it may stand elsewhere in the next version
      expect(policy.index).toBeUndefined();
      return [];
    },
  };
  expect(rule.scope).toBe('policy');
});
