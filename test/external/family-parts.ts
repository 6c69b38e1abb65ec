// What the hand-written cases are made of: keys, documents, policies, tokens. Each differs from a usual case in one or two places.
import { makeSignature } from './case-tokens.js';
import { login, now, tenant, type Members } from './choices.js';
import type { Question } from './ask-oracle.js';
import { makeKeyPool, type PoolKey } from './key-pool.js';

export type KeyName = 'r1' | 'r2' | 'small' | 'tiny' | 'e256' | 'e384' | 'e521' | 's8' | 's16' | 's32' | 's48' | 's64';

/** What a case says otherwise than a usual one. Texts stand as they are; members that are undefined are left out. */
export interface Odd {
  readonly signer?: KeyName;
  readonly alg?: string;
  readonly header?: Members;
  /** The whole header as text. */
  readonly headerText?: string;
  readonly claims?: Members;
  readonly claimsText?: string;
  /** Members written in front of the others, as text: duplicates, large numbers. */
  readonly front?: string;
  /** Changes the signature, in base64url. */
  readonly signature?: (text: string) => string;
  /** Changes the whole token. */
  readonly token?: (text: string) => string;
  readonly attributes?: string;
  readonly audiences?: readonly string[];
  readonly issuers?: readonly string[];
  /** Children of issuer-signing-keys. */
  readonly inline?: string;
  readonly decryption?: string;
  /** One key set for each openid-config. */
  readonly keySets?: readonly (readonly Members[])[];
  readonly published?: readonly string[];
}

export interface FamilyCase {
  readonly name: string;
  readonly odd: Odd;
}

const wellKnown = '/.well-known/openid-configuration';
const keys = new Map(makeKeyPool().map(key => [key.name, key]));

export function key(name: KeyName): PoolKey {
  const found = keys.get(name);
  if (found === undefined) throw new RangeError(name);
  return found;
}

/** The entry of a key set. */
export function jwk(name: KeyName, more: Members = {}): Members {
  return withoutAbsent({ ...key(name).jwk, kid: name, use: 'sig', ...more });
}

function withoutAbsent(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, letter => `&#${String(letter.charCodeAt(0))};`);
}

function writeList(list: string, item: string, values: readonly string[] | undefined): string {
  return values === undefined ? '' : `<${list}>${values.map(value => `<${item}>${escape(value)}</${item}>`).join('')}</${list}>`;
}

/** Signs a text with a key, as base64url. */
export function signText(signer: KeyName, alg: string, text: string): string {
  return makeSignature(key(signer), alg, text).toString('base64url');
}

export function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** A token of the case. */
export function writeOddToken(odd: Odd, usual: Members): string {
  const { signer = 'r1' } = odd;
  const alg = odd.alg ?? { RSA: 'RS256', EC: 'ES256', HS: 'HS256' }[key(signer).family];
  const header = odd.headerText ?? JSON.stringify(withoutAbsent({ typ: 'JWT', alg, kid: signer, ...odd.header }));
  const body = odd.claimsText ?? JSON.stringify(withoutAbsent({ ...usual, ...odd.claims }));
  const claims = odd.front === undefined ? body : `{${odd.front},${body.slice(1)}`;
  const data = `${encode(header)}.${encode(claims)}`;
  const signature = signText(signer, alg, data);
  const token = `${data}.${odd.signature === undefined ? signature : odd.signature(signature)}`;
  return odd.token === undefined ? token : odd.token(token);
}

/** A question about a validate-jwt whose metadata is that of one issuer, with the key `r1`. */
export function askJwt(name: string, odd: Odd): Question {
  const metadata: Members = {};
  const sets = odd.keySets ?? [[jwk('r1')]];
  const addresses = sets.map((set, index) => {
    const address = `https://idp.example/${String(index)}${wellKnown}`;
    metadata[address] = { issuer: odd.published?.[index] ?? 'https://idp.example', jwks_uri: `${address}/keys` };
    metadata[`${address}/keys`] = { keys: set };
    return address;
  });
  const body = [
    ...addresses.map(address => `<openid-config url="${address}" />`),
    odd.inline === undefined ? '' : `<issuer-signing-keys>${odd.inline}</issuer-signing-keys>`,
    odd.decryption === undefined ? '' : `<decryption-keys>${odd.decryption}</decryption-keys>`,
    writeList('audiences', 'audience', odd.audiences ?? ['api']),
    writeList('issuers', 'issuer', odd.issuers),
  ].join('');
  const policy = `<policies><inbound><validate-jwt header-name="Authorization" ${odd.attributes ?? 'clock-skew="0"'}>${body}</validate-jwt></inbound></policies>`;
  const usual = { iss: 'https://idp.example', aud: 'api', sub: 's', nbf: now - 600, exp: now + 3000 };
  return { id: name, now, policy, token: writeOddToken(odd, usual), metadata };
}

/** A question about a validate-azure-ad-token. */
export interface OddTenant extends Odd {
  readonly name?: string;
  readonly endpoint?: string;
  /** What stands as issuer in the documents of version 2 and 1. */
  readonly issuer2?: string;
  readonly issuer1?: string;
}

export function askTenant(name: string, odd: OddTenant): Question {
  const tenantId = odd.name ?? tenant;
  const endpoint = odd.endpoint ?? login;
  const host = (endpoint.includes('://') ? endpoint : `https://${endpoint}`).replace(/\/$/, '');
  const guid = tenantId === 'common' || tenantId === 'organizations' ? '{tenantid}' : tenantId;
  const version1 = tenantId === 'organizations' ? 'common' : tenantId;
  const metadata: Members = {};
  const add = (address: string, issuer: string): void => {
    metadata[address] = { issuer, jwks_uri: `${address}/keys` };
    metadata[`${address}/keys`] = { keys: odd.keySets?.[0] ?? [jwk('r1')] };
  };
  add(`${host}/${tenantId}/v2.0${wellKnown}`, odd.issuer2 ?? `${host}/${guid}/v2.0`);
  add(`${host}/${version1}${wellKnown}`, odd.issuer1 ?? `https://sts.windows.net/${guid}/`);
  const written = odd.endpoint === undefined ? '' : ` authentication-endpoint="${odd.endpoint}"`;
  const policy = `<policies><inbound><validate-azure-ad-token tenant-id="${tenantId}"${written}>${writeList('audiences', 'audience', odd.audiences ?? ['api'])}</validate-azure-ad-token></inbound></policies>`;
  const usual = { iss: `${login}/${tenant}/v2.0`, aud: 'api', tid: tenant, ver: '2.0', nbf: now - 600, exp: now + 3000 };
  return { id: name, now, policy, token: writeOddToken(odd, usual), metadata };
}
