import { describe, expect, test } from 'vitest';
import { runInMemory } from './memory-io.js';

const guid = '11111111-2222-3333-4444-555555555555';
const policy = `<policies><inbound><validate-jwt header-name="Authorization" require-scheme="Bearer">
  <openid-config url="https://login.microsoftonline.com/\${tenant}/v2.0/.well-known/openid-configuration" />
  <audiences><audience>{{api}}</audience></audiences>
</validate-jwt></inbound></policies>`;

interface Report {
  readonly documents: readonly {
    readonly path: string;
    readonly set: string | null;
    readonly tokenPolicies: readonly { readonly openidConfigs: readonly { readonly value: string; readonly state: string }[] }[];
    readonly findings: readonly { readonly code: string; readonly from: readonly Record<string, unknown>[] }[];
  }[];
}

async function check(files: Record<string, string>, ...argv: string[]): Promise<Report> {
  const { output, error } = await runInMemory(['check', 'infra/policy.xml', '--format', 'json', ...argv], {
    files: { 'infra/policy.xml': policy, ...files },
  });
  if (output === '') throw new Error(error);
  return JSON.parse(output) as Report;
}

const sets = { 'infra/dev.tfvars': 'tenant = "organizations"\n', 'infra/prod.tfvars': `tenant = "${guid}"\n` };

describe('--values', () => {
  test('NAME=VALUE', async () => {
    const { documents } = await check({}, '--values', 'tenant=organizations');
    const finding = documents[0]?.findings.find(({ code }) => code === 'any-tenant');
    expect(finding?.from).toEqual([
      { kind: 'template', name: 'tenant', value: 'organizations', source: 'option', path: null, line: null, set: null },
    ]);
    expect(documents[0]?.tokenPolicies[0]?.openidConfigs[0]).toMatchObject({ state: 'mixed' });
    expect(documents[0]?.tokenPolicies[0]?.openidConfigs[0]?.value).toContain('${tenant}');
  });

  test('a file, a folder', async () => {
    for (const given of ['values/x.json', 'values']) {
      const { documents } = await check(
        { 'values/x.json': '{ "tenant": "organizations" }', 'values/prod.tfvars': 'tenant = "common"' },
        '--values',
        given,
      );
      const [from] = documents[0]?.findings.find(({ code }) => code === 'any-tenant')?.from ?? [];
      expect(from).toMatchObject(
        given === 'values'
          ? { source: 'file', path: 'values/prod.tfvars', line: 1, set: 'prod' }
          : { source: 'file', path: 'values/x.json', line: 1 },
      );
    }
  });

  test('a set of the files beside the policy', async () => {
    const codes = async (set: string): Promise<string[]> =>
      (await check(sets, '--values', set)).documents.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(await codes('dev')).toContain('any-tenant');
    expect(await codes('prod')).not.toContain('any-tenant');
  });

  test('all sets in turn where none is named, with what differs', async () => {
    const { documents } = await check(sets);
    expect(documents.map(({ path, set }) => [path, set])).toEqual([
      ['infra/policy.xml', 'dev'],
      ['infra/policy.xml', 'prod'],
    ]);
    const { output, code } = await runInMemory(['check', 'infra/policy.xml'], { files: { 'infra/policy.xml': policy, ...sets } });
    expect(output)
      .toBe(`infra/policy.xml:2:23 warning any-tenant Tokens of every Microsoft Entra tenant are accepted. List the issuers you accept, or require the claim tid.
  Only with the values of dev.
  The document of organizations is for every tenant, and nothing here restricts the tenant: anyone can create one and get a token. Judged with the template variable tenant = organizations (infra/dev.tfvars, line 1, set dev).
`);
    expect(code).toBe(0);
  });

  test('one set in force where its values are all there is', async () => {
    const { documents } = await check({ 'dev.tfvars': 'tenant = "organizations"' });
    expect(documents.map(({ set }) => set)).toEqual([null]);
    expect(documents[0]?.findings.map(({ code }) => code)).toContain('any-tenant');
  });

  test('files above the policy count up to the repository, plain objects only where they are named', async () => {
    const above = { 'named-values.json': '{ "tenant": "organizations" }', 'terraform.tfvars': 'tenant = "organizations"' };
    expect((await check({ 'named-values.json': above['named-values.json'] })).documents[0]?.findings).toEqual([]);
    expect((await check(above)).documents[0]?.findings).toHaveLength(1);
    expect((await check({ ...above, 'infra/.git/config': '' })).documents[0]?.findings).toEqual([]);
  });

  test('the values of an instance and of a workspace', async () => {
    const information = (name: string, value: string): string => JSON.stringify({ properties: { displayName: name, value } });
    const workspacePolicy = '<policies><inbound><validate-azure-ad-token tenant-id="{{tenant}}" /></inbound></policies>';
    const { output } = await runInMemory(['check', 'apim', '--format', 'json'], {
      files: {
        'apim/policy.xml': workspacePolicy,
        'apim/workspaces/w/policy.xml': workspacePolicy,
        'apim/named values/t/namedValueInformation.json': information('tenant', guid),
        'apim/workspaces/w/namedValues/t/namedValueInformation.json': information('tenant', 'organizations'),
      },
    });
    const { documents } = JSON.parse(output) as Report;
    const found = documents.map(({ path, findings }) => [path, findings.some(({ code }) => code === 'any-tenant')]);
    expect(found).toEqual([
      ['apim/policy.xml', false],
      ['apim/workspaces/w/policy.xml', true],
    ]);
  });

  test('what cannot be read is said, with what to do', async () => {
    const run = async (...argv: string[]) =>
      runInMemory(['check', 'infra/policy.xml', ...argv], { files: { 'infra/policy.xml': policy, ...sets } });
    expect(await run('--values', 'live')).toMatchObject({
      code: 2,
      error: expect.stringContaining('These sets are known: dev, prod.') as string,
    });
    expect(await run('--values', 'no.json')).toMatchObject({ code: 2, error: expect.stringContaining('no.json') as string });
    expect(await run('--values', 'infra/policy.xml')).toMatchObject({
      code: 2,
      error: expect.stringContaining('holds no values') as string,
    });
  });

  test('no secret is printed, in any format', async () => {
    const secret = 'Very-Secret-Value-77';
    const files = {
      'infra/policy.xml': `<policies><inbound><validate-azure-ad-token tenant-id="{{tenant}}" failed-validation-httpcode="{{code}}">
        <client-application-ids><application-id>{{id}}</application-id><application-id>\${var.sensitive}</application-id></client-application-ids>
      </validate-azure-ad-token></inbound></policies>`,
      'infra/variables.tf': `variable "sensitive" {\n  sensitive = true\n  default = "${guid}"\n}\n`,
      'infra/named values/a/namedValueInformation.json': JSON.stringify({
        properties: { displayName: 'tenant', value: secret, secret: true },
      }),
      'v.json': JSON.stringify({ code: secret, id: secret }),
    };
    for (const format of ['text', 'json', 'sarif', 'github']) {
      const { output, error } = await runInMemory(['check', 'infra/policy.xml', '--values', 'v.json', '--format', format], { files });
      expect(output + error).toContain('application-id-format');
      expect(output + error).not.toContain(secret.slice(0, 8));
      expect(output + error).not.toContain(guid);
    }
  });
});

describe('files with values are read', () => {
  const run = (files: Record<string, string>) =>
    runInMemory(['check', 'infra/policy.xml'], { files: { 'infra/policy.xml': policy, ...files } });

  test('up to 1 MiB each, and the others are named', async () => {
    const { error } = await run({
      'infra/long.tfvars': `tenant = "${'x'.repeat(1_048_576)}"\n`,
      'infra/short.tfvars': `tenant = "${guid}"\n`,
    });
    expect(error).toBe(
      'apim-token-doctor: Values are not read from infra/long.tfvars: a file is read up to 1 MiB, all of them up to 32 MiB. Give what counts with --values NAME=VALUE.\n',
    );
  });

  test('up to 32 MiB together', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `infra/${String(index + 10)}.tfvars`);
    const { error } = await run(Object.fromEntries(names.map(name => [name, `a = "${'x'.repeat(1_000_000)}"\n`])));
    expect(error).toContain('Values are not read from infra/43.tfvars, infra/44.tfvars, infra/45.tfvars and 4 more:');
  });
});
