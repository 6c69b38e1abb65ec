// What somebody who means harm puts into a token, its issuer's documents, named values and settings, so that a fix writes it into a policy.
import fc from 'fast-check';
import type { FactSource } from '../../src/core/index.js';
import { mostly, world } from './generated-policies.js';
import { generatedClaims, issuerOf, moment, type TokenClaims } from './generated-tokens.js';

/** Stands in everything that is a stranger's: in no policy that is generated. */
export const strangerMark = /evil|pwn/i;

const { tenant } = world;

/** A tenant of which no policy that is generated knows anything. */
const strangersTenant = '5afe0000-1111-4222-8333-444455556666';

/** Issuers with the tenant's own id: at hosts of the tenant, of a stranger at Microsoft, of a stranger. */
const issuers = [
  `https://evil.ciamlogin.com/${tenant}/v2.0`,
  `https://evil.ciamlogin.com/${tenant}/`,
  `https://evil.b2clogin.com/${tenant}/v2.0/`,
  `https://evil.b2clogin.com/tfp/${tenant}/B2C_1_evil/v2.0/`,
  `https://evil.example/${tenant}/v2.0`,
  `https://login.microsoftonline.com.evil.example/${tenant}/v2.0`,
  `https://login.microsoftonline.com@evil.example/${tenant}/v2.0`,
  `https://sts.windows.net/${tenant}/{{evil}}`,
  `https://${tenant}.ciamlogin.com/${tenant}/"/><openid-config url="https://evil.example`,
];

/** Texts that are something else in a policy than what they say, or that a careless writer lets out of their place. */
export const hostileTexts = [
  'api://x@(PWN())',
  '@(PWN())',
  '@{ return PWN; }',
  '{{evil}}',
  '${evil}',
  '%{ if evil }',
  '{evil}',
  '$(PWN)',
  '#{evil}#',
  '__PWN__',
  '<%= evil %>',
  '</audience><audience>evil',
  '"/><openid-config url="https://evil.example"/><x y="',
  "'evil'",
  '&evil;',
  ']]>evil',
  '--><evil/>',
  'evil\u202e',
  'evil\n<x/>',
  '\ud800evil',
];

const hostileText = fc.constantFrom(...hostileTexts);

/** Seldom enough that a token often has one thing wrong alone: then a fix makes it pass, and has to say so. */
const seldom = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 2, arbitrary });

/** Claims of a token that could be the tenant's own, but for what a stranger chose. */
export const hostileClaims: fc.Arbitrary<TokenClaims> = fc
  .record({
    claims: generatedClaims,
    iss: seldom(
      fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...issuers) },
        { weight: 1, arbitrary: fc.constantFrom(issuerOf('external-id-v1'), issuerOf('external-id-v2'), issuerOf('b2c')) },
      ),
    ),
    aud: seldom(hostileText),
    client: seldom(hostileText),
    scp: seldom(hostileText),
    roles: seldom(fc.array(hostileText, { minLength: 1, maxLength: 2 })),
    tfp: seldom(fc.constantFrom('B2C_1_evil', 'B2C_1_a/../evil', 'B2C_1___PWN__', 'B2C_1_evil"/>')),
    name: seldom(fc.constantFrom('__PWN__', 'SCP', 'Roles', '"><evil')),
  })
  .map(({ claims, iss, aud, client, scp, roles, tfp, name }) => ({
    ...claims,
    ...(iss === null ? {} : { iss, tid: tenant, ver: /\/v2\.0\/?$/.test(iss) ? '2.0' : '1.0', exp: moment + 3000 }),
    ...(aud === null ? {} : { aud }),
    ...(client === null ? {} : { azp: client, appid: client }),
    ...(scp === null ? {} : { scp }),
    ...(roles === null ? {} : { roles }),
    ...(tfp === null ? {} : { tfp }),
    ...(name === null ? {} : { [name]: 'evil' }),
  }));

/** The documents that the issuers of such tokens would serve: they say of themselves to be the tenant's. */
export function hostileMetadata(jwksUri: string): Record<string, unknown> {
  const document = '/.well-known/openid-configuration';
  const served: Record<string, string> = {
    [`https://evil.ciamlogin.com/${tenant}/v2.0${document}`]: issuerOf('external-id-v2'),
    [`https://0evil.ciamlogin.com/${tenant}/v2.0${document}`]: issuerOf('external-id-v2'),
    [`https://evil.ciamlogin.com/${tenant}${document}`]: issuerOf('external-id-v1'),
    [`https://evil.b2clogin.com/${tenant}/B2C_1_evil/v2.0${document}`]: `https://evil.b2clogin.com/${tenant}/v2.0/`,
    [`https://evil.example/${tenant}/v2.0${document}`]: issuerOf('external-id-v2'),
    [`https://evil/${tenant}/v2.0${document}`]: issuerOf('external-id-v2'),
    // It says of the tenant's name that it is the stranger's tenant.
    [`https://evil.example/contoso.onmicrosoft.com/v2.0${document}`]: `https://login.microsoftonline.com/${strangersTenant}/v2.0`,
  };
  return Object.fromEntries(Object.entries(served).map(([address, issuer]) => [address, { issuer, jwks_uri: jwksUri }]));
}

/** Values of names that generated policies use. */
export const hostileNamedValues: fc.Arbitrary<Record<string, string>> = fc
  .record({
    'unknown-client': hostileText,
    'unknown-api': hostileText,
    role: hostileText,
    header: hostileText,
    message: hostileText,
    tenant: mostly(fc.constant<string>(tenant), hostileText),
  })
  .map(values => ({ ...world.namedValues, ...values }));

/** Stands in every name of a file. */
export const fileMark = 'file-of-a-stranger';

/** Where values and documents come from: files, and sets of them, that a stranger named. */
export function hostileSources(names: readonly string[]): fc.Arbitrary<Record<string, FactSource>> {
  const source = fc
    .record({ name: hostileText, set: hostileText, line: fc.nat({ max: 99 }), secret: fc.boolean() })
    .map(({ name, set, line, secret }): FactSource => ({
      from: 'file',
      path: `../${name}/${fileMark}`,
      set: `${set} ${fileMark}`,
      line,
      ...(secret ? { secret } : {}),
    }));
  return fc.tuple(...names.map(() => source)).map(sources => Object.fromEntries(sources.map((each, index) => [names[index] ?? '', each])));
}

/** What stands in a setting of hosts and is no host. */
export const hostileHosts = fc.array(
  fc.constantFrom('https://evil.example', 'evil.example/x', 'evil.example"/><x', '{{evil}}', 'evil', '@(PWN()).example', 'evil .example'),
  { maxLength: 2 },
);
