// Values out of texts that JSON or HTML escaped on their way.
import { expect, it } from 'vitest';
import { extractErrorValues } from '../../../src/core/explain/extract-error-values.js';

it.each([
  ["IDX10205: Issuer validation failed. Issuer: 'https:\\/\\/idp.example\\/a'. Did not match: x", 'https://idp.example/a'],
  [
    'IDX10205: Issuer validation failed. Issuer: \\u0027https://idp.example/?a=1\\u0026b=2\\u0027. Did not match: x',
    'https://idp.example/?a=1&b=2',
  ],
  [
    'IDX10205: Issuer validation failed. Issuer: &#39;https://idp.example/?a=1&amp;b=2&#39;. Did not match: x',
    'https://idp.example/?a=1&b=2',
  ],
  ['IDX10205: Issuer validation failed. Issuer: &amp;#x27;a&amp;quot;b&amp;#x27;. Did not match: x', 'a"b'],
  // The library itself writes what cannot be seen like this, and an address may hold such a text.
  ["IDX10205: Issuer validation failed. Issuer: 'a\\u200Bb&amp;c'. Did not match: x", 'a\\u200Bb&amp;c'],
])('are as they were before: %s', (text, issuer) => {
  expect(extractErrorValues(text).issuer).toBe(issuer);
});
