import { describe, expect, test } from 'vitest';
import { readPolicies } from '../../../src/core/index.js';
import { foldings } from '../../../src/core/language/foldings.js';
import { outline } from '../../../src/core/language/outline.js';

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

test('a document without token policies has no outline', () => {
  expect(outline(readPolicies('<policies><inbound><base /></inbound></policies>'))).toEqual([]);
});

describe('foldings', () => {
  /** Each folding as the first and the last of its lines, trimmed. */
  const fold = (document: string): [string, string][] => {
    const lines = document.split(/\r\n|\r|\n/).map(line => line.trim());
    return (foldings(readPolicies(document)) ?? []).map(({ firstLine, lastLine }) => [
      lines[firstLine - 1] ?? '',
      lines[lastLine - 1] ?? '',
    ]);
  };

  test('are those of the whole document, without the lines of the closing tags', () => {
    const expected = [
      ['<policies>', '</inbound>'],
      ['<inbound>', '<validate-azure-ad-token tenant-id="{{tenant}}" />'],
      ['<validate-jwt header-name="Authorization">', '</audiences>'],
      ['<audiences>', '<audience>api://a</audience>'],
    ];
    expect(fold(text)).toEqual(expected);
    expect(fold(text.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(fold(text.replaceAll('\n', '\r'))).toEqual(expected);
  });

  test('are those of comments, of tags on several lines and of the blocks inside expressions, too', () => {
    const document = `<fragment>
  <!--
    why
  -->
  <set-header name="x"
    exists-action="override" />
  <set-variable name="y" value="@{
    if (a < b)
    {
      return 1;
    }
    return 2;
  }" />
</fragment>`;
    expect(fold(document)).toEqual([
      ['<fragment>', '}" />'],
      ['<!--', '-->'],
      ['<set-header name="x"', 'exists-action="override" />'],
      ['<set-variable name="y" value="@{', '}" />'],
      ['<set-variable name="y" value="@{', 'return 2;'],
      ['{', 'return 1;'],
    ]);
  });

  test('none for a text that is no policy document: the editor works them out by itself', () => {
    expect(foldings(readPolicies('<list>\n  <item />\n</list>'))).toBeNull();
  });
});

test('every prefix of a document has an outline and foldings', () => {
  for (let length = 0; length <= text.length; length++) {
    const document = readPolicies(text.slice(0, length));
    const lines = document.text.split('\n').length;
    for (const { name } of outline(document)) expect(name).not.toBe('');
    for (const { firstLine, lastLine } of foldings(document) ?? []) {
      expect(lastLine).toBeGreaterThan(firstLine);
      expect(lastLine).toBeLessThanOrEqual(lines);
    }
  }
});
