// Telling which scopes there are asks for no policy, however large they are, and judging many paths judges each token policy once.
import { describe, expect, test } from 'vitest';
// Before anything that loads the core.
import { core, countSteps } from '../harness/count-steps.js';

const facts = { now: 1_798_000_000, metadata: {}, token: core.parseToken('no.token') };

/** An instance with so many APIs of one operation each; every text is asked for by name. */
function instance(apis: number, policy: string, ask: (path: string) => void): { path: string; text: () => string }[] {
  const file = (path: string, text: string): { path: string; text: () => string } => ({
    path,
    text: () => {
      ask(path);
      return text;
    },
  });
  const own = Array.from({ length: apis }, (_, index) => [
    file(`apis/a${String(index)}/policy.xml`, policy),
    file(`apis/a${String(index)}/apiInformation.json`, '{"properties": {"path": "x"}}'),
    file(`apis/a${String(index)}/operations/get/policy.xml`, policy),
    file(`products/p/apis/a${String(index)}/productApiInformation.json`, '{}'),
  ]);
  return [file('policy.xml', policy), file('products/p/policy.xml', policy), ...own.flat()];
}

const policyOf = (statements: number): string =>
  `<policies><inbound><base />${'<set-header name="x"><value>1</value></set-header>'.repeat(statements)}<validate-jwt header-name="Authorization" /></inbound></policies>`;

describe('telling which scopes there are', () => {
  test('asks for no text of a policy', () => {
    const asked: string[] = [];
    const { services } = core.readScopes(instance(250, policyOf(1), path => void asked.push(path)));
    expect(services[0]?.apis).toHaveLength(250);
    expect(asked).toHaveLength(250);
    expect(asked.every(path => path.endsWith('apiInformation.json'))).toBe(true);
  });

  test('takes as many steps however large the policies are, and a few for each file', async () => {
    const small = await countSteps(() => core.readScopes(instance(250, policyOf(1), () => undefined)));
    const large = await countSteps(() => core.readScopes(instance(250, policyOf(1000), () => undefined)));
    expect(large).toBeLessThan(small * 1.1);
    const more = await countSteps(() => core.readScopes(instance(1000, policyOf(1), () => undefined)));
    expect(more).toBeLessThan(small * 6);
  });
});

describe('judging all paths', () => {
  test('takes steps in proportion to their number', async () => {
    const judge = (apis: number): Promise<number> =>
      countSteps(async () => core.judgePaths(core.readScopes(instance(apis, policyOf(2), () => undefined)), { facts }));
    const [few, many] = [await judge(10), await judge(80)];
    expect(many).toBeLessThan(few * 8 * 1.3);
  });

  test('takes steps in proportion to the length of a path, however its branches are nested', async () => {
    const nested = (depth: number): string =>
      `<policies><inbound>${'<choose><when condition="@(context.Request.Method == &quot;GET&quot;)">'.repeat(depth)}<validate-jwt header-name="Authorization" />${'</when></choose>'.repeat(depth)}</inbound></policies>`;
    const judge = (depth: number): Promise<number> =>
      countSteps(async () => core.judgePaths(core.readScopes(instance(1, nested(depth), () => undefined)), { facts }));
    const [few, many] = [await judge(200), await judge(1600)];
    expect(many).toBeLessThan(few * 8 * 1.5);
  });
});

describe('reading resources', () => {
  const policy = (index: number, more = ''): string => `
resource "azurerm_api_management_api_policy" "p${String(index)}" {
  api_name            = azurerm_api_management_api.a${String(index)}.name
  api_management_name = local.gateway
  xml_content         = "<policies><inbound><base /></inbound></policies>"${more}
}
resource "azurerm_api_management_api" "a${String(index)}" {
  name                = "a-\${local.suffix}-${String(index)}"
  api_management_name = local.gateway
}`;
  const read = (text: string): Promise<number> => countSteps(() => core.readScopes([{ path: 'main.tf', text }]));

  test('takes steps in proportion to their number', async () => {
    const locals = 'locals {\n  gateway = var.gateway\n  suffix = "x"\n}';
    const write = (count: number): string => locals + Array.from({ length: count }, (_, index) => policy(index)).join('');
    const [few, many] = [await read(write(50)), await read(write(400))];
    expect(many).toBeLessThan(few * 8 * 1.3);
  });

  test('ends where values are made of values of values', async () => {
    const doubled = (depth: number): string =>
      `locals {\n${Array.from({ length: depth }, (_, index) => `  v${String(index)} = "\${local.v${String(index + 1)}}\${local.v${String(index + 1)}}"\n`).join('')}  v${String(depth)} = "x"\n  gateway = local.v0\n  suffix = local.v0\n}`;
    const [few, many] = [await read(doubled(20) + policy(0)), await read(doubled(200) + policy(0))];
    expect(many).toBeLessThan(few * 10 * 1.3);
  });

  test('ends where modules call each other, and themselves many times', async () => {
    const calls = (count: number): string =>
      Array.from({ length: count }, (_, index) => `module "m${String(index)}" {\n  source = "./x"\n  gateway = local.gateway\n}\n`).join(
        '',
      );
    const files = (count: number): { path: string; text: string }[] => [
      { path: 'main.tf', text: `locals {\n  gateway = "g"\n  suffix = "x"\n}\n${calls(count)}${policy(0)}` },
      {
        path: 'x/main.tf',
        text: `locals {\n  gateway = var.gateway\n  suffix = "x"\n}\n${calls(count).replaceAll('./x', '.')}${policy(1)}`,
      },
    ];
    const [few, many] = [await countSteps(() => core.readScopes(files(30))), await countSteps(() => core.readScopes(files(240)))];
    expect(many).toBeLessThan(few * 8 * 1.3);
    expect(core.readScopes(files(3)).services.flatMap(({ apis }) => apis.map(({ name }) => name))).toEqual(['a-x-0', 'a-x-1']);
  });

  test('ends where a resource is repeated over itself, or is its own parent', () => {
    const services = (text: string, path = 'main.tf'): number => core.readScopes([{ path, text }]).services.length;
    const own = policy(0, '\n  for_each = azurerm_api_management_api_policy.p0').replace(
      'name                = "a-',
      'for_each = azurerm_api_management_api.a0\n  name = "a-',
    );
    expect(services(own)).toBe(0);
    expect(services('locals {\n  gateway = local.suffix\n  suffix = local.gateway\n}' + policy(0))).toBe(1);
    const circle = (name: string, up: string): string =>
      `resource ${name} 'Microsoft.ApiManagement/service/policies@2022-08-01' = {\n  parent: ${up}\n  name: 'policy'\n  properties: { value: '<policies><inbound /></policies>' }\n}\n`;
    expect(services(circle('a', 'b') + circle('b', 'a') + circle('c', 'c'), 'main.bicep')).toBeGreaterThan(0);
  });
});
