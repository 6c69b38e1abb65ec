import { describe, expect, it } from 'vitest';
import { readFolder } from '../../harness/read-folder.js';
import { writeTestToken } from '../token/test-token.js';
import { runInMemory, type Result } from './memory-io.js';
import { mintStory, now, policy } from './story.js';

const token = writeTestToken({ alg: 'RS256', kid: 'one' }, { iss: 'https://idp.example/', aud: 'api://orders', exp: now + 3600 });

/** A folder of the tests, and whatever else, under a name. */
function machineOf(folder: string, under: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const files = readFolder(folder).map(({ path, text }) => [`${under}${path}`, typeof text === 'string' ? text : text()] as const);
  return { ...Object.fromEntries(files), 'token.txt': token, ...more };
}

function check(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Result> {
  return runInMemory(['check', ...args, '--token', 'token.txt', '--now', String(now)], { files });
}

interface Paths {
  readonly paths?: readonly { readonly [name: string]: unknown }[];
  readonly documents: readonly { readonly path: string; readonly findings: readonly { readonly code: string }[] }[];
}

async function checkJson(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Paths> {
  return JSON.parse((await check(files, ...args, '--format', 'json')).output) as Paths;
}

describe('a folder', () => {
  it('has a line for each path, which sets no exit code, and no finding of the token', async () => {
    const { output, code } = await check(machineOf('apiops-toolkit', 'repo/'), 'repo');
    expect(code).toBe(0);
    expect(output).toContain('orders / create-order (product starter): 200\n');
    expect(output).toContain('orders / get-order (product partners): 401 claims, products/partners/policy.xml:4\n');
    expect(output).toContain('repo/apis/orders/operations/create-order/policy.xml:2:4 warning base-missing');
    expect(output).not.toContain('claim-missing');
  });

  it('is told in JSON', async () => {
    const { paths = [], documents } = await checkJson(machineOf('apiops-toolkit', 'repo/'), 'repo');
    expect(paths).toHaveLength(16);
    expect(paths.find(({ operation, product }) => operation === 'get-order' && product === 'partners')).toEqual({
      workspace: null,
      api: 'orders',
      operation: 'get-order',
      product: 'partners',
      reachedBy: ['product-key'],
      values: null,
      stations: [
        { path: 'policy fragments/limits/policy.xml', line: 2, scope: 'fragment', kind: 'rate-limit', outcome: 'may-answer' },
        { path: 'products/partners/policy.xml', line: 4, scope: 'product', kind: 'validate-jwt', outcome: 'fail' },
      ],
      branches: [],
      outcome: 'fail',
      certain: true,
      status: 401,
      check: 'claims',
      idx: null,
      decidedBy: { path: 'products/partners/policy.xml', line: 4 },
      answer: '401 claims',
      notRead: [],
    });
    expect(documents.map(({ path }) => path)).toContain('repo/policy fragments/limits/policy.xml');
  });

  it('says that a token is wanted where a token policy comes before the one that answers', async () => {
    const answer = '<return-response><set-status code="404" reason="No" /></return-response>';
    const { token: accepted, metadata } = await mintStory('workforce-v2');
    const files = {
      'repo/policy.xml': '<policies><inbound /></policies>',
      'repo/apis/a/policy.xml': policy.replace('</inbound>', `${answer}</inbound>`),
      'repo/apis/b/policy.xml': `<policies><inbound>${answer}</inbound></policies>`,
      'token.txt': accepted,
      'metadata.json': metadata,
    };
    const { output } = await check(files, 'repo', '--metadata', 'metadata.json');
    expect(output).toContain('a / all other operations (no product): 404, once the token is accepted, apis/a/policy.xml:13\n');
    expect(output).toContain('b / all other operations (no product): 404, whatever the token is, apis/b/policy.xml:1\n');
  });

  it('says which files of it are of no use', async () => {
    const files = {
      'repo/policy.xml': '<policies><inbound /></policies>',
      'repo/apis/a/policy.xml': '<policies><inbound><base /></inbound></policies>',
      'repo/apis/a/specification.yaml': 'no: paths',
      'repo/products/p/policy.xml': '<policies><inbound><base /></inbound></policies>',
      'repo/products/p/apis.json': '[{"name":',
      'repo/products/q/apis.json': '[{"name":"a"},{"name":"b"},{"name":"c"}]',
      'token.txt': token,
    };
    const { output } = await check(files, 'repo');
    expect(output).toContain(
      'Of no use: repo/products/p/apis.json. It is not written as its name says, so what it says is missing from the paths.\n',
    );
    expect(output).toContain('Of no use: repo/apis/a/specification.yaml.');
    expect(output).toContain('repo/products/q/apis.json names APIs that are not in this folder: b, c.\n');
    expect(JSON.parse((await check(files, 'repo', '--format', 'json')).output)).toMatchObject({
      problems: [
        { path: 'repo/apis/a/specification.yaml', code: 'not-json', name: null },
        { path: 'repo/products/p/apis.json', code: 'not-json', name: null },
        { path: 'repo/products/q/apis.json', code: 'unknown-api', name: 'b' },
        { path: 'repo/products/q/apis.json', code: 'unknown-api', name: 'c' },
      ],
    });
    expect((await check(files, 'repo/apis/a/policy.xml')).output).not.toContain('not in this folder');
  });

  it('lists only paths of one operation, in full, and fails where one is refused', async () => {
    const { output, code } = await check(machineOf('apiops-toolkit', 'repo/'), 'repo', '--operation', 'orders/get-order');
    expect(code).toBe(1);
    expect(output).toContain('  validate-jwt (product partners, products/partners/policy.xml:4): refuses\n');
    expect(output).toContain('claim-missing');
    expect(output).not.toContain('delete-order');
    expect((await check(machineOf('apiops-toolkit', 'repo/'), 'repo', '--operation', 'health/ping')).code).toBe(0);
  });

  it('says which APIs there are where the operation names none of them', async () => {
    const { code, error } = await check(machineOf('without-global', 'repo/'), 'repo', '--operation', 'order/get');
    expect(code).toBe(2);
    expect(error).toContain('orders');
    expect((await check({ 'p.xml': '<policies />', 'token.txt': token }, 'p.xml', '--operation', 'a/b')).code).toBe(2);
  });

  it('finds the named values in it', async () => {
    const named = JSON.stringify({ properties: { displayName: 'audience', value: 'api://other' } });
    const policy =
      '<policies><inbound><validate-jwt header-name="Authorization"><audiences><audience>{{audience}}</audience></audiences></validate-jwt></inbound></policies>';
    const files = { 'repo/apis/a/policy.xml': policy, 'repo/named values/audience/namedValueInformation.json': named, 'token.txt': token };
    const { paths = [] } = await checkJson(files, 'repo');
    expect(paths.map(({ check }) => check)).toEqual(['audience']);
  });
});

describe('one file of a folder', () => {
  const fragment =
    '<fragment><validate-jwt header-name="Authorization"><audiences><audience>api://other</audience></audiences></validate-jwt></fragment>';
  const files = {
    'repo/policy.xml': '<policies><inbound /></policies>',
    'repo/apis/a/policy.xml': '<policies><inbound><base /><include-fragment fragment-id="check-token" /></inbound></policies>',
    'repo/policyFragments/check-token/policy.xml': fragment,
    'repo/node_modules/apis/b/policy.xml': fragment,
    'token.txt': token,
  };

  it('is refused by a fragment that it includes, and fails', async () => {
    const { output, code } = await check(files, 'repo/apis/a/policy.xml');
    expect(code).toBe(1);
    expect(output).toContain('validate-jwt at policyFragments/check-token/policy.xml:1 refuses it (audience).');
    expect(output).toContain('a / all other operations (no product): 401 audience, policyFragments/check-token/policy.xml:1');
    expect(output).not.toMatch(/\b200\b/);
  });

  it('has the paths that meet it, of a fragment and of a global policy, too', async () => {
    for (const path of ['repo/policyFragments/check-token/policy.xml', 'repo/policy.xml'])
      expect((await checkJson(files, path)).paths).toHaveLength(1);
  });

  it('stands alone where nothing around it says in which scope it is', async () => {
    expect(
      (await checkJson({ ...files, 'other/policy.xml': '<policies><inbound /></policies>' }, 'other/policy.xml')).paths,
    ).toBeUndefined();
  });
});

describe('many files that are named together', () => {
  it.each([
    ['an instance', (index: number) => `repo/apis/api-${index}/policy.xml`, () => '<policies><inbound /></policies>'],
    [
      'resources',
      (index: number) => `repo/main-${index}.tf`,
      () => 'resource "azurerm_api_management_policy" "p" {\n  xml_content = "<policies />"\n}\n',
    ],
  ])('have the scopes around them read once: %s', async (_, nameOf, textOf) => {
    const listedFor = async (count: number): Promise<number> => {
      const names = Array.from({ length: count }, (_each, index) => nameOf(index));
      const files = { ...Object.fromEntries(names.map(name => [name, textOf()])), 'repo/.git/HEAD': '' };
      return (await runInMemory(['check', ...names], { files })).listed.filter(folder => !/api-\d/.test(folder)).length;
    };
    expect(await listedFor(40)).toBe(await listedFor(4));
  });
});

describe('resources', () => {
  it('are judged as folders are, and their documents know what stands around them', async () => {
    const files = machineOf('terraform', 'repo/');
    const { output, code } = await check(files, 'repo');
    expect(code).toBe(0);
    expect(output).toContain('orders / get-order (product starter): 401 claims at the latest, policies/admins-only.xml:2\n');
    expect(output).toContain('repo/main.tf:82: The name ${var.prefix}-preview is not known before it is deployed.');
    expect(output).toContain('repo/modules/api/main.tf:19: The policy is to be read from policies/missing.xml, which is not there.');
    expect(output).not.toContain('fragment-missing');
  });

  it('have a name that is not known told once, and not at all without a token', async () => {
    const resource = (name: string): string =>
      `resource "azurerm_api_management_api" "a" {\n  name = "\${var.x}-api"\n  path = "${name}"\n}\nresource "azurerm_api_management_api_policy" "p" {\n  api_name = azurerm_api_management_api.a.name\n  xml_content = "<policies><inbound /></policies>"\n}\n`;
    const files = { 'repo/a/main.tf': resource('a'), 'repo/b/main.tf': resource('b'), 'repo/c/main.tf': resource('c'), 'token.txt': token };
    const { output } = await check(files, 'repo');
    expect(output.match(/The name \$\{[^}]+\}\S* is not known before it is deployed\.[^\n]*/g)).toEqual([
      expect.stringMatching(/The same in 2 more places\.$/),
    ]);
    expect((await runInMemory(['check', 'repo'], { files })).output).not.toContain('is not known');
  });

  it('are found around the file that one of them loads, and around the file that holds one', async () => {
    const files = { ...machineOf('terraform', 'repo/'), 'repo/.git/HEAD': '' };
    const loaded = await checkJson(files, 'repo/policies/get-order.xml.tftpl');
    expect(loaded.paths?.map(({ api, operation, product }) => [api, operation, product])).toEqual([
      ['orders', 'get-order', 'starter'],
      ['orders', 'get-order', null],
    ]);
    const holder = await checkJson(files, 'repo/values.tf');
    expect(new Set(holder.paths?.map(({ api, product }) => [api, product].join()))).toEqual(new Set(['orders,starter']));
    const bicep = await checkJson(machineOf('bicep', ''), 'policies/orders.xml');
    expect(bicep.paths?.map(({ api }) => api)).toContain('orders');
  });
});

describe('an operation that has no entry of its own', () => {
  const files = machineOf('apiops-toolkit', 'repo/');

  it('is judged as all others are, which is said with the name that was perhaps meant', async () => {
    const { output } = await check(files, 'repo', '--operation', 'orders/gte-order');
    expect(output).toContain('orders / all other operations (no product)');
    expect(output).toContain('No operation is called gte-order, so what counts for all other operations was judged. Is get-order meant?\n');
    expect((await check(files, 'repo', '--operation', 'orders/get-order')).output).not.toContain('No operation is called');
    const github = await check(files, 'repo', '--operation', 'orders/gte-order', '--format', 'github');
    expect(github.output).toContain('::warning title=scopes::No operation is called gte-order');
  });

  it('may have slashes in its name, and counts under the name that a gateway makes of it', async () => {
    const specification = 'paths:\n  /o:\n    get:\n      operationId: Orders/Get One\n';
    const more = { ...files, 'repo/apis/orders/specification.yaml': specification };
    for (const name of ['Orders/Get One', 'orders-get-one']) {
      const { output } = await check(more, 'repo', '--operation', `orders/${name}`);
      expect(output).toContain('orders / Orders/Get One (no product)');
    }
  });

  it('in a folder is said where the specification names all operations', async () => {
    const own = {
      'repo/policy.xml': '<policies><inbound /></policies>',
      'repo/apis/a/specification.yaml': 'paths: { /o: { get: { operationId: get-order } } }',
      'repo/apis/a/operations/gte-order/policy.xml': '<policies><inbound><base /></inbound></policies>',
      'token.txt': token,
    };
    const said = 'The specification has no operation gte-order, so no request meets this policy. Is get-order meant?';
    expect((await check(own, 'repo')).output).toContain(`Of no use: repo/apis/a/operations/gte-order/policy.xml. ${said}\n`);
    const github = await check(own, 'repo', '--format', 'github');
    expect(github.output).toContain('::warning file=repo/apis/a/operations/gte-order/policy.xml,title=scopes::Of no use');
    const some = { ...own, 'repo/apis/a/specification.yaml': 'paths: { /o: { get: { operationId: get-order }, put: {} } }' };
    expect((await check(some, 'repo')).output).not.toContain('has no operation');
  });
});

const jwt = (url: string): string =>
  `<policies><inbound><base /><validate-jwt header-name="Authorization" require-scheme="Bearer"><openid-config url="${url}" /><audiences><audience>api://orders</audience></audiences></validate-jwt></inbound></policies>`;

describe('fix', () => {
  it('takes a folder for the files in it, each among the scopes around it', async () => {
    const { output, code, error } = await runInMemory(['fix', 'repo', '--code', 'base-missing'], {
      files: machineOf('apiops-toolkit', 'repo/'),
    });
    expect(error).toBe('');
    expect(output.match(/^\+\+\+ .*$/gm)).toEqual(['+++ repo/apis/orders/operations/create-order/policy.xml']);
    expect(output).toContain('+    <base />');
    expect(code).toBe(0);
  });

  it('writes into files that hold policies, and leaves others alone', async () => {
    const host = `xml = <<XML\n${jwt('https://login.microsoftonline.com/common/v2.0')}\nXML\n`;
    const files = { 'infra/main.tf': host, 'infra/notes.xml': '<notes />', 'infra/variables.tf': 'variable "x" {}\n' };
    const { files: after, output } = await runInMemory(['fix', 'infra', '--code', 'openid-config-url', '--write'], { files });
    expect(output).toMatch(/^infra\/main\.tf: /);
    expect(String(after.get('infra/main.tf'))).toContain('/v2.0/.well-known/openid-configuration"');
    expect(String(after.get('infra/notes.xml'))).toBe('<notes />');
  });

  it('says of a folder without a policy that nothing is found', async () => {
    const { code, error } = await runInMemory(['fix', 'infra'], { files: { 'infra/notes.xml': '<notes />' } });
    expect([code, error]).toEqual([2, expect.stringContaining('apim-token-doctor: ')]);
  });
});

describe('explain --policy', () => {
  const input = 'IDX10500: Signature validation failed. No security keys were provided to validate the signature.';
  const wrong = jwt('https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0');

  it('looks into a file that holds policies, at its places', async () => {
    const files = { 'main.tf': `# orders\nxml = <<XML\n${wrong}\nXML\n` };
    const { output } = await runInMemory(['explain', '-', '--policy', 'main.tf'], { files, input });
    expect(output).toMatch(/Found at main\.tf:3:\d+ \(openid-config-url\)/);
  });

  it('looks into all policies of a folder', async () => {
    const files = { 'repo/apis/a/policy.xml': wrong, 'repo/apis/b/policy.xml': wrong, 'repo/notes.xml': '<notes />' };
    const { output } = await runInMemory(['explain', '-', '--policy', 'repo', '--format', 'json'], { files, input });
    const { explanations } = JSON.parse(output) as { explanations: { findings: { code: string; path: string; line: number }[] }[] };
    expect(explanations[0]?.findings.map(({ code, path, line }) => [code, path, line])).toEqual([
      ['openid-config-url', 'repo/apis/a/policy.xml', 1],
      ['openid-config-url', 'repo/apis/b/policy.xml', 1],
    ]);
  });

  it('judges with the set that a config puts in force', async () => {
    const tenant = '11111111-2222-3333-4444-555555555555';
    const policy = `<policies><inbound><validate-azure-ad-token tenant-id="{{tenant}}" /></inbound></policies>`;
    const sets = { dev: { namedValues: { tenant: 'organizations' } }, prod: { namedValues: { tenant } } };
    const run = async (inForce: string): Promise<string> => {
      const files = { 'repo/policy.xml': policy, 'repo/.apim-token-doctor.json': JSON.stringify({ values: sets, inForce }) };
      const text = 'IDX40001: Issuer does not match any of the valid issuers provided for this application.';
      const { output } = await runInMemory(['explain', '-', '--policy', 'repo', '--format', 'json'], { files, input: text });
      return output;
    };
    expect([await run('dev'), await run('prod')].map(output => output.includes('"code": "any-tenant"'))).toEqual([true, false]);
  });
});
