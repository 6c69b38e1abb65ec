// Which tests answer for which folder of the core. A shard's own tests only: what is killed by chance, by a test of something else, is not held by any.

/** The fixtures of the rules: to the character, what is found in a policy, where, and what a fix makes of it. */
const fixtures = 'test/unit/rules/fixtures.test.ts';

/** By the folder of src/core, the tests that its mutants meet; not the one that compares all titles, which takes a minute for each. @type {Readonly<Record<string, readonly string[]>>} */
export const shards = {
  policy: [
    'test/unit/policy/**/*.test.ts',
    'test/unit/hosts/literals.test.ts',
    'test/unit/gateway/evaluate-condition.test.ts',
    'test/unit/gateway/template-blocks.test.ts',
    fixtures,
    'test/property/reader.test.ts',
  ],
  hosts: ['test/unit/hosts/**/*.test.ts', 'test/property/hosts.test.ts'],
  scopes: ['test/unit/scopes/**/*.test.ts', 'test/unit/judgement/**/*.test.ts', fixtures, 'test/property/scopes.test.ts'],
  gateway: ['test/unit/gateway/**/*.test.ts', 'test/unit/judgement/**/*.test.ts', fixtures, 'test/property/prediction.test.ts'],
  fixes: ['test/unit/fixes/**/!(titles).test.ts', fixtures, 'test/property/fixes.test.ts', 'test/property/rewrite.test.ts'],
};
