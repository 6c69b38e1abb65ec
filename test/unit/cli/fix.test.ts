import { describe, expect, it } from 'vitest';
import { writeUnifiedDiff } from '../../../src/cli/unified-diff.js';
import { runInMemory } from './memory-io.js';
import { ids, mintStory, now, policy } from './story.js';

const rewriteArgs = ['fix', 'policy.xml', '--code', 'to-validate-jwt', '--now', String(now)];

describe('fix', () => {
  it('prints the rewrite as a unified diff and leaves the file', async () => {
    const { token, metadata } = await mintStory('external-id-v1');
    const machine = { files: { 'policy.xml': policy, 'metadata.json': metadata }, input: token };
    const { code, output, error, files } = await runInMemory([...rewriteArgs, '--token', '-', '--metadata', 'metadata.json'], machine);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output).toMatch(/^--- policy\.xml\n\+\+\+ policy\.xml\n@@ -1,14 \+1,\d+ @@\n/);
    expect(output).toContain(
      `+            <openid-config url="https://${ids.tenant}.ciamlogin.com/${ids.tenant}/v2.0/.well-known/openid-configuration" />\n`,
    );
    expect(files.get('policy.xml')?.toString()).toBe(policy);
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 BE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ])('writes the file in its own encoding and line endings: %s', async (_name, encode) => {
    const text = `<!-- für -->\r\n${policy.replaceAll('\n', '\r\n')}`;
    const { files, code, output } = await runInMemory([...rewriteArgs, '--write', '--variant', 'v2'], {
      files: { 'policy.xml': encode(text) },
    });
    expect(code).toBe(0);
    expect(output).toMatch(/^policy\.xml: .+\n$/);
    const written = files.get('policy.xml') ?? Buffer.alloc(0);
    const head = encode(text.slice(0, text.indexOf('<validate')));
    expect(written.subarray(0, head.length).equals(head)).toBe(true);
    expect(written.equals(encode(text))).toBe(false);
    const plain = written.toString(encode('a').length > 2 ? 'utf16le' : 'latin1');
    expect(/(?<!\r)\n/.test(encode === undefined ? '' : plain.includes('\0') ? '' : plain)).toBe(false);
  });

  it('says why an element is not rewritten', async () => {
    const files = { 'policy.xml': policy.replace(ids.tenant, 'organizations') };
    const { code, output, error } = await runInMemory(rewriteArgs, { files });
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(error).toMatch(/^policy\.xml:4:9 not rewritten: .+\n$/);
    const listed = await runInMemory([...rewriteArgs, '--tenant', ids.tenant], { files });
    expect(listed.code).toBe(0);
    expect(listed.output).toContain(`https://login.microsoftonline.com/${ids.tenant}/`);
  });

  it('has nothing to fix where there is nothing', async () => {
    const files = { 'p.xml': '<policies />' };
    for (const args of [[], ['--code', 'to-validate-jwt']]) {
      const nothing = { output: '', error: '' };
      expect(await runInMemory(['fix', 'p.xml', ...args], { files })).toMatchObject({ ...nothing, code: 0 });
      expect(await runInMemory(['fix', 'p.xml', ...args, '--exit-code'], { files })).toMatchObject({ ...nothing, code: 1 });
    }
  });

  it('cures a finding by its code', async () => {
    const { token, metadata } = await mintStory('external-id-v2');
    const machine = { files: { 'policy.xml': policy, 'metadata.json': metadata }, input: token };
    const args = ['policy.xml', '--token', '-', '--metadata', 'metadata.json', '--now', String(now)];
    const { code, files } = await runInMemory(['fix', ...args, '--code', 'external-id-unsupported', '--write'], machine);
    expect(code).toBe(0);
    const after = await runInMemory(['check', ...args], {
      ...machine,
      files: { 'policy.xml': files.get('policy.xml') ?? '', 'metadata.json': metadata },
    });
    expect(after.output).toContain('the gateway accepts this token: 200 as far as read');
    expect(after.code).toBe(0);
  });
});

describe('which fixes', () => {
  it('takes the first variant that is offered where none is named, and says why it is not the advised one', async () => {
    const files = { 'policy.xml': policy.replace('<validate-azure-ad-token', '<validate-azure-ad-token token-value="@{ return null; }"') };
    const both = await runInMemory([...rewriteArgs, '--variant', 'both'], { files });
    expect(both).toMatchObject({ code: 1, output: '' });
    expect(both.error).toMatch(/^policy\.xml:4:9 not rewritten: The version cannot be read .+\n$/);
    const first = await runInMemory(rewriteArgs, { files });
    const v2 = await runInMemory([...rewriteArgs, '--variant', 'v2'], { files });
    expect(v2).toMatchObject({ code: 0, error: '' });
    expect(first).toMatchObject({ code: 0, output: v2.output });
    expect(first.error).toMatch(/^policy\.xml:4:9 rewritten as v2, not as both: The version cannot be read .+\n$/);
  });

  it('has nothing to fix for a rule that no edit cures, and refuses a code that is none', async () => {
    const files = { 'policy.xml': policy };
    expect(await runInMemory(['fix', 'policy.xml', '--code', 'token-expired'], { files })).toMatchObject({
      code: 0,
      output: '',
      error: '',
    });
    const { code, error } = await runInMemory(['fix', 'policy.xml', '--code', 'token-expierd'], { files });
    expect(code).toBe(2);
    expect(error).toMatch(/^apim-token-doctor: --code must be a rule or a rewrite\. These have fixes: to-validate-jwt, .+\.\n$/);
    const variant = await runInMemory(['fix', 'policy.xml', '--code', 'issuer-mismatch', '--variant', 'v3'], { files });
    expect(variant).toMatchObject({ code: 2, error: 'apim-token-doctor: --variant must be one of both, v2, v1, token, keep-workforce.\n' });
  });

  it('without a code applies only what changes no outcome, until none is left', async () => {
    const wrong = `<policies>
  <inbound>
    <validate-jwt heder-name="X-Token" require-scheme="Bearer" failed-validation-http-code="403">
      <required-claims><claim name="scp"><value> Orders.Read</value></claim></required-claims>
      <audiences><audience>api://orders </audience></audiences>
      <openid-config url="https://login.microsoftonline.com/${ids.tenant}/v2.0/.well-known/openid-configuration" />
    </validate-jwt>
  </inbound>
</policies>
`;
    const { code, files, output } = await runInMemory(['fix', 'p.xml', '--write'], { files: { 'p.xml': wrong } });
    expect(code).toBe(0);
    // White space in what is compared stays: without it the policy accepts what it refused.
    expect(files.get('p.xml')?.toString()).toBe(`<policies>
  <inbound>
    <validate-jwt header-name="X-Token" failed-validation-httpcode="403">
      <openid-config url="https://login.microsoftonline.com/${ids.tenant}/v2.0/.well-known/openid-configuration" />
      <audiences><audience>api://orders </audience></audiences>
      <required-claims><claim name="scp"><value> Orders.Read</value></claim></required-claims>
    </validate-jwt>
  </inbound>
</policies>
`);
    expect(output.trim().split('\n')).toHaveLength(4);
    expect(await runInMemory(['fix', 'p.xml', '--exit-code'], { files: { 'p.xml': files.get('p.xml') ?? '' } })).toMatchObject({
      code: 1,
      output: '',
    });
  });
});

describe('standard input', () => {
  it.each([
    [['fix', '-', '--token', '-']],
    [['check', 'p.xml', '-', '--token', '-']],
    [['check', 'p.xml', '--token', '-', '--metadata', '-']],
    [['check', '-', '-']],
  ])('is not read twice: %j', async args => {
    const { code, output, error } = await runInMemory(args, { files: { 'p.xml': policy }, input: policy });
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(error).toBe(
      'apim-token-doctor: Standard input ("-") is named twice, but can be read only once. Put one of the two in a file.\n',
    );
  });

  it('is fixed as a diff, and not written', async () => {
    const { code, output } = await runInMemory(['fix', '-', '--code', 'to-validate-jwt', '--variant', 'v2'], { input: policy });
    expect(code).toBe(0);
    expect(output).toContain('+        <validate-jwt');
    expect(await runInMemory(['fix', '-', '--code', 'to-validate-jwt', '--write'], { input: policy })).toMatchObject({
      code: 2,
      error: 'apim-token-doctor: Standard input cannot be written. Name a file, or leave out --write to get a diff.\n',
    });
  });
});

describe('writeUnifiedDiff', () => {
  const lines = (count: number): string[] => Array.from({ length: count }, (_, index) => `line ${index}\n`);

  it('keeps distant changes apart and joins near ones', () => {
    const before = lines(40);
    const after = before.with(5, 'five\n').with(30, 'thirty\n').with(33, 'more\n').toSpliced(36, 1);
    expect(writeUnifiedDiff('p', before.join(''), after.join(''))).toBe(
      [
        '--- p\n+++ p\n',
        '@@ -3,7 +3,7 @@\n line 2\n line 3\n line 4\n-line 5\n+five\n line 6\n line 7\n line 8\n',
        '@@ -28,13 +28,12 @@\n line 27\n line 28\n line 29\n-line 30\n+thirty\n line 31\n line 32\n-line 33\n+more\n line 34\n line 35\n-line 36\n line 37\n line 38\n line 39\n',
      ].join(''),
    );
  });

  it('names a missing line feed at the end, and empty files', () => {
    expect(writeUnifiedDiff('p', 'a', 'b')).toBe(
      '--- p\n+++ p\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n',
    );
    expect(writeUnifiedDiff('p', '', 'a\n')).toBe('--- p\n+++ p\n@@ -0,0 +1 @@\n+a\n');
    expect(writeUnifiedDiff('p', 'a\n', 'a\n')).toBe('');
  });
});
