import { languageOf } from '../messages/catalogue.js';
import { say } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { Facts } from '../facts.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { DecodedToken, TokenProblem } from '../token/token.js';
import { findIssuerAddress } from '../microsoft/write-address.js';
import { fillAuthority } from './authority.js';
import { fillAddress, listAddressValues, nameAddress, type FilledAddress } from './fill-address.js';
import { findConfiguration } from './read-metadata.js';

/** One document that a judgement needs. */
export interface NeededDocument {
  /** As it would be requested; where `withheld` names something, as the policy writes it, and then nothing is requested. */
  readonly address: string;
  readonly kind: 'configuration' | 'key-set';
  /** Whether the policy trusts it, or it is only the token's own issuer's: such a document never decides what the gateway accepts. */
  readonly usedBy: 'policy' | 'token';
  /**
   * What a log may hold: the address as the policy writes it, named values by name. A key set that a document names behind such
   * an address is written as that document's.
   */
  readonly written: string;
  /** Whether named values were filled in: such an address is not requested of a host of a stranger's before the user has seen it. */
  readonly filled: boolean;
  /** Named values whose values do not belong into an address: secrets, and what has not the form of a tenant's name. */
  readonly withheld: readonly string[];
}

/**
 * Every address that judging the token under the token policy needs: the OpenID configurations that the policy names (named values
 * filled in; what stays unknown is left out), that of the token's own issuer where its host is one of Microsoft's login hosts, and
 * the key sets that the documents at hand name. Call it again when documents have arrived. `judgeAddress` says what may be requested.
 */
export function neededDocuments(policy: TokenPolicy, token: DecodedToken | TokenProblem | undefined, facts: Facts): NeededDocument[] {
  const needed = new Map<string, NeededDocument>();
  const add = (found: FilledAddress, usedBy: 'policy' | 'token'): void => {
    const { text, written, filled, withheld } = found;
    // What was saved for an address is found by the address that the gateway reads, whatever stands in it.
    const address = nameAddress(found, facts);
    if (text === null || address === null) return;
    const about = { usedBy, filled: filled.length > 0, withheld };
    if (!needed.has(address)) needed.set(address, { address, kind: 'configuration', written, ...about });
    const keys = findConfiguration(facts.metadata, text)?.jwksUri;
    if (keys === undefined || keys === null || needed.has(keys)) return;
    needed.set(keys, {
      ...about,
      address: keys,
      kind: 'key-set',
      written: about.filled ? render(say('key-set-of', { document: written }), languageOf(facts)) : keys,
    });
  };
  for (const address of fillPolicyAddresses(policy, facts)) add(address, 'policy');
  const issuer = token?.claims['iss'];
  const own = typeof issuer === 'string' ? findIssuerAddress(issuer) : null;
  if (own !== null) add({ text: own, written: own, filled: [], withheld: [] }, 'token');
  return [...needed.values()];
}

function fillPolicyAddresses(policy: TokenPolicy, facts: Facts): FilledAddress[] {
  const values = listAddressValues(facts);
  return policy.kind === 'validate-azure-ad-token'
    ? fillAuthority(policy, values)
    : policy.openidConfigs.map(url => fillAddress(url, values, 'address'));
}
