// Which packages of node_modules are in the bundles: their licences want to be told, and so does whoever asks what ships.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * All packages of which the bundler read a file (`metafiles`), also where nothing of it was left in the end: rather one too many. Each with the
 * folder it stands in, relative to `root`, and what its package.json says. In the order of names and versions.
 */
export function listBundledPackages(metafiles, root) {
  const folders = metafiles
    .flatMap(({ inputs }) => Object.keys(inputs))
    .map(file => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0]);
  const packages = [...new Set(folders.filter(folder => folder !== undefined))].map(folder => ({
    folder,
    manifest: JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')),
  }));
  const key = ({ manifest }) => `${manifest.name} ${manifest.version}`;
  return packages.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
