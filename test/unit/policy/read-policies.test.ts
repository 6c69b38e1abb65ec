import { describe, expect, test } from 'vitest';
import { readPolicies, type PolicyValue } from '../../../src/core/index.js';

const values = (list: readonly PolicyValue[]): string[] => list.map(({ value }) => value);

describe('a token policy', () => {
  const text = `<policies>
  <inbound>
    <base />
    <validate-jwt header-name="Authorization" failed-validation-httpcode='401' token-value="@(context.Variables["jwt"])" require-scheme="Bearer">
      <openid-config url="https://login.microsoftonline.com/{{tenant}}/v2.0/.well-known/openid-configuration" />
      <openid-config />
      <issuer-signing-keys><key>c2VjcmV0</key><key n="a" e="b" /></issuer-signing-keys>
      <decryption-keys><key certificate-id="x" /></decryption-keys>
      <audiences>
        <audience>api://one</audience><!-- <audience>no</audience> -->
        <audience><![CDATA[a&b]]></audience>
      </audiences>
      <issuers><issuer>https://sts.windows.net/{tenantid}/</issuer></issuers>
      <required-claims>
        <claim name="scp" match="any" separator=" "><value>read</value><value>@("write")</value></claim>
        <claim><value>1.0</value></claim>
        <claim name="present" />
      </required-claims>
    </validate-jwt>
  </inbound>
</policies>`;
  const document = readPolicies(text);
  const policy = document.tokenPolicies[0];

  test('is found, and its document is well', () => {
    expect(document).toMatchObject({ root: 'policies', break: null, text });
    expect(document.tokenPolicies).toHaveLength(1);
    expect(policy).toMatchObject({ kind: 'validate-jwt', section: 'inbound', choose: null, chooses: [] });
    expect(text.slice(policy?.start, policy?.end)).toMatch(/^<validate-jwt [^]*<\/validate-jwt>$/);
  });

  test('shows its attributes with the spans of their values', () => {
    expect(Object.keys(policy?.attributes ?? {})).toEqual(['header-name', 'failed-validation-httpcode', 'token-value', 'require-scheme']);
    for (const [name, raw] of [
      ['header-name', 'Authorization'],
      ['failed-validation-httpcode', '401'],
      ['token-value', '@(context.Variables["jwt"])'],
    ] as const) {
      const value = policy?.attributes[name];
      expect(value?.value).toBe(raw);
      expect(text.slice(value?.start, value?.end)).toBe(raw);
    }
    expect(policy?.attributes['header-name']?.state).toBe('literal');
    expect(policy?.attributes['token-value']?.state).toBe('unresolved');
  });

  test('shows its lists', () => {
    expect(values(policy?.openidConfigs ?? [])).toEqual([
      'https://login.microsoftonline.com/{{tenant}}/v2.0/.well-known/openid-configuration',
    ]);
    expect(policy).toMatchObject({ issuerSigningKeys: 2, decryptionKeys: 1 });
    expect(values(policy?.audiences ?? [])).toEqual(['api://one', 'a&b']);
    expect(values(policy?.issuers ?? [])).toEqual(['https://sts.windows.net/{tenantid}/']);
    expect(policy?.issuers[0]).toMatchObject({
      state: 'mixed',
      parts: [{ kind: 'literal' }, { kind: 'placeholder', name: 'tenantid' }, { kind: 'literal' }],
    });
    expect(
      policy?.requiredClaims.map(({ name, match, separator, values: list }) => ({ name, match, separator, values: values(list) })),
    ).toEqual([
      { name: 'scp', match: 'any', separator: ' ', values: ['read', '@("write")'] },
      { name: null, match: 'all', separator: null, values: ['1.0'] },
      { name: 'present', match: 'all', separator: null, values: [] },
    ]);
  });

  test('of the other kind shows its application ids', () => {
    const [other] = readPolicies(
      '<policies><inbound><validate-azure-ad-token tenant-id="t"><client-application-ids><application-id>c</application-id></client-application-ids>' +
        '<backend-application-ids><application-id>b</application-id></backend-application-ids></validate-azure-ad-token></inbound></policies>',
    ).tokenPolicies;
    expect(other?.kind).toBe('validate-azure-ad-token');
    expect([values(other?.clientApplicationIds ?? []), values(other?.backendApplicationIds ?? [])]).toEqual([['c'], ['b']]);
  });
});

test('of an attribute that stands twice, the first counts', () => {
  const [policy] = readPolicies('<policies><inbound><validate-jwt a="1" b="2" a="3"/></inbound></policies>').tokenPolicies;
  expect(Object.entries(policy?.attributes ?? {}).map(([name, { value }]) => [name, value])).toEqual([
    ['a', '1'],
    ['b', '2'],
  ]);
});

describe('where a token policy stands', () => {
  const place = (text: string): unknown =>
    readPolicies(text).tokenPolicies.map(({ section, choose, chooses }) => ({ section, choose, chooses: chooses.length }));

  test.each(['inbound', 'backend', 'outbound', 'on-error'])('%s', section => {
    expect(place(`<policies><${section}><validate-jwt/></${section}></policies>`)).toEqual([{ section, choose: null, chooses: 0 }]);
  });

  test('a fragment, and no section at all', () => {
    expect(place('<fragment><validate-jwt/></fragment>')).toEqual([{ section: 'fragment', choose: null, chooses: 0 }]);
    expect(place('<policies><validate-jwt/></policies>')).toEqual([{ section: null, choose: null, chooses: 0 }]);
  });

  test('branches are counted by choose, in document order', () => {
    const text = `<policies><inbound>
      <choose><when condition="@(1 < 2)"><validate-jwt/></when></choose>
      <choose>
        <when condition="@(a)"><choose><when condition="@(b)"/><when condition="@(c)"><validate-jwt/></when><otherwise><base/></otherwise></choose></when>
        <when condition="@(d)"/>
        <otherwise><retry><validate-azure-ad-token/></retry></otherwise>
      </choose>
      <validate-jwt/>
    </inbound></policies>`;
    const { tokenPolicies } = readPolicies(text);
    expect(tokenPolicies.map(({ choose }) => choose)).toEqual([
      { id: 0, branch: 0, of: 1, otherwise: false },
      { id: 2, branch: 1, of: 3, otherwise: true },
      { id: 1, branch: 2, of: 3, otherwise: true },
      null,
    ]);
    expect(tokenPolicies[1]?.chooses).toEqual([
      { id: 1, branch: 0, of: 3, otherwise: true },
      { id: 2, branch: 1, of: 3, otherwise: true },
    ]);
  });
});

describe('what holds no token policy', () => {
  test.each([
    ['another root', '<root><validate-jwt/></root>'],
    ['a token policy alone', '<validate-jwt header-name="a"/>'],
    ['no XML', '{ "validate-jwt": 1 }'],
    ['nothing', ''],
    ['another case', '<Policies><validate-jwt/></Policies>'],
  ])('%s: it is no policy document', (_, text) => {
    expect(readPolicies(text)).toMatchObject({ root: null, tokenPolicies: [], tree: null, break: null });
  });

  test.each([
    ['a comment', '<policies><!-- <validate-jwt/> --></policies>'],
    ['a CDATA section', '<policies><![CDATA[<validate-jwt/>]]></policies>'],
    ['an expression', '<policies><set-body>@("<validate-jwt/>")</set-body></policies>'],
    ['an attribute', "<policies><a b='&lt;validate-jwt/>'/></policies>"],
    ['another name', '<policies><x:validate-jwt/><validate-jwt-2/></policies>'],
    ['a comment that is not closed', '<policies><inbound><!-- <validate-jwt/>'],
  ])('%s', (_, text) => {
    expect(readPolicies(text)).toMatchObject({ root: 'policies', tokenPolicies: [] });
  });
});

describe('what a text may begin with', () => {
  test.each([
    '\ufeff',
    '<?xml version="1.0" encoding="utf-8"?>\r\n',
    '<!-- a\n<policies>\n-->\n',
    '\ufeff<!-- c --><?xml-stylesheet x?>\n',
    '<!DOCTYPE policies [ <!ENTITY a "b"> ]>\n',
    '\r\r\r',
    '%{ if x ~}\n',
  ])('%j', head => {
    const document = readPolicies(`${head}<policies><inbound><validate-jwt a="𝒳"/></inbound></policies>`);
    expect(document).toMatchObject({ root: 'policies', break: null });
    expect(document.tokenPolicies[0]?.start).toBe(head.length + '<policies><inbound>'.length);
  });
});

describe('hostile names', () => {
  test.each(['constructor', '__proto__', 'hasOwnProperty', 'toString', 'prototype'])('%s', name => {
    const document = readPolicies(
      `<policies><${name} ${name}="1"/><validate-jwt ${name}="2"><${name}>@(1)</${name}></validate-jwt></policies>`,
    );
    expect(document.break).toBeNull();
    expect(Object.entries(document.tokenPolicies[0]?.attributes ?? {}).map(([key, { value }]) => [key, value])).toEqual([[name, '2']]);
    expect(document.tree?.children[0]).toMatchObject({ name, attributes: [{ name, value: { value: '1' } }] });
    expect(({} as Record<string, unknown>)['value']).toBeUndefined();
  });
});
