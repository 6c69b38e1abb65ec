import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits, diagnose, LineMap, readPolicies, silenceHere, type RuleCode } from '../../../src/core/index.js';
import { diagnoseWith, listCases } from '../../harness/fixture-runner.js';
import { Mint } from '../../harness/mint.js';

const facts = { now: 1798000000, metadata: {} };

/** The text after the first finding of a rule was silenced where it stands; null where that is not offered. */
async function silence(text: string, code: RuleCode): Promise<string | null> {
  const finding = (await diagnose(text, facts)).find(each => each.code === code);
  if (finding === undefined) throw new Error(`${code} is not found.`);
  const edit = silenceHere(readPolicies(text), finding, code);
  return edit === null ? null : applyEdits(text, [edit]);
}

const wrap = (inner: string, ending = '\n'): string =>
  ['<policies>', '    <inbound>', `        ${inner}`, '    </inbound>', '</policies>', ''].join(ending);

describe('a comment that silences a finding', () => {
  it('stands on the line above its element, indented and ended as the document is', async () => {
    const text = wrap('<validate-jwt header-nam="Authorization"><openid-config url="https://x.example/a" /></validate-jwt>', '\r\n');
    expect(await silence(text, 'unknown-attribute')).toBe(
      text.replace(
        '        <validate-jwt',
        '        <!-- apim-token-doctor-disable-next-line unknown-attribute -->\r\n        <validate-jwt',
      ),
    );
  });

  it('stands above the tag where the attribute has a line of its own', async () => {
    const text = wrap('<validate-jwt\n            header-nam="Authorization">\n        </validate-jwt>');
    const silenced = await silence(text, 'unknown-attribute');
    expect(silenced).toMatch(/unknown-attribute -->\n {8}<validate-jwt\n/);
    expect((await diagnose(silenced ?? '', facts)).map(({ code }) => code)).not.toContain('unknown-attribute');
  });

  it('names one rule more where a comment stands there', async () => {
    const text = wrap(
      '<!-- apim-token-doctor-disable-next-line no-audience -->\n        <validate-jwt header-nam="Authorization">\n        </validate-jwt>',
    );
    const silenced = await silence(text, 'unknown-attribute');
    expect(silenced).toContain('<!-- apim-token-doctor-disable-next-line no-audience unknown-attribute -->\n        <validate-jwt');
    expect((await diagnose(silenced ?? '', facts)).map(({ code }) => code)).not.toContain('unknown-attribute');
  });

  it.each([
    [
      'in a tag',
      '<set-header name="a"\n  exists-action="override"><value>x</value></set-header><validate-jwt header-nam="Authorization" />',
    ],
    ['in an expression', '<set-variable name="a" value="@{\n  return 1;\n}" /><validate-jwt header-nam="Authorization" />'],
    ['in a comment', '<!-- a\n  b --><validate-jwt header-nam="Authorization" />'],
    ['in a text', '<set-body>a\n  b</set-body><validate-jwt header-nam="Authorization" />'],
  ])('is not offered where the line begins %s', async (_, inner) => {
    expect(await silence(wrap(inner), 'unknown-attribute')).toBeNull();
  });

  it('is not offered in a document that breaks', async () => {
    const text = '<policies>\n<inbound>\n<validate-jwt header-nam="Authorization" />\n';
    const [finding] = (await diagnose(text, facts)).filter(({ code }) => code === 'unknown-attribute');
    expect(silenceHere(readPolicies(text), finding ?? { start: 0, end: 0 }, 'unknown-attribute')).toBeNull();
  });

  it('silences what it is for in every fixture, and changes nothing else', async () => {
    const mint = new Mint();
    let offered = 0;
    for (const { rule, name, folder } of listCases()) {
      const text = readFileSync(path.join(folder, 'policy.xml'), 'utf8');
      if (text.includes('{pad:')) continue;
      const document = readPolicies(text);
      for (const finding of await diagnoseWith(text, `${rule}/${name}`, mint)) {
        const edit = silenceHere(document, finding, finding.code);
        if (edit === null) continue;
        offered += 1;
        const silenced = applyEdits(text, [edit]);
        const after = readPolicies(silenced);
        expect([after.break, after.tokenPolicies.length], `${rule}/${name}`).toEqual([null, document.tokenPolicies.length]);
        const moved = finding.start + edit.text.length;
        const left = await diagnoseWith(silenced, `${rule}/${name}`, mint);
        expect(
          left.filter(({ code, start }) => code === finding.code && start === moved).map(({ code }) => code),
          `${rule}/${name} at line ${new LineMap(text).positionAt(finding.start).line}`,
        ).toEqual([]);
      }
    }
    expect(offered).toBeGreaterThan(100);
  });
});
