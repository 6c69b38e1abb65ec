import { say, type Message } from '../../messages/message.js';
import { findConfiguration } from '../../metadata/read-metadata.js';
import { readAddress } from '../../microsoft/read-address.js';
import { knowValue } from '../../policy/known-value.js';
import type { DecodedToken } from '../../token/token.js';
import type { PolicyAlone } from '../judged.js';

/**
 * Why the issuer of a B2C token is refused: the metadata is another user flow's or another host's, or it is the user flow's own and only the
 * form of the issuer differs. Source of the two forms: Microsoft's page on the token settings of a user flow ("Issuer (iss) claim").
 */
export function explainB2c(
  { policy, facts }: PolicyAlone,
  token: DecodedToken,
  issuer: string,
  accepted: readonly string[],
): [string, Message] {
  const { host } = readAddress(issuer);
  const userFlow = ['tfp', 'acr'].map(name => token.claims[name]).find(value => typeof value === 'string');
  for (const value of policy.openidConfigs) {
    const known = knowValue(value, facts.namedValues);
    if (!known.known || userFlow === undefined) continue;
    const own = findConfiguration(facts.metadata, known.text)?.issuer;
    const read = readAddress(known.text);
    const isOwn = read.family === 'b2c' && read.host === host && read.userFlow?.toLowerCase() === String(userFlow).toLowerCase();
    if (isOwn && typeof own === 'string' && accepted.includes(own) && readAddress(own).host === host)
      return ['b2c-form', say('issuer-mismatch-b2c-form', { issuer, accepted: own })];
  }
  return ['b2c', say('issuer-mismatch-b2c', { issuer, accepted })];
}
