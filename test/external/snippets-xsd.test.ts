import { describe, expect, it } from 'vitest';
import { readSnippets } from '../harness/snippets.js';
import { validate, whyNoSchema } from './public-schema.js';

describe.skipIf(whyNoSchema !== '')(`snippets against the public schemas${whyNoSchema}`, () => {
  it('the validator can say no', () => {
    expect(validate(['<validate-jwt><audience>x</audience></validate-jwt>'])).toContain('audience');
  });

  it.each(readSnippets())('$name is valid, filled in or not', ({ filled, untouched }) => {
    expect(validate([filled, untouched])).toBe('');
  });
});
