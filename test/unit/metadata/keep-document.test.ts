import { describe, expect, it } from 'vitest';
import { keepDocument } from '../../../src/core/metadata/keep-document.js';

const kept = (document: unknown): unknown => {
  const result = keepDocument(document);
  return 'document' in result ? result.document : result.problem;
};
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

describe('what is kept of a document', () => {
  it('is what is read here and what the gateway’s library reads, as it stands', () => {
    const configuration = {
      issuer: 'https://idp.example',
      jwks_uri: 'https://idp.example/keys',
      scopes_supported: ['openid'],
      frontchannel_logout_supported: true,
    };
    expect(kept({ ...configuration, tenant_region_scope: 'EU', other: { a: 1 } })).toEqual(configuration);
    const key = { kty: 'RSA', use: 'sig', kid: 'a', n: 'AQAB', e: 'AQAB', x5c: ['AA'], 'x5t#S256': 'A', key_ops: ['verify'], d: 'A' };
    expect(kept({ keys: [{ ...key, issuer: 'x', note: [] }] })).toEqual({ keys: [key] });
  });

  it('takes names in any case, as the library does', () => {
    expect(kept({ Keys: [{ KID: 'a', Nothing: 1 }], ISSUER: 'x' })).toEqual({ Keys: [{ KID: 'a' }], ISSUER: 'x' });
  });

  // Every member of the wrong kind for which the library was seen to refuse a whole document
  it.each([
    [{ x5c: 'AA' }],
    [{ key_ops: 'verify' }],
    [{ use: ['sig'] }],
    [{ kid: {} }],
    [{ oth: [] }],
    [{ kid: 1 }],
    [{ alg: 1 }],
    [{ use: 1 }],
    [{ n: 1 }],
    [{ kty: 1 }],
    [{ x5t: 1 }],
    [{ x5u: 1 }],
    [{ crv: 1 }],
    [{ x5c: [1] }],
    [{ key_ops: [1] }],
  ])('keeps the kind of a member of a key that is none of its own: %j', key => {
    expect(kept({ keys: [key] })).toEqual({ keys: [key] });
  });

  it.each([[true], [5], ['x'], [null], [[]]])('keeps that a key is %j', key => {
    expect(kept({ keys: [key, { kid: 'a' }] })).toEqual({ keys: [key, { kid: 'a' }] });
  });

  it.each([
    [{ scopes_supported: 'openid' }],
    [{ response_types_supported: 'code' }],
    [{ http_logout_supported: 'true' }],
    [{ keys: 'x' }],
    [{ keys: null }],
  ])('keeps the kind of a member of the document: %j', document => {
    expect(kept(document)).toEqual(document);
  });

  it('keeps of what is nested inside only whether it is a list or an object', () => {
    expect(kept({ issuer: { a: [1] }, keys: [{ kid: { a: 1 }, x5c: [['A'], { b: 1 }, 'C'] }, [[1]]] })).toEqual({
      issuer: {},
      keys: [{ kid: {}, x5c: [[], {}, 'C'] }, []],
    });
  });

  it('is nothing where it nests deeper than the library reads', () => {
    expect(kept({ issuer: nested(63) })).toEqual({ issuer: [[]] });
    expect(kept({ issuer: nested(64) })).toBe('too-deep');
    expect(kept({ other: nested(60_000) })).toBe('too-deep');
    expect(kept(nested(400_000))).toBe('too-deep');
  });

  it.each([[null], [1], ['x'], [true], [[]], [{}]])('is %j where that is the document', document => {
    expect(kept(document)).toEqual(document);
  });

  it('leaves prototypes alone', () => {
    const document = kept(JSON.parse('{"__proto__":{"issuer":"x"},"constructor":1,"issuer":"y"}')) as object;
    expect(Object.keys(document)).toEqual(['issuer']);
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
  });
});
