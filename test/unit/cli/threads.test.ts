import { describe, expect, it } from 'vitest';
import { checkShare, type DoneShare } from '../../../src/cli/check-share.js';
import { formatNames } from '../../../src/cli/formats/registry.js';
import type { Io } from '../../../src/cli/io.js';
import { englishCli } from '../../../src/cli/sentences/english/index.js';
import { runInMemory, type Machine, type Result } from './memory-io.js';
import { mintStory, now } from './story.js';

const policyOf = (inside: string): string => `<policies><inbound><base />${inside}</inbound></policies>`;
const audience = (text: string): string =>
  policyOf(`<validate-jwt header-name="X"><audiences><audience>${text}</audience></audiences></validate-jwt>`);

/** Files of every kind, one of each in turn. */
const kinds: readonly (readonly [ending: string, text: string])[] = [
  ['.xml', audience('api://one')],
  ['.xml', policyOf('')],
  ['.xml', '<notes />'],
  ['.xml', audience('{{audience}}')],
  ['.tf', `resource "azurerm_api_management_api_policy" "p" {\n  xml_content = <<EOT\n${audience('api://two')}\nEOT\n}\n`],
  ['.md', `# Read\n\n\`\`\`xml\n${audience('api://three')}\n\`\`\`\n`],
];

const config = {
  rules: { 'no-keys': 'hint', 'no-audience': 'off' },
  ignore: ['made/'],
  values: { dev: { namedValues: { audience: 'api://dev' } }, prod: { namedValues: { audience: 'api://prod' } } },
};

function writeFiles(count: number): Record<string, string> {
  const files: Record<string, string> = {
    '.apim-token-doctor.json': JSON.stringify(config),
    'made/a.xml': audience('made'),
    'policy.xml': policyOf(''),
    'apis/orders/policy.xml': audience('api://scope'),
    'apis/orders/apiInformation.json': '{ "properties": { "displayName": "Orders" } }',
  };
  for (let number = 0; number < count; number++) {
    const [ending, text] = kinds[number % kinds.length] ?? ['', ''];
    files[`many/${String(number).padStart(4, '0')}${ending}`] = text;
  }
  return files;
}

/** So many files a thread is worth here. */
const worth = 12;

/** Runs a check with as many threads as the machine is said to have; each is this one, with copies of what it would be sent. */
async function check(
  args: readonly string[],
  machine: Machine,
  most: number,
): Promise<{ readonly result: Result; readonly done: readonly DoneShare[] }> {
  const done: DoneShare[] = [];
  const threads = (io: Io): Io['threads'] => ({
    most,
    worth,
    check: async share => {
      const ended = structuredClone(await checkShare(io, structuredClone(share), englishCli));
      done.push(ended);
      return ended;
    },
  });
  return { result: await runInMemory(['check', ...args], { ...machine, threads }), done };
}

/** All that it said and wrote but how far it had come, which depends on who was first. */
function texts({ files, progress: _, ...result }: Result): object {
  return { ...result, files: [...files].map(([path, content]) => [path, content.toString()]) };
}

describe('a check of many files', () => {
  const files = writeFiles(4 * worth);
  const locked = ['many/0007.xml', 'many/0010.tf'];
  const reports = formatNames.map(name => `--report=${name}=${name}.out`);

  it('says the same in every format, whoever checks which file', async () => {
    const { token } = await mintStory('workforce-v2');
    const machine = { files, locked, input: token, now };
    const args = ['.', 'policy.xml', 'none.xml', '--hosts', 'all', '--token', '-', ...reports];
    const alone = await check(args, machine, 0);
    const together = await check(args, machine, 3);
    expect(alone.done).toEqual([]);
    expect(together.done).toHaveLength(3);
    for (const { checked } of together.done) expect(checked.length).toBeGreaterThan(2);
    expect(texts(together.result)).toEqual(texts(alone.result));
    expect(alone.result).toMatchObject({ code: 2, error: expect.stringContaining('many/0010.tf') as string });
    for (const name of formatNames) expect(alone.result.files.get(`${name}.out`)?.length, name).toBeGreaterThan(1000);
  });

  it('says the same of what configs hide and how the check ends', async () => {
    for (const args of [['.'], ['.', '--format', 'json', '--quiet', '--values', 'dev'], ['many', '--no-config', '--max-warnings', '3']]) {
      const alone = await check(args, { files }, 0);
      const together = await check(args, { files }, 2);
      expect(together.done.length).toBeGreaterThan(0);
      expect(texts(together.result)).toEqual(texts(alone.result));
    }
  });

  it('starts no thread for few files', async () => {
    const few = await check(['many'], { files: writeFiles(worth - 1) }, 8);
    expect(few.done).toEqual([]);
    expect((await check(['many'], { files: writeFiles(worth * 2) }, 8)).done.length).toBeGreaterThan(0);
  });

  it('checks itself what threads took that failed, and what none could start for', async () => {
    const args = ['.', 'none.xml', '--format', 'json', '--values', 'dev', '--now', '1'];
    const alone = await check(args, { files }, 0);
    let started = 0;
    const threads = (io: Io): Io['threads'] => ({
      most: 3,
      worth,
      check: async share => {
        started++;
        // One that cannot start, and those that end when they have checked a part.
        if (started > 1)
          await checkShare(io, structuredClone({ ...share, queue: { ...share.queue, files: share.queue.files.slice(0, 8) } }), englishCli);
        throw new Error('secret detail');
      },
    });
    expect(texts(await runInMemory(['check', ...args], { files, threads }))).toEqual(texts(alone.result));
    expect(started).toBe(3);
  });
});
