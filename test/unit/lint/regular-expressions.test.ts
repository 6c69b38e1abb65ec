// Lint finds regular expressions whose time grows faster than the text: nothing else does, for their steps are not counted.
import path from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** What the project's own lint says about patterns in a file. */
async function judge(code: string, file: string): Promise<string[]> {
  const configuration = (await new ESLint({ cwd: root }).calculateConfigForFile(path.join(root, file))) as Linter.Config;
  const rules = Object.fromEntries(Object.entries(configuration.rules ?? {}).filter(([name]) => name.startsWith('regexp/')));
  const own = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      plugins: configuration.plugins ?? {},
      rules,
      linterOptions: configuration.linterOptions ?? {},
      languageOptions: { parser: configuration.languageOptions?.parser as Linter.Parser },
    },
  });
  const results = await own.lintText(code, { filePath: path.join(root, file) });
  return results.flatMap(({ messages }) => messages).flatMap(({ ruleId, severity }) => (severity === 2 ? [String(ruleId)] : []));
}

describe('the project’s own lint', () => {
  it.each([
    ['no-super-linear-backtracking', String.raw`/^\s*[\r\n]\s*$/.test(text);`],
    ['no-super-linear-backtracking', String.raw`/^(?:a+)+$/.test(text);`],
    ['no-super-linear-backtracking', String.raw`/^\d*\.?\d*x/.test(text);`],
    ['no-super-linear-backtracking', 'const space = String.raw`\\s*`; new RegExp(`^${space}:?${space}$`).test(text);'],
    ['no-super-linear-move', String.raw`text.replace(/\s+$/, '');`],
    ['no-super-linear-move', String.raw`/[^"]*$/.exec(text);`],
  ])('has %s for %s', async (rule, code) => {
    for (const file of ['src/core/text/edit.ts', 'src/cli/bin.ts', 'src/extension/settings.ts', 'src/webview/page.ts'])
      expect(await judge(code, file)).toContain(`regexp/${rule}`);
  });

  it('lets patterns pass that read each character once', async () => {
    const code = String.raw`/^\s*(?::\s*)?$/.test(text); text.replace(/[\w-]+/g, ''); /(?<!\w)\w+:/.test(text);`;
    expect(await judge(code, 'src/core/text/edit.ts')).toEqual([]);
  });

  it('is not switched off by a comment', async () => {
    const code = String.raw`/[^"]*$/.exec(text); // eslint-disable-line`;
    expect(await judge(code, 'src/core/text/edit.ts')).toContain('regexp/no-super-linear-move');
  });
});
