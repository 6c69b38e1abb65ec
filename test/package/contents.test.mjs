// What ships: exactly these files, no source maps, no tests, nothing of this machine.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { bundles } from '../../esbuild.mjs';
import { packTgz, packVsix } from '../../scripts/package.mjs';
import { mustRun, root, run, runNode, runNpm } from '../../scripts/run-command.mjs';
import { readTgz, readZip } from '../harness/archives.mjs';

const walkthrough = ['fix', 'metadata', 'sample', 'token'].map(step => `media/walkthrough/${step}.md`);
const inVsix = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  ...[
    'package.json',
    'package.nls.json',
    'package.nls.de.json',
    'readme.md',
    'changelog.md',
    'LICENSE.txt',
    'dist/THIRD-PARTY-NOTICES',
    'dist/extension.cjs',
    'dist/client.cjs',
    'dist/webview.js',
    'dist/server/package.json',
    'dist/server/server.js',
    'media/icon.png',
    'media/panel.css',
    'media/token-dark.svg',
    'media/token-light.svg',
    ...walkthrough,
    'samples/story.policy.xml',
    'samples/workforce.policy.xml',
    'snippets/token-policies.json',
    'syntaxes/apim-policy.escaped-strings.tmLanguage.json',
    'syntaxes/apim-policy.injection.tmLanguage.json',
  ].map(file => `extension/${file}`),
];

/** The declarations of the core: one for each of its files. */
const declarations = () =>
  readdirSync(path.join(root, 'src/core'), { recursive: true })
    .map(file => file.split(path.sep).join('/'))
    .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map(file => `package/dist/types/core/${file.replace(/\.ts$/, '.d.ts')}`);
const inTgz = () => [
  ...['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'dist/THIRD-PARTY-NOTICES', 'dist/core.mjs', 'dist/cli.cjs'].map(
    file => `package/${file}`,
  ),
  ...declarations(),
];

/** Texts that no shipped file may hold. */
function assertClean(files) {
  for (const [name, bytes] of files) {
    const text = bytes.toString('latin1');
    assert.ok(!text.includes('sourceMappingURL'), `${name} names a source map`);
    assert.ok(!text.includes(root), `${name} names a folder of this machine`);
    assert.ok(!/eyJ[A-Za-z0-9_-]{12,}\./.test(text), `${name} holds what looks like a token`);
  }
}

/** Every package of which a file is bundled must stand in the notices, with its version and the whole text of its licence. */
async function assertNotices(text) {
  const results = await Promise.all(bundles.map(bundle => build({ ...bundle, metafile: true, write: false })));
  const files = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set(
    files.filter(file => file.includes('node_modules/')).map(file => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)[0]),
  );
  assert.ok(folders.size >= 15, `only ${folders.size} bundled packages were found`);
  for (const folder of folders) {
    const { name, version } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    assert.ok(text.includes(`\n${name} ${version} (`), `${name} ${version} is bundled and is missing from the notices`);
    for (const file of readdirSync(path.join(root, folder)).filter(one => /^licen|notice/i.test(one))) {
      const own = readFileSync(path.join(root, folder, file), 'utf8')
        .replace(/\r\n?/g, '\n')
        .trim();
      assert.ok(own.length > 200 && text.includes(own), `the notices do not hold the text of ${folder}/${file}`);
    }
  }
}

describe('the packed extension', () => {
  let files;
  before(async () => {
    const vsix = await packVsix();
    files = readZip(readFileSync(vsix));
    console.log(`The .vsix has ${files.size} files and ${Math.round(statSync(vsix).size / 1024)} KiB.`);
  });

  test('holds exactly what it needs', () => assert.deepEqual([...files.keys()].sort(), [...inVsix].sort()));
  test('holds no source map, path or token', () => assertClean(files));
  test('holds the notices of all that is bundled', () => assertNotices(files.get('extension/dist/THIRD-PARTY-NOTICES').toString()));
  test('has every file that its manifest names', () => {
    const manifest = files.get('extension/package.json').toString();
    for (const [, file] of manifest.matchAll(/"(?:\.\/)?((?:dist|media|snippets|syntaxes)\/[^"]+)"/g)) {
      const ofNpm = file.startsWith('dist/types/') || file === 'dist/core.mjs' || file === 'dist/cli.cjs';
      assert.ok(ofNpm || files.has(`extension/${file}`), `${file} is missing`);
    }
  });
});

describe('the npm package', () => {
  let files;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'token-doctor-'));
  before(async () => {
    await mustRun(runNode([path.join('node_modules', 'typescript', 'bin', 'tsc'), '-b', 'src/core']), 'tsc');
    const tgz = await packTgz();
    files = readTgz(readFileSync(tgz));
    console.log(`The .tgz has ${files.size} files and ${Math.round(statSync(tgz).size / 1024)} KiB.`);
    await mustRun(runNpm(['init', '-y'], { cwd: folder }), 'npm init');
    // All that runs is bundled; the packages it names are not needed to try it.
    await mustRun(runNpm(['install', tgz, '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder }), 'npm install');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('holds exactly what it needs', () => assert.deepEqual([...files.keys()].sort(), inTgz().sort()));
  test('holds no source map, path or token', () => assertClean(files));

  test('holds the notices of all that is bundled', () => assertNotices(files.get('package/dist/THIRD-PARTY-NOTICES').toString()));

  test('offers the command line', async () => {
    const bin = path.join(folder, 'node_modules/.bin/apim-token-doctor');
    const { code, output } = await run(bin, ['check', path.join(root, 'samples/story.policy.xml'), '--format', 'json']);
    assert.equal(code, 0, output);
    assert.equal(JSON.parse(output).documents[0].tokenPolicies[0].kind, 'validate-azure-ad-token');
  });

  test('offers the library', async () => {
    const script =
      "import { readPolicies } from 'apim-token-doctor'; console.log(readPolicies('<policies><inbound><validate-jwt/></inbound></policies>').tokenPolicies.length);";
    const { code, output } = await runNode(['--input-type=module', '--eval', script], { cwd: folder });
    assert.equal(code, 0, output);
    assert.equal(output.trim(), '1');
  });

  test('offers types that compile in a strict project of their own', async () => {
    const source =
      "import { diagnose, readPolicies, type Finding } from 'apim-token-doctor';\nexport const found: Promise<Finding[]> = diagnose('<policies />', { now: 0, metadata: {} });\nexport const { tokenPolicies } = readPolicies('');\n";
    writeFileSync(path.join(folder, 'use.mts'), source);
    const options = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      module: 'nodenext',
      target: 'es2022',
      noEmit: true,
      types: [],
    };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['use.mts'] }));
    const { code, output } = await runNode([path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]);
    assert.equal(code, 0, output);
  });
});
