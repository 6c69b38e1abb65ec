import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  englishCatalogue,
  explainReason,
  parseToken,
  predict,
  predictDocument,
  readPolicies,
  type Facts,
  type Outcome,
  type Prediction,
} from '../../src/core/index.js';
import { Mint } from '../harness/mint.js';
import { seedOr, times } from '../harness/runs.js';

const now = 1798000000;
const seed = seedOr(20261123);
const address = 'https://idp.example/.well-known/openid-configuration';
const mint = new Mint();

/** Values that meet each other in policies and tokens. */
const names = fc.constantFrom(
  'api',
  'api/',
  'API',
  'api ',
  '',
  'https://idp.example',
  'https://idp.example/',
  'other',
  '{{known}}',
  '{{hidden}}',
  '@("api")',
  '@(x)',
  '{tenantid}',
  '${var.x}',
);
const claimNames = fc.constantFrom('scp', 'roles', 'azp', 'appid', 'aud', 'constructor', '__proto__', 'ver');

interface Shape {
  readonly kind: 'validate-jwt' | 'validate-azure-ad-token';
  readonly attributes: readonly (readonly [string, string])[];
  readonly lists: readonly (readonly [list: string, item: string, values: readonly string[]])[];
  readonly claims: readonly {
    readonly name: string;
    readonly match: string;
    readonly separator: string;
    readonly values: readonly string[];
  }[];
}

const attributeValues: Readonly<Record<string, readonly string[]>> = {
  'header-name': ['Authorization', 'X-Token', '{{hidden}}'],
  'query-parameter-name': ['t'],
  'token-value': ['@(x)', 'Bearer x'],
  'require-scheme': ['Bearer'],
  'clock-skew': ['0', '60', 'x', '{{seconds}}'],
  'require-expiration-time': ['true', 'false', '{{hidden}}'],
  'require-signed-tokens': ['true', 'false'],
  'failed-validation-httpcode': ['401', '403', '@(x)'],
  'tenant-id': [
    'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11',
    'common',
    'contoso.onmicrosoft.com',
    '{{hidden}}',
    'https://login.microsoftonline.com/organizations',
  ],
  'authentication-endpoint': ['login.microsoftonline.us', 'https://contoso.ciamlogin.com/'],
};

const attribute = fc
  .constantFrom(...Object.keys(attributeValues))
  .chain(name => fc.constantFrom(...(attributeValues[name] ?? [''])).map(value => [name, value] as const));

const shape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom('validate-jwt' as const, 'validate-azure-ad-token' as const),
  attributes: fc.uniqueArray(attribute, { selector: ([name]) => name, maxLength: 5 }),
  lists: fc
    .tuple(
      ...(
        [
          ['audiences', 'audience'],
          ['issuers', 'issuer'],
          ['client-application-ids', 'application-id'],
          ['backend-application-ids', 'application-id'],
        ] as const
      ).map(([list, item]) => fc.array(names, { maxLength: 3 }).map(values => [list, item, values] as const)),
    )
    .map(lists => lists.filter(([, , values]) => values.length > 0)),
  claims: fc.array(
    fc.record({
      name: claimNames,
      match: fc.constantFrom('', 'all', 'any', 'x'),
      separator: fc.constantFrom('', ' ', ','),
      values: fc.array(names, { maxLength: 3 }),
    }),
    { maxLength: 2 },
  ),
});

const anyJson = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom('api', 'a b', 'other')),
  fc.dictionary(fc.string(), fc.integer()),
);

const claims = fc.record(
  {
    iss: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'https://idp.example',
          'https://sts.windows.net/b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11/',
          'https://b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11.ciamlogin.com/b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11/',
        ),
      },
      { weight: 1, arbitrary: anyJson },
    ),
    aud: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('api', 'api/', ['other', 'api']) }, { weight: 1, arbitrary: anyJson }),
    exp: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(now + 3000, now - 60, now - 4000) }, { weight: 1, arbitrary: anyJson }),
    nbf: fc.constantFrom(now - 600, now + 60),
    scp: fc.constantFrom('api other', 'API', 'api'),
    roles: anyJson,
    azp: fc.constantFrom('api', 'other'),
    appid: fc.constantFrom('api', 'other'),
    ver: fc.constantFrom('1.0', '2.0'),
    tid: fc.constantFrom('b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11', ''),
  },
  { requiredKeys: [] },
);

function escape(text: string): string {
  return text.replace(/[&<>"]/g, letter => `&#${String(letter.charCodeAt(0))};`);
}

/** How the same policy is written: between elements, around attributes, in which order. */
interface Style {
  readonly gap: string;
  readonly quote: '"' | "'";
  readonly reversed: boolean;
}

const plain: Style = { gap: '', quote: '"', reversed: false };

function write({ kind, attributes, lists, claims: required }: Shape, { gap, quote, reversed }: Style = plain): string {
  const listed = lists.map(
    ([list, item, values]) => `<${list}>${gap}${values.map(value => `<${item}>${escape(value)}</${item}>`).join(gap)}${gap}</${list}>`,
  );
  const wanted = required.map(({ name, match, separator, values }) => {
    const pairs = [
      `name=${quote}${name}${quote}`,
      ...(match === '' ? [] : [`match=${quote}${match}${quote}`]),
      ...(separator === '' ? [] : [`separator=${quote}${separator}${quote}`]),
    ];
    return `<claim ${(reversed ? pairs.reverse() : pairs).join(' ')}>${values.map(value => `<value>${escape(value)}</value>`).join(gap)}</claim>`;
  });
  const given = attributes.map(([name, value]) => `${name}=${quote}${escape(value)}${quote}`);
  const config = kind === 'validate-jwt' ? `<openid-config url="${address}" />` : '';
  const body = [config, ...listed, wanted.length === 0 ? '' : `<required-claims>${wanted.join(gap)}</required-claims>`].join(gap);
  return `<policies>${gap}<inbound>${gap}<${kind} ${(reversed ? given.reverse() : given).join(gap === '' ? ' ' : '\n  ')}>${body}</${kind}>${gap}</inbound>${gap}</policies>`;
}

async function makeFacts(): Promise<Facts> {
  const key = await mint.publish('RS256', 'throwaway');
  const metadata = {
    [address]: { issuer: 'https://idp.example', jwks_uri: `${address}/keys` },
    [`${address}/keys`]: { keys: [{ ...key, kid: 'k1' }] },
  };
  return { now, metadata, namedValues: { known: 'api' } };
}

async function predictText(text: string, token: string, facts: Facts): Promise<Prediction> {
  const [policy] = readPolicies(text).tokenPolicies;
  if (policy === undefined) throw new Error('the document has no token policy');
  return predict(policy, parseToken(token), facts);
}

async function sign(payload: Record<string, unknown>): Promise<string> {
  return mint.mint({ header: { alg: 'RS256', kid: 'k1' }, payload });
}

function combine(outcomes: readonly Outcome[]): Outcome {
  return (['fail', 'unresolved', 'uncertain'] as const).find(outcome => outcomes.includes(outcome)) ?? 'pass';
}

describe('a prediction', () => {
  it('never throws, whatever stands in the place of the token, and is made of its checks', async () => {
    const facts = await makeFacts();
    const pieces = fc.array(
      fc.constantFrom('eyJhbGciOiJub25lIn0', '.', 'e30', '=', ' ', '\n', '"', 'Bearer ', '…', '{', '\0', 'AAAA', '\ud800'),
      { maxLength: 12 },
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      pieces.map(found => found.join('')),
    );
    await fc.assert(
      fc.asyncProperty(shape, texts, async (policy, text) => {
        const prediction = await predictText(write(policy), text, facts);
        expect(prediction.checks.map(({ check }) => check)).toEqual([
          'source',
          'form',
          'signature',
          'lifetime',
          'audience',
          'issuer',
          'application',
          'claims',
        ]);
        expect(prediction.outcome).toBe(combine(prediction.checks.map(({ outcome }) => outcome)));
        expect(prediction.reports === null).toBe(prediction.outcome !== 'fail');
        for (const { reason } of prediction.checks)
          if (reason !== null) expect(explainReason(reason, englishCatalogue)).not.toMatch(/undefined|\[object|NaN/);
      }),
      { seed, numRuns: times(150) },
    );
  });

  it('does not depend on the order of attributes, on comments, quotes or white space', async () => {
    const facts = await makeFacts();
    const styles: fc.Arbitrary<Style> = fc.record({
      gap: fc.constantFrom('\n  ', '<!-- x -->', '\r\n\t'),
      quote: fc.constantFrom('"' as const, "'" as const),
      reversed: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(shape, claims, styles, async (policy, payload, style) => {
        const token = await sign(payload);
        const [one, other] = [await predictText(write(policy), token, facts), await predictText(write(policy, style), token, facts)];
        expect(other.checks.map(({ outcome }) => outcome)).toEqual(one.checks.map(({ outcome }) => outcome));
        expect(other.reports).toEqual(one.reports);
      }),
      { seed, numRuns: times(100) },
    );
  });

  it('never goes from a pass to a failure when the policy accepts one value more', async () => {
    const facts = await makeFacts();
    await fc.assert(
      fc.asyncProperty(shape, claims, names, async (policy, payload, value) => {
        const token = await sign(payload);
        const before = await predictText(write(policy), token, facts);
        for (const [index, [list, item, values]] of policy.lists.entries()) {
          const lists = policy.lists.map((entry, place) => (place === index ? ([list, item, [...values, value]] as const) : entry));
          const after = await predictText(write({ ...policy, lists }), token, facts);
          for (const [place, result] of after.checks.entries()) {
            if (before.checks[place]?.outcome === 'pass') expect(`${result.check} ${result.outcome}`).not.toBe(`${result.check} fail`);
          }
        }
        for (const [index, required] of policy.claims.entries()) {
          if (required.match !== 'any' || required.values.length === 0) continue;
          const wider = policy.claims.map((entry, place) => (place === index ? { ...entry, values: [...entry.values, value] } : entry));
          const after = await predictText(write({ ...policy, claims: wider }), token, facts);
          if (before.checks.at(-1)?.outcome === 'pass') expect(after.checks.at(-1)?.outcome).not.toBe('fail');
        }
      }),
      { seed, numRuns: times(100) },
    );
  });

  it('never counts what is unresolved as a pass, and decides alike once the values are supplied', async () => {
    const facts = await makeFacts();
    await fc.assert(
      fc.asyncProperty(shape, claims, fc.constantFrom('api', 'Authorization', '60', 'true', 'other'), async (policy, payload, hidden) => {
        const token = await sign(payload);
        const open = await predictText(write(policy), token, facts);
        const known = await predictText(write(policy), token, { ...facts, namedValues: { known: 'api', seconds: '60', hidden } });
        for (const [place, result] of open.checks.entries()) {
          if (result.outcome === 'unresolved') expect(open.outcome === 'fail' || open.outcome === 'unresolved').toBe(true);
          // What was decided without the values stays decided.
          if (result.outcome === 'pass' || result.outcome === 'fail')
            expect(`${result.check} ${known.checks[place]?.outcome ?? ''}`).toBe(`${result.check} ${result.outcome}`);
          if (result.outcome === 'unresolved' && result.reason?.code === 'value-unknown') expect(result.missing.length).toBeGreaterThan(0);
        }
      }),
      { seed, numRuns: times(100) },
    );
  });

  it('of a document never throws on any text', async () => {
    const facts = await makeFacts();
    const token = parseToken(await sign({ iss: 'https://idp.example', aud: 'api', exp: now + 60 }));
    const pieces = [
      '<policies>',
      '</policies>',
      '<inbound>',
      '</inbound>',
      '<choose>',
      '<when condition="@(x)">',
      '</when>',
      '<otherwise>',
      '</otherwise>',
      '</choose>',
      `<validate-jwt header-name="a"><openid-config url="${address}" /></validate-jwt>`,
      '<validate-azure-ad-token',
      ' tenant-id="x"',
      '>',
      '/>',
      '<return-response />',
      '<!--',
      '-->',
      '<on-error>',
      '@{',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), async found => {
        const prediction = await predictDocument(`<policies><inbound>${found.join('')}`, token, facts);
        expect(['pass', 'fail', 'uncertain', 'unresolved']).toContain(prediction.outcome);
      }),
      { seed, numRuns: times(100) },
    );
  });
});
