import { describe, expect, it } from 'vitest';
import { formatNames } from '../../../src/cli/formats/registry.js';
import { commandNames } from '../../../src/cli/options.js';
import { writeHelp } from '../../../src/cli/run.js';
import { englishCli } from '../../../src/cli/sentences/english/index.js';
import { decodeToken, judgeText, Verdict } from '../../../src/core/index.js';
import { outcomes } from '../../../src/core/gateway/prediction.js';
import { writeReport } from '../../harness/write-report.js';
import { writeTestToken } from '../token/test-token.js';
import { runInMemory } from './memory-io.js';

/** The commands, by the program's own answer to who names none. */
async function listCommands(): Promise<string[]> {
  const { error } = await runInMemory([]);
  return /Name a command: ([^.]+)\./.exec(error)?.[1]?.split(', ') ?? [];
}

/** The options of a command, by its own answer to who misspells one. */
async function listOptions(command: string): Promise<string[]> {
  const { error } = await runInMemory([command, '--no-such-option']);
  return (/Use one of these: ([^.]+)\./.exec(error)?.[1] ?? '').split(', ');
}

/** The options that the help of a command explains. */
function explainedOptions(help: string): string[] {
  return [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option = '']) => option);
}

describe('the help', () => {
  it('has every command with every option, and no other', async () => {
    const commands = await listCommands();
    expect(commands.length).toBeGreaterThan(3);
    const { output: whole } = await runInMemory(['--help']);
    for (const command of commands) {
      expect(whole).toContain(`\n  apim-token-doctor ${command} `);
      const { code, output } = await runInMemory([command, '--help']);
      expect(code).toBe(0);
      expect(output).toMatch(new RegExp(`^apim-token-doctor ${command}: [^]*\nExamples:\n[^]*\nExit code: `));
      expect(explainedOptions(output), command).toEqual(await listOptions(command));
    }
  });

  it('is the same however one asks, and whatever else is written', async () => {
    const { output } = await runInMemory(['check', '--help']);
    for (const asked of [
      ['help', 'check'],
      ['check', '-h'],
      ['check', 'policy.xml', '--no-such', '-h'],
    ])
      expect((await runInMemory(asked)).output).toBe(output);
    expect((await runInMemory(['-h'])).output).toBe((await runInMemory(['help'])).output);
  });

  it('fits the width of a terminal', () => {
    for (const command of [null, ...commandNames])
      for (const line of writeHelp(englishCli, command).split('\n')) expect(line.length, line).toBeLessThanOrEqual(120);
  });

  it('of a mistyped name names the one that was meant', async () => {
    expect((await runInMemory(['chek'])).error).toContain('Did you mean check?');
    expect((await runInMemory(['check', '--fail-onn'])).error).toContain('Did you mean --fail-on?');
    expect((await runInMemory(['qwertz'])).error).not.toContain('Did you mean');
  });

  it('is not needed to learn the version', async () => {
    for (const flag of ['-v', '-V', '--version']) expect(await runInMemory([flag])).toMatchObject({ code: 0, output: '1.2.3\n' });
  });

  it('names every format', () => {
    expect(writeHelp(englishCli, 'check')).toContain(`--format ${formatNames.join('|')} `);
  });
});

describe('the formats', () => {
  it.each(formatNames)('%s says each outcome in its own way', async format => {
    const token = decodeToken(writeTestToken({ alg: 'RS256' }, { iss: 'https://idp.example/' }));
    const text = '<policies><inbound><validate-jwt header-name="Authorization" /></inbound></policies>';
    const judged = await judgeText(text, { now: 1_798_000_000, metadata: {}, token });
    const reports = outcomes.map(outcome => {
      const verdict = Verdict.reach(judged.document, judged.policies, { outcome, policy: 0, because: null, predictions: [] });
      const documents = [
        { path: 'p.xml', host: null, embedded: null, fileLines: judged.lines, judged: { ...judged, verdict }, findings: [] },
      ];
      return writeReport(format, { now: 0, version: '1.2.3', failOn: 'error', token, documents });
    });
    expect(new Set(reports).size).toBe(outcomes.length);
  });
});
