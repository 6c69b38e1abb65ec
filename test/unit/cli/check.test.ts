import { describe, expect, it } from 'vitest';
import { formatNames } from '../../../src/cli/formats/registry.js';
import { writeTestToken } from '../token/test-token.js';
import { runInMemory } from './memory-io.js';
import { ids, mintStory, now, policy } from './story.js';

interface Output {
  readonly version: number;
  readonly now: number;
  readonly documents: readonly {
    readonly path: string;
    readonly prediction: { readonly outcome: string; readonly policy: number | null } | null;
    readonly tokenPolicies: readonly Record<string, unknown>[];
    readonly findings: readonly Record<string, unknown>[];
  }[];
  readonly token: { readonly kind: string; readonly cleaned: readonly string[]; readonly claims: Record<string, unknown> } | null;
}
const parse = (text: string): Output => JSON.parse(text) as Output;
const minimal =
  '<policies><inbound><validate-jwt header-name="X"><audiences><audience>a</audience></audiences></validate-jwt></inbound></policies>';

describe('check', () => {
  it('tells the story as text', async () => {
    const { token, metadata } = await mintStory('external-id-v1');
    const files = { 'policy.xml': policy, 'metadata.json': metadata };
    const { code, output, error } = await runInMemory(
      ['check', 'policy.xml', '--token', '-', '--metadata', 'metadata.json', '--now', String(now)],
      { files, input: `Bearer ${token}\n` },
    );
    expect({ code, error }).toEqual({ code: 1, error: '' });
    const lines = output.split('\n');
    expect(lines[0]).toMatch(/^policy\.xml:4:\d+ error external-id-unsupported .*External ID/);
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}Gateway: IDX40001: /));
    expect(lines).toContain('Token: External ID access token, version 1.0 form. Expires in 60 minutes.');
    expect(lines).toContain('policy.xml: the gateway answers 401 to this token');
    expect(output).toContain(
      `      IDX40001: Issuer: 'https://${ids.tenant}.ciamlogin.com/${ids.tenant}/', does not match any of the valid issuers provided for this application.\n`,
    );
    expect(output.endsWith('\n')).toBe(true);
    expect(output).not.toMatch(/[ \t]\n/);
  });

  it('says of a saved document that is nested deeper than the library reads why it was not kept', async () => {
    const address = 'https://idp.example/.well-known/openid-configuration';
    const metadata = `{ "${address}": { "issuer": "x", "deep": ${'['.repeat(60_000)}${']'.repeat(60_000)} } }`;
    const text = `<policies><inbound><validate-jwt header-name="X"><openid-config url="${address}" /></validate-jwt></inbound></policies>`;
    const { output } = await runInMemory(['check', 'policy.xml', '--token', '-', '--metadata', 'metadata.json', '--now', String(now)], {
      files: { 'policy.xml': text, 'metadata.json': metadata },
      input: writeTestToken({ alg: 'RS256', kid: 'a' }, { iss: 'x', exp: now + 60 }),
    });
    expect(output).toContain('nested deeper than 64 levels');
  });

  it('passes a workforce token', async () => {
    const { token, metadata } = await mintStory('workforce-v1');
    const files = { 'policy.xml': policy, 'metadata.json': metadata, 'token.txt': token };
    const { code, output } = await runInMemory(
      ['check', 'policy.xml', '--token', 'token.txt', '--metadata', 'metadata.json', '--now', String(now)],
      { files },
    );
    expect(code).toBe(0);
    expect(output).toContain(
      'policy.xml: the gateway accepts this token: 200 as far as read\n  Not read: <base /> (line 3). It can also refuse the token.',
    );
  });

  it('lists the fixes of a finding, with the command that shows each of them', async () => {
    const { token, metadata } = await mintStory('external-id-v1');
    const machine = { files: { 'a b.xml': policy, 'metadata.json': metadata }, input: token };
    const { output } = await runInMemory(
      ['check', 'a b.xml', '--token', '-', '--metadata', 'metadata.json', '--now', String(now)],
      machine,
    );
    const lines = output.split('\n');
    const first = lines.findIndex(line => line.startsWith('  Fix: '));
    expect(lines[first]).toMatch(/^ {2}Fix: Rewrite as validate-jwt .+, both forms → 200 as far as read: /);
    const more = `--token - --metadata metadata.json --now ${now}`;
    expect(lines.filter(line => line.includes('apim-token-doctor'))).toEqual(
      ['both', 'v1', 'keep-workforce', 'v2'].map(
        variant => `      apim-token-doctor fix 'a b.xml' --code external-id-unsupported --variant ${variant} ${more}`,
      ),
    );
    expect(lines).toContain('A command that is listed with a fix shows a diff. Add --write to change the file.');
    for (const variant of ['both', 'v1', 'keep-workforce', 'v2']) {
      const shown = await runInMemory(
        ['fix', 'a b.xml', '--code', 'external-id-unsupported', '--variant', variant, ...more.split(' ')],
        machine,
      );
      expect(shown, variant).toMatchObject({ code: 0, error: '' });
    }
    const json = await runInMemory(['check', 'a b.xml', '--token', '-', '--metadata', 'metadata.json', '--format', 'json'], machine);
    expect(parse(json.output).documents[0]?.findings[0]?.['fixes']).toMatchObject([
      { command: "apim-token-doctor fix 'a b.xml' --code external-id-unsupported --variant both --token - --metadata metadata.json" },
      ...[{}, {}, {}],
    ]);
  });

  it('lists a command once, though it cures several findings, and none for a fix that only an editor offers', async () => {
    const wrong = '<validate-jwt heder-name="X" seperator="a"><audiences><audience>a</audience></audiences></validate-jwt>';
    const files = { 'p.xml': `<policies><inbound>${wrong}${wrong}</inbound></policies>` };
    const lines = (await runInMemory(['check', 'p.xml'], { files })).output.split('\n');
    expect(lines.filter(line => line === '  Fix: Rename heder-name to header-name')).toHaveLength(2);
    expect(lines.filter(line => line === '      apim-token-doctor fix p.xml --code unknown-attribute')).toHaveLength(1);
    const pair = wrong
      .replace(
        '<audiences>',
        '<openid-config url="https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0/.well-known/openid-configuration" /><audiences>',
      )
      .replace('>a<', '>api://66666666-7777-8888-9999-aaaaaaaaaaaa<');
    const output = (await runInMemory(['check', 'p.xml'], { files: { 'p.xml': `<policies><inbound>${pair}</inbound></policies>` } }))
      .output;
    expect(output).toMatch(/\n {2}Fix, in an editor: Switch to the version 1\.0 metadata[^\n]*\n(?! {6}apim)/);
  });

  it('prints version 1 of the JSON output', async () => {
    const { token, metadata } = await mintStory('external-id-v1');
    const files = { 'policy.xml': policy, 'other.xml': '<root/>', 'metadata.json': metadata };
    const { code, output } = await runInMemory(
      [
        'check',
        'policy.xml',
        'other.xml',
        '--token',
        '-',
        '--metadata',
        'metadata.json',
        '--now',
        '2026-12-23T04:26:40Z',
        '--format',
        'json',
      ],
      { files, input: token },
    );
    expect(code).toBe(1);
    const result = parse(output);
    expect(result).toMatchObject({ version: 1, now, token: { kind: 'external-id-v1', cleaned: [] } });
    expect(result.documents.map(({ path, prediction }) => [path, prediction])).toEqual([
      ['policy.xml', { outcome: 'fail', policy: 0 }],
      ['other.xml', null],
    ]);
    const tokenPolicy = result.documents[0]?.tokenPolicies[0] ?? {};
    expect(Object.keys(tokenPolicy)).toEqual([
      ...['kind', 'section', 'choose', 'start', 'end', 'attributes', 'openidConfigs', 'issuerSigningKeys', 'decryptionKeys'],
      ...['audiences', 'issuers', 'clientApplicationIds', 'backendApplicationIds', 'requiredClaims', 'prediction'],
    ]);
    const start = policy.indexOf('<validate');
    expect(tokenPolicy).toMatchObject({
      kind: 'validate-azure-ad-token',
      section: 'inbound',
      choose: null,
      start,
      end: policy.indexOf('\n    </inbound>'),
      attributes: { 'tenant-id': { value: ids.tenant, state: 'literal', start: start + 36, end: start + 72 } },
      prediction: { outcome: 'fail', status: 401, reports: { check: 'issuer', idx: 'IDX40001' } },
    });
    const finding = result.documents[0]?.findings[0] ?? {};
    expect(Object.keys(finding)).toEqual([
      ...['code', 'severity', 'message', 'title', 'detail', 'gatewayText', 'nextSteps'],
      ...['start', 'end', 'line', 'column', 'policy', 'certainty', 'from', 'fixes'],
    ]);
    expect(result.documents[0]).toMatchObject({ primary: 'external-id-unsupported' });
    expect(finding).toMatchObject({ code: 'external-id-unsupported', gatewayText: expect.stringMatching(/^IDX40001: /) as string });
    expect(finding['line']).toBe(4);
    expect(finding['fixes']).toMatchObject([
      { code: 'to-validate-jwt', variant: 'both', preferred: true, after: { outcome: 'pass', status: 200, check: null } },
      { variant: 'v1', preferred: false, after: { outcome: 'pass', status: 200, check: null } },
      { variant: 'keep-workforce', preferred: false, after: { outcome: 'fail', status: 401, check: 'issuer' } },
      { variant: 'v2', preferred: false, after: { outcome: 'fail', status: 401, check: 'issuer' } },
    ]);
  });

  it('prints only the claims that a policy compares', async () => {
    const claims = {
      iss: 'https://idp.example',
      aud: 'a',
      exp: now + 60,
      name: 'Ann',
      sub: 'x',
      scp: 'Read',
      __proto__x: 1,
      email: 'a@b.example',
    };
    const token = writeTestToken({ alg: 'RS256' }, claims);
    const xml = minimal.replace(
      '</audiences>',
      '</audiences><required-claims><claim name="scp"><value>Read</value></claim></required-claims>',
    );
    const run = async (text: string) =>
      parse((await runInMemory(['check', 'p.xml', '--token', '-', '--format', 'json'], { files: { 'p.xml': text }, input: token })).output);
    expect(Object.keys((await run(minimal)).token?.claims ?? {})).toEqual(['iss', 'aud', 'exp']);
    expect(Object.keys((await run(xml)).token?.claims ?? {})).toEqual(['iss', 'aud', 'exp', 'scp']);
  });

  it('never prints the signature or the compact form, in any format', async () => {
    const { token, metadata } = await mintStory('workforce-v2');
    const files = { 'policy.xml': policy, 'metadata.json': metadata };
    const [, payload = '', signature = ''] = token.split('.');
    for (const format of formatNames) {
      const { output, error } = await runInMemory(
        ['check', 'policy.xml', '--token', '-', '--metadata', 'metadata.json', '--format', format],
        { files, input: token },
      );
      for (const secret of [payload, signature, 'Sample User']) expect((output + error).includes(secret)).toBe(false);
    }
  });

  it('cleans the token as pasting does, and takes it as it is with --exact', async () => {
    const token = writeTestToken({ alg: 'RS256' }, { aud: 'a' });
    const files = { 'p.xml': minimal };
    const cleaned = await runInMemory(['check', 'p.xml', '--token', '-', '--format', 'json'], { files, input: `"Bearer ${token}"\n` });
    expect(parse(cleaned.output).token).toMatchObject({ kind: 'other', cleaned: ['surrounding-space', 'quotes', 'scheme'] });
    const exact = await runInMemory(['check', 'p.xml', '--token', '-', '--exact', '--format', 'json'], {
      files,
      input: `"Bearer ${token}"\n`,
    });
    expect(parse(exact.output).token).toMatchObject({ kind: 'unreadable', cleaned: [] });
    expect(exact.code).toBe(1);
  });

  it('counts a byte order mark as one unit', async () => {
    const offsets = async (text: string) =>
      parse((await runInMemory(['check', 'p.xml', '--format', 'json'], { files: { 'p.xml': text } })).output).documents[0]
        ?.tokenPolicies[0]?.['start'];
    expect(await offsets(minimal)).toBe(19);
    expect(await offsets(`\ufeff${minimal}`)).toBe(20);
  });

  it('fails on what --fail-on says', async () => {
    const files = {
      'clean.xml': '<policies><inbound /></policies>',
      'warning.xml': minimal.replace('header-name="X"', 'header-name="X" require-scheme="Bearer"'),
      'error.xml': minimal.replace('header-name="X"', ''),
    };
    const code = async (file: string, ...more: string[]) => (await runInMemory(['check', file, ...more], { files })).code;
    expect(await code('clean.xml', '--fail-on', 'warning')).toBe(0);
    expect(await code('error.xml')).toBe(1);
    expect(await code('error.xml', '--fail-on', 'never')).toBe(0);
    const keyed = files['warning.xml'].replace(
      '<audiences>',
      '<openid-config url="https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0/.well-known/openid-configuration" /><audiences>',
    );
    const withKeys = { 'w.xml': keyed };
    expect((await runInMemory(['check', 'w.xml'], { files: withKeys })).code).toBe(0);
    expect((await runInMemory(['check', 'w.xml', '--fail-on', 'warning'], { files: withKeys })).code).toBe(1);
  });

  it('prints nothing where there is nothing to say', async () => {
    expect(await runInMemory(['check', 'p.xml'], { files: { 'p.xml': '<policies><inbound /></policies>' } })).toMatchObject({
      code: 0,
      output: '',
      error: '',
    });
  });

  it('supplies named values', async () => {
    const { token, metadata } = await mintStory('workforce-v2');
    const files = {
      'p.xml': policy.replaceAll(ids.tenant, '{{tenant}}'),
      'm.json': metadata,
      'v.json': JSON.stringify({ tenant: ids.tenant }),
    };
    const outcome = async (...more: string[]) =>
      parse(
        (
          await runInMemory(['check', 'p.xml', '--token', '-', '--metadata', 'm.json', '--format', 'json', '--now', String(now), ...more], {
            files,
            input: token,
          })
        ).output,
      ).documents[0]?.prediction?.outcome;
    expect(await outcome()).toBe('unresolved');
    expect(await outcome('--named-values', 'v.json')).toBe('pass');
  });

  it('writes SARIF with rules, regions and severities', async () => {
    const { output } = await runInMemory(['check', 'a b/p.xml', '--format', 'sarif'], { files: { 'a b/p.xml': minimal } });
    const sarif = JSON.parse(output) as {
      version: string;
      runs: { tool: { driver: { version: string; rules: { id: string }[] } }; results: Record<string, unknown>[] }[];
    };
    expect(sarif.version).toBe('2.1.0');
    const [first] = sarif.runs;
    expect(first?.tool.driver.version).toBe('1.2.3');
    expect(first?.tool.driver.rules.map(rule => rule.id)).toContain('no-keys');
    expect(first?.results).toMatchObject([
      {
        ruleId: 'no-keys',
        level: 'error',
        locations: [
          { physicalLocation: { artifactLocation: { uri: 'a%20b/p.xml' }, region: { startLine: 1, startColumn: 21, charOffset: 20 } } },
        ],
      },
    ]);
  });

  it('writes notes for GitHub', async () => {
    const { output } = await runInMemory(['check', 'a,b.xml', '--format', 'github'], { files: { 'a,b.xml': minimal } });
    expect(output).toMatch(/^::error file=a%2Cb\.xml,line=1,endLine=1,col=21,endColumn=\d+,title=no-keys%3A [^\n:]+::[^\n]+\n$/);
  });

  it('writes out control characters, so that no file steers a terminal', async () => {
    const { output } = await runInMemory(['check', 'p.xml'], {
      files: { 'p.xml': minimal.replace('header-name="X"', 'header-name="X" \u001b[31mx="1"') },
    });
    expect(output).not.toContain('\u001b');
  });
});

describe('what cannot run', () => {
  const files = { 'p.xml': minimal, 'list.json': '[]', 'text.txt': 'eyJ {"hidden": 1', 'numbers.json': '{"a":1}' };
  it.each([
    [[], 'Name a command'],
    [['chek'], 'Name a command'],
    [['check'], 'Name the policy documents'],
    [['check', 'missing.xml'], 'there is no such file'],
    [['check', 'p.xml', '--nope'], '--nope is not an option of check'],
    [['check', 'p.xml', '--format', 'xml'], `--format must be one of ${formatNames.join(', ')}`],
    [['check', 'p.xml', '--fail-on', 'x'], '--fail-on must be one of'],
    [['check', 'p.xml', '--now', 'yesterday'], '--now must be Unix seconds'],
    [['check', 'p.xml', '--exact'], '--exact says how to read the token'],
    [['check', 'p.xml', '--token'], '--token needs a value'],
    [['check', 'p.xml', '--token', '--exact'], '--token needs a value'],
    [['fix', 'p.xml', '--write=now'], '--write takes no value'],
    [['check', 'p.xml', '--metadata', 'list.json'], 'is not a JSON object. Write one: {"https://'],
    [['check', 'p.xml', '--metadata', 'text.txt'], 'is not JSON. Write one JSON object: {"https://'],
    [['check', 'p.xml', '--named-values', 'numbers.json'], 'The named value a is not a text'],
    [['fix', 'p.xml', '--code', 'nope'], '--code must be a rule or a rewrite'],
    [['fix', 'p.xml', '--code', 'to-validate-jwt', '--variant', 'x'], '--variant must be one of'],
    [['decode', 'a', 'b'], 'one file'],
    [['lsp'], '--stdio'],
  ])('%j: %s', async (argv, message) => {
    const { code, output, error } = await runInMemory(argv, { files });
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(error).toContain(message);
    expect(error).toMatch(/^apim-token-doctor: [^\n]+\n$/);
    expect(error).not.toContain('hidden');
  });

  it('does not repeat a token that was given as an argument', async () => {
    const token = writeTestToken({ alg: 'RS256' }, { aud: 'a' });
    for (const argv of [
      ['check', 'p.xml', '--token', token],
      ['decode', token],
      ['check', token],
      ['check', 'p.xml', `--${token}`],
      [token],
    ]) {
      const { code, error } = await runInMemory(argv, { files });
      expect(code).toBe(2);
      expect(error.includes(token.split('.')[1] ?? '')).toBe(false);
    }
  });

  it('prints help and version', async () => {
    expect(await runInMemory(['--help'])).toMatchObject({ code: 0, error: '' });
    expect(await runInMemory(['check', '--help'])).toMatchObject({ code: 0 });
    expect(await runInMemory(['--version'])).toMatchObject({ code: 0, output: '1.2.3\n' });
  });
});

describe('--report', () => {
  it('writes the answer to files as well, each as --format does, whatever was there', async () => {
    const files = { 'p.xml': '<policies><inbound><validate-jwt /></inbound></policies>', 'old.sarif': '{}' };
    const args = ['check', 'p.xml', '--now', '1'];
    const {
      output,
      files: after,
      code,
    } = await runInMemory([...args, '--format', 'azure', '--report', 'junit=r.xml', '--report', 'sarif=old.sarif'], { files });
    expect(code).toBe(1);
    expect(output).toBe((await runInMemory([...args, '--format', 'azure'], { files })).output);
    expect(String(after.get('r.xml'))).toBe((await runInMemory([...args, '--format', 'junit'], { files })).output);
    const sarif = String(after.get('old.sarif'));
    expect(sarif).toBe((await runInMemory([...args, '--format', 'sarif'], { files })).output);
    expect(sarif).toContain('"insertedContent"');
  });

  it('is plain however colourful the terminal is', async () => {
    const machine = { files: { 'p.xml': minimal }, terminal: { isThere: true, columns: 80, wantsColour: true } };
    const { files } = await runInMemory(['check', 'p.xml', '--report', 'text=r.txt'], machine);
    expect(String(files.get('r.txt'))).toBe((await runInMemory(['check', 'p.xml'], { files: machine.files })).output);
  });

  it.each(['junit', 'junit=', '=r.xml', 'docx=r.docx'])('refuses %s, and writes nothing', async report => {
    const { code, error } = await runInMemory(['check', 'p.xml', '--report', report], { files: { 'p.xml': minimal } });
    expect(code).toBe(2);
    expect(error).toContain('--report must be FORMAT=FILE');
  });
});
