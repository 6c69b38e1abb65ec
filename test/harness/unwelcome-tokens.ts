import type { TokenClaims } from './generated-tokens.js';
import { world } from './generated-policies.js';

/** A token that no policy should be opened for: what makes one of a token that could be welcome. */
export interface UnwelcomeToken {
  readonly name: string;
  readonly change: (claims: TokenClaims) => TokenClaims;
  /** False where a stranger signs it. */
  readonly signedByTenant: boolean;
}

function without(claims: TokenClaims, names: readonly string[]): TokenClaims {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
}

/** Tokens of other tenants, for other APIs, of the wrong kind, of a developer's tool, forged. */
export const unwelcomeTokens: readonly UnwelcomeToken[] = [
  {
    name: 'another tenant',
    change: claims => ({
      ...claims,
      iss: `https://login.microsoftonline.com/${world.otherTenant}/v2.0`,
      tid: world.otherTenant,
      ver: '2.0',
    }),
    signedByTenant: true,
  },
  {
    name: 'another External ID tenant',
    change: claims => ({
      ...claims,
      iss: `https://${world.otherTenant}.ciamlogin.com/${world.otherTenant}/v2.0`,
      tid: world.otherTenant,
      ver: '2.0',
    }),
    signedByTenant: true,
  },
  { name: 'Microsoft Graph', change: claims => ({ ...claims, aud: 'https://graph.microsoft.com' }), signedByTenant: true },
  { name: 'another API of Microsoft', change: claims => ({ ...claims, aud: 'https://management.azure.com/' }), signedByTenant: true },
  {
    name: 'an ID token',
    change: claims => ({ ...without(claims, ['scp', 'roles', 'idtyp']), at_hash: 'x', nonce: 'y' }),
    signedByTenant: true,
  },
  {
    name: 'the Azure CLI',
    change: claims => ({ ...claims, azp: '04b07795-8ddb-461a-bbee-02f9e1bf7b46', appid: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' }),
    signedByTenant: true,
  },
  { name: 'keys that are not the tenant’s', change: claims => claims, signedByTenant: false },
];
