import { describe, expect, it } from 'vitest';
import { judgeText } from '../../../src/core/index.js';
import { readCheckOptions } from '../../../src/cli/check-options.js';
import { letGoOfSilent, type DocumentReport } from '../../../src/cli/report.js';

const text = '<policies><inbound><base /></inbound></policies>';
const facts = { now: 0, metadata: {} };

async function report(findings: DocumentReport['findings']): Promise<DocumentReport> {
  const judged = await judgeText(text, facts);
  return { path: 'a.xml', judged, host: null, embedded: null, fileLines: judged.lines, fileText: text, findings };
}

describe('a document of which there is nothing to say', () => {
  it('is kept without what was read of it, and still counts as a policy', async () => {
    const kept = letGoOfSilent(await report([]), await judgeText('', facts));
    expect(kept).toMatchObject({ path: 'a.xml', findings: [] });
    expect(kept.judged.document).toMatchObject({ root: 'policies', text: '' });
    expect(kept).not.toHaveProperty('fileText');
  });

  it('is kept whole where something is found in it', async () => {
    const full = await report([{ finding: {} as never, fixes: [] }]);
    expect(letGoOfSilent(full, await judgeText('', facts))).toBe(full);
  });

  it.each([
    [['a.xml'], false],
    [['a.xml', '--format', 'json'], true],
    [['a.xml', '--report', 'json=out.json'], true],
    [['a.xml', '--format', 'sarif'], false],
  ])('is told where a format does so: %j', (args, tells) => {
    expect(readCheckOptions(args).tellsSilent).toBe(tells);
  });
});
