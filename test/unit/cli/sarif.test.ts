import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/index.js';
import { runInMemory } from './memory-io.js';
import { policy } from './story.js';

const misspelt = policy.replace('<validate-azure-ad-token ', '<validate-azure-ad-token heder-name="X-Token" ');

async function check(path: string, text: string): Promise<Log['runs'][number]> {
  const { output } = await runInMemory(['check', path, '--format', 'sarif'], { files: { [path]: text } });
  const [run] = (JSON.parse(output) as Log).runs;
  if (run === undefined) throw new Error('There is no run.');
  return run;
}

const fingerprints = (results: readonly Result[] | undefined): unknown[] =>
  (results ?? []).map(({ partialFingerprints }) => partialFingerprints);

describe('SARIF', () => {
  it('explains each rule, and each result names its rule', async () => {
    const { tool, results = [] } = await check('p.xml', misspelt);
    const { rules = [] } = tool.driver;
    for (const { id, help, fullDescription, helpUri } of rules) {
      expect(help?.markdown, id).toContain(`[${id}](${helpUri ?? ''})`);
      expect(help?.text, id).toContain(fullDescription?.text);
    }
    expect(results.length).toBeGreaterThan(0);
    for (const { ruleId, ruleIndex = -1 } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('knows a finding again where lines before it moved it, and tells two alike apart', async () => {
    const twice = misspelt.replace(/(<validate-azure-ad-token[^]*<\/validate-azure-ad-token>)/, '$1\n$1');
    const before = fingerprints((await check('p.xml', twice)).results);
    expect(new Set(before.map(each => JSON.stringify(each))).size).toBe(before.length);
    expect(fingerprints((await check('p.xml', `<!-- more -->\n\n${twice}`)).results)).toEqual(before);
    expect(fingerprints((await check('q.xml', twice)).results)).not.toEqual(before);
  });

  it.each([
    ['a policy', 'p.xml', misspelt],
    ['a policy inside JSON', 'p.json', JSON.stringify({ properties: { format: 'rawxml', value: misspelt } }, null, 2)],
  ])('has the fixes of %s, as edits of the file', async (_name, path, text) => {
    const { results = [] } = await check(path, text);
    const found = results.find(({ ruleId }) => ruleId === 'unknown-attribute');
    const [change] = found?.fixes?.[0]?.artifactChanges ?? [];
    const edits = (change?.replacements ?? []).map(({ deletedRegion: { charOffset = -1, charLength = -1 }, insertedContent }) => ({
      start: charOffset,
      end: charOffset + charLength,
      text: insertedContent?.text ?? '',
    }));
    expect(change?.artifactLocation).toEqual({ uri: path, uriBaseId: '%SRCROOT%' });
    expect(applyEdits(text, edits)).toBe(text.replace('heder-name', 'header-name'));
  });

  it.each([
    ['./a/../b c/p.xml', { uri: 'b%20c/p.xml', uriBaseId: '%SRCROOT%' }],
    ['/abs/p.xml', { uri: 'file:///abs/p.xml' }],
    ['C:\\x\\p.xml', { uri: 'file:///C:/x/p.xml' }],
    ['../x/p.xml', { uri: '../x/p.xml', uriBaseId: '%SRCROOT%' }],
  ])('has for %s a stable address', async (path, expected) => {
    const { results = [] } = await check(path, misspelt);
    expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual(expected);
  });

  it('names no file that is none', async () => {
    const { output } = await runInMemory(['check', '-', '--format', 'sarif'], { input: misspelt });
    expect(output).toContain('"uri": "stdin"');
  });
});
