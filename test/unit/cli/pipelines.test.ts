import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { runInMemory } from './memory-io.js';
import { ids, mintStory, now, policy } from './story.js';

const minimal =
  '<policies><inbound><validate-jwt header-name="X"><audiences><audience>a</audience></audiences></validate-jwt></inbound></policies>';
/** A header's name with all that a logging command or XML could take for its own. */
const hostile = minimal.replace('header-name="X"', 'header-name="##vso[task.setvariable variable=a]b;%0A%25\u001b[31m]]&gt;"');

async function check(format: string, text: string, ...more: string[]): Promise<{ readonly code: number; readonly output: string }> {
  return runInMemory(['check', 'a;b].xml', '--format', format, ...more], { files: { 'a;b].xml': text } });
}

async function checkStory(format: string, text = policy): Promise<{ readonly code: number; readonly output: string }> {
  const { token, metadata } = await mintStory('external-id-v1');
  const files = { 'policy.xml': text, 'metadata.json': metadata };
  const args = ['check', 'policy.xml', '--token', '-', '--metadata', 'metadata.json', '--now', String(now), '--format', format];
  return runInMemory(args, { files, input: token });
}

describe('the format azure', () => {
  it('makes an issue of the run of each error, with its place', async () => {
    const { code, output } = await check('azure', minimal);
    expect(code).toBe(1);
    expect(output).toMatch(
      /^##vso\[task\.logissue type=error;sourcepath=a%3Bb%5D\.xml;linenumber=1;columnnumber=21;code=no-keys;\][^\n]+\n$/,
    );
  });

  it('writes what is milder than a warning as a line, and tells the answer', async () => {
    const unread = policy.replace(`<audience>api://${ids.api}</audience>`, '<audience>{{audience}}</audience>');
    const { output } = await checkStory('azure', unread);
    const lines = output.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^policy\.xml: the gateway answers 401 to this token/);
    expect(lines.some(line => /^policy\.xml:\d+:\d+ (?:information|hint) /.test(line))).toBe(true);
    expect(lines.filter(line => line.startsWith('##vso[')).every(line => /type=(?:error|warning);/.test(line))).toBe(true);
  });

  it('lets no text of a file become a command, or end one', async () => {
    const { output } = await check('azure', hostile);
    const lines = output.trimEnd().split('\n');
    for (const line of lines) expect(line.match(/##vso\[/g) ?? []).toHaveLength(line.startsWith('##vso[') ? 1 : 0);
    expect(output).not.toContain('\u001b');
    expect(output).not.toMatch(/%25/);
  });
});

describe('the format junit', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: name => name === 'testcase' || name === 'testsuite',
  });
  interface Suites {
    readonly testsuites: {
      readonly tests: string;
      readonly failures: string;
      readonly testsuite: readonly { readonly name: string; readonly testcase: readonly Record<string, unknown>[] }[];
    };
  }
  const read = (output: string): Suites['testsuites'] => {
    expect(XMLValidator.validate(output)).toBe(true);
    return (parser.parse(output) as Suites).testsuites;
  };

  it('has a failure for what makes the check fail, and none for the rest', async () => {
    const failing = read((await check('junit', minimal)).output);
    expect(failing).toMatchObject({ tests: '1', failures: '1', testsuite: [{ name: 'a;b].xml' }] });
    expect(failing.testsuite[0]?.testcase[0]).toMatchObject({ name: 'no-keys (1:21)', classname: 'a;b].xml', failure: { type: 'error' } });
    const lenient = await check('junit', minimal, '--fail-on', 'never');
    expect(lenient.code).toBe(0);
    expect(read(lenient.output)).toMatchObject({ tests: '1', failures: '0' });
  });

  it('shows a document without findings as a case that passed', async () => {
    const { code, output } = await check('junit', '<policies><inbound><base /></inbound></policies>');
    expect(code).toBe(0);
    expect(read(output).testsuite[0]?.testcase).toEqual([{ name: 'No findings', classname: 'a;b].xml' }]);
  });

  it('tells the answer to the token as a case of its own', async () => {
    const { output } = await checkStory('junit');
    const [answer] = read(output).testsuite[0]?.testcase ?? [];
    expect(answer).toMatchObject({
      name: 'The answer to the token',
      failure: { type: 'fail', message: 'The gateway answers 401 to this token.' },
    });
  });

  it('holds hostile names and texts as text', async () => {
    const { output } = await check('junit', hostile);
    expect(read(output).testsuite).toHaveLength(1);
    expect(output).not.toContain('\u001b');
    expect(output).not.toContain('##vso[');
  });

  it('fails the path of the operation that was asked about', async () => {
    const { token, metadata } = await mintStory('external-id-v1');
    const files = {
      'x/policy.xml': policy,
      'x/apis/shop/policy.xml': '<policies><inbound><base /></inbound></policies>',
      'm.json': metadata,
    };
    const args = [
      'check',
      'x',
      '--token',
      '-',
      '--metadata',
      'm.json',
      '--now',
      String(now),
      '--format',
      'junit',
      '--operation',
      'shop/any',
    ];
    const { code, output } = await runInMemory(args, { files, input: token });
    expect(code).toBe(1);
    const paths = read(output).testsuite.find(({ name }) => name === 'Request paths');
    expect(paths?.testcase[0]).toHaveProperty('failure');
  });
});
