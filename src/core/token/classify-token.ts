import type { Certainty } from '../certainty.js';
import { graphAudiences, microsoftAccountTenant } from '../knowledge/clouds.js';
import type { TokenWords } from '../messages/catalogue.js';
import { readAddress, type MicrosoftAddress } from '../microsoft/read-address.js';
import type { DecodedToken, JsonObject } from './token.js';

/** Why a token was taken for its kind; the sentence stands in the catalogue. */
type KindReason = keyof TokenWords['kindReasons'];

/** What a token is, why we think so, and how sure that is. */
export interface Classification {
  readonly kind: DecodedToken['kind'];
  readonly reason: KindReason;
  readonly certainty: Certainty;
}

/**
 * Tells a token's kind from its header and claims. The first that fits counts:
 *
 * 1. `graph`: the audience is Microsoft Graph's, or the header has a `nonce` and no other issuer than Microsoft stands in the token (documented).
 * 2. `id-token`: see `findIdTokenEvidence`.
 * 3. `microsoft-account`: the tenant is that of personal accounts (documented).
 * 4. `b2c`: the issuer is on b2clogin.com, or a `tfp` claim or an older `acr` names a B2C policy (documented).
 * 5. External ID and workforce, by host and form of the issuer. Not by `ver`: the gateway's library goes by the issuer, too.
 * 6. `other`.
 *
 * It trusts what the token says of itself: nothing is verified here.
 */
export function classifyToken(header: JsonObject, claims: JsonObject): Classification {
  if (readAudiences(claims).some(audience => graphAudiences.includes(audience.toLowerCase().replace(/\/$/, ''))))
    return { kind: 'graph', reason: 'graph-audience', certainty: 'documented' };
  if (hasNonceOfMicrosoft(header, claims)) return { kind: 'graph', reason: 'header-nonce', certainty: 'observed' };

  const issuer = readIssuer(claims);
  const byIssuer = classifyIssuer(claims, issuer);
  return findIdTokenEvidence(header, claims, byIssuer.kind) ?? byIssuer;
}

/**
 * Whether the header has the `nonce` with which Microsoft signs tokens for its own APIs. What another issuer means by such a member is its own
 * business; a token without any issuer gets the benefit of the doubt.
 */
export function hasNonceOfMicrosoft(header: JsonObject, claims: JsonObject): boolean {
  if (!Object.hasOwn(header, 'nonce') || typeof header['nonce'] !== 'string') return false;
  const issuer = claims['iss'];
  return typeof issuer !== 'string' || readAddress(issuer).family !== 'other';
}

/** The token's audiences, in order; values that are no text are left out. */
export function readAudiences(claims: JsonObject): readonly string[] {
  const audience = claims['aud'];
  const list: readonly unknown[] = Array.isArray(audience) ? audience : [audience];
  return list.filter((value): value is string => typeof value === 'string');
}

/** The issuer as an address. Null where the token has none, or where it is no https address. */
export function readIssuer(claims: JsonObject): MicrosoftAddress | null {
  const issuer = claims['iss'];
  const address = typeof issuer === 'string' ? readAddress(issuer) : null;
  return address?.scheme === 'https' ? address : null;
}

function classifyIssuer(claims: JsonObject, issuer: MicrosoftAddress | null): Classification {
  if (claims['tid'] === microsoftAccountTenant || issuer?.tenantId === microsoftAccountTenant)
    return { kind: 'microsoft-account', reason: 'consumer-tenant', certainty: 'documented' };
  if (issuer?.family === 'b2c' && issuer.cloud === null) return { kind: 'b2c', reason: 'b2c-host', certainty: 'documented' };
  if (namesB2cPolicy(claims, issuer)) return { kind: 'b2c', reason: 'b2c-policy', certainty: 'documented' };
  // The gateway's library takes every issuer that does not end in /v2.0 for one of version 1.
  const isVersion2 = issuer?.version === 2;
  switch (issuer?.family) {
    case 'external-id':
      return isVersion2
        ? { kind: 'external-id-v2', reason: 'external-id-v2-issuer', certainty: 'documented' }
        : { kind: 'external-id-v1', reason: 'external-id-v1-issuer', certainty: 'observed' };
    case 'workforce':
      return isVersion2
        ? { kind: 'workforce-v2', reason: 'workforce-v2-issuer', certainty: 'documented' }
        : { kind: 'workforce-v1', reason: 'workforce-v1-issuer', certainty: 'documented' };
    default:
      return { kind: 'other', reason: typeof claims['iss'] === 'string' ? 'other-issuer' : 'no-issuer', certainty: 'documented' };
  }
}

function namesB2cPolicy({ tfp, acr }: JsonObject, issuer: MicrosoftAddress | null): boolean {
  const inIssuer = issuer !== null && (issuer.family === 'b2c' || issuer.prefix === 'tfp' || issuer.userFlow !== null);
  return typeof tfp === 'string' || (typeof acr === 'string' && /^b2c_/i.test(acr)) || inIssuer;
}

/**
 * Evidence that a token is an ID token. None of it is certain alone, so anything that only an access token has (scopes, a
 * header that says `at+jwt`, `idtyp`) outweighs it all. In this order:
 *
 * - the token calls itself one (`typ` claim `ID`, as Keycloak writes it);
 * - `at_hash` or `c_hash` (documented: hashes of what was issued beside an ID token);
 * - a `nonce` claim, unless the token is meant for another than the client (documented; some issuers copy it);
 * - the audience is the client itself (`azp`, `appid`), and there are neither scopes nor roles (inferred);
 * - a Microsoft Entra token about a user without client id: access tokens always name it, `appid` or `azp` (inferred).
 */
function findIdTokenEvidence(header: JsonObject, claims: JsonObject, kind: DecodedToken['kind']): Classification | null {
  const has = (name: string): boolean => claims[name] !== undefined && claims[name] !== null;
  const isIdToken = (reason: KindReason, certainty: Certainty): Classification => ({ kind: 'id-token', reason, certainty });

  const type = header['typ'];
  if (typeof type === 'string' && /^(?:application\/)?at\+jwt$/i.test(type)) return null;
  if (has('scp') || has('scope') || has('idtyp') || claims['typ'] === 'Bearer') return null;
  if (claims['typ'] === 'ID') return isIdToken('id-type', 'inferred');
  if (has('at_hash') || has('c_hash')) return isIdToken('id-hash', 'documented');

  const client = typeof claims['azp'] === 'string' ? claims['azp'] : claims['appid'];
  const audiences = readAudiences(claims);
  const forItsClient = typeof client === 'string' && audiences.some(audience => audience.toLowerCase() === client.toLowerCase());
  if (has('nonce') && (client === undefined || forItsClient)) return isIdToken('id-nonce', 'documented');
  if (forItsClient && audiences.length === 1 && !has('roles')) return isIdToken('id-own-audience', 'inferred');

  const fromEntra = /^(?:workforce|external-id)-|^microsoft-account$/.test(kind);
  const aboutUser = ['name', 'preferred_username', 'email', 'unique_name', 'upn', 'given_name', 'family_name'].some(has);
  if (fromEntra && aboutUser && client === undefined && !has('roles') && !has('azpacr') && !has('appidacr'))
    return isIdToken('id-no-client', 'inferred');
  return null;
}
