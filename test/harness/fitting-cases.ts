// Policies and tokens that mostly fit each other, so that predictions reach every outcome: what accepts nothing proves little.
import fc from 'fast-check';
import type { Facts } from '../../src/core/index.js';
import { mostly } from './generated-policies.js';
import type { Mint } from './mint.js';

const now = 1798000000;
const tenant = 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11';
const idp = 'https://idp.example/.well-known/openid-configuration';
const login = 'https://login.microsoftonline.com';

/** One token policy, in pieces. A text is written as it stands, so that it may hold a named value. */
export interface FittingPolicy {
  readonly kind: 'validate-jwt' | 'validate-azure-ad-token';
  readonly attributes: Readonly<Record<string, string>>;
  readonly configs: readonly string[];
  readonly audiences: readonly string[];
  readonly issuers: readonly string[];
  readonly clients: readonly string[];
  readonly claims: readonly {
    readonly name: string;
    readonly match: string;
    readonly separator: string;
    readonly values: readonly string[];
  }[];
}

export interface FittingCase {
  readonly policy: FittingPolicy;
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly signing: 'throwaway' | 'other' | 'tampered';
}

/** How the same policy is written. */
export interface Writing {
  readonly gap: string;
  readonly quote: '"' | "'";
  readonly reversed: boolean;
  readonly selfClosing: boolean;
}

export const plainWriting: Writing = { gap: '', quote: '"', reversed: false, selfClosing: true };

export const writings: fc.Arbitrary<Writing> = fc.record({
  gap: fc.constantFrom('', '\n  ', '<!-- x -->', '\r\n\t', ' <!-- <audience>no</audience> --> '),
  quote: fc.constantFrom('"' as const, "'" as const),
  reversed: fc.boolean(),
  selfClosing: fc.boolean(),
});

/** Writes it as a policy document. */
export function writeFitting(policy: FittingPolicy, { gap, quote, reversed, selfClosing }: Writing = plainWriting): string {
  const open = (name: string, attributes: Readonly<Record<string, string>>): string => {
    const pairs = Object.entries(attributes).map(([key, value]) => `${key}=${quote}${value}${quote}`);
    return [name, ...(reversed ? pairs.reverse() : pairs)].join(gap.startsWith('<') || gap.startsWith(' <') || gap === '' ? ' ' : gap);
  };
  const list = (name: string, item: string, values: readonly string[]): string =>
    values.length === 0 ? '' : `<${name}>${gap}${values.map(value => `<${item}>${value}</${item}>`).join(gap)}${gap}</${name}>`;
  const claims = policy.claims.map(({ name, match, separator, values }) => {
    const attributes = { name, ...(match === '' ? {} : { match }), ...(separator === '' ? {} : { separator }) };
    const body = values.map(value => `<value>${value}</value>`).join(gap);
    return body === '' && selfClosing ? `<${open('claim', attributes)} />` : `<${open('claim', attributes)}>${body}</claim>`;
  });
  const configs = policy.configs.map(url =>
    selfClosing ? `<${open('openid-config', { url })} />` : `<${open('openid-config', { url })}></openid-config>`,
  );
  const body = [
    ...configs,
    list('client-application-ids', 'application-id', policy.clients),
    list('audiences', 'audience', policy.audiences),
    list('issuers', 'issuer', policy.issuers),
    claims.length === 0 ? '' : `<required-claims>${gap}${claims.join(gap)}${gap}</required-claims>`,
  ].join(gap);
  return `<policies>${gap}<inbound>${gap}<${open(policy.kind, policy.attributes)}>${gap}${body}${gap}</${policy.kind}>${gap}</inbound>${gap}</policies>`;
}

const attributes = fc.record(
  {
    'clock-skew': mostly(fc.constantFrom('0', '60'), fc.constantFrom('{{seconds}}', 'x')),
    'require-expiration-time': mostly(fc.constant('true'), fc.constantFrom('false', '{{hidden}}')),
    'require-signed-tokens': mostly(fc.constant('true'), fc.constant('false')),
    'failed-validation-httpcode': mostly(fc.constant('401'), fc.constantFrom('403', '@(x)')),
  },
  { requiredKeys: [] },
);
const texts = (...fitting: string[]): fc.Arbitrary<string> =>
  mostly(fc.constantFrom(...fitting), fc.constantFrom('other', 'API', 'api/', '{{hidden}}', '{{known}}'));
const requiredClaims = fc.array(
  fc.record({
    name: mostly(fc.constantFrom('scp', 'roles'), fc.constantFrom('department', 'ver')),
    match: fc.constantFrom('any', 'any', 'all', ''),
    separator: fc.constantFrom(' ', ' ', ''),
    values: fc.array(mostly(fc.constantFrom('read', 'write'), fc.constantFrom('other', 'READ', '{{hidden}}')), { maxLength: 2 }),
  }),
  { maxLength: 1 },
);

const jwtPolicy: fc.Arbitrary<FittingPolicy> = fc.record({
  kind: fc.constant('validate-jwt' as const),
  attributes: attributes.map(more => ({ 'header-name': 'Authorization', ...more })),
  configs: mostly<readonly string[]>(fc.constant([idp]), fc.constantFrom([idp, `${idp}/absent`], ['{{hidden}}'], [])),
  audiences: fc.array(texts('api'), { minLength: 1, maxLength: 2 }),
  issuers: mostly<readonly string[]>(fc.constant([]), fc.constantFrom(['https://idp.example'], ['https://b.example'], ['{{hidden}}'])),
  clients: fc.constant([]),
  claims: mostly<FittingPolicy['claims']>(fc.constant([]), requiredClaims),
});

const tenantPolicy: fc.Arbitrary<FittingPolicy> = fc.record({
  kind: fc.constant('validate-azure-ad-token' as const),
  attributes: mostly(fc.constant(tenant), fc.constantFrom('organizations', '{{hidden}}', 'contoso.onmicrosoft.com')).map(id => ({
    'tenant-id': id,
  })),
  configs: fc.constant([]),
  audiences: fc.array(texts('api'), { minLength: 1, maxLength: 2 }),
  issuers: fc.constant([]),
  clients: mostly<readonly string[]>(fc.constantFrom([], ['client']), fc.constantFrom(['other'], ['{{hidden}}'], ['CLIENT'])),
  claims: mostly<FittingPolicy['claims']>(fc.constant([]), requiredClaims),
});

const times = mostly(
  fc.constantFrom({ nbf: now - 600, exp: now + 3000 }),
  fc.constantFrom({ exp: now - 60 }, { exp: now - 4000 }, { nbf: now + 4000, exp: now + 8000 }, {}, { exp: (now + 50) * 1000 }),
);

const payload = (kind: FittingPolicy['kind']): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(
      times,
      fc.record({
        iss: mostly(
          fc.constant(kind === 'validate-jwt' ? 'https://idp.example' : `${login}/${tenant}/v2.0`),
          fc.constantFrom<unknown>('https://b.example', `https://sts.windows.net/${tenant}/`, '', null),
        ),
        aud: mostly(fc.constantFrom<unknown>('api', ['x', 'api']), fc.constantFrom<unknown>('other', 'api/', 'API', [], null)),
        tid: fc.constant(tenant),
        ver: fc.constantFrom('2.0', '2.0', '1.0'),
        azp: fc.constantFrom('client', 'client', 'other'),
        appid: fc.constantFrom('client', 'client', 'other'),
      }),
      fc.record(
        {
          scp: fc.constantFrom('read write', 'read', 'other'),
          roles: fc.constantFrom<unknown>(['read', 'write'], ['read'], 'read', 1, { a: 1 }),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([when, who, granted]) => ({ ...when, ...who, ...granted }));

export const fittingCases: fc.Arbitrary<FittingCase> = fc.oneof(jwtPolicy, tenantPolicy).chain(policy =>
  fc.record({
    policy: fc.constant(policy),
    header: mostly(
      fc.constant({ alg: 'RS256', kid: 'k1' }),
      fc.constantFrom<Record<string, unknown>>({ alg: 'RS256', kid: 'k2' }, { alg: 'RS256' }, { alg: 'RS384', kid: 'k1' }, { alg: 'none' }),
    ),
    payload: payload(policy.kind),
    signing: mostly(fc.constant('throwaway' as const), fc.constantFrom('other' as const, 'tampered' as const)),
  }),
);

/** What is known from outside; named values are added by who knows them. */
export async function makeFittingFacts(mint: Mint, algorithm: unknown): Promise<Facts> {
  const key = await mint.publish(algorithm === 'RS384' ? 'RS384' : 'RS256', 'throwaway');
  const keys = { keys: [{ ...key, kid: 'k1', use: 'sig' }] };
  const metadata: Record<string, unknown> = {};
  const add = (address: string, issuer: string): void => {
    metadata[address] = { issuer, jwks_uri: `${address}/keys` };
    metadata[`${address}/keys`] = keys;
  };
  add(idp, 'https://idp.example');
  for (const [name, id] of [
    [tenant, tenant],
    ['organizations', '{tenantid}'],
    ['common', '{tenantid}'],
  ] as const) {
    add(`${login}/${name}/v2.0/.well-known/openid-configuration`, `${login}/${id}/v2.0`);
    add(`${login}/${name}/.well-known/openid-configuration`, `https://sts.windows.net/${id}/`);
  }
  return { now, metadata, namedValues: { known: 'api' } };
}
