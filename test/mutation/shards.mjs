// Which tests answer for which folder of the core. A shard's own tests only: what is killed by chance, by a test of something else, is not held by any.

/** By the folder of src/core, the tests that its mutants meet. @type {Readonly<Record<string, readonly string[]>>} */
export const shards = {
  policy: ['test/unit/policy/**', 'test/property/reader.test.ts'],
  hosts: ['test/unit/hosts/**', 'test/property/hosts.test.ts'],
  scopes: ['test/unit/scopes/**', 'test/property/scopes.test.ts'],
  gateway: ['test/unit/gateway/**', 'test/unit/judgement/**', 'test/property/prediction.test.ts'],
  fixes: ['test/unit/fixes/**', 'test/property/fixes.test.ts', 'test/property/rewrite.test.ts'],
};
