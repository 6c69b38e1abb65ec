// Texts for the user have one door. Lint closes the others, whichever way they are written.
import path from 'node:path';
import { ESLint, Linter, type Linter as Lint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { messageDoor } from '../../../lint/message-door.mjs';

const root = path.join(import.meta.dirname, '..', '..', '..');
const alone: Lint.Config = {
  files: ['**/*.ts'],
  languageOptions: { parser: tseslint.parser as Lint.Parser },
  plugins: { apim: { rules: { 'message-door': messageDoor } } },
  rules: { 'apim/message-door': 'error' },
};

/** What the rule says about a module that knows `vscode` by its namespace. */
function judge(code: string): string[] {
  const messages = new Linter().verify(`import * as vscode from 'vscode';\n${code}`, alone, 'src/extension/some.ts');
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.map(({ ruleId }) => String(ruleId));
}

const shown = [
  'showInformationMessage',
  'showWarningMessage',
  'showErrorMessage',
  'setStatusBarMessage',
  'withProgress',
  'showQuickPick',
  'createQuickPick',
  'showInputBox',
  'createInputBox',
  'createStatusBarItem',
  'createTreeView',
  'registerTreeDataProvider',
];

describe('the rule', () => {
  it.each(
    shown.flatMap(name => [
      `vscode.window.${name}('x');`,
      `vscode.window['${name}']('x');`,
      `vscode['window'].${name}('x');`,
      `vscode.window[\`${name}\`]('x');`,
      `vscode.window?.${name}?.('x');`,
      `const { ${name} } = vscode.window;`,
      `const { window: { ${name}: hidden } } = vscode;`,
      `const show = vscode.window.${name};`,
      `(vscode as Record<string, any>).window.${name}('x');`,
      `export const show = (window: any) => window.${name}('x');`,
      `export const show = ({ ${name} }: any) => ${name}('x');`,
    ]),
  )('forbids %s', code => {
    expect(judge(code)).toContain('apim/message-door');
  });

  it.each([
    "import { window } from 'vscode';",
    "import { window as hidden } from 'vscode';",
    "import { 'window' as hidden } from 'vscode';",
    "import everything from 'vscode';",
    "import { commands } from 'vscode';",
    "import { MarkdownString } from 'vscode';",
    'const { window } = vscode;',
    "const { 'window': hidden } = vscode;",
    'const w = vscode.window;',
    "vscode.window['show' + 'ErrorMessage']('x');",
    'vscode.window[name]();',
    'const api = vscode;',
    'const api = { ...vscode };',
    'use(vscode);',
    'use(vscode.window);',
    'export { vscode };',
    "export * from 'vscode';",
    "export { window } from 'vscode';",
    "const api = require('vscode');",
    "import api = require('vscode');",
    "const api = await import('vscode');",
    "new vscode.MarkdownString('x');",
    "new vscode.TreeItem('x');",
    "vscode.languages.createLanguageStatusItem('x', []);",
    "vscode.commands.registerCommand('x', run);",
    "client.showNotificationMessage(1, 'x');",
  ])('forbids %s', code => {
    expect(judge(code)).toContain('apim/message-door');
  });

  it.each([
    'const editor = vscode.window.activeTextEditor;',
    "vscode.commands.executeCommand('x');",
    'const folders = vscode.workspace.workspaceFolders;',
    'let uri: vscode.Uri; let api: typeof vscode; let item: vscode.StatusBarItem;',
    "import type { window } from 'vscode';",
    "import { Uri, type ExtensionContext } from 'vscode';",
  ])('allows %s', code => {
    expect(judge(code)).toEqual([]);
  });
});

describe('the project’s own lint', () => {
  // Without the rules that ask for types, for then each text is read as it is given. A parser with types may read the file of that name
  // on disk instead (it does where CI=true), and takes seconds.
  const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked as Lint.Config });
  const code = "import * as vscode from 'vscode';\nvoid vscode.window.showErrorMessage('x');\n";
  const lint = async (text: string, file: string): Promise<Lint.LintMessage[]> =>
    (await eslint.lintText(text, { filePath: path.join(root, file) })).flatMap(({ messages }) => messages);

  it.each(['src/extension/settings.ts', 'src/extension/commands/fix-all.ts', 'src/extension/metadata/consent.ts', 'src/extension/node.ts'])(
    'has the rule for %s',
    async file => {
      expect(await lint(code, file)).toEqual([expect.objectContaining({ ruleId: 'apim/message-door', severity: 2 })]);
    },
  );

  it('lets the door itself show messages', async () => {
    expect(await lint(code, 'src/extension/messages/notify.ts')).toEqual([]);
  });

  it.each([
    `/* eslint-disable */\n${code}`,
    `/* eslint-disable apim/message-door */\n${code}`,
    `/* eslint apim/message-door: "off" */\n${code}`,
    code.replace('void', '// eslint-disable-next-line apim/message-door\nvoid'),
    code.replace("('x');", "('x'); // eslint-disable-line"),
  ])('is not switched off by a comment, and says so: %j', async disabled => {
    const messages = await lint(disabled, 'src/extension/settings.ts');
    expect(messages.map(({ ruleId }) => ruleId)).toContain('apim/message-door');
    // The comment itself is a warning, and the lint of the project lets none through.
    expect(messages).toContainEqual(expect.objectContaining({ ruleId: null, severity: 1 }));
  });
});
