import { expect, test } from 'vitest';
import { readPolicies } from '../../../src/core/index.js';
import { findReference } from '../../../src/core/language/reference-at.js';
import { readCursor } from '../../harness/cursor.js';

function referenceAt(marked: string): [string, string, string] | null {
  const { text, offset } = readCursor(marked);
  const found = findReference(readPolicies(text), offset);
  return found === null ? null : [found.kind, found.name, text.slice(found.start, found.end)];
}

const inbound = (inner: string): string => `<policies><inbound>${inner}</inbound></policies>`;

test('named values anywhere in the document, with their brackets', () => {
  const expected = ['named-value', 'api-id', '{{api-id}}'];
  expect(referenceAt(inbound('<validate-jwt><audiences><audience>|{{api-id}}</audience></audiences></validate-jwt>'))).toEqual(expected);
  expect(referenceAt(inbound('<set-backend-service base-url="https://{{api-id}}|/x" />'))).toEqual(expected);
  expect(referenceAt(inbound('<set-variable name="a" value="@("x" + "{{api|-id}}")" />'))).toEqual(expected);
  expect(referenceAt(inbound('<set-header name="{{ api|-id }}" />'))?.[1]).toBe('api-id');
});

test('the one at the cursor, where several stand beside each other', () => {
  expect(referenceAt(inbound('<set-header name="{{one}}{{t|wo}}" />'))?.[1]).toBe('two');
});

test('fragments by their id', () => {
  expect(referenceAt(inbound('<include-fragment fragment-id="che|ck" />'))).toEqual(['fragment', 'check', 'check']);
  expect(referenceAt(inbound('<include-frag|ment fragment-id="check"></include-fragment>'))?.[1]).toBe('check');
  expect(referenceAt(inbound('<include-fragment fragment-id="{{x|}}" />'))?.[0]).toBe('named-value');
});

test('nothing elsewhere', () => {
  expect(referenceAt(inbound('<include-fragment fragment-id="|" />'))).toBeNull();
  expect(referenceAt(inbound('<include-fragment| />'))).toBeNull();
  expect(referenceAt(inbound('<set-header name="{x|}" />'))).toBeNull();
  expect(referenceAt('<list>{{x|}}</list>')).toBeNull();
});
