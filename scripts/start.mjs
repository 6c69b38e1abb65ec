// npm start: installs, builds, tells the product's story in the terminal, then opens VS Code on samples/.
// `npm start -- --no-editor` ends after the story; `npm start -- --port N` serves VS Code on that port.
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { installPackages } from './install-packages.mjs';
import { openEditor } from './open-editor.mjs';

const { values } = parseArgs({ options: { 'no-editor': { type: 'boolean', default: false }, port: { type: 'string', default: '0' } } });

try {
  await installPackages();
  await build();
  const { tellStory } = await import('./tell-story.mjs'); // it needs what was installed and built
  await tellStory();
  if (!values['no-editor']) await openEditor({ port: Number(values.port) });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
