import { say, type Message } from '../../messages/message.js';
import { findConfiguration } from '../../metadata/read-metadata.js';
import type { PolicyAlone } from '../judged.js';
import { findNamingMember } from '../../metadata/naming-member.js';
import { findOtherForm } from '../../token/elsewhere/find-elsewhere.js';
import { knowValue } from '../../policy/known-value.js';

/** What else connects a refused issuer with the accepted ones: an address in its place, http for https, another member of the document. */
export function explainOtherIssuer(context: PolicyAlone, issuer: string, accepted: readonly string[]): [string, Message | null] {
  const { policy, facts } = context;
  const addresses = policy.openidConfigs.flatMap(value => {
    const known = knowValue(value, facts.namedValues);
    return known.known ? [known.text] : [];
  });
  const form = findOtherForm('iss', accepted, [issuer], ['scheme', 'document']);
  if (form?.relation === 'document') {
    const { wanted, found } = form;
    return ['document', say('issuer-document', { wanted, found, isConfig: addresses.length > 0 })];
  }
  if (form !== null) {
    const { wanted, found } = form;
    const isDocument = addresses.some(address => findConfiguration(facts.metadata, address)?.issuer === wanted);
    return ['scheme', say('issuer-scheme', { wanted, found, isDocument })];
  }
  const named = findNamingMember(addresses, facts.metadata, issuer);
  if (named !== null) return ['document-member', say('issuer-document-member', { issuer, ...named })];
  return ['other', null];
}
