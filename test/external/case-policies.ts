import type { PoolKey } from './key-pool.js';
import { audiences, consumers, issuers, login, otherTenant, some, tenant, type Choices, type Members } from './choices.js';

const wellKnown = '/.well-known/openid-configuration';

function escape(text: string): string {
  return text.replace(/[&<>"]/g, letter => `&#${String(letter.charCodeAt(0))};`);
}

function writeList(list: string, item: string, values: readonly string[]): string {
  return `<${list}>${values.map(value => `<${item}>${escape(value)}</${item}>`).join('')}</${list}>`;
}

const booleans = ['true', 'true', 'false', 'false', 'false', '0', '1', ' false ', 'True', 'FALSE', 'no', ''];
const oddSkews = ['+5', ' 5 ', '007', '-0', '-1', '1.5', '', '5s', '2147483647', '2147483648', '-2147483648'];

/** What the policy may mean: of an odd boolean both, of an odd skew none or all the time there is; null where the library reads it as written. */
export function readSettings(policy: string): readonly string[] | null {
  const variants = [/ (require-[a-z]+-(?:time|tokens))="(?:0|1|no|)"/, / (clock-skew)="(?:-[1-9]\d*|1\.5||5s|2147483648)"/].reduce(
    (texts, pattern, index) =>
      texts.flatMap(text =>
        pattern.test(text)
          ? (index === 0 ? ['true', 'false'] : ['0', '2147483647']).map(value => text.replace(pattern, ` $1="${value}"`))
          : [text],
      ),
    [policy],
  );
  if (variants.length === 1) return null;
  // Both booleans may be odd.
  return variants.flatMap(text => readSettings(text) ?? [text]);
}

export function writeJwtPolicy(choices: Choices, metadata: Members, pool: readonly PoolKey[], signer: PoolKey): string {
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
    `clock-skew="${choices.chance(0.95) ? String(choices.pick([0, 0, 0, 1, 60, 300])) : choices.pick(oddSkews)}"`,
    choices.chance(0.18) ? `require-expiration-time="${choices.pick(booleans)}"` : '',
    choices.chance(0.18) ? `require-signed-tokens="${choices.pick(booleans)}"` : '',
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

export function writeSecrets(choices: Choices, pool: readonly PoolKey[], secret: PoolKey): string {
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
  if (choices.chance(0.05)) rewriteNumber(choices, entry, choices.pick(key.family === 'EC' ? ['x', 'y'] : ['n', 'e']));
  if (choices.chance(0.02)) entry[choices.pick(['d', 'p', 'q'])] = choices.pick(['AQAB', '', '!!']);
  return entry;
}

/** The same number, or nearly, as somebody may write it who does not use a library. */
function rewriteNumber(choices: Choices, entry: Members, name: string): void {
  const text = entry[name];
  if (typeof text !== 'string' || text === '') return;
  const bytes = Buffer.from(text, 'base64url');
  entry[name] = choices.pick([
    Buffer.concat([Buffer.alloc(1), bytes]).toString('base64url'),
    Buffer.concat([Buffer.alloc(3), bytes]).toString('base64url'),
    bytes.toString('base64'),
    `${text}=`,
    `${text}==`,
    `${text} `,
    ` ${text}`,
    `${text}\n`,
    bytes.subarray(1).toString('base64url'),
  ]);
}

const tenantNames = [tenant, tenant, tenant, otherTenant, 'common', 'organizations', 'consumers', 'contoso.onmicrosoft.com'];

export function writeTenantPolicy(choices: Choices, metadata: Members, pool: readonly PoolKey[], signer: PoolKey): string {
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
