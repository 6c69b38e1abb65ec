import { expect, test } from 'vitest';
import { readPolicies } from '../../../src/core/index.js';
import { foldings, outline } from '../../../src/core/language/outline.js';

const text = `<policies>
  <inbound>
    <validate-jwt header-name="Authorization">
      <issuer-signing-keys><key>c2VjcmV0</key></issuer-signing-keys>
      <audiences>
        <audience>api://a</audience>
      </audiences>
    </validate-jwt>
    <validate-azure-ad-token tenant-id="{{tenant}}" />
  </inbound>
</policies>`;

test('token policies with what tells them apart, and never a key', () => {
  const [jwt, azure] = outline(readPolicies(text));
  expect(jwt).toMatchObject({ name: 'validate-jwt', detail: 'Authorization' });
  expect(jwt?.children.map(({ name, detail }) => [name, detail])).toEqual([
    ['issuer-signing-keys', ''],
    ['audiences', ''],
  ]);
  expect(jwt?.children[1]?.children[0]).toMatchObject({ name: 'audience', detail: 'api://a' });
  expect(azure).toMatchObject({ detail: '{{tenant}}', children: [] });
  expect(JSON.stringify(jwt)).not.toContain('c2VjcmV0');
});

test('what stands on several lines folds', () => {
  expect(foldings(readPolicies(text)).map(({ start, end }) => text.slice(start, end).split('\n').length)).toEqual([6, 3]);
});

test('a document without token policies has neither', () => {
  const document = readPolicies('<policies><inbound><base /></inbound></policies>');
  expect([outline(document), foldings(document)]).toEqual([[], []]);
});
