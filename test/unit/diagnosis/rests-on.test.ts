import { describe, expect, test } from 'vitest';
import { applyFix, diagnose, judgeText, runRules, type Facts } from '../../../src/core/index.js';

const policy = (tenant: string, audience = 'api://{{api}}'): string => `<policies><inbound>
  <validate-jwt header-name="Authorization" require-scheme="Bearer">
    <openid-config url="https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration" />
    <audiences><audience>${audience}</audience></audiences>
  </validate-jwt>
</inbound></policies>`;

const facts = (namedValues: Record<string, string>, others: Partial<Facts> = {}): Facts => ({
  now: 1,
  metadata: {},
  namedValues,
  ...others,
});

describe('a finding that needs no token', () => {
  test('judges with a named value and says which, and from where', async () => {
    const sources = { tenant: { from: 'file', path: 'prod.json', line: 3, set: 'prod' } } as const;
    const [finding] = (await diagnose(policy('{{tenant}}'), facts({ tenant: 'organizations', api: 'x' }, { sources }))).filter(
      ({ code }) => code === 'any-tenant',
    );
    expect(finding?.from).toEqual([
      { kind: 'named-value', name: 'tenant', value: 'organizations', source: 'file', path: 'prod.json', line: 3, set: 'prod' },
    ]);
    expect(finding?.detail).toContain('Judged with {{tenant}} = organizations (prod.json, line 3, set prod).');
  });

  test('judges with a template variable', async () => {
    const found = await diagnose(policy('${tenant}'), facts({}, { templateValues: { tenant: 'common' } }));
    expect(found.find(({ code }) => code === 'any-tenant')?.from).toMatchObject([{ kind: 'template', name: 'tenant', value: 'common' }]);
  });

  test('rests on no value where it would be there without', async () => {
    const text = policy('{{tenant}}').replace('https:', 'http:');
    const found = await diagnose(text, facts({ tenant: 'contoso.example' }));
    expect(found.map(({ code, from }) => [code, from.length])).toContainEqual(['openid-config-url', 0]);
  });

  test('shows no value that may be a secret', async () => {
    const secret = 'S3cret-not-an-id';
    const text = `<policies><inbound><validate-azure-ad-token tenant-id="contoso.example" failed-validation-httpcode="{{code}}">
      <client-application-ids><application-id>{{id}}</application-id></client-application-ids></validate-azure-ad-token></inbound></policies>`;
    const found = await diagnose(text, facts({ id: secret, code: secret }));
    expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(['application-id-format', 'invalid-value']));
    expect(JSON.stringify(found)).not.toContain(secret);
    expect(JSON.stringify(found)).not.toContain(secret.slice(0, 6));
    expect(found.find(({ code }) => code === 'application-id-format')?.title).toContain('"{{id}}"');
  });

  test('shows no GUID that is marked as secret', async () => {
    const secret = '5ec4c6de-02f3-4c57-9d0e-5a1d7d0e4c11';
    const found = await diagnose(
      policy('organizations', '{{api}}'),
      facts({ api: secret }, { sources: { api: { from: 'file', secret: true } } }),
    );
    expect(JSON.stringify(found)).not.toContain(secret);
  });
});

test('a fix keeps a named value, and none writes a text in its place', async () => {
  const text = `<policies><inbound><validate-jwt header-name="Authorization" require-scheme="Bearer">
    <openid-config url="https://login.microsoftonline.com/{{tenant}}/v2.0/.well-known/openid-configuration" />
    <audiences><audience>{{api}}</audience></audiences>
    <required-claims><claim name="{{claim}}" match="any"><value>a</value></claim></required-claims>
  </validate-jwt></inbound></policies>`;
  const given = facts({ tenant: '11111111-2222-3333-4444-555555555555', claim: 'scope', api: 'api://orders' });
  const judged = await judgeText(text, given);
  const found = await runRules(judged);
  const foreign = found.find(({ code }) => code === 'foreign-claim');
  expect(foreign?.from).toMatchObject([{ name: 'claim' }]);
  for (const finding of found)
    for (const fix of await applyFix(text, finding, given))
      for (const kept of ['{{tenant}}', '{{claim}}']) expect(fix.text).toContain(kept);
});
