import type { Facts } from '../facts.js';
import { knowValue } from '../policy/known-value.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { DecodedToken, TokenProblem } from '../token/token.js';
import { findAuthority } from './authority.js';
import { findIssuerAddress } from './microsoft-address.js';
import { findConfiguration } from './read-metadata.js';

/** One document that a judgement needs. */
export interface NeededDocument {
  readonly address: string;
  readonly kind: 'configuration' | 'key-set';
  /** Whether the policy trusts it, or it is only the token's own issuer's: such a document never decides what the gateway accepts. */
  readonly usedBy: 'policy' | 'token';
}

/**
 * Every address that judging the token under the token policy needs: the OpenID configurations that the policy names (named values
 * filled in; what stays unknown is left out), that of the token's own issuer where its host is one of Microsoft's login hosts, and
 * the key sets that the documents at hand name. Call it again when documents have arrived.
 */
export function neededDocuments(policy: TokenPolicy, token: DecodedToken | TokenProblem | undefined, facts: Facts): NeededDocument[] {
  const needed = new Map<string, NeededDocument>();
  const add = (address: string, usedBy: 'policy' | 'token'): void => {
    if (!needed.has(address)) needed.set(address, { address, kind: 'configuration', usedBy });
    const keys = findConfiguration(facts.metadata, address)?.jwksUri;
    if (keys !== undefined && keys !== null && !needed.has(keys)) needed.set(keys, { address: keys, kind: 'key-set', usedBy });
  };
  for (const address of listPolicyAddresses(policy, facts.namedValues).known) add(address, 'policy');
  const issuer = token?.claims['iss'];
  const own = typeof issuer === 'string' ? findIssuerAddress(issuer) : null;
  if (own !== null) add(own, 'token');
  return [...needed.values()];
}

/** The OpenID configurations that a token policy names, in its order, and the names of the values that hide others. */
export function listPolicyAddresses(
  policy: TokenPolicy,
  namedValues: Readonly<Record<string, string>> | undefined,
): { known: readonly string[]; missing: readonly string[] } {
  if (policy.kind === 'validate-azure-ad-token') {
    const found = findAuthority(policy, namedValues);
    return found.known ? { known: [found.authority.v2, found.authority.v1], missing: [] } : { known: [], missing: found.missing };
  }
  const known: string[] = [];
  const missing: string[] = [];
  for (const url of policy.openidConfigs) {
    const value = knowValue(url, namedValues);
    if (value.known) known.push(value.text);
    else missing.push(...value.missing);
  }
  return { known: [...new Set(known)], missing: [...new Set(missing)] };
}
