import { describe, expect, it } from 'vitest';
import { writeFrame } from '../../../src/cli/formats/code-frame.js';
import { writeLine, type Line } from '../../../src/cli/formats/styled-line.js';
import { chooseLook, Progress, readTerminal, type Terminal } from '../../../src/cli/terminal.js';
import { LineMap } from '../../../src/core/index.js';
import { runInMemory, type Result } from './memory-io.js';

const policy = `<policies>
  <inbound>
    <validate-azure-ad-token tenant-id="contoso.ciamlogin.com" />
  </inbound>
</policies>
`;
const terminal: Terminal = { isThere: true, columns: 100, wantsColour: null };
const escape = '\u001b';
const withoutColours = (text: string): string => text.replace(/\p{Cc}\[\d+m/gu, '');
const check = (look: Terminal | undefined, ...args: readonly string[]): Promise<Result> =>
  runInMemory(['check', 'p.xml', ...args], { files: { 'p.xml': policy }, ...(look === undefined ? {} : { terminal: look }) });

/** A finding of each kind of place: the name of an element that stands on a line of its own. */
const empty = '<policies>\n\t<inbound>\n\t\t<validate-jwt />\n\t</inbound>\n</policies>\n';
const frameOf = (text: string, marked: string, columns = 80): string[] => {
  const start = text.indexOf(marked);
  return writeFrame(text, new LineMap(text), { start, end: start + marked.length }, columns).map(line => writeLine(line, false));
};

describe('what stands behind standard output', () => {
  const colours = (output: { isTTY?: boolean }, env: Record<string, string>, flags: readonly string[] = []): boolean =>
    chooseLook(readTerminal(output, env), { color: flags.includes('--color'), 'no-color': flags.includes('--no-color') }).hasColours;

  it.each([
    [{ isTTY: true }, {}, [], true],
    [{}, {}, [], false],
    [{}, { CI: 'true' }, [], false],
    [{ isTTY: true }, { NO_COLOR: '1' }, [], false],
    [{ isTTY: true }, { NO_COLOR: '' }, [], true],
    [{ isTTY: true }, { NO_COLOR: '1', FORCE_COLOR: '1' }, [], false],
    [{ isTTY: true }, { TERM: 'dumb' }, [], false],
    [{}, { FORCE_COLOR: '1' }, [], true],
    [{ isTTY: true }, { FORCE_COLOR: '0' }, [], false],
    [{}, { NO_COLOR: '1' }, ['--color'], true],
    [{ isTTY: true }, { FORCE_COLOR: '1' }, ['--no-color'], false],
  ])('%j %j %j: colours %s', (output, env, flags, expected) => {
    expect(colours(output, env as unknown as Record<string, string>, flags)).toBe(expected);
  });
});

it('takes a terminal that does not know its width for one of 80 columns', () => {
  for (const output of [{ isTTY: true }, { isTTY: true, columns: 0 }]) expect(readTerminal(output, {}).columns).toBe(80);
});

describe('a check on a terminal', () => {
  it('shows the line with the place underlined, in colours that say nothing more', async () => {
    const plain = await check(undefined);
    const seen = await check(terminal);
    expect(plain.output).not.toContain(escape);
    expect(seen.output).toContain(escape);
    const lines = withoutColours(seen.output).split('\n');
    const at = lines.findIndex(line => /^\s+\d+\| /.test(line));
    expect(lines[at]).toMatch(/^ {4}\d\| <validate-azure-ad-token /);
    expect(lines[at + 1]).toMatch(/^ {5}\| \^+$|^ {5}\|\s+\^+$/);
    expect(lines.filter(line => !/^\s+\d*\| /.test(line)).join('\n')).toBe(plain.output);
    expect((await check({ ...terminal, wantsColour: false })).output).toBe(withoutColours(seen.output));
    expect((await check(terminal, '--no-color')).output).toBe(withoutColours(seen.output));
    expect(withoutColours((await check(undefined, '--color')).output)).toBe(plain.output);
  });

  it('changes nothing of the other formats', async () => {
    for (const format of ['json', 'sarif', 'github', 'azure', 'junit'])
      expect((await check({ ...terminal, wantsColour: true }, '--format', format, '--now', '1')).output).toBe(
        (await check(undefined, '--format', format, '--now', '1')).output,
      );
  });

  it('shows no line with a secret', async () => {
    const text =
      '<policies><inbound><validate-jwt header-name="X"><issuer-signing-keys><key>\nYSBzZWNyZXQgb2YgdGhpcnR5LXR3byBsZXR0ZXJzISE=</key></issuer-signing-keys></validate-jwt></inbound></policies>';
    const { output } = await runInMemory(['check', 'p.xml'], { files: { 'p.xml': text }, terminal });
    expect(output).toContain('secret-in-policy');
    expect(output).not.toContain('YSBzZW');
    expect(frameOf('<key id="a">c2VjcmV0</key>', 'id')).toEqual([]);
  });

  it('says how far it has come', async () => {
    const { progress } = await runInMemory(['check', '.'], { files: { 'a.xml': policy, 'b.xml': policy } });
    expect(progress).toEqual(['Checking 0 of 2 files…', 'Checking 1 of 2 files…']);
  });
});

describe('a frame', () => {
  it('takes a tab for two columns and ends with the line', () => {
    expect(frameOf(empty, 'validate-jwt')).toEqual(['    3| <validate-jwt />', '     |  ^^^^^^^^^^^^']);
    expect(frameOf('a b\r\nc', 'b\r\nc')).toEqual(['    1| a b', '     |   ^']);
    expect(frameOf('<a\tb\tc="">', 'c')).toEqual(['    1| <a  b  c="">', '     |        ^']);
    expect(frameOf('', '')).toEqual(['    1|', '     | ^']);
  });

  it('shows of a long line what is around the place, no wider than the terminal', () => {
    const text = `<a>${'x'.repeat(100_000)}<b c="here"/>${'y'.repeat(100_000)}</a>`;
    for (const columns of [1, 40, 80, 200]) {
      const [line = '', marks = ''] = frameOf(text, 'here', columns);
      expect(Math.max(line.length, marks.length)).toBeLessThanOrEqual(Math.max(columns, 28));
      expect(line.slice(marks.indexOf('^'), marks.length)).toBe('here');
    }
    const [line = '', marks = ''] = frameOf(text, 'x'.repeat(500), 80);
    expect([line.length, marks.length]).toEqual([79, 79]);
  });

  it('lets nothing of the policy act on the terminal or on a pipeline', () => {
    const text = `<a b="${escape}[31m\u202e##vso[task.x]" c="here"/>`;
    const hostile: Line[] = [
      ...writeFrame(text, new LineMap(text), { start: 6, end: 12 }, 120),
      [['place', `::error::x${escape}[2J##vso[y]`], '##', 'vso[x]'],
    ];
    for (const line of hostile) {
      const written = withoutColours(writeLine(line, true));
      expect(written).not.toContain(escape);
      expect(writeLine(line, true)).not.toMatch(/##vso\[/);
      expect(written).not.toContain('\u202e');
      expect(writeLine(line, false)).not.toMatch(/##vso\[|^::/);
    }
  });
});

describe('progress', () => {
  const written = (isTTY: boolean, moments: readonly number[]): string => {
    let [text, at] = ['', 0];
    const progress = new Progress({ isTTY, columns: 20, write: piece => (text += piece) }, () => at);
    for (const moment of moments) {
      at = moment;
      progress.tell(`at ${moment} \u202e and so on and on`);
    }
    progress.clear();
    progress.clear();
    return text;
  };

  it('is told on a terminal where the work takes long, one line at a time, and is gone at the end', () => {
    expect(written(true, [0, 100, 399])).toBe('');
    expect(written(true, [0, 400, 410, 500])).toBe(`\r${escape}[Kat 400 \\u202e and s\r${escape}[Kat 500 \\u202e and s\r${escape}[K`);
    expect(written(false, [0, 1000, 2000])).toBe('');
  });
});
