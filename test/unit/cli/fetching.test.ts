import { describe, expect, it } from 'vitest';
import { runInMemory, type Machine, type Result } from './memory-io.js';
import { mintStory, now, policy as story } from './story.js';

const guid = 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11';
const wellKnown = '/.well-known/openid-configuration';
const microsoft = `https://login.microsoftonline.com/${guid}/v2.0${wellKnown}`;
const microsoftKeys = `https://login.microsoftonline.com/${guid}/discovery/v2.0/keys`;
const stranger = `https://idp.example${wellKnown}`;
const configuration = (keys: string): string => JSON.stringify({ issuer: 'x', jwks_uri: keys, made_up: ['x'] });
const keySet = '{"keys":[]}';
const tenant = { [microsoft]: configuration(microsoftKeys), [microsoftKeys]: keySet };

const policyOf = (...urls: readonly string[]): string =>
  `<policies><inbound><validate-jwt header-name="Authorization">${urls.map(url => `<openid-config url="${url}" />`).join('')}</validate-jwt></inbound></policies>`;

const withPolicy = (text: string, network: Machine['network'] = {}, files: Machine['files'] = {}): Machine => ({
  files: { 'policy.xml': text, ...files },
  network,
});

const metadata = (machine: Machine, ...args: readonly string[]): Promise<Result> => runInMemory(['metadata', ...args], machine);

describe('metadata', () => {
  it('fetches what a policy needs, keys included, and writes the file that --metadata takes', async () => {
    const machine = withPolicy(policyOf(microsoft), tenant);
    const result = await metadata(machine, '--policy', 'policy.xml', '--out', 'metadata.json');
    expect(result).toMatchObject({ code: 0, error: '', requests: [microsoft, microsoftKeys] });
    expect(result.output).toBe('metadata.json: 2 documents written. Give the file with --metadata metadata.json\n');
    const written = JSON.parse(String(result.files.get('metadata.json'))) as object;
    expect(written).toEqual({ [microsoft]: { issuer: 'x', jwks_uri: microsoftKeys }, [microsoftKeys]: { keys: [] } });
  });

  it('fetches an address that was written, with its keys on the same host, and writes to standard output', async () => {
    const network = { [stranger]: configuration('https://idp.example/keys'), 'https://idp.example/keys': keySet };
    const result = await metadata({ network }, stranger);
    expect(result).toMatchObject({ code: 0, error: '', requests: [stranger, 'https://idp.example/keys'] });
    expect(Object.keys(JSON.parse(result.output) as object)).toEqual(Object.keys(network));
  });

  it('asks no host that a policy or a document chose, and names the option that allows it', async () => {
    const machine = withPolicy(policyOf(stranger), { [stranger]: configuration('https://keys.example:8443/k') });
    const refused = await metadata(machine, '--policy', 'policy.xml', '--out', 'metadata.json');
    expect(refused).toMatchObject({ code: 1, output: '', requests: [] });
    expect(refused.error).toContain(`${stranger}: not fetched. `);
    expect(refused.error).toContain('Add --allow-host idp.example if you trust it.');
    expect(refused.error).toContain('metadata.json was not written');
    const half = await metadata(machine, '--policy', 'policy.xml', '--allow-host', 'IDP.example');
    expect(half).toMatchObject({ code: 1, requests: [stranger] });
    expect(half.error).toContain('Add --allow-host keys.example:8443 if you trust it.');
    expect(half.output).toContain('"issuer": "x"');
  });

  it.each([
    ['https://127.0.0.1/x', 'this is your own computer'],
    ['https://169.254.169.254/x', 'hand out credentials'],
    ['https://10.0.0.1/x', 'inside your own network'],
  ])('warns of an inner host: %s', async (address, warning) => {
    const { error, requests } = await metadata(withPolicy(policyOf(address)), '--policy', 'policy.xml');
    expect([error.includes(`(careful: ${warning}`) || error.includes(warning), requests]).toEqual([true, []]);
  });

  it.each(['http://idp.example/x', 'ftp://idp.example/x', 'https://user:word@idp.example/x', 'no address', ''])(
    'never requests %j',
    async address => {
      const { code, requests, error } = await metadata({}, address, '--allow-host', 'idp.example');
      expect({ code, requests }).toEqual({ code: 1, requests: [] });
      expect(error).toMatch(/^apim-token-doctor: [^\n]*: not fetched\. [^\n]+\n$/);
    },
  );

  it('follows no redirect, and says where it leads', async () => {
    const network = { [microsoft]: new Response(null, { status: 302, headers: { location: 'https://evil.example/' } }) };
    const { code, error, requests } = await metadata(withPolicy(policyOf(microsoft), network), '--policy', 'policy.xml');
    expect({ code, requests }).toEqual({ code: 1, requests: [microsoft] });
    expect(error).toContain('redirects to https://evil.example/, and redirects are not followed');
  });

  it('requests 20 documents at most', async () => {
    const urls = Array.from(
      { length: 30 },
      (_, index) => `https://login.microsoftonline.com/${guid.slice(0, -2)}${index + 10}/v2.0${wellKnown}`,
    );
    const network = Object.fromEntries(urls.map(url => [url, configuration(url)]));
    const { requests, error } = await metadata(withPolicy(policyOf(...urls), network), '--policy', 'policy.xml');
    expect(requests).toHaveLength(20);
    expect(error.split('\n').filter(line => line.includes('One command fetches 20'))).toHaveLength(10);
  });

  it('fills named values into addresses of Microsoft’s, into no others, and writes none of them', async () => {
    const text = policyOf(
      `https://login.microsoftonline.com/{{tenant}}/v2.0${wellKnown}`,
      'https://idp.example/{{tenant}}',
      'https://idp.example/{{api-secret}}',
    );
    const values = JSON.stringify({ tenant: guid, 'api-secret': 'SuperSecretValue123' });
    const machine = withPolicy(text, tenant, { 'values.json': values });
    const result = await metadata(machine, '--policy', 'policy.xml', '--named-values', 'values.json', '--allow-host', 'idp.example');
    expect(result).toMatchObject({ code: 1, requests: [microsoft, microsoftKeys] });
    expect(result.error).toContain('https://idp.example/{{tenant}}: not fetched. Named values are part of this address');
    expect(result.error).not.toContain(guid);
    expect(result.error).not.toContain('SuperSecret');
  });

  it('replaces no file unasked, and no complete one with less', async () => {
    const machine = withPolicy(policyOf(microsoft), tenant, { 'metadata.json': '{}' });
    const args = ['--policy', 'policy.xml', '--out', 'metadata.json'];
    const refused = await metadata(machine, ...args);
    expect(refused).toMatchObject({ code: 2, output: '', requests: [] });
    expect(refused.error).toContain('metadata.json is there already. Add --overwrite');
    const replaced = await metadata(machine, ...args, '--overwrite');
    expect(replaced.code).toBe(0);
    expect(String(replaced.files.get('metadata.json'))).toContain(microsoftKeys);
    const half = await metadata({ ...machine, network: { [microsoft]: configuration(microsoftKeys) } }, ...args, '--overwrite');
    expect(half.code).toBe(1);
    expect(half.error).toContain('metadata.json was left as it is');
    expect(String(half.files.get('metadata.json'))).toBe('{}');
  });

  it.each(['{}', '[]', '{"error":"invalid_tenant"}', '"text"'])('keeps no JSON that is no metadata: %s', async answer => {
    const args = [microsoft, '--out', 'metadata.json'];
    const none = await metadata({ network: { [microsoft]: answer } }, ...args);
    expect([none.code, none.output, none.files.has('metadata.json')]).toEqual([1, '', false]);
    expect(none.error).toContain(
      `${microsoft}: not fetched. What stands there is neither an OpenID configuration nor a key set. Check the address.\n`,
    );
    const half = await metadata({ network: { ...tenant, [microsoftKeys]: answer } }, ...args);
    expect([half.code, Object.keys(JSON.parse(String(half.files.get('metadata.json'))) as object)]).toEqual([1, [microsoft]]);
    expect(half.error).toContain(`${microsoftKeys}: not fetched. What stands there`);
  });

  it('says in one line why it cannot run, and shows no token', async () => {
    const { token } = await mintStory('external-id-v2');
    for (const args of [
      [],
      ['--overwrite', stranger],
      ['--policy', 'none.xml'],
      ...['https://idp.example', '*.example', 'a b', ''].map(host => [stranger, '--allow-host', host]),
    ]) {
      const { code, error, requests } = await metadata({}, ...args);
      expect({ args, code, requests }).toEqual({ args, code: 2, requests: [] });
      expect(error).toMatch(/^apim-token-doctor: [^\n]+\n$/);
    }
    const pasted = await metadata({}, token);
    expect(pasted.error).toContain('This is not a complete address.');
    expect(pasted.error).not.toContain(token.slice(0, 20));
  });
});

describe('--fetch', () => {
  it('brings check and fix what the policy needs, once for standard input too', async () => {
    const v1 = await mintStory('external-id-v1');
    const documents = JSON.parse(v1.metadata) as Record<string, unknown>;
    const network = (): Record<string, Response> =>
      Object.fromEntries(Object.entries(documents).map(([address, document]) => [address, new Response(JSON.stringify(document))]));
    const files = { 'policy.xml': story, 'token.txt': v1.token, 'metadata.json': v1.metadata };
    const args = ['--token', 'token.txt', '--now', String(now)];
    const saved = await runInMemory(['check', 'policy.xml', ...args, '--metadata', 'metadata.json'], { files });
    const fetched = await runInMemory(['check', 'policy.xml', ...args, '--fetch'], { files, network: network() });
    expect(fetched.requests.length).toBeGreaterThan(1);
    expect(fetched.output.replaceAll(' --fetch', '')).toBe(saved.output.replaceAll(' --metadata metadata.json', ''));
    const piped = await runInMemory(['check', '-', ...args, '--fetch'], { files, input: story, network: network() });
    expect(piped.requests).toEqual(fetched.requests);
    expect(piped.output).toContain('-: the gateway answers 401');
    const fixed = await runInMemory(['fix', 'policy.xml', ...args, '--fetch', '--code', 'to-validate-jwt'], { files, network: network() });
    expect(fixed).toMatchObject({ code: 0, error: '', requests: fetched.requests });
  });

  it('asks for nothing that a file holds, and for nothing without the option', async () => {
    const files = {
      'policy.xml': policyOf(microsoft),
      'metadata.json': JSON.stringify({ [microsoft]: { issuer: 'x', jwks_uri: microsoftKeys } }),
    };
    const machine = { files, network: tenant };
    expect((await runInMemory(['check', 'policy.xml', '--metadata', 'metadata.json', '--fetch'], machine)).requests).toEqual([
      microsoftKeys,
    ]);
    expect((await runInMemory(['check', 'policy.xml', '--metadata', 'metadata.json'], machine)).requests).toEqual([]);
  });

  it('goes on without what it may not ask for, with a line that says so', async () => {
    const { code, error, requests, output } = await runInMemory(['check', '.', '--fetch'], withPolicy(policyOf(stranger)));
    expect({ code, requests }).toEqual({ code: 0, requests: [] });
    expect(error).toContain('Add --allow-host idp.example');
    expect(output).toContain('1 policy document');
  });

  it('is wanted where a host is allowed, and a policy where explain is to fetch', async () => {
    const files = { 'policy.xml': policyOf(stranger), 'trace.txt': 'IDX10501' };
    for (const args of [
      ['check', 'policy.xml', '--allow-host', 'idp.example'],
      ['explain', 'trace.txt', '--fetch'],
    ])
      expect(await runInMemory(args, { files })).toMatchObject({ code: 2, requests: [] });
    const explained = await runInMemory(['explain', 'trace.txt', '--policy', 'policy.xml', '--fetch', '--allow-host', 'idp.example'], {
      files,
    });
    expect(explained).toMatchObject({ code: 0, requests: [stranger] });
  });
});

describe('a file that is to be written', () => {
  it('has its folder looked for before anything else is done', async () => {
    const machine = withPolicy(policyOf(microsoft), tenant, { 'here/x': '' });
    for (const args of [
      ['metadata', '--policy', 'policy.xml', '--out', 'none/metadata.json'],
      ['check', 'policy.xml', '--fetch', '--report', 'json=none/r.json'],
    ]) {
      const { code, output, error, requests } = await runInMemory(args, machine);
      expect({ code, output, requests }).toEqual({ code: 2, output: '', requests: [] });
      expect(error).toMatch(/^apim-token-doctor: Cannot write none\/\w+\.json: there is no folder none\. [^\n]+\n$/);
    }
    expect((await metadata(machine, '--policy', 'policy.xml', '--out', 'here/metadata.json')).code).toBe(0);
  });
});
