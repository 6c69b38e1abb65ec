import { audiences, consumers, issuers, login, now, otherTenant, some, tenant, type Choices, type Members } from './choices.js';

function makeTimes(choices: Choices): Members {
  if (choices.chance(0.85)) return { nbf: now - 600, exp: now + 3000 };
  const odd = [
    null,
    true,
    'x',
    '',
    [now],
    {},
    1e17,
    2147483647,
    2147483648,
    253402300800,
    (now + 50) * 1000,
    String(now + 50),

    now + 0.5,
    now - 0.5,
    0,
    -1,
    '1e3',
    ' 5 ',
  ];
  const near = [-3600, -301, -300, -60, -2, -1, 0, 1, 2, 60, 300, 301, 3600].map(seconds => now + seconds);
  const claims: Members = {};
  if (choices.chance(0.8)) claims['nbf'] = choices.chance(0.12) ? choices.pick(odd) : choices.pick(near);
  if (choices.chance(0.9)) claims['exp'] = choices.chance(0.12) ? choices.pick(odd) : choices.pick(near);
  if (choices.chance(0.5)) claims['iat'] = choices.chance(0.1) ? choices.pick(odd) : now - 600;
  return claims;
}

export const oddValues: readonly unknown[] = [null, true, false, 1, 1.5, '', 'x', [], ['x'], [1], [null], {}, { a: 1 }];

/** A token of an actor inside the token: of one that is read, and of one that is none. */
function writeActor(choices: Choices, depth = 0): string {
  const part = (members: unknown): string => Buffer.from(JSON.stringify(members)).toString('base64url');
  const nested: Members = { sub: 'a', ...(depth < 2 && choices.chance(0.3) ? { actort: writeActor(choices, depth + 1) } : {}) };
  const header = choices.chance(0.7) ? part({ typ: 'JWT', alg: choices.pick(['none', 'RS256']) }) : choices.pick(oddParts);
  const claims = choices.chance(0.7)
    ? part({ ...nested, ...(choices.chance(0.1) ? { exp: choices.pick(['x', null, 5]) } : {}) })
    : choices.pick(oddParts);
  const rest = choices.chance(0.7)
    ? [choices.pick(['', 'AAAA', 'A', '!'])]
    : choices.pick([[], ['AA', 'AA', 'AA'], ['', 'AA', 'AA'], ['AA', 'AA', ''], ['AA', 'AA']]);
  return [header, claims, ...rest].join('.');
}

const oddParts = ['', 'x', 'e30', 'bnVsbA', 'W10', 'AAAA', 'eyI', 'ü', 'e30=', ' e30'];

function addActor(choices: Choices, claims: Members): void {
  if (choices.chance(0.05))
    claims['actort'] = choices.pick([
      (): unknown => writeActor(choices),
      (): unknown => [writeActor(choices), choices.pick(['x', 'a.b.c', 5])],
      (): unknown => ({ sub: 'a' }),
      (): unknown => 'x',
    ])();
}

function addOddMember(choices: Choices, claims: Members, names: readonly string[]): void {
  if (choices.chance(0.04)) claims[choices.pick(names)] = choices.pick(oddValues);
}

export function makeClaims(choices: Choices): Members {
  const claims: Members = { ...makeTimes(choices), sub: 's' };
  if (choices.chance(0.95)) claims['iss'] = choices.chance(0.9) ? 'https://idp.example' : choices.pick(issuers);
  addAudience(choices, claims);
  addActor(choices, claims);
  addOddMember(choices, claims, ['aud', 'iss', 'sub', 'jti', 'azp', 'actort', 'scp', 'nonce', 'typ', 'amr']);
  return claims;
}

function addAudience(choices: Choices, claims: Members): void {
  if (choices.chance(0.05)) return;
  if (choices.chance(0.7)) claims['aud'] = choices.chance(0.8) ? 'api' : choices.pick(audiences);
  else
    claims['aud'] = [
      ...some(choices, choices.chance(0.1) ? [...audiences, null, 42, true, ['api']] : audiences, 3),
      ...(choices.chance(0.5) ? ['api'] : []),
    ];
}

export function makeTenantClaims(choices: Choices): Members {
  const claims: Members = { ...makeTimes(choices), ver: choices.pick(['1.0', '2.0']) };
  const guid = choices.chance(0.7) ? tenant : choices.pick([otherTenant, consumers, tenant.toUpperCase()]);
  const forms = [
    `https://sts.windows.net/${guid}/`,
    `${login}/${guid}/v2.0`,
    `https://sts.windows.net/${guid}`,
    `${login}/${guid}/v2.0/`,
    `${login}/${guid}/V2.0`,
    `${login}/${guid}/v1.1`,
    `https://login.microsoftonline.us/${guid}/v2.0`,
    `https://${guid}.ciamlogin.com/${guid}/`,
    `https://${guid}.ciamlogin.com/${guid}/v2.0`,
    `https://contoso.b2clogin.com/tfp/${guid}/b2c_1_x/v2.0/`,
    `https://contoso.b2clogin.com/${guid}/v2.0/`,
    `${login}/{tenantid}/v2.0`,
    'https://idp.example',
    'https://idp.example/a',
    'https://idp.example/a/b',
    'https://idp.example/a/b/',
    'urn:issuer',
    'nonsense',
    '',
    ' ',
  ];
  if (choices.chance(0.97)) claims['iss'] = choices.chance(0.7) ? choices.pick(forms.slice(0, 2)) : choices.pick(forms);
  if (choices.chance(0.9))
    claims['tid'] = choices.chance(0.85) ? guid : choices.pick([tenant, otherTenant, tenant.toUpperCase(), '', ' ', null, 1, ['a']]);
  if (choices.chance(0.05)) claims['http://schemas.microsoft.com/identity/claims/tenantid'] = tenant;
  addAudience(choices, claims);
  addOddMember(choices, claims, ['aud', 'iss', 'azp', 'appid', 'ver']);
  return claims;
}
