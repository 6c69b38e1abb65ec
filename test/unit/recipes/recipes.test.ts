// The commands of the recipes, run as they are written there, against a repository made for it. What would come from elsewhere (npx, apiops) stands on the path as
// a small script.
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeSampleRepository, type SampleRepository } from '../../harness/sample-repository.js';
import { buildCommandLine, root, waitFor, type CommandLine, type Ended } from '../cli/real-process.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly script?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly task?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly language: string;
  readonly additional_dependencies?: readonly string[];
}

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };
const pages = readdirSync(path.join(root, 'docs/recipes')).map(name => `docs/recipes/${name}`);

/** The fenced texts of a page, in one language. */
const fences = (page: string, language: string): string[] =>
  [...read(page).matchAll(/^```(\w+)\n([^]*?)^```$/gm)].flatMap(([, name, text = '']) => (name === language ? [text] : []));

let commandLine: CommandLine;
let folder: string;
let repository: SampleRepository;

beforeAll(async () => {
  commandLine = await buildCommandLine();
  folder = path.join(commandLine.folder, 'repository');
  repository = writeSampleRepository(folder, 30);
  const bin = path.join(commandLine.folder, 'bin');
  mkdirSync(bin);
  const own = `exec "${process.execPath}" "${commandLine.cli}"`;
  const scripts = {
    'apim-token-doctor': `${own} "$@"`,
    // As npx does: the package's program, in whatever version.
    npx: `[ "$1" = --yes ] && case "$2" in apim-token-doctor@*) shift 2; ${own} "$@" ;; esac; exit 97`,
    apiops: '[ "$1 $2 $4 $6" = "extract --resource-group --service-name --output" ] && [ -d "$7" ] || exit 98',
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(path.join(bin, name), 0o755);
  }
});

afterAll(() => {
  rmSync(commandLine.folder, { recursive: true, force: true });
});

/** Runs a script as the runner of a pipeline does, in the repository. */
function runScript(script: string, env: Readonly<Record<string, string>> = {}, inside = folder): Promise<Ended> {
  const shell = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: inside,
    env: { ...process.env, PATH: `${path.join(commandLine.folder, 'bin')}:${process.env['PATH'] ?? ''}`, ...env },
  });
  return waitFor(shell, '');
}

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** The files of a SARIF log's errors. */
const sarifFiles = (file: string): string[] => {
  const log = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as {
    runs: { results: { level: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
  };
  const results = log.runs.flatMap(run => run.results).filter(({ level }) => level === 'error');
  return sorted(results.flatMap(({ locations }) => locations.map(each => each.physicalLocation.artifactLocation.uri)));
};

const annotated = (output: string): string[] => sorted([...output.matchAll(/^::error file=([^,]+),/gm)].map(([, name = '']) => name));

describe.skipIf(process.platform === 'win32')('the recipes', () => {
  it('stand in their list', () => {
    for (const page of pages) if (!page.endsWith('README.md')) expect(read('docs/recipes/README.md')).toContain(`(${path.basename(page)})`);
  });

  it('GitHub Actions: the action annotates what is wrong, and writes the log', async () => {
    const action = parse(read('action.yml')) as { inputs: Record<string, { default: string }>; runs: { using: string; steps: Step[] } };
    const [step] = action.runs.steps;
    expect([action.runs.using, action.runs.steps.length]).toEqual(['composite', 1]);
    // An expression in a script would be a script of whoever fills it.
    expect(step?.run).not.toContain('${{');
    const fill = (given: Readonly<Record<string, string>>): Record<string, string> =>
      Object.fromEntries(
        Object.entries(step?.env ?? {}).map(([name, value]) => {
          const input = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value)?.[1] ?? '';
          return [name, given[input] ?? action.inputs[input]?.default ?? 'no such input'];
        }),
      );
    const { code, output, error } = await runScript(step?.run ?? '', fill({ sarif: 'action.sarif' }));
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(annotated(output)).toEqual(sorted(repository.wrong));
    expect(sarifFiles('action.sarif')).toEqual(sorted(repository.wrong));
    const [good = ''] = repository.files;
    cpSync(path.join(folder, good), path.join(folder, 'two words.xml'));
    expect(await runScript(step?.run ?? '', fill({ paths: `${good}\ntwo words.xml\n`, options: '--fail-on\nwarning' }))).toMatchObject({
      code: 0,
      error: '',
    });
    const hostile = '$(touch was-run)\n`touch was-run`\n"; touch was-run; "\n--format\n';
    expect((await runScript(step?.run ?? '', fill({ paths: hostile }))).code).toBe(2);
    expect(existsSync(path.join(folder, 'was-run'))).toBe(false);
  });

  it('GitHub Actions: the workflow gives the action what it takes, and the single step does the same', async () => {
    const [workflow = '', single = ''] = fences('docs/recipes/github-actions.md', 'yaml');
    const { jobs } = parse(workflow) as { jobs: { policies: { steps: Step[] } } };
    const own = jobs.policies.steps.find(({ uses }) => uses?.startsWith('apim-token-doctor/') === true);
    const { inputs } = parse(read('action.yml')) as { inputs: object };
    expect(Object.keys(own?.with ?? {}).every(name => name in inputs)).toBe(true);
    const upload = jobs.policies.steps.find(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif') === true);
    expect(upload?.with?.['sarif_file']).toBe(own?.with?.['sarif']);
    const [step] = parse(single) as Step[];
    const { code, output } = await runScript(step?.run ?? '');
    expect(code).toBe(1);
    expect(annotated(output)).toEqual(sorted(repository.wrong));
    expect(sarifFiles('apim-token-doctor.sarif')).toEqual(sorted(repository.wrong));
  });

  it('Azure Pipelines: issues of the run, and test cases', async () => {
    const [pipeline = ''] = fences('docs/recipes/azure-pipelines.md', 'yaml');
    const { steps } = parse(pipeline) as { steps: Step[] };
    const { code, output, error } = await runScript(steps.find(({ script }) => script !== undefined)?.script ?? '');
    expect({ code, error }).toEqual({ code: 1, error: '' });
    const issues = [...output.matchAll(/^##vso\[task\.logissue type=error;sourcepath=([^;]+);/gm)].map(([, name = '']) => name);
    expect(sorted(issues)).toEqual(sorted(repository.wrong));
    const results = steps.find(({ task }) => task === 'PublishTestResults@2')?.inputs?.['testResultsFiles'] ?? '';
    const cases = readFileSync(path.join(folder, results), 'utf8');
    expect(cases.match(/<failure /g)).toHaveLength(repository.wrong.length);
  });

  it('pre-commit: the hooks take the files of a commit, policies or not', async () => {
    const hooks = parse(read('.pre-commit-hooks.yaml')) as Hook[];
    const [first = '', second = ''] = fences('docs/recipes/pre-commit.md', 'yaml').map(text => JSON.stringify(parse(text)));
    expect(hooks.map(({ id }) => id)).toContain(/"id":"([\w-]+)"/.exec(first)?.[1]);
    const [check, fix] = hooks;
    const local = (JSON.parse(second) as { repos: { hooks: Hook[] }[] }).repos[0]?.hooks[0];
    expect([`npx --yes apim-token-doctor@${version} ${local?.entry.replace(/^\S+ /, '') ?? ''}`, local?.files]).toEqual([
      check?.entry,
      check?.files,
    ]);
    const names = new RegExp(check?.files ?? '');
    expect(repository.files.filter(name => !names.test(name))).toEqual([]);
    const quoted = (list: readonly string[]): string => list.map(name => `'${name}'`).join(' ');
    const named = 'apim-artifacts/namedValues/tenant/namedValueInformation.json';
    expect(names.test(named)).toBe(true);
    expect((await runScript(`${check?.entry ?? ''} ${quoted([...repository.files, named])}`)).code).toBe(1);
    const good = repository.files.filter(name => !repository.wrong.includes(name));
    for (const list of [good, [named]])
      expect(await runScript(`${check?.entry ?? ''} ${quoted(list)}`)).toMatchObject({ code: 0, error: '' });
    const copy = path.join(commandLine.folder, 'copy');
    cpSync(folder, copy, { recursive: true });
    const own = repository.files.filter(name => new RegExp(fix?.files ?? '').test(name));
    expect((await runScript(`${fix?.entry ?? ''} ${quoted(own)}`, {}, copy)).code).toBe(0);
  });

  it('apiops and metadata: every line runs', async () => {
    // The lines that ask the network fail without one, and say so; the others do what the page says.
    const lines = ['docs/recipes/apiops.md', 'docs/recipes/metadata.md'].flatMap(page =>
      fences(page, 'bash').flatMap(text => text.trim().split('\n')),
    );
    expect(lines.length).toBeGreaterThan(4);
    writeFileSync(path.join(folder, 'metadata.json'), '{}');
    writeFileSync(path.join(folder, 'token.txt'), 'no token');
    for (const line of lines) {
      const { code, error } = await runScript(line, { RESOURCE_GROUP: 'rg', SERVICE_NAME: 'apim' });
      const expected = line.startsWith('apiops') ? 0 : line.includes(' metadata ') ? 2 : 1;
      expect([line, code, error]).toEqual([
        line,
        expected,
        expected === 2 ? expect.stringMatching(/metadata\.json is there already\.|Cannot read the policy policy\.xml/) : '',
      ]);
    }
  });
});
