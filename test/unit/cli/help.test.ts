import { describe, expect, it } from 'vitest';
import { findFormat, formatNames } from '../../../src/cli/formats/registry.js';
import { writeHelp } from '../../../src/cli/run.js';
import { englishCli } from '../../../src/cli/sentences/english/index.js';
import { decodeToken, judgeText, Verdict } from '../../../src/core/index.js';
import { outcomes } from '../../../src/core/gateway/prediction.js';
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

/** What the help says of one command's use. */
function usageOf(command: string): string {
  return (
    writeHelp(englishCli)
      .split(/^(?=apim-token-doctor )/m)
      .find(usage => usage.startsWith(`apim-token-doctor ${command} `)) ?? ''
  );
}

describe('the help', () => {
  it('has every command with every option, and no other', async () => {
    const commands = await listCommands();
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands) {
      const [usage = ''] = usageOf(command).split('\n\n');
      const named = [...new Set(usage.match(/--[a-z-]+/g))];
      expect(named.sort(), command).toEqual((await listOptions(command)).sort());
    }
  });

  it('names every format', () => {
    expect(usageOf('check')).toContain(`[--format ${formatNames.join('|')}]`);
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
      return findFormat(format)({ now: 0, version: '1.2.3', failOn: 'error', token, documents }, englishCli);
    });
    expect(new Set(reports).size).toBe(outcomes.length);
  });
});
