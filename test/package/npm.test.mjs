// The npm package as those see it who install it: what it holds, what the tools for such packages say of it, and that it can be used.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { packTgz } from '../../scripts/package.mjs';
import { rollUpTypes } from '../../scripts/roll-up-types.mjs';
import { mustRun, root, run, runNode, runNpm } from '../../scripts/run-command.mjs';
import { readTgz } from '../harness/archives.mjs';
import { assertBill, assertClean, assertNotices } from '../harness/packed-files.mjs';

const inTgz = [
  ...['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'dist/THIRD-PARTY-NOTICES', 'dist/sbom.cdx.json'],
  ...['dist/core.mjs', 'dist/core.d.ts', 'dist/cli.cjs'],
  ...[
    'check-thread',
    'main',
    'commands',
    'sentences',
    'german',
    'errors',
    'hosts',
    'token',
    'fixes',
    'language',
    'language-server',
    'agent-protocol',
  ].map(name => `dist/cli/${name}.cjs`),
].map(file => `package/${file}`);
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
const folder = mkdtempSync(path.join(os.tmpdir(), 'token-doctor-'));
/** What is packed: its bytes, its files, and what API Extractor said of the library. */
const packed = {};

before(async () => {
  await mustRun(runNode([compiler, '-b', 'src/library']), 'tsc');
  packed.complaints = rollUpTypes({ check: true });
  const tgz = await packTgz();
  packed.bytes = readFileSync(tgz);
  packed.files = readTgz(packed.bytes);
  console.log(`The .tgz has ${packed.files.size} files and ${Math.round(statSync(tgz).size / 1024)} KiB.`);
  await mustRun(runNpm(['init', '-y'], { cwd: folder }), 'npm init');
  await mustRun(runNpm(['install', tgz, '--offline', '--no-audit', '--no-fund'], { cwd: folder }), 'npm install');
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the npm package', () => {
  test('holds exactly what it needs', () => assert.deepEqual([...packed.files.keys()].sort(), [...inTgz].sort()));
  test('holds no source map, path or token', () => assertClean(packed.files));
  test('holds the notices of all that is bundled', () => assertNotices(packed.files.get('package/dist/THIRD-PARTY-NOTICES').toString()));
  test('holds the bill of all that is bundled', () => assertBill(packed.files.get('package/dist/sbom.cdx.json').toString()));

  test('brings no other package with it', () => {
    const installed = readdirSync(path.join(folder, 'node_modules')).filter(name => !name.startsWith('.'));
    assert.deepEqual(installed, ['apim-token-doctor']);
  });

  test('is what publint expects of a package', async () => {
    const { messages } = await publint({
      pack: { tarball: packed.bytes.buffer.slice(packed.bytes.byteOffset, packed.bytes.byteOffset + packed.bytes.length) },
    });
    assert.deepEqual(messages, []);
  });

  test('has types that are right, however a program resolves it', async () => {
    const { types, problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(packed.bytes)));
    assert.deepEqual(types, { kind: 'included' });
    // There are ES modules alone. CommonJS requires them, see below; before TypeScript 5.8 it could not.
    const told = problems.filter(({ kind, resolutionKind }) => !(kind === 'CJSResolvesToESM' && resolutionKind === 'node16-cjs'));
    assert.deepEqual(told, []);
  });

  test('declares what docs/library.api.md says, and nothing of anybody else', () => {
    assert.deepEqual(packed.complaints, []);
    const declarations = packed.files.get('package/dist/core.d.ts').toString();
    assert.doesNotMatch(declarations, /^import\b|\bimport\(|\brequire\(/m);
    const report = readFileSync(path.join(root, 'docs/library.api.md'), 'utf8');
    for (const name of ['readPolicies', 'diagnose', 'predictDocument', 'rewrite']) assert.ok(report.includes(`function ${name}(`), name);
  });
});

describe('who installed it', () => {
  test('has the command line', async () => {
    const bin = path.join(folder, 'node_modules/.bin/apim-token-doctor');
    const { code, output } = await run(bin, ['check', path.join(root, 'samples/story.policy.xml'), '--format', 'json']);
    assert.equal(code, 0, output);
    assert.equal(JSON.parse(output).documents[0].tokenPolicies[0].kind, 'validate-azure-ad-token');
  });

  const use = "readPolicies('<policies><inbound><validate-jwt/></inbound></policies>').tokenPolicies.length";
  for (const [form, type, script] of [
    ['an ES module', 'module', `import { readPolicies } from 'apim-token-doctor'; console.log(${use});`],
    ['CommonJS', 'commonjs', `const { readPolicies } = require('apim-token-doctor'); console.log(${use});`],
  ]) {
    test(`has the library in ${form}`, async () => {
      const { code, output } = await runNode(['--no-warnings', `--input-type=${type}`, '--eval', script], { cwd: folder });
      assert.equal(code, 0, output);
      assert.equal(output.trim(), '1');
    });
  }

  const source = [
    "import { diagnose, readPolicies, type Facts, type Finding } from 'apim-token-doctor';",
    'const facts: Facts = { now: 0, metadata: {} };',
    "export const found: Promise<Finding[]> = diagnose('<policies />', facts);",
    "export const { tokenPolicies } = readPolicies('');",
    '',
  ].join('\n');
  for (const [module, resolution, file] of [
    ['nodenext', 'nodenext', 'use.mts'],
    ['nodenext', 'nodenext', 'use.cts'],
    ['esnext', 'bundler', 'bundled.ts'],
  ]) {
    test(`has types in a strict project, ${module} with ${file}`, async () => {
      writeFileSync(path.join(folder, file), source);
      const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, noEmit: true };
      const options = { ...strict, module, moduleResolution: resolution, target: 'es2022', lib: ['es2022'], types: [] };
      writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: [file] }));
      const { code, output } = await runNode([compiler, '-p', folder]);
      assert.equal(code, 0, output);
    });
  }
});

describe('docs/api.md', () => {
  const page = readFileSync(path.join(root, 'docs/api.md'), 'utf8');
  const examples = [...page.matchAll(/^```js\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/gm)];

  test('shows what each example prints', () => {
    assert.ok(examples.length >= 5);
    assert.equal(page.match(/^```js$/gm).length, examples.length);
  });

  for (const [number, [, script, expected]] of examples.entries()) {
    test(`example ${number + 1} prints what the page says`, async () => {
      const { code, output } = await runNode(['--input-type=module', '--eval', script], { cwd: folder, env: { NO_COLOR: '1' } });
      assert.equal(code, 0, output);
      assert.equal(output, expected);
    });
  }
});
