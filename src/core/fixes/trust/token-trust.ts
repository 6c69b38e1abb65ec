import { firstPartyApis } from '../../knowledge/clouds.js';
import { findPublicClient } from '../../knowledge/public-clients.js';
import type { Facts } from '../../facts.js';
import { readAddress } from '../../microsoft/read-address.js';
import { readAudiences } from '../../token/classify-token.js';
import type { DecodedToken } from '../../token/token.js';
import { withoutEnd } from '../../text/endings.js';

/** Why no policy should be opened for a token: the cure is another token. */
type Distrust = 'graph' | 'id-token' | 'microsoft-api' | 'public-client';

/** Whether a token is one for which no fix may make a policy accept more. Null where nothing speaks against it. */
export function distrustToken(token: DecodedToken): Distrust | null {
  if (token.kind === 'graph' || token.kind === 'id-token') return token.kind;
  const audiences = readAudiences(token.claims).map(audience => withoutEnd(audience.toLowerCase(), '/'));
  if (firstPartyApis.some(api => api.audiences.some(audience => audiences.includes(audience)))) return 'microsoft-api';
  const clients = ['azp', 'appid'].map(name => token.claims[name]);
  return clients.some(client => typeof client === 'string' && findPublicClient(client) !== undefined) ? 'public-client' : null;
}

/** The token at hand, where it could be read and nothing speaks against opening a policy for it. */
export function findTrustworthyToken(facts: Facts): DecodedToken | null {
  const { token } = facts;
  return token?.status === 'decoded' && distrustToken(token) === null ? token : null;
}

/** The tenant in a token's issuer, in lower case; null where none stands there by GUID. What the token says is not verified here. */
export function findIssuerTenant(token: DecodedToken): string | null {
  const issuer = token.claims['iss'];
  if (typeof issuer !== 'string') return null;
  const { scheme, tenantId } = readAddress(issuer);
  return scheme === null ? null : tenantId;
}
