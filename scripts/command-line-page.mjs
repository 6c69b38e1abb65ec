// docs/command-line.md: what the program's help says of each command stands in the page written by hand, between its marks.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

/** The page with the help as it is now. A command without marks is a mistake. */
export async function writeCommandLinePage(root) {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { writeHelp } from './run.js'; export { commandNames } from './options.js';
export { englishCli } from './sentences/english/index.js';`,
      resolveDir: path.join(root, 'src/cli'),
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
  });
  const program = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(program, program.exports, createRequire(import.meta.url));
  const { writeHelp, commandNames, englishCli } = program.exports;
  let page = readFileSync(path.join(root, 'docs/command-line.md'), 'utf8');
  for (const name of commandNames) {
    const marked = new RegExp(`(<!-- help of ${name} -->\n)[^]*?(<!-- end -->)`);
    if (!marked.test(page))
      throw new Error(`docs/command-line.md has no place for the help of ${name}: <!-- help of ${name} --> … <!-- end -->`);
    page = page.replace(marked, (_, start, end) => `${start}\n\`\`\`text\n${writeHelp(englishCli, name)}\`\`\`\n\n${end}`);
  }
  return page;
}
