import { expect, test } from 'vitest';
import { decodeReference, decodeReferences } from '../../../src/core/expression/references.js';

test.each([
  ['a &lt;b&gt; &amp;amp; &quot;&apos;', 'a <b> &amp; "\''],
  ['&#65;&#x41;&#X41;&#x1f600;', 'AA&#X41;😀'],
  ['&#0;&#xD800;&#xFFFF;&#x110000;&#;&#x;', '&#0;&#xD800;&#xFFFF;&#x110000;&#;&#x;'],
  ['&nbsp; & &; &lt', '&nbsp; & &; &lt'],
  ['&#000000000065;', 'A'],
  ['no reference', 'no reference'],
])('%s', (raw, decoded) => expect(decodeReferences(raw)).toBe(decoded));

test('tells how much a reference takes', () => {
  expect(decodeReference('x&quot;', 1)).toEqual({ code: 34, width: 6 });
  expect(decodeReference('x&quot', 1)).toBeUndefined();
});
