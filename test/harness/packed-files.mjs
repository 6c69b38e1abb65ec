// What must hold for every file that ships, in whichever package.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import cyclonedx from '@cyclonedx/cyclonedx-library';
import { build } from 'esbuild';
import { bundles } from '../../esbuild.mjs';
import { root } from '../../scripts/run-command.mjs';

/** Texts that no shipped file may hold: a source map, a folder of this machine, a token. `files`: name → bytes. */
export function assertClean(files) {
  for (const [name, bytes] of files) {
    const text = bytes.toString('latin1');
    assert.ok(!text.includes('sourceMappingURL'), `${name} names a source map`);
    assert.ok(!text.includes(root), `${name} names a folder of this machine`);
    assert.ok(!/eyJ[A-Za-z0-9_-]{12,}\./.test(text), `${name} holds what looks like a token`);
  }
}

/** Bundled once for all who ask. */
const bundled = {};

/** Every package of which a file is bundled: its folder, and what its manifest says. */
const findBundled = () => (bundled.packages ??= lookForBundled());

async function lookForBundled() {
  const results = await Promise.all(bundles.map(bundle => build({ ...bundle, metafile: true, write: false })));
  const files = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set(
    files.filter(file => file.includes('node_modules/')).map(file => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)[0]),
  );
  assert.ok(folders.size >= 15, `only ${folders.size} bundled packages were found`);
  return [...folders].map(folder => ({ folder, ...JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) }));
}

/** Every package of which a file is bundled must stand in the notices, with its version and the whole text of its licence. */
export async function assertNotices(text) {
  for (const { folder, name, version } of await findBundled()) {
    assert.ok(text.includes(`\n${name} ${version} (`), `${name} ${version} is bundled and is missing from the notices`);
    for (const file of readdirSync(path.join(root, folder)).filter(one => /^licen|notice/i.test(one))) {
      const own = readFileSync(path.join(root, folder, file), 'utf8')
        .replace(/\r\n?/g, '\n')
        .trim();
      assert.ok(own.length > 200 && text.includes(own), `the notices do not hold the text of ${folder}/${file}`);
    }
  }
}

/** The bill of materials must be valid, and name these packages and no others, each with its licence and its sum. */
export async function assertBill(text) {
  const validator = new cyclonedx.Validation.JsonStrictValidator(cyclonedx.Spec.Version.v1dot6);
  assert.equal(await validator.validate(text), null);
  const { components } = JSON.parse(text);
  const listed = components.map(({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name} ${version}`);
  const wanted = (await findBundled()).map(({ name, version }) => `${name} ${version}`);
  assert.deepEqual(listed.sort(), [...new Set(wanted)].sort());
  for (const { name, licenses, hashes } of components) assert.ok(licenses.length > 0 && hashes.length > 0, name);
}
