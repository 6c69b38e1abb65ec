import { describe, expect, test } from 'vitest';
import { runInMemory, type Result } from './memory-io.js';

const policy = `<policies><inbound><validate-jwt header-name="Authorization" require-scheme="Bearer">
  <openid-config url="https://login.microsoftonline.com/\${tenant}/v2.0/.well-known/openid-configuration" />
</validate-jwt></inbound></policies>`;
const name = '.apim-token-doctor.json';
const off = '{"rules": {"no-audience": "off"}}';

async function check(files: Record<string, string>, ...argv: string[]): Promise<Result> {
  return runInMemory(['check', ...argv], { files: { 'apis/policy.xml': policy, '.git/HEAD': '', ...files } });
}

interface Report {
  readonly documents: readonly { readonly path: string; readonly findings: readonly { readonly code: string }[] }[];
  readonly configs?: readonly Record<string, unknown>[];
}

async function report(files: Record<string, string>, ...argv: string[]): Promise<Report> {
  const { output, error } = await check(files, ...argv, '--format', 'json');
  if (output === '') throw new Error(error);
  return JSON.parse(output) as Report;
}

async function codes(files: Record<string, string>, ...argv: string[]): Promise<string[]> {
  return (await report(files, ...argv)).documents.flatMap(({ findings }) => findings.map(({ code }) => code));
}

describe('the config of a repository', () => {
  test('says how severe rules are, after the command line, and that it hides something', async () => {
    expect((await check({}, 'apis')).output).toContain(' warning no-audience ');
    const { output, code, error } = await check({ [name]: off }, 'apis');
    expect(output).toBe(
      `\nNo problems in 1 policy document.\n${name} switches off 1 rule (1 finding). --no-config tells all.\n`.trimStart(),
    );
    expect([code, error]).toEqual([0, '']);
    expect((await check({ [name]: off }, 'apis', '--no-config')).output).toContain(' warning no-audience ');
    const asked = await check({ [name]: off }, 'apis', '--rule', 'no-audience=error');
    expect(asked.output).toContain(' error no-audience ');
    expect(asked.output).not.toContain(name);
  });

  test('cannot hide in silence: of one file, in every format, where it is milder, and where a file is left out', async () => {
    const config = '{"rules": {"no-audience": "hint"}, "ignore": ["old"]}';
    const files = { [name]: config, 'apis/old/policy.xml': policy };
    const said = `${name} makes 1 rule milder (1 finding), leaves out 1 file. --no-config tells all.`;
    for (const format of ['text', 'github', 'azure']) expect((await check(files, 'apis', '--format', format)).output).toContain(said);
    for (const format of ['json', 'sarif', 'junit'])
      expect((await check(files, 'apis', '--format', format)).error).toBe(`apim-token-doctor: ${said}\n`);
    const one = await check({ [name]: off }, 'apis/policy.xml');
    expect(one.output).toBe(`${name} switches off 1 rule (1 finding). --no-config tells all.\n`);
    const quiet = await check({ [name]: off }, 'apis', '--quiet');
    expect(quiet.output).toContain('switches off 1 rule (1 finding)');
    expect((await report(files, 'apis')).configs).toEqual([
      {
        path: name,
        rulesOff: [],
        findingsOff: 0,
        rulesMilder: ['no-audience'],
        findingsMilder: 1,
        filesIgnored: 1,
        setsLeftOut: [],
        problems: [],
      },
    ]);
    const { output } = await check(files, 'apis', '--format', 'sarif');
    expect(output).toContain('"filesIgnored": 1');
  });

  test('takes out files that are found, and of a hook those that are named', async () => {
    const files = { [name]: '{"ignore": ["apis/"]}', 'other.xml': policy };
    expect((await report(files, '.')).documents.map(({ path }) => path)).toEqual(['other.xml']);
    expect((await report(files, 'apis/policy.xml')).documents).toHaveLength(1);
    const hook = await check(files, 'apis/policy.xml', 'other.xml', '--no-error-on-unmatched');
    expect(hook.output).toContain('leaves out 1 file');
    expect(hook.output).not.toContain('apis/policy.xml');
    const nothing =
      'apim-token-doctor: No policy document was found, and a config leaves out 1 of the files. Add --no-config to read them,';
    const none = await check(files, 'apis');
    expect([none.code, none.error]).toEqual([2, `${nothing} or name one.\n`]);
    const fetched = await runInMemory(['metadata', '--policy', 'apis'], {
      files: { 'apis/policy.xml': policy, '.git/HEAD': '', ...files },
    });
    expect([fetched.code, fetched.error]).toEqual([
      2,
      expect.stringContaining('a config leaves out 1 of the files. Add --no-config') as string,
    ]);
  });

  test('gives values, and the set in force unless the command line names another', async () => {
    const config = JSON.stringify({
      values: { dev: { files: ['env/x.json'] }, prod: { template: { tenant: '11111111-2222-3333-4444-555555555555' } } },
      inForce: 'dev',
    });
    const files = { [name]: config, 'env/x.json': '{"tenant": "organizations"}' };
    const { output } = await check(files, 'apis/policy.xml');
    expect(output).toContain('Judged with the template variable tenant = organizations (env/x.json, line 1, set dev).');
    // What is wrong in another set would stay unsaid.
    const said = `${name} leaves out 1 set of values. --values SET judges with one of them.`;
    expect(output).toContain(`\n${said}\n`);
    expect((await check(files, 'apis', '--format', 'junit')).error).toBe(`apim-token-doctor: ${said}\n`);
    expect((await report(files, 'apis')).configs).toMatchObject([{ setsLeftOut: ['prod'] }]);
    expect((await check(files, 'apis', '--values', 'dev')).output).not.toContain(name);
    expect(await codes(files, 'apis', '--values', 'prod')).not.toContain('any-tenant');
    expect(await codes(files, 'apis', '--values', 'tenant=11111111-2222-3333-4444-555555555555')).not.toContain('any-tenant');
    expect(await codes(files, 'apis', '--no-config')).not.toContain('any-tenant');
    expect((await check(files, 'apis', '--values', 'qa')).error).toContain('These sets are known: dev, prod.');
  });

  test('is the nearest one above a file, and that alone', async () => {
    const nearer = { [name]: off, [`apis/${name}`]: '{}', 'policy.xml': policy };
    const { documents } = await report(nearer, '.');
    const found = documents.flatMap(({ path, findings }) => (findings.some(({ code }) => code === 'no-audience') ? [path] : []));
    expect(found).toEqual(['apis/policy.xml']);
  });

  test('is looked for up to the folder of the repository, never above; without one, no further than where somebody works', async () => {
    const above = { '/repo/apis/policy.xml': policy, '../.apim-token-doctor.json': off };
    expect(await codes(above, 'apis/policy.xml')).toContain('no-audience');
    const inner = { [name]: off, 'apis/.git/HEAD': '' };
    expect(await codes(inner, 'apis/policy.xml')).toContain('no-audience');
    const run = async (files: Record<string, string>): Promise<string> =>
      (await runInMemory(['check', 'policy.xml'], { files: { 'policy.xml': policy, ...files } })).output;
    expect(await run({ [`../${name}`]: off })).toContain('no-audience');
    expect(await run({ [`../${name}`]: off, '../.git/HEAD': '' })).toBe(
      `../${name} switches off 1 rule (1 finding). --no-config tells all.\n`,
    );
    expect(await run({ [name]: off })).not.toContain('warning');
  });

  test('may be named: then it counts for every file, as if it stood here', async () => {
    const files = { [name]: '{}', [`apis/${name}`]: '{}', 'base/config.json': off, 'apis/old/policy.xml': policy };
    expect(await codes(files, 'apis/policy.xml', '--config', 'base/config.json')).not.toContain('no-audience');
    const ignoring = { ...files, 'base/config.json': '{"ignore": ["/apis/old"]}' };
    expect((await report(ignoring, '.', '--config', 'base/config.json')).documents.map(({ path }) => path)).toEqual(['apis/policy.xml']);
    const both = await check(files, 'apis', '--config', 'base/config.json', '--no-config');
    expect([both.code, both.error]).toEqual([
      2,
      'apim-token-doctor: --config names a config, and --no-config says that none counts. Leave one of them out.\n',
    ]);
    const gone = await check(files, 'apis', '--config', 'gone.json');
    expect([gone.code, gone.error]).toEqual([
      2,
      'apim-token-doctor: Cannot read the config gone.json: there is no such file. Check its name, and the folder that you are in.\n',
    ]);
  });

  test('that is wrong is told with its line, and fails as a finding does', async () => {
    const files = { [name]: '{\n  "rulez": {},\n  "inForce": "dev"\n}' };
    const { output, code } = await check(files, 'apis');
    expect(output).toContain(
      `${name}:2:3 warning config Nothing is called "rulez" here, so it counts for nothing. Did you mean "rules"?\n${name}:3:14 warning config No values belong to "dev"`,
    );
    expect(code).toBe(0);
    expect((await check({ [name]: '{"rulez": {}, "rules": {"no-audience": "off"}}' }, 'apis', '--fail-on', 'warning')).code).toBe(1);
    const broken = await check({ [name]: '{' }, 'apis');
    expect(broken.output).toContain(`${name}:1:1 error config Nothing of this config counts: it stops being JSON here.`);
    expect(broken.code).toBe(1);
    expect((await check({ [name]: '{' }, 'apis', '--fail-on', 'never')).code).toBe(0);
    expect((await check({ [name]: `"${'x'.repeat(1_100_000)}"` }, 'apis')).output).toContain('it is longer than 256 KiB');
    expect((await check(files, 'apis', '--format', 'github')).output).toContain(`::warning file=${name},line=2,col=3,title=config::`);
    expect((await check(files, 'apis', '--format', 'azure')).output).toContain(
      `##vso[task.logissue type=warning;sourcepath=${name};linenumber=2;columnnumber=3;code=config;]`,
    );
  });

  test('names no host, no document, and nothing outside its folder', async () => {
    const config = {
      allowedHosts: ['evil.example'],
      savedDocuments: { 'https://evil.example': 'x.json' },
      files: ['../secrets.json', '/etc/x.json', '.env'],
    };
    const files = { [name]: JSON.stringify(config), '../secrets.json': '{"tenant": "organizations"}', '.env': 'tenant=organizations' };
    const { output } = await check(files, 'apis');
    expect(output.match(/ warning config /g)).toHaveLength(5);
    expect(output).not.toContain('any-tenant');
  });

  test('counts for fix, too: files are left out, and what is switched off is not fixed unless it is named', async () => {
    const order = policy.replace(
      '</validate-jwt>',
      '<audiences><audience>a</audience></audiences><openid-config url="https://x.example" /></validate-jwt>',
    );
    const fix = (config: string, ...argv: string[]): Promise<Result> =>
      runInMemory(['fix', 'apis', ...argv], { files: { 'apis/policy.xml': order, '.git/HEAD': '', [name]: config } });
    expect((await fix('{}')).output).toContain('+++ ');
    expect((await fix('{"rules": {"element-order": "off"}}')).output).toBe('');
    expect((await fix('{"rules": {"element-order": "off"}}', '--code', 'element-order')).output).toContain('+++ ');
    expect((await fix('{"ignore": ["apis"]}')).code).toBe(2);
    expect((await fix('{"ignore": ["apis"]}', '--no-config')).output).toContain('+++ ');
  });
});
