// node scripts/release-notes.mjs v1.2.3: prints what CHANGELOG.md says of that version. Fails where the tag is not the version of package.json, or
// where nothing is said: a release that nobody described is not published.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run-command.mjs';

/** The notes of a release. `changelog`: the text of CHANGELOG.md. Throws an error that says what to do. */
export function releaseNotes(tag, version, changelog) {
  if (tag !== `v${version}`) throw new Error(`The tag ${tag} is not v${version}: package.json has another version.`);
  const sections = changelog.split(/^## /m).slice(1);
  const notes = sections
    .find(section => section.startsWith(`${version}\n`))
    ?.slice(version.length)
    .trim();
  if (!notes) throw new Error(`CHANGELOG.md says nothing of ${version}: npm run make-version writes it.`);
  if (sections.some(section => section.startsWith('Unreleased\n')))
    throw new Error(`CHANGELOG.md has something unreleased: move it under ${version}.`);
  return `${notes}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const read = file => readFileSync(path.join(root, file), 'utf8');
  try {
    process.stdout.write(releaseNotes(process.argv[2], JSON.parse(read('package.json')).version, read('CHANGELOG.md')));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
