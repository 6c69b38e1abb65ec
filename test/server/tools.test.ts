// The tools for language models on the policies of the workspace.
import { describe, expect, it } from 'vitest';
import { writeTestToken } from '../unit/token/test-token.js';
import { TestClient, type TestClientOptions } from './test-client.js';

const root = 'file:///work%20space';
const tenant = '11111111-2222-3333-4444-555555555555';
const policy = (audience: string): string => `<policies><inbound><base />
  <validate-azure-ad-token tenant-id="${tenant}">
    <audiences><audience>${audience}</audience></audiences>
    <required-claims><claim name="roles" match="any"><value>Admin</value></claim></required-claims>
  </validate-azure-ad-token>
</inbound></policies>
`;
const policies = {
  [`${root}/a/policy.xml`]: policy('api://a'),
  [`${root}/b%5Bx%5D/policy.xml`]: policy('api://b'),
  [`${root}/main.tf`]:
    'resource "azurerm_api_management_api_policy" "x" {\n  xml_content = <<XML\n<policies><inbound><validate-jwt headr-name="Authorization" /></inbound></policies>\nXML\n}\n',
};
const pasted = writeTestToken(
  { alg: 'RS256', kid: 'CANARY-kid' },
  {
    iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    aud: 'api://stock',
    tid: tenant,
    ver: '2.0',
    exp: 1798003000,
    name: 'CANARY-name',
    roles: ['CANARY-role'],
  },
);

async function start(options: TestClientOptions = {}): Promise<TestClient> {
  return TestClient.start({ folders: [root], files: {}, policies, now: () => 1798000000, ...options });
}

async function call(client: TestClient, name: string, input: unknown): Promise<{ text: string; found: Record<string, unknown> | null }> {
  const { text, json } = await client.ask('apimTokenDoctor/tools/call', { name, input });
  return { text, found: json === null ? null : (JSON.parse(json) as Record<string, unknown>) };
}

describe('the tools for language models', () => {
  it('check every policy of the workspace, and of a file what the editor has', async () => {
    const client = await start();
    const { found } = await call(client, 'check_policies', {});
    expect((found?.['documents'] as { untrustedFile: string }[]).map(each => each.untrustedFile)).toEqual([
      'a/policy.xml',
      'b[x]/policy.xml',
      'main.tf',
    ]);
    await client.open(policy('api://typed').replace('tenant-id', 'tenant'), `${root}/a/policy.xml`);
    const typed = await call(client, 'check_policies', { path: 'a/policy.xml' });
    expect(JSON.stringify(typed.found?.['findings'])).toContain('unknown-attribute');
    expect(typed.text).toContain('"a/policy.xml" line 2');
  });

  it('tell what is answered to the token in force, and none of its other values', async () => {
    const client = await start();
    await client.ask('apimTokenDoctor/token/set', { id: '1', pasted } as never);
    const before = client.sent.length;
    const { found } = await call(client, 'check_policies', { path: 'a' });
    expect(found).toMatchObject({
      token: { kind: 'workforce-v2', untrustedClaims: { aud: ['api://stock'] } },
      documents: [{ outcome: 'fail' }],
    });
    expect(JSON.stringify(found)).toContain('[claims.roles]');
    await call(client, 'propose_policy_change', { path: 'a/policy.xml', change: 'to-validate-jwt' });
    await call(client, 'explain_gateway_error', { text: `IDX10214 ${pasted}`, path: 'a' });
    expect(client.sent.slice(before)).not.toMatch(/CANARY|eyJ/);
  });

  it('propose a change as a diff, in a host too, and write nothing', async () => {
    const client = await start();
    const { found } = await call(client, 'propose_policy_change', { path: 'a/policy.xml', change: 'to-validate-jwt' });
    expect(found).toMatchObject({ applied: false, untrustedDiff: expect.stringMatching(/^--- a\/policy\.xml\n/) as string });
    const inHost = await call(client, 'propose_policy_change', { path: 'main.tf', change: 'unknown-attribute' });
    expect(inHost.found).toMatchObject({
      untrustedDiff: expect.stringContaining('+<policies><inbound><validate-jwt header-name=') as string,
    });
    expect(client.applied).toEqual([]);
  });

  it.each([
    ['../a/policy.xml', /^The path leads out/],
    ['a/../../etc/passwd', /^The path leads out/],
    ['/etc/passwd', /^The path leads out/],
    ['/work space/none.xml', /^There is nothing at that path/],
    ['none.xml', /^There is nothing at that path/],
  ])('read nothing but the policies that the editor lists: %s', async (path, says) => {
    const { text, found } = await call(await start(), 'check_policies', { path });
    expect(found).toBeNull();
    expect(text).toMatch(says);
  });

  it('take a whole path, a folder with a slash, and Windows’ own slashes', async () => {
    const client = await start();
    for (const path of ['/work space/a/policy.xml', './a/', 'a\\policy.xml', 'a'])
      expect((await call(client, 'check_policies', { path })).found).toMatchObject({ counts: { documents: 1 } });
  });

  it('refuse what makes no sense', async () => {
    const client = await start();
    for (const [name, input] of [
      ['check_policies', 'a'],
      ['propose_policy_change', { path: 'a' }],
      ['none', {}],
    ] as const)
      expect((await call(client, name, input)).found).toBeNull();
  });
});
