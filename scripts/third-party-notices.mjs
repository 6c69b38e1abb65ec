// The notices of the packages that are bundled: their licences want them in every copy. Written by each build (esbuild.mjs), so that they are never those of another version.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listBundledPackages } from './bundled-packages.mjs';

/** Each bundled package with its version and every text that it carries about its licence. Throws where one has none. Paths are relative to `root`. */
export function writeNotices(metafiles, root) {
  const packages = listBundledPackages(metafiles, root).map(({ folder, manifest: { name, version, license, author } }) => {
    const files = readdirSync(path.join(root, folder)).filter(file => /^(?:licen[cs]e|copying|notice|thirdpartynotices)/i.test(file));
    const texts = files.sort().map(file =>
      readFileSync(path.join(root, folder, file), 'utf8')
        .replace(/\r\n?/g, '\n')
        .trim(),
    );
    if (!files.some(file => /^(?:licen[cs]e|copying)/i.test(file))) texts.unshift(writeMissingText(name, license, author));
    return { heading: `${name} ${version} (${license})`, text: texts.join('\n\n') };
  });
  const line = '-'.repeat(80);
  const intro = 'APIM Token Doctor is bundled from these packages and its own code. Each package is under its own licence, which follows.';
  const unique = packages.filter(
    ({ heading, text }, index) => packages.findIndex(one => one.heading === heading && one.text === text) === index,
  );
  return `${intro}\n${unique.map(({ heading, text }) => `\n${line}\n${heading}\n${line}\n\n${text}\n`).join('')}`;
}

/** Some packages name the MIT licence in their manifest and carry no text of it. */
function writeMissingText(name, license, author) {
  const holder = typeof author === 'string' ? author : author?.name;
  if (license !== 'MIT' || holder === undefined)
    throw new Error(`The package ${name} is bundled and carries no text of its licence (${license}).`);
  return `The package carries no text of its licence. Its manifest says: MIT, author ${holder}.

MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
}
