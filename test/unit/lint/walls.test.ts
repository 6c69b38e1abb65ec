// The walls between the layers hold whichever way an import or a request is written. Lint is asked about each hole that there was.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ESLint, Linter, type Linter as Lint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { networkDoor } from '../../../lint/network-door.mjs';
import { coreLeaves, coreOrder, walls } from '../../../lint/walls.mjs';

const root = path.join(import.meta.dirname, '..', '..', '..');
const plugins = { walls: { rules: { imports: walls, network: networkDoor } } };
const alone: Lint.Config = { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser as Lint.Parser }, plugins };

type RuleName = 'walls/imports' | 'walls/network';

/** What a rule says about a file of that name with those lines; each names the line that it is about. */
function judgeLines(rule: RuleName, file: string, code: string): { line: number; message: string }[] {
  const messages = new Linter().verify(code, { ...alone, rules: { [rule]: 'error' } }, file);
  expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  return messages.map(({ line, message }) => ({ line, message }));
}

const judge = (rule: RuleName, file: string, code: string): string[] => judgeLines(rule, file, code).map(({ message }) => message);

/** Every way in which one file can take something from another, a line each. */
const ways = (from: string): string[] => [
  `import { x } from '${from}';`,
  `import type { x } from '${from}';`,
  `import { type x } from '${from}';`,
  `import '${from}';`,
  `export { x } from '${from}';`,
  `export * from '${from}';`,
  `const x = await import('${from}');`,
  `const x = await import(\`${from}\`);`,
  `const x = require('${from}');`,
  `import x = require('${from}');`,
  `let x: import('${from}').x;`,
  `let x: typeof import('${from}');`,
];

/** The lines stand in one file, and each declares names of its own there. */
const scoped = (line: string, index: number): string => line.replace(/\bx\b/, `x${String(index)}`);

const forbidden: readonly (readonly [file: string, from: string])[] = [
  // The core: its own door, what comes later, a folder without a place, another part.
  ['src/core/text/some.ts', '../index.js'],
  ['src/core/rules/some.ts', '../library.js'],
  ['src/core/fixes/makers/some.ts', '../../index.js'],
  ['src/core/policy/some.ts', '../fixes/registry.js'],
  ['src/core/gateway/checks/some.ts', '../../judgement/judge.js'],
  ['src/core/gateway/library/some.ts', '../../rules/registry.js'],
  ['src/core/rules/some.ts', '../diagnosis/run-rules.js'],
  ['src/core/policy/some.ts', '../facts.js'],
  ['src/core/knowledge/some.ts', '../text/span.js'],
  ['src/core/brand-new/some.ts', '../text/span.js'],
  ['src/core/brand-new/some.ts', './other.js'],
  ['src/core/rules/some.ts', '../brand-new/other.js'],
  ['src/core/brand-new.ts', './text/span.js'],
  ['src/core/facts.ts', './gateway/prediction.js'],
  ['src/core/language/some.ts', '../../server/connect.js'],
  ['src/core/language/some.ts', '../../protocol.js'],
  ['src/core/language/some.ts', '../../view.js'],
  ['src/core/rules/some.ts', 'node:http'],
  ['src/core/rules/some.ts', 'vscode'],
  ['src/core/rules/some.ts', 'fast-xml-parser'],
  ['src/core/hosts/some.ts', 'yaml'],
  // The other parts: past the core's door, past their own walls.
  ['src/library/some.ts', '../core/library.js'],
  ['src/library/some.ts', '../server/connect.js'],
  ['src/library/some.ts', 'node:fs'],
  ['src/server/features/some.ts', '../../core/policy/read-policies.js'],
  ['src/server/features/some.ts', '../../core/facts.js'],
  ['src/server/features/some.ts', '../../core/library.js'],
  ['src/server/some.ts', '../extension/settings.js'],
  ['src/server/some.ts', '../panel-messages.js'],
  ['src/server/some.ts', './node.js'],
  ['src/server/some.ts', 'node:http'],
  ['src/server/some.ts', 'vscode'],
  ['src/cli/commands/some.ts', '../../core/diagnosis/run-rules.js'],
  ['src/cli/some.ts', '../extension/settings.js'],
  ['src/cli/some.ts', 'vscode'],
  ['src/extension/some.ts', '../core/policy/read-policies.js'],
  ['src/extension/some.ts', '../core/messages/german/index.js'],
  ['src/extension/some.ts', '../core/metadata/private-host.js'],
  ['src/extension/some.ts', '../server/connect.js'],
  ['src/extension/some.ts', 'node:http'],
  ['src/webview/some.ts', '../core/token/redact.js'],
  ['src/webview/some.ts', '../protocol.js'],
  ['src/webview/some.ts', 'jose'],
  ['src/view.ts', './core/policy/token-policy.js'],
  ['src/view.ts', './protocol.js'],
  ['src/protocol.ts', './core/index.js'],
  ['src/panel-messages.ts', './protocol.js'],
  ['src/brand-new/some.ts', '../core/index.js'],
];

describe('an import', () => {
  it.each(forbidden)('by %s of %s is refused, however it is written', (file, from) => {
    const lines = ways(from);
    // The first line is left empty: there stands what is said about the file as a whole.
    const found = new Set(judgeLines('walls/imports', file, `\n${lines.map(scoped).join('\n')}`).map(({ line }) => line));
    expect(lines.filter((_, index) => !found.has(index + 2))).toEqual([]);
  });

  it.each([
    ['src/core/rules/some.ts', '../judgement/judged.js'],
    ['src/core/rules/some.ts', '../rules/rule.js'],
    ['src/core/gateway/checks/some.ts', '../../policy/token-policy.js'],
    ['src/core/library.ts', './explain/explain-error.js'],
    ['src/core/index.ts', './library.js'],
    ['src/core/policy/second-opinion.ts', 'fast-xml-parser'],
    ['src/core/hosts/find-in-yaml.ts', 'yaml'],
    ['src/core/token/some.ts', 'jose'],
    ['src/server/features/some.ts', '../../core/index.js'],
    ['src/server/features/some.ts', '../readings.js'],
    ['src/server/node.ts', 'node:process'],
    ['src/cli/commands/some.ts', '../../core/index.js'],
    ['src/cli/some.ts', '../server/node.js'],
    ['src/cli/some.ts', 'node:fs'],
    ['src/extension/some.ts', '../core/token/redact.js'],
    ['src/extension/messages/english/index.ts', '../../../core/messages/english/addresses.js'],
    ['src/extension/messages/german/index.ts', '../../../core/messages/german/addresses.js'],
    ['src/extension/some.ts', '../protocol.js'],
    ['src/webview/some.ts', '../view.js'],
    ['src/webview/some.ts', '../core/text/visible-text.js'],
  ])('by %s of %s is allowed', (file, from) => {
    expect(judge('walls/imports', file, ways(from).map(scoped).join('\n'))).toEqual([]);
  });

  it.each(['extension/some.ts', 'webview/some.ts', 'view.ts'])('of %s takes types by the core’s door, and no values', file => {
    const say = (code: string): string[] =>
      judge('walls/imports', `src/${file}`, code.replaceAll('../', file.includes('/') ? '../' : './'));
    expect(say("import type { Facts } from '../core/index.js'; import { type Finding } from '../core/index.js';")).toEqual([]);
    expect(say("import { predict } from '../core/index.js';")).toHaveLength(1);
    expect(say("import { predict, type Facts } from '../core/index.js';")).toHaveLength(1);
    expect(say("import '../core/index.js';")).toHaveLength(1);
    expect(say("export * from '../core/index.js';")).toHaveLength(1);
  });

  it.each(['const x = await import(name);', "const x = await import('../' + name);", 'const x = require(name);'])(
    'that is worked out is refused: %s',
    code => {
      expect(judge('walls/imports', 'src/core/rules/some.ts', code)).toHaveLength(1);
    },
  );

  it('is looked at in a new folder that imports nothing yet', () => {
    expect(judge('walls/imports', 'src/core/brand-new/some.ts', 'export const x = 1;')).toHaveLength(1);
  });
});

describe('a request to the network', () => {
  it.each([
    "await fetch('x');",
    'const f = fetch;',
    'const send = { fetch };',
    'use(fetch);',
    'export { fetch as send };',
    "globalThis.fetch('x');",
    "globalThis['fetch']('x');",
    'globalThis[`fetch`];',
    'globalThis[name];',
    "self.fetch('x');",
    "window.fetch('x');",
    "global.fetch('x');",
    'const { fetch } = globalThis;',
    'const { fetch: send } = anything;',
    'const g = globalThis;',
    "export const send = (anything: any) => anything.fetch('x');",
    "declare const self: any; self.fetch('x');",
    "navigator.sendBeacon('x');",
    'new XMLHttpRequest();',
    "new WebSocket('x');",
    "new EventSource('x');",
    'function inner() { return () => fetch; }',
    'class Inner { readonly send = fetch; }',
  ])('is refused: %s', code => {
    expect(judge('walls/network', 'src/extension/some.ts', code)).not.toEqual([]);
  });

  it.each([
    'const fetch = () => 1; fetch();',
    'export function run(fetch: () => void) { fetch(); }',
    'let x: typeof fetch;',
    'class Store { #fetch() {} run() { this.#fetch(); } }',
    'declare const self: unknown; use(self);',
    'start(window, editor);',
  ])('is not seen in %s', code => {
    expect(judge('walls/network', 'src/extension/some.ts', code)).toEqual([]);
  });
});

describe('the project’s own lint', () => {
  const eslint = new ESLint({ cwd: root });
  const rulesOf = async (file: string): Promise<string[]> => {
    const config = (await eslint.calculateConfigForFile(path.join(root, file))) as { rules: Record<string, readonly unknown[]> };
    return Object.keys(config.rules).filter(name => name.startsWith('walls/') && config.rules[name]?.[0] === 2);
  };

  it.each(['src/server/some.ts', 'src/extension/some.ts', 'src/cli/some.ts', 'src/webview/some.ts', 'src/brand-new/some.ts'])(
    'has both rules for %s',
    async file => {
      expect(await rulesOf(file)).toEqual(['walls/imports', 'walls/network']);
    },
  );

  it('has the first for the core, which knows no global at all, and lets one file fetch', async () => {
    expect(await rulesOf('src/core/brand-new/some.ts')).toEqual(['walls/imports']);
    expect(await rulesOf('src/core/index.ts')).toEqual(['walls/imports']);
    expect(await rulesOf('src/extension/metadata/metadata-store.ts')).toEqual(['walls/imports']);
    expect(existsSync(path.join(root, 'src/extension/metadata/metadata-store.ts'))).toBe(true);
  });

  it.each(['src/core/rules/some.ts', 'src/server/some.ts', 'src/cli/some.ts'])('lets no comment switch a rule off in %s', async file => {
    expect(await eslint.calculateConfigForFile(path.join(root, file))).toMatchObject({ linterOptions: { noInlineConfig: true } });
  });

  it('has a place for everything that the core holds, and the leaves are there', () => {
    const there = readdirSync(path.join(root, 'src/core')).filter(name => name !== 'tsconfig.json');
    expect(there.filter(name => !coreOrder.includes(name))).toEqual([]);
    expect(
      Object.values(coreLeaves)
        .flat()
        .filter(leaf => !existsSync(path.join(root, 'src', leaf))),
    ).toEqual([]);
  });
});
