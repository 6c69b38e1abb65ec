// A made-up tenant: its documents, and tokens signed with a throwaway key. No token is ever written to a file, but for one that a test looks for.
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** The ids of samples/. */
export const ids = {
  tenant: '11111111-2222-3333-4444-555555555555',
  api: '66666666-7777-8888-9999-aaaaaaaaaaaa',
  client: 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff',
};

/** What tells who the person is: none of it may be written anywhere. */
export const personal = {
  name: 'Wilhelmina Quartermaine',
  preferred_username: 'wilhelmina.quartermaine@shop.example',
  email: 'wilhelmina.private@mail.example',
  oid: '0f1e2d3c-4b5a-4968-8776-f5e4d3c2b1a0',
  sub: 'Sub-of-Wilhelmina-7Qx9',
};

const workforce = `https://login.microsoftonline.com/${ids.tenant}`;
const externalId = `https://${ids.tenant}.ciamlogin.com/${ids.tenant}`;

/** The tenant's issuers and addresses. */
export const addresses = {
  externalIdIssuer: { v1: `${externalId}/`, v2: `${externalId}/v2.0` },
  workforceIssuer: { v1: `https://sts.windows.net/${ids.tenant}/`, v2: `${workforce}/v2.0` },
  externalId: `${externalId}/v2.0/.well-known/openid-configuration`,
  externalIdKeys: `${externalId}/discovery/v2.0/keys`,
  workforceV1: `${workforce}/.well-known/openid-configuration`,
  workforceV2: `${workforce}/v2.0/.well-known/openid-configuration`,
  workforceKeysV1: `${workforce}/discovery/keys`,
  workforceKeysV2: `${workforce}/discovery/v2.0/keys`,
};

/** One for all tenants of a process: making it takes a good part of a second. */
const pair = generateKeyPair('RS256', { modulusLength: 2048, extractable: true });

/**
 * Makes the tenant. `documents`: address → JSON, all that its hosts serve. `mint(version, from, claims)`: a token of version 1 or 2,
 * from `externalId` or `workforce`, valid for 41 minutes.
 */
export async function makeTenant() {
  const { publicKey, privateKey } = await pair;
  const kid = 'throwaway-key-1';
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }] };
  const configuration = (issuer, jwks_uri) => ({ issuer, jwks_uri, id_token_signing_alg_values_supported: ['RS256'] });
  const documents = {
    [addresses.externalId]: configuration(addresses.externalIdIssuer.v2, addresses.externalIdKeys),
    [addresses.workforceV1]: configuration(addresses.workforceIssuer.v1, addresses.workforceKeysV1),
    [addresses.workforceV2]: configuration(addresses.workforceIssuer.v2, addresses.workforceKeysV2),
    [addresses.externalIdKeys]: keys,
    [addresses.workforceKeysV1]: keys,
    [addresses.workforceKeysV2]: keys,
  };
  const mint = (version, from, claims = {}) => {
    const now = Math.floor(Date.now() / 1000);
    const versioned =
      version === 1
        ? { ver: '1.0', aud: `api://${ids.api}`, appid: ids.client, appidacr: '0' }
        : { ver: '2.0', aud: ids.api, azp: ids.client, azpacr: '0' };
    const payload = {
      iss: addresses[`${from}Issuer`][`v${version}`],
      iat: now - 300,
      nbf: now - 300,
      exp: now + 41 * 60,
      tid: ids.tenant,
      scp: 'Orders.Read',
      uti: 'made-up',
      ...personal,
      ...versioned,
      ...claims,
    };
    return new SignJWT(payload).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid }).sign(privateKey);
  };
  return { documents, mint };
}
