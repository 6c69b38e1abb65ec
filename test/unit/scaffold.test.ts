// npm run new-rule, new-fix and new-check, in a copy of what they change.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const copy = mkdtempSync(path.join(os.tmpdir(), 'token-doctor-'));
const read = (file: string): string => readFileSync(path.join(copy, file), 'utf8');

function run(script: string, ...args: string[]): { readonly status: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [path.join('scripts', `${script}.mjs`), ...args], { cwd: copy, encoding: 'utf8' });
  return { status, stderr };
}

beforeAll(() => {
  for (const name of [
    'scripts',
    'src',
    'docs',
    'README.md',
    '.pre-commit-hooks.yaml',
    'package.json',
    'package.nls.json',
    'package.nls.de.json',
    'tsconfig.base.json',
    '.prettierrc.json',
    '.prettierignore',
    '.editorconfig',
  ])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('a new rule is written, registered and listed', () => {
  expect(run('new-rule', 'brand-new')).toEqual({ status: 0, stderr: '' });
  for (const file of ['src/core/rules/brand-new.ts', 'docs/rules/brand-new.md', 'test/fixtures/brand-new/example/policy.xml'])
    expect(existsSync(path.join(copy, file)), file).toBe(true);
  expect(read('docs/rules/README.md')).toContain('[brand-new](brand-new.md)');
  expect(read('package.json')).toContain('"brand-new": {');
  expect(read('package.nls.json')).toContain('"rule.brand-new": ');
  expect(run('generate', '--check')).toEqual({ status: 0, stderr: '' });
});

test('its fix is written and registered', () => {
  expect(run('new-fix', 'brand-new')).toEqual({ status: 0, stderr: '' });
  expect(read('src/core/fixes/registry.ts')).toMatch(/'?brand-new'?[,:] brandNew/);
  expect(run('new-fix', 'no-such-rule').status).toBe(2);
});

test('a new check is written, and stands in the order', () => {
  expect(run('new-check', 'brand-new')).toEqual({ status: 0, stderr: '' });
  expect(read('src/core/gateway/checks/order.ts')).toContain("['brand-new', checkBrandNew],");
  expect(read('src/core/gateway/prediction.ts')).toMatch(/CheckName =[^;]*'brand-new';/);
});

test('nothing is written over, and a name that is none is refused', () => {
  const registry = read('src/core/rules/registry.ts');
  expect(run('new-rule', 'no-audience').status).toBe(2);
  expect(run('new-rule', 'Bad_Name').status).toBe(2);
  expect(run('new-rule').status).toBe(2);
  expect(read('src/core/rules/registry.ts')).toBe(registry);
});
