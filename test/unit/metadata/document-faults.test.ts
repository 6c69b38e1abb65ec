// Documents that the gateway's library refuses as a whole because of one member: kinds as they were measured.
import { describe, expect, it } from 'vitest';
import { findConfigurationFaults, findKeySetFaults, findRefusedDocuments } from '../../../src/core/metadata/document-faults.js';
import { keepDocument } from '../../../src/core/metadata/keep-document.js';
import { readKeys } from '../../../src/core/metadata/read-keys.js';

const all = [8, 7, 5];
const newer = [8, 7];

/** Who refuses a key set with this member in one of its keys. */
function refuseKey(name: string, value: unknown): readonly number[] {
  return (
    findKeySetFaults({
      keys: [
        { kty: 'RSA', kid: 'one' },
        { kty: 'RSA', [name]: value },
      ],
    })[0]?.refusedBy ?? []
  );
}

function refuseMember(name: string, value: unknown): readonly number[] {
  return findConfigurationFaults({ issuer: 'https://idp.example', [name]: value })[0]?.refusedBy ?? [];
}

describe('a key set', () => {
  it.each([
    ['kid', 'text', []],
    ['kid', null, []],
    ['kid', 5, newer],
    ['alg', true, newer],
    ['kid', {}, all],
    ['use', ['sig'], all],
    ['KID', 5, newer],
    ['x5t#S256', 1, newer],
    ['x5c', ['MIIC'], []],
    ['x5c', null, []],
    ['x5c', [null], []],
    ['x5c', 'MIIC', all],
    ['x5c', [1], newer],
    ['x5c', [[]], all],
    ['key_ops', null, newer],
    ['key_ops', 'verify', all],
    ['key_ops', '', newer],
    ['oth', [{ r: 'AQAB' }], all],
    ['issuer', 5, []],
    ['x5c2', 5, []],
  ])('with %s: %j is refused by %j', (name, value, refusedBy) => {
    expect(refuseKey(name, value)).toEqual(refusedBy);
  });

  it.each([true, 5, 'x', null, []])('with the entry %j is refused by generation 5 only', entry => {
    expect(findKeySetFaults({ keys: [entry, { kty: 'RSA' }] })).toMatchObject([{ member: 'keys[0]', wanted: 'key', refusedBy: [5] }]);
  });

  it('whose keys are no list is refused, and one without keys has none', () => {
    expect(findKeySetFaults({ keys: {} })).toMatchObject([{ member: 'keys', found: 'object', refusedBy: all }]);
    expect(findKeySetFaults({ keys: null })).toMatchObject([{ refusedBy: newer }]);
    expect(findKeySetFaults({ Keys: [] })).toEqual([]);
    expect(findKeySetFaults({})).toEqual([]);
  });

  it('is read in any case of its names, up to a list among the keys', async () => {
    const key = { KTY: 'RSA', Kid: 'k', N: `${'A'.repeat(341)}Q`, e: 'AQAB' };
    expect(await readKeys({ KEYS: [key, [], { ...key, Kid: 'lost' }] }, 'https://idp.example/keys')).toMatchObject([{ id: 'k' }]);
    expect(await readKeys({ keys: [{ ...key, USE: 5 }] }, 'https://idp.example/keys')).toEqual([]);
  });
});

describe('a configuration', () => {
  it.each([
    ['scopes_supported', ['openid'], []],
    ['scopes_supported', null, []],
    ['scopes_supported', 'openid', newer],
    ['scopes_supported', { a: 1 }, all],
    ['scopes_supported', [['openid']], [5]],
    ['authorization_endpoint', 5, newer],
    ['authorization_endpoint', [], all],
    ['introspection_endpoint', [], newer],
    ['revocation_endpoint', [], [8]],
    ['dpop_signing_alg_values_supported', 'RS256', newer],
    ['code_challenge_methods_supported', 'S256', [8]],
    ['request_parameter_supported', true, []],
    ['request_parameter_supported', 'true', newer],
    ['request_parameter_supported', null, newer],
    ['request_parameter_supported', 'yes', all],
    ['require_pushed_authorization_requests', 'yes', newer],
    ['tls_client_certificate_bound_access_tokens', 'true', [8]],
    ['frontchannel_logout_supported', 'true', []],
    ['frontchannel_logout_supported', 'yes', newer],
    ['frontchannel_logout_supported', [], all],
    ['Issuer', {}, all],
    ['unknown_member', {}, []],
  ])('with %s: %j is refused by %j', (name, value, refusedBy) => {
    expect(refuseMember(name, value)).toEqual(refusedBy);
  });
});

it.each([[[]], [[{}]], ['x'], [''], [5], [true], [false], [null]])('what is no object is refused by all: %j', document => {
  for (const faults of [findConfigurationFaults(document), findKeySetFaults(document)])
    expect(faults).toMatchObject([{ member: '', wanted: 'document', refusedBy: all }]);
  const asKeys = findRefusedDocuments({ c: { jwks_uri: 'k' }, k: document }, 'c');
  expect(asKeys).toMatchObject([{ kind: 'key-set', address: 'k', keySet: 'k' }]);
  expect(findRefusedDocuments({ c: document }, 'c')).toMatchObject([{ kind: 'configuration', address: 'c', keySet: null }]);
});

it('is still seen to be refused after everything that does not matter was dropped', () => {
  const documents = {
    'https://idp.example/c': { jwks_uri: 'https://idp.example/k', scopes_supported: { much: ['more'] }, comment: [] },
    'https://idp.example/k': { keys: [{ kty: 'RSA', oth: [{ r: 'AQAB' }] }, [[1]], 'x'] },
  };
  const kept = Object.fromEntries(
    Object.entries(documents).map(([address, document]) => {
      const result = keepDocument(document);
      return [address, 'document' in result ? result.document : null];
    }),
  );
  expect(findRefusedDocuments(kept, 'https://idp.example/c')).toEqual(findRefusedDocuments(documents, 'https://idp.example/c'));
  expect(findRefusedDocuments(kept, 'https://idp.example/c').flatMap(({ faults }) => faults.map(({ member }) => member))).toEqual([
    'scopes_supported',
    'keys[0].oth',
    'keys[1]',
    'keys[2]',
  ]);
});
