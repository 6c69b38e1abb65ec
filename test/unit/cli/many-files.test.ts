import { describe, expect, it } from 'vitest';
import { runInMemory, type Result } from './memory-io.js';

const bad =
  '<policies><inbound><validate-jwt header-name="X"><audiences><audience>a</audience></audiences></validate-jwt></inbound></policies>';
const good = '<policies><inbound><base /></inbound></policies>';
/** A policy with one warning, and nothing worse. */
const warned = good.replace(
  '<base />',
  '<base /><validate-jwt header-name="X"><issuer-signing-keys><key>AAAA</key></issuer-signing-keys></validate-jwt>',
);

const files = {
  'apis/a/policy.xml': bad,
  'apis/b/policy.xml': good,
  'apis/b/notes.xml': '<notes />',
  'apis/c/old.xml': bad,
  'other/x.xml': bad,
};

function check(args: readonly string[], more: Readonly<Record<string, string>> = {}, input = ''): Promise<Result> {
  return runInMemory(['check', ...args], { files: { ...files, ...more }, input });
}

/** The files with findings. */
function filesOf({ output }: Result): string[] {
  return [...new Set([...output.matchAll(/^(\S+?):\d+:\d+ /gm)].map(([, file = '']) => file))];
}

const summary = ({ output }: Result): string => output.trimEnd().split('\n').pop() ?? '';

describe('what check looks at', () => {
  it('is all in a folder, with a summary', async () => {
    const all = await check(['.']);
    expect(all.code).toBe(1);
    expect(filesOf(all)).toEqual(['apis/a/policy.xml', 'apis/c/old.xml', 'other/x.xml']);
    expect(summary(all)).toBe('3 errors in 4 policy documents.');
    expect((await check(['apis/b'])).output).toBe('No problems in 1 policy document.\n');
  });

  it.each([
    ['apis/**/policy.xml', ['apis/a/policy.xml']],
    ['./apis/**/*.xml', ['apis/a/policy.xml', 'apis/c/old.xml']],
    ['**/{old,x}.xml', ['apis/c/old.xml', 'other/x.xml']],
    ['apis/?/*.xml', ['apis/a/policy.xml', 'apis/c/old.xml']],
  ])('is what the pattern %s means', async (pattern, expected) => {
    expect(filesOf(await check([pattern]))).toEqual(expected);
  });

  it('is a file whose name looks like a pattern, where there is one', async () => {
    expect(filesOf(await check(['[a].xml'], { '[a].xml': bad, 'a.xml': bad }))).toEqual(['[a].xml']);
  });

  it('is each file once, however often it is named', async () => {
    expect(summary(await check(['apis', 'apis/a', 'apis/a/policy.xml', '**/policy.xml']))).toBe('2 errors in 3 policy documents.');
  });

  it('leaves out what ignore files name, but not a file that is named itself', async () => {
    const ignores = { '.gitignore': 'other/\n', 'apis/.apim-token-doctorignore': '# done\n*/old.xml\n' };
    expect(filesOf(await check(['.'], ignores))).toEqual(['apis/a/policy.xml']);
    expect(filesOf(await check(['apis'], ignores))).toEqual(['apis/a/policy.xml']);
    expect(filesOf(await check(['apis/c'], ignores))).toEqual([]);
    expect(filesOf(await check(['other/x.xml'], ignores))).toEqual(['other/x.xml']);
  });

  it('hears the innermost ignore file, and none above the repository', async () => {
    const again = { '.gitignore': '*.xml\n', 'other/.gitignore': '!x.xml\n' };
    expect(filesOf(await check(['.'], again))).toEqual(['other/x.xml']);
    const above = { '.gitignore': '*.xml\n', 'apis/.git/HEAD': '' };
    expect(filesOf(await check(['apis/a'], above))).toEqual(['apis/a/policy.xml']);
    expect((await check(['apis/a'], { '.gitignore': '*.xml\n' })).code).toBe(2);
  });

  it('may have a name for standard input', async () => {
    const { output } = await check(['-', '--stdin-filename', 'apis/new.xml'], {}, bad);
    expect(output).toMatch(/^apis\/new\.xml:1:21 error no-keys /);
    const host = await check(['-', '--stdin-filename', 'main.tf'], {}, `a = <<EOT\n${bad}\nEOT\n`);
    expect(host.output).toMatch(/^main\.tf:2:\d+ error no-keys /);
  });
});

describe('what cannot be read, or is no policy', () => {
  it('does not lose the rest', async () => {
    const some = await check(['apis/a/policy.xml', 'nope.xml', 'other/x.xml']);
    expect(some).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^apim-token-doctor: Cannot read the policy nope\.xml: [^\n]+\n$/) as string,
    });
    expect(filesOf(some)).toEqual(['apis/a/policy.xml', 'other/x.xml']);
    expect(await check(['nope.xml', 'no.xml'])).toMatchObject({ code: 2, output: '' });
  });

  it.each([[['apis/b/notes.xml']], [['none/**/*.xml']], [['apis/b/notes.xml', 'none/*.xml']]])(
    'is an error where %j leads to no policy',
    async paths => {
      const { code, error } = await check(paths);
      expect(code).toBe(2);
      expect(error).toMatch(/^apim-token-doctor: No policy document was found\. [^\n]+\n$/);
      expect(await check([...paths, '--no-error-on-unmatched', '--format', 'github'])).toMatchObject({ code: 0, output: '', error: '' });
    },
  );

  it('is passed over by a hook that names every changed file', async () => {
    const changed = ['apis/b/notes.xml', 'apis/b/policy.xml', '--no-error-on-unmatched'];
    expect(await check(changed)).toMatchObject({ code: 0, output: 'No problems in 1 policy document.\n', error: '' });
    expect((await check(['apis/b/notes.xml', 'apis/b/policy.xml'])).output).toContain('apis/b/notes.xml: not a policy document\n');
  });
});

describe('what counts', () => {
  it('may be fewer or more severe findings of a rule', async () => {
    const one = ['apis/a/policy.xml'];
    expect((await check([...one, '--rule', 'no-keys=off'])).code).toBe(0);
    const milder = await check([...one, '--rule', 'no-keys=warning']);
    expect(milder.code).toBe(0);
    expect(milder.output).toContain(':1:21 warning no-keys ');
    expect((await check([...one, '--rule', 'no-keys=warning', '--fail-on', 'warning'])).code).toBe(1);
    expect((await check([...one, '--rule', 'no-key=off'])).error).toContain('Did you mean no-keys?');
    expect((await check([...one, '--rule', 'no-keys=loud'])).error).toContain('--rule no-keys must be one of no-keys=off, ');
  });

  it('may be errors only', async () => {
    const found = await check(['w.xml'], { 'w.xml': warned });
    expect(found.output).toMatch(/ warning /);
    expect(await check(['w.xml', '--quiet'], { 'w.xml': warned })).toMatchObject({ code: 0, output: '' });
    expect((await check(['apis/a/policy.xml', '--quiet'])).output).toContain(' error no-keys ');
  });

  it('may be a number of warnings, shown or not', async () => {
    const warnings = ((await check(['w.xml'], { 'w.xml': warned })).output.match(/:\d+ warning /g) ?? []).length;
    expect(warnings).toBeGreaterThan(0);
    const most = (count: number, ...more: string[]): Promise<Result> =>
      check(['w.xml', '--max-warnings', String(count), ...more], { 'w.xml': warned });
    expect(await most(warnings)).toMatchObject({ code: 0, error: '' });
    expect(await most(warnings - 1, '--quiet')).toMatchObject({
      code: 1,
      error: expect.stringContaining('--max-warnings allows') as string,
    });
    expect((await check(['w.xml', '--max-warnings', '-1'], { 'w.xml': warned })).code).toBe(2);
  });

  it('is listed, rule by rule', async () => {
    const { code, output } = await check(['--list-rules']);
    expect(code).toBe(0);
    expect(output).toMatch(/^no-keys +error +\S/m);
    expect(output.trimEnd().split('\n').length).toBeGreaterThan(50);
  });
});
