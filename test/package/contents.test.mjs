// What ships in the extension: exactly these files, no source maps, no tests, nothing of this machine.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { packVsix, removeDeclarations } from '../../scripts/package.mjs';
import { readZip } from '../harness/archives.mjs';
import { assertBill, assertClean, assertNotices } from '../harness/packed-files.mjs';

const walkthrough = ['fix', 'metadata', 'sample', 'token'].flatMap(step => ['md', 'webp'].map(kind => `media/walkthrough/${step}.${kind}`));
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
    'dist/sbom.cdx.json',
    'dist/extension.cjs',
    'dist/messages.cjs',
    'dist/client.cjs',
    'dist/webview.js',
    'dist/server/package.json',
    ...['server', 'work', 'sentences', 'german', 'errors', 'hosts', 'token', 'fixes', 'language'].map(name => `dist/server/${name}.js`),
    'media/icon.png',
    'media/panel.css',
    'media/token-dark.svg',
    'media/token-light.svg',
    ...walkthrough,
    'samples/story.policy.xml',
    'samples/workforce.policy.xml',
    'docs/schemas/config.schema.json',
    'syntaxes/apim-policy.escaped-strings.tmLanguage.json',
    'syntaxes/apim-policy.injection.tmLanguage.json',
  ].map(file => `extension/${file}`),
];

describe('the packed extension', () => {
  let files;
  let kibibytes;
  before(async () => {
    const vsix = await packVsix();
    files = readZip(readFileSync(vsix));
    kibibytes = Math.round(statSync(vsix).size / 1024);
    console.log(`The .vsix has ${files.size} files and ${kibibytes} KiB.`);
  });

  test('holds exactly what it needs', () => assert.deepEqual([...files.keys()].sort(), [...inVsix].sort()));
  test('has an entry of at most 30 KiB, because it loads with every XML document', () =>
    assert.ok(files.get('extension/dist/extension.cjs').length <= 30 * 1024));
  test('has at most 880 KiB', () => assert.ok(kibibytes <= 880, `${kibibytes} KiB`));
  test('holds no source map, path or token', () => assertClean(files));
  test('holds the notices of all that is bundled', () => assertNotices(files.get('extension/dist/THIRD-PARTY-NOTICES').toString()));
  test('holds the bill of all that is bundled', () => assertBill(files.get('extension/dist/sbom.cdx.json').toString()));
  test('has every file that its manifest names', () => {
    const manifest = files.get('extension/package.json').toString();
    for (const [, file] of manifest.matchAll(/"(?:\.\/)?((?:dist|media|snippets|syntaxes)\/[^"]+)"/g)) {
      const ofNpm = file === 'dist/core.d.ts' || file === 'dist/core.mjs' || file === 'dist/cli.cjs';
      assert.ok(ofNpm || files.has(`extension/${file}`), `${file} is missing`);
    }
  });
});

test('packing takes nothing away that an editor runs meanwhile', () => {
  const dist = mkdtempSync(path.join(os.tmpdir(), 'token-doctor-'));
  try {
    mkdirSync(path.join(dist, 'types'));
    for (const file of ['extension.cjs', 'types/gone.d.ts']) writeFileSync(path.join(dist, file), '');
    removeDeclarations(dist);
    assert.deepEqual([existsSync(path.join(dist, 'extension.cjs')), existsSync(path.join(dist, 'types/gone.d.ts'))], [true, false]);
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
});
