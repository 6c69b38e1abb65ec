// Members of a wrong kind in key sets and configurations, which can spoil the whole document; and what is no document at all.
import type { Choices, Members } from './choices.js';

const values: readonly unknown[] = ['x', '', 'true', 5, true, null, [], ['x'], [1], [[]], [{}], {}, { a: 1 }];
/** In the place of a document. Null cannot be asked: to the oracle it is no document. */
const wholes: readonly unknown[] = [[], [{}], 'x', '', 5, 0, true, false];
const keyMembers = ['kid', 'use', 'alg', 'x5c', 'x5t', 'x5u', 'key_ops', 'oth', 'crv', 'kty', 'n', 'unknown'];
const configurationMembers = [
  'scopes_supported',
  'response_types_supported',
  'authorization_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
  'request_parameter_supported',
  'frontchannel_logout_supported',
  'require_pushed_authorization_requests',
  'tls_client_certificate_bound_access_tokens',
  'unknown',
];

/** The documents, one of them with a member that does not belong there, or nothing that it should be. */
export function spoilDocuments(choices: Choices, metadata: Members): Members {
  const [address, document] = choices.pick(Object.entries(metadata)) as [string, Members];
  if (choices.chance(0.1)) return { ...metadata, [address]: choices.pick(wholes) };
  const keys = document['keys'];
  if (!Array.isArray(keys)) return { ...metadata, [address]: { ...document, [choices.pick(configurationMembers)]: choices.pick(values) } };
  // In a key beside those that were there, so that it spoils nothing but the whole.
  const odd = choices.chance(0.8) ? { kty: 'RSA', kid: 'odd', [choices.pick(keyMembers)]: choices.pick(values) } : choices.pick(values);
  return {
    ...metadata,
    [address]: { ...document, keys: choices.chance(0.5) ? [...(keys as unknown[]), odd] : [odd, ...(keys as unknown[])] },
  };
}
