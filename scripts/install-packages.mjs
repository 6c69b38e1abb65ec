// Installs the npm packages that package-lock.json names. Does nothing when they are there.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mustRun, root, runNpm } from './run-command.mjs';

const cache = path.join(root, 'node_modules/.cache/apim-token-doctor');

/** A file in the cache folder, which goes away with node_modules. */
export function cacheFile(name) {
  mkdirSync(cache, { recursive: true });
  return path.join(cache, name);
}

/** One line that changes whenever one of the files does. */
export function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** The text of a file, or undefined where there is none. */
export function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** `npm ci`, unless it was done for this very lock file. */
export async function installPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Node.js 20.19 or later is needed; this is ${process.versions.node}.`);
  const stamp = path.join(cache, 'installed');
  const wanted = fingerprint([path.join(root, 'package-lock.json')]);
  if (readIfThere(stamp) === wanted) return;
  console.log('Installing the npm packages …');
  // Development packages even where NODE_ENV is production.
  await mustRun(runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']), 'npm ci');
  writeFileSync(cacheFile('installed'), wanted);
}
