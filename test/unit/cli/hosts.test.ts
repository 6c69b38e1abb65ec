import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFolder } from '../../../src/cli/list-folder.js';
import { runInMemory } from './memory-io.js';

/** One mistake with a fix (the slash is missing) and nothing else. */
const policy = `<policies>
  <inbound>
    <validate-azure-ad-token tenant-id="11111111-2222-3333-4444-555555555555" header-nam="Authorization">
      <audiences><audience>66666666-7777-8888-9999-aaaaaaaaaaaa</audience></audiences>
    </validate-azure-ad-token>
  </inbound>
</policies>
`;
const indented = policy.replace(/^/gm, '    ').trimEnd();
const terraform = `resource "azurerm_api_management_policy" "all" {
  xml_content = <<-XML
${indented}
  XML
}

resource "azurerm_api_management_api_policy" "orders" {
  xml_content = "${policy.replace(/"/g, '\\"').replace(/\n/g, '\\n')}"
}
`;
const column = terraform.split('\n')[4]?.indexOf('header-nam') ?? 0;

interface Output {
  readonly documents: readonly {
    readonly path: string;
    readonly host: string | null;
    readonly tokenPolicies: readonly {
      readonly start: number;
      readonly end: number;
      readonly attributes: Record<string, { readonly start: number; readonly end: number }>;
    }[];
    readonly findings: readonly {
      readonly code: string;
      readonly start: number;
      readonly end: number;
      readonly line: number;
      readonly column: number;
    }[];
  }[];
}

async function checkJson(files: Record<string, string>, ...argv: string[]): Promise<Output['documents']> {
  const { output } = await runInMemory(['check', ...argv, '--format', 'json'], { files });
  return (JSON.parse(output) as Output).documents;
}

describe('check of a file that holds policies', () => {
  it('has an entry for each of them, with the places of the file', async () => {
    const documents = await checkJson({ 'main.tf': terraform }, 'main.tf');
    expect(documents.map(({ path, host }) => [path, host])).toEqual([
      ['main.tf', 'terraform'],
      ['main.tf', 'terraform'],
    ]);
    for (const { tokenPolicies, findings } of documents) {
      const [token] = tokenPolicies;
      expect(terraform.slice(token?.start, token?.end)).toMatch(/^<validate-azure-ad-token [^]*<\/validate-azure-ad-token>$/);
      const tenant = token?.attributes['tenant-id'];
      expect(terraform.slice(tenant?.start, tenant?.end)).toBe('11111111-2222-3333-4444-555555555555');
      expect(findings).toHaveLength(1);
      expect(terraform.slice(findings[0]?.start, findings[0]?.end)).toBe('header-nam');
    }
    expect(documents[0]?.findings[0]).toMatchObject({ code: 'unknown-attribute', line: 5, column: column + 1 });
    expect(documents[1]?.findings[0]).toMatchObject({ line: 14 });
  });

  it('says the same places in every format', async () => {
    const run = async (format: string): Promise<string> =>
      (await runInMemory(['check', 'main.tf', '--format', format], { files: { 'main.tf': terraform } })).output;
    expect(await run('text')).toContain(`main.tf:5:${String(column + 1)} warning unknown-attribute `);
    expect(await run('github')).toContain(`file=main.tf,line=5,endLine=5,col=${String(column + 1)},endColumn=${String(column + 11)},`);
    const region = {
      startLine: 5,
      startColumn: column + 1,
      endLine: 5,
      endColumn: column + 11,
      charOffset: terraform.indexOf('header-nam'),
      charLength: 10,
    };
    const sarif = JSON.parse(await run('sarif')) as { runs: { results: { locations: { physicalLocation: { region: object } }[] }[] }[] };
    expect(sarif.runs[0]?.results[0]?.locations[0]?.physicalLocation.region).toEqual(region);
  });

  it('is silent where it holds none, and says what it does not read', async () => {
    const plain = 'resource "x" "y" {\n  a = file("policy.xml")\n}\n';
    const quiet = ['check', 'main.tf', '--no-error-on-unmatched'];
    expect(await runInMemory(quiet, { files: { 'main.tf': plain } })).toMatchObject({ code: 0, output: '', error: '' });
    const pieces = "var a = concat('<policies>', x, '</policies>')\n";
    const { code, output } = await runInMemory(['check', 'main.bicep', '--fail-on', 'warning'], { files: { 'main.bicep': pieces } });
    expect(code).toBe(1);
    expect(output).toBe(
      'main.bicep:1:16 warning host-not-read This policy is put together from pieces, so it is not checked. Write it as one string, or in a file of its own.\n',
    );
  });

  it('reads Markdown, YAML and programs where that is asked for', async () => {
    const files = { 'README.md': `\`\`\`xml\n${policy}\`\`\`\n` };
    expect((await checkJson(files, 'README.md')).map(({ findings }) => findings.map(({ code }) => code))).toEqual([['host-not-read']]);
    expect((await checkJson(files, 'README.md', '--hosts', 'all')).map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      ['unknown-attribute'],
    ]);
    expect(await runInMemory(['check', 'README.md', '--hosts', 'some'], { files })).toMatchObject({
      code: 2,
      error: expect.stringContaining('--hosts') as string,
    });
  });

  it('reads the comments that silence rules by the lines of the policy', async () => {
    const silenced = policy.replace('    <validate', '    <!-- apim-token-doctor-disable-next-line unknown-attribute -->\n    <validate');
    expect((await checkJson({ 'a.json': JSON.stringify({ value: silenced }) }, 'a.json')).map(({ findings }) => findings)).toEqual([[]]);
  });
});

describe('check of a folder', () => {
  const files = {
    'infra/main.tf': terraform,
    'infra/other.xml': '<project/>',
    'infra/package.json': '{}',
    'infra/README.md': `\`\`\`xml\n${policy}\`\`\`\n`,
    'infra/policies/orders.xml': policy,
    'infra/image.png': 'x',
  };

  it('reads what may hold policies and passes over the rest', async () => {
    expect((await checkJson(files, 'infra')).map(({ path }) => path)).toEqual([
      'infra/main.tf',
      'infra/main.tf',
      'infra/policies/orders.xml',
    ]);
    expect((await checkJson(files, 'infra', '--hosts', 'all')).map(({ path }) => path)).toContain('infra/README.md');
  });

  it('says where there is nothing', async () => {
    expect(await runInMemory(['check', 'infra'], { files: { 'infra/a.txt': '' } })).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^apim-token-doctor: No policy document was found\. Name [^\n]+\n$/) as string,
    });
  });
});

describe('fix of a file that holds policies', () => {
  const argv = ['fix', 'main.tf', '--code', 'unknown-attribute'];

  it('changes each of them and nothing else', async () => {
    const { code, files, output } = await runInMemory([...argv, '--write'], { files: { 'main.tf': terraform } });
    expect(code).toBe(0);
    expect(output.match(/^main\.tf: /gm)).toHaveLength(2);
    expect(String(files.get('main.tf'))).toBe(terraform.replace(/header-nam(?==)/g, 'header-name'));
  });

  it('shows the diff of the file', async () => {
    const { output } = await runInMemory(argv, { files: { 'main.tf': terraform } });
    expect(output).toContain(
      '+        <validate-azure-ad-token tenant-id="11111111-2222-3333-4444-555555555555" header-name="Authorization">',
    );
  });

  it('says what it does not read', async () => {
    const { code, error } = await runInMemory(['fix', 'README.md'], { files: { 'README.md': `\`\`\`xml\n${policy}\`\`\`\n` } });
    expect({ code, error }).toEqual({
      code: 1,
      error: 'README.md:1:1 not written: The policies in this file are not checked. Add --hosts all to check them.\n',
    });
  });
});

describe('the files of a folder', () => {
  it('are listed in order, without those of others, and links lead nowhere', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'apim-'));
    try {
      for (const name of ['b/deep', 'node_modules/x', '.git']) mkdirSync(path.join(folder, name), { recursive: true });
      for (const name of ['z.xml', 'b/deep/a.tf', 'b/c.json', 'node_modules/x/a.xml', '.git/a.xml'])
        writeFileSync(path.join(folder, name), '');
      symlinkSync(folder, path.join(folder, 'b', 'again'), 'junction');
      expect((await listFolder(folder)).map(file => path.relative(folder, file).split(path.sep).join('/'))).toEqual([
        'z.xml',
        'b/c.json',
        'b/deep/a.tf',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
