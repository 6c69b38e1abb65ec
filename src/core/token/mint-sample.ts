import { configurationUnder, externalIdHost, externalIdIssuer, publicEndpoint, publicIssuer } from '../microsoft/write-address.js';
import { encodeBase64Url } from './base64url.js';
import { Credential } from './credential.js';
import type { JsonObject } from './token.js';

export type SampleKind = 'external-id-v1' | 'external-id-v2' | 'workforce-v1' | 'workforce-v2';

/** Whose token it is to be. All of them are GUIDs, in lower case. */
export interface SampleIds {
  readonly tenant: string;
  readonly api: string;
  readonly client: string;
}

/** A tenant that exists in memory only, with a throwaway key. */
export interface SampleTenant {
  /** Address → JSON: the OpenID configurations and key sets that the tenant would publish. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Issues a token at `now` (Unix seconds), valid for an hour. The compact form, as a user would paste it. */
  mint(kind: SampleKind, now: number): Promise<Credential>;
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
const life = 3600;

/**
 * Makes the tenant of the sample: one key, never exported; the documents of its External ID endpoint and of its workforce
 * endpoint. The version 1.0 document of External ID is left out, because it was reported not to be served.
 */
export async function createSampleTenant(ids: SampleIds): Promise<SampleTenant> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const { n, e } = await crypto.subtle.exportKey('jwk', publicKey);
  const digest = await crypto.subtle.digest('SHA-256', encodeText(String(n)));
  const kid = encodeBase64Url(new Uint8Array(digest).slice(0, 20));
  const keys = { keys: [{ kty: 'RSA', use: 'sig', alg: 'RS256', kid, n, e }] };

  const mint = async (kind: SampleKind, now: number): Promise<Credential> => {
    const header = kind.endsWith('v1') ? { typ: 'JWT', alg: 'RS256', x5t: kid, kid } : { typ: 'JWT', alg: 'RS256', kid };
    const input = `${encodePart(header)}.${encodePart(writeClaims(kind, ids, now))}`;
    const signature = await crypto.subtle.sign(algorithm.name, privateKey, encodeText(input));
    return new Credential(`${input}.${encodeBase64Url(new Uint8Array(signature))}`);
  };
  return { metadata: publish(ids.tenant, keys), mint };
}

/** What the issuer of such a token is called. */
function sampleIssuer(kind: SampleKind, tenant: string): string {
  switch (kind) {
    case 'external-id-v1':
      return externalIdIssuer(tenant, 1);
    case 'external-id-v2':
      return externalIdIssuer(tenant, 2);
    case 'workforce-v1':
      return publicIssuer(tenant, 1);
    case 'workforce-v2':
      return publicIssuer(tenant, 2);
  }
}

function publish(tenant: string, keys: unknown): Record<string, unknown> {
  const external = `https://${externalIdHost(tenant)}/${tenant}`;
  const workforce = `${publicEndpoint}/${tenant}`;
  const endpoints: readonly (readonly [address: string, keysAddress: string, kind: SampleKind])[] = [
    [configurationUnder(external, 2), `${external}/discovery/v2.0/keys`, 'external-id-v2'],
    [configurationUnder(workforce, 2), `${workforce}/discovery/v2.0/keys`, 'workforce-v2'],
    [configurationUnder(workforce, 1), `${workforce}/discovery/keys`, 'workforce-v1'],
  ];
  const metadata: Record<string, unknown> = {};
  for (const [address, keysAddress, kind] of endpoints) {
    metadata[address] = {
      issuer: sampleIssuer(kind, tenant),
      jwks_uri: keysAddress,
      id_token_signing_alg_values_supported: ['RS256'],
      subject_types_supported: ['pairwise'],
      response_types_supported: ['code', 'id_token'],
    };
    metadata[keysAddress] = keys;
  }
  return metadata;
}

function writeClaims(kind: SampleKind, { tenant, api, client }: SampleIds, now: number): JsonObject {
  const isV1 = kind.endsWith('v1');
  return {
    aud: isV1 ? `api://${api}` : api,
    iss: sampleIssuer(kind, tenant),
    iat: now,
    nbf: now,
    exp: now + life,
    ...(isV1 ? { appid: client, appidacr: '0' } : { azp: client, azpacr: '0' }),
    name: 'Sample User',
    oid: '00000000-0000-4000-8000-000000000001',
    // The samples' policies ask for these.
    scp: kind.startsWith('workforce') ? 'Reports.Read' : 'Orders.Read',
    sub: 'sample-subject',
    tid: tenant,
    uti: 'sample-token-id',
    ver: isV1 ? '1.0' : '2.0',
  };
}

function encodePart(part: JsonObject): string {
  return encodeBase64Url(encodeText(JSON.stringify(part)));
}

function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
