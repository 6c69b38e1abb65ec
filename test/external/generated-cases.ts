import { constants, createHmac, sign } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import type { Question } from './ask-oracle.js';
import type { PoolKey } from './key-pool.js';

export const now = 1798000000;

/** A source of choices that gives the same ones for the same seed. */
export class Choices {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }
}

const tenant = 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11';
const otherTenant = '0c9be7a2-6d1b-4b0f-8a55-94f2c1f0ab77';
const consumers = '9188040d-6c67-4c5b-b112-36a304b66dad';
const login = 'https://login.microsoftonline.com';
const audiences = [
  'api',
  'api/',
  'API',
  'api://x',
  'api://x/',
  'https://a.example/',
  'https://a.example',
  '',
  ' ',
  'api ',
  '42',
  'true',
  'a,b',
  'ä',
];
const issuers = [
  'https://idp.example',
  'https://idp.example/',
  'https://IDP.example',
  'https://other.example/x',
  'urn:issuer',
  ' https://idp.example',
  '',
];
const wellKnown = '/.well-known/openid-configuration';

type Members = Record<string, unknown>;

/** One generated question; most of it is usual, so that the unusual pieces meet each other. */
export async function makeQuestion(id: string, pool: readonly PoolKey[], choices: Choices): Promise<Question> {
  const isTenant = choices.chance(0.25);
  const signer = choices.pick(choices.chance(0.6) ? pool.slice(0, 2) : pool);
  const metadata: Members = {};
  const policy = isTenant ? writeTenantPolicy(choices, metadata, pool, signer) : writeJwtPolicy(choices, metadata, pool, signer);
  const secret = choices.pick(pool.filter(key => key.secret.length >= 32));
  const encrypted = !isTenant && choices.chance(0.06);
  const text =
    encrypted && choices.chance(0.9)
      ? policy.replace('<audiences', `<decryption-keys>${writeSecrets(choices, pool, secret)}</decryption-keys><audiences`)
      : policy;
  const signed = writeToken(choices, signer, isTenant ? makeTenantClaims(choices) : makeClaims(choices));
  const token = encrypted ? await encrypt(choices, signed, secret) : signed;
  return { id, now, policy: text, token: choices.chance(0.03) ? spoil(choices, token) : token, metadata };
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, letter => `&#${String(letter.charCodeAt(0))};`);
}

function writeList(list: string, item: string, values: readonly string[]): string {
  return `<${list}>${values.map(value => `<${item}>${escape(value)}</${item}>`).join('')}</${list}>`;
}

function some<T>(choices: Choices, items: readonly T[], most: number): T[] {
  return Array.from({ length: Math.floor(choices.next() * (most + 1)) }, () => choices.pick(items));
}

function writeJwtPolicy(choices: Choices, metadata: Members, pool: readonly PoolKey[], signer: PoolKey): string {
  const configs = choices.chance(0.8) ? some(choices, ['https://one.example', 'https://two.example'], 2) : [];
  for (const host of configs)
    addDocuments(
      choices,
      metadata,
      host + wellKnown,
      choices.chance(0.6) ? 'https://idp.example' : choices.pick(issuers.slice(0, 5)),
      pool,
      signer,
    );
  const attributes = [
    // A written skew keeps the tolerance that users observed out of the comparison.
    `clock-skew="${String(choices.pick([0, 0, 0, 1, 60, 300]))}"`,
    choices.chance(0.15) ? `require-expiration-time="${choices.pick(['true', 'false'])}"` : '',
    choices.chance(0.15) ? `require-signed-tokens="${choices.pick(['true', 'false'])}"` : '',
  ].join(' ');
  const listed = choices.chance(0.5)
    ? writeList('issuers', 'issuer', [...some(choices, issuers, 2), ...(choices.chance(0.7) ? ['https://idp.example'] : [])])
    : '';
  const body = [
    ...new Set(configs.map(host => `<openid-config url="${host}${wellKnown}" />`)),
    choices.chance(configs.length === 0 ? 0.95 : 0.2)
      ? `<issuer-signing-keys>${writeInlineKeys(choices, pool, signer)}</issuer-signing-keys>`
      : '',
    choices.chance(0.9)
      ? writeList('audiences', 'audience', [...some(choices, audiences, 2), ...(choices.chance(0.8) ? ['api'] : [])])
      : '<audiences></audiences>',
    listed,
  ].join('');
  return `<policies><inbound><validate-jwt header-name="Authorization" ${attributes}>${body}</validate-jwt></inbound></policies>`;
}

function writeInlineKeys(choices: Choices, pool: readonly PoolKey[], signer: PoolKey): string {
  const keys = [...some(choices, pool, 2), ...(choices.chance(0.9) ? [signer] : [])].filter(key => key.family !== 'EC');
  return keys
    .map(key => {
      const id = choices.chance(0.6) ? ` id="${choices.pick([key.name, key.name, 'shared', key.name.toUpperCase()])}"` : '';
      if (key.family === 'HS') return `<key${id}>${key.secret.toString('base64')}</key>`;
      return `<key${id} n="${String(key.jwk['n'])}" e="${String(key.jwk['e'])}" />`;
    })
    .join('');
}

function writeSecrets(choices: Choices, pool: readonly PoolKey[], secret: PoolKey): string {
  const keys = [...some(choices, pool, 1).filter(key => key.family === 'HS'), ...(choices.chance(0.85) ? [secret] : [])];
  return keys
    .map(key => `<key${choices.chance(0.3) ? ` id="${choices.pick([key.name, 'shared'])}"` : ''}>${key.secret.toString('base64')}</key>`)
    .join('');
}

function addDocuments(
  choices: Choices,
  metadata: Members,
  address: string,
  issuer: string,
  pool: readonly PoolKey[],
  signer: PoolKey,
): void {
  if (address in metadata) return;
  const keys = [...some(choices, pool, 2), ...(choices.chance(0.92) ? [signer] : []), ...(choices.chance(0.2) ? [signer] : [])];
  metadata[address] = { issuer, jwks_uri: `${address}/keys` };
  metadata[`${address}/keys`] = { keys: keys.map(key => writeKey(choices, key)) };
}

function writeKey(choices: Choices, key: PoolKey): Members {
  const entry: Members = { ...key.jwk };
  if (choices.chance(0.85)) entry['kid'] = choices.pick([key.name, key.name, key.name, key.name.toUpperCase(), 'shared', '']);
  if (choices.chance(0.7)) entry['use'] = choices.pick(['sig', 'sig', 'sig', 'sig', 'enc', '']);
  if (choices.chance(0.3)) entry['alg'] = choices.pick(['RS256', 'RS512', 'ES256', 'none']);
  if (key.family === 'RSA' && choices.chance(0.3)) {
    entry['x5c'] = [choices.chance(0.95) ? key.certificate : 'AAAA'];
    if (choices.chance(0.5)) entry['x5t'] = key.x5t;
    if (choices.chance(0.2)) delete entry['n'];
  }
  if (choices.chance(0.03)) entry[choices.pick(['n', 'e', 'x', 'crv', 'kty'])] = choices.pick(['!!', '', 'AQAB', 'P-256']);
  return entry;
}

const tenantNames = [tenant, tenant, tenant, otherTenant, 'common', 'organizations', 'consumers', 'contoso.onmicrosoft.com'];

function writeTenantPolicy(choices: Choices, metadata: Members, pool: readonly PoolKey[], signer: PoolKey): string {
  const name = choices.pick(tenantNames);
  const host = choices.pick([login, login, login, 'https://login.microsoftonline.us']);
  const guid =
    name === 'common' || name === 'organizations' ? '{tenantid}' : name === 'consumers' ? consumers : name.includes('.') ? tenant : name;
  addDocuments(choices, metadata, `${host}/${name}/v2.0${wellKnown}`, `${host}/${guid}/v2.0`, pool, signer);
  addDocuments(
    choices,
    metadata,
    `${host}/${name === 'organizations' ? 'common' : name}${wellKnown}`,
    `https://sts.windows.net/${guid}/`,
    pool,
    signer,
  );
  const endpoint = host === login && choices.chance(0.7) ? '' : ` authentication-endpoint="${host}${choices.pick(['', '/'])}"`;
  const listed = choices.chance(0.9)
    ? writeList('audiences', 'audience', [...some(choices, audiences, 1), ...(choices.chance(0.9) ? ['api'] : [])])
    : '';
  return `<policies><inbound><validate-azure-ad-token tenant-id="${name}"${endpoint}>${listed}</validate-azure-ad-token></inbound></policies>`;
}

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

const oddValues: readonly unknown[] = [null, true, false, 1, 1.5, '', 'x', [], ['x'], [1], [null], {}, { a: 1 }];

function addOddMember(choices: Choices, claims: Members, names: readonly string[]): void {
  if (choices.chance(0.04)) claims[choices.pick(names)] = choices.pick(oddValues);
}

function makeClaims(choices: Choices): Members {
  const claims: Members = { ...makeTimes(choices), sub: 's' };
  if (choices.chance(0.95)) claims['iss'] = choices.chance(0.9) ? 'https://idp.example' : choices.pick(issuers);
  addAudience(choices, claims);
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

function makeTenantClaims(choices: Choices): Members {
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

const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'HS256',
  'HS384',
  'HS512',
  'none',
  'rs256',
  'RS1',
  '',
];

function writeToken(choices: Choices, signer: PoolKey, claims: Members): string {
  const usual = { RSA: ['RS256', 'RS256', 'PS256', 'RS512', 'RS384'], EC: ['ES256', 'ES384', 'ES512'], HS: ['HS256', 'HS384', 'HS512'] }[
    signer.family
  ];
  const alg = choices.chance(0.96) ? choices.pick(usual) : choices.pick(algorithms);
  const header: Members = { typ: 'JWT', alg };
  if (choices.chance(0.8))
    header['kid'] = choices.chance(0.75)
      ? signer.name
      : choices.pick([signer.name.toUpperCase(), 'shared', 'nope', '', ' ', `${signer.name} `, 'r1']);
  if (choices.chance(0.1)) header['x5t'] = choices.pick([signer.x5t, signer.x5t.toLowerCase(), signer.name, 'zz', '']);
  if (choices.chance(0.03))
    header[choices.pick(['kid', 'typ', 'cty', 'x5t', 'zip', 'enc', 'crit', 'nonce', 'b64'])] = choices.pick(oddValues);
  const first = encode(choices, writeJson(choices, header));
  const second = encode(choices, writeJson(choices, claims));
  const data = `${first}.${second}`;
  if (choices.chance(0.03)) return `${data}.`;
  const signature = makeSignature(signer, alg, data);
  return `${data}.${choices.chance(0.06) ? alterSignature(choices, signature) : signature.toString('base64url')}`;
}

function makeSignature(signer: PoolKey, alg: string, data: string): Buffer {
  const bits = /(?:256|384|512)$/.exec(alg)?.[0] ?? '256';
  if (signer.privateKey === null) return createHmac(`sha${bits}`, signer.secret).update(data).digest();
  if (signer.family === 'EC') return sign(`sha${bits}`, Buffer.from(data), { key: signer.privateKey, dsaEncoding: 'ieee-p1363' });
  const padding = alg.startsWith('PS') ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : {};
  try {
    return sign(`sha${bits}`, Buffer.from(data), { key: signer.privateKey, ...padding });
  } catch {
    // The key is too small for the algorithm: nobody could have signed so.
    return Buffer.alloc(64, 1);
  }
}

function alterSignature(choices: Choices, signature: Buffer): string {
  const text = signature.toString('base64url');
  const changed = Buffer.from(signature);
  changed[0] = (changed[0] ?? 0) ^ 1;
  return choices.pick([
    changed.toString('base64url'),
    text.slice(0, 40),
    `${text}=`,
    `${text}==`,
    `${text}\n`,
    `${text} `,
    `${text}!`,
    // Claims without their last brace are not asked: generation 7 reads on in a buffer that was used before, so its answer depends on chance.
    signature.toString('base64'),
    'A',
    '====',
  ]);
}

/** JSON as somebody may write it who does not use a library. */
function writeJson(choices: Choices, members: Members): string {
  const text = JSON.stringify(members);
  if (choices.chance(0.97)) return text;
  const body = text.slice(1, -1);
  return choices.pick([
    ` ${text}\n`,
    `${text}x`,
    `${text}/*x*/`,
    `${text}\0`,
    `${text},`,
    `{/*x*/${body}}`,
    `{${body},}`,
    text.replaceAll('"', "'"),
    text.replace(/"(\w+)":/g, '$1:'),
    `{${body},"d":NaN}`,
    `{${body},"d":01}`,
    `{${body},"d":"a\tb"}`,
    `{${body},"d":"\\ud800"}`,
    `{${body},"d":${'['.repeat(63)}${']'.repeat(63)}}`,
    `{${body},"d":${'['.repeat(64)}${']'.repeat(64)}}`,
    `{"iss":"first","kid":"first",${body}}`,
    `\ufeff${text}`,
    `[${text}]`,
    // Claims without their last brace are not asked: generation 7 reads on in a buffer that was used before, so its answer depends on chance.
    '{}',
    'null',
  ]);
}

function encode(choices: Choices, text: string): string {
  const plain = Buffer.from(text).toString('base64url');
  if (choices.chance(0.985)) return plain;
  return choices.pick([
    `${plain}=`,
    `${plain}==`,
    `${plain} `,
    ` ${plain}`,
    `${plain}\n`,
    `${plain}A`,
    Buffer.from(text).toString('base64'),
    plain.slice(0, -1),
  ]);
}

function spoil(choices: Choices, token: string): string {
  return choices.pick([
    `Bearer ${token}`,
    `"${token}"`,
    ` ${token}`,
    `${token} `,
    `${token}\n`,
    `${token}.`,
    token.slice(0, 60),
    `${token.slice(0, 60)}...`,
    token.replaceAll('.', ''),
    token + token,
    `${token},${token}`,
    '...',
    'opaque',
    token.replace('.', '..'),
  ]);
}

async function encrypt(choices: Choices, text: string, key: PoolKey): Promise<string> {
  const sizes = { 'A128CBC-HS256': 32, 'A192CBC-HS384': 48, 'A256CBC-HS512': 64, A256GCM: 32 } as const;
  const wraps = { A128KW: 16, A192KW: 24, A256KW: 32 } as const;
  const enc = choices.pick(['A128CBC-HS256', 'A192CBC-HS384', 'A256CBC-HS512', 'A256GCM'] as const);
  const alg = choices.chance(0.8) ? 'dir' : choices.pick(['A128KW', 'A192KW', 'A256KW'] as const);
  const length = alg === 'dir' ? sizes[enc] : wraps[alg];
  const bytes = key.secret.length >= length ? key.secret.subarray(0, length) : Buffer.alloc(length, 7);
  const header = {
    alg,
    enc,
    ...(choices.chance(0.3) ? { kid: choices.pick([key.name, 'shared', 'nope']) } : {}),
    ...(choices.chance(0.5) ? { cty: 'JWT' } : {}),
  };
  return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(header).encrypt(bytes);
}
