// npm run pictures: makes the pictures of the walkthrough and of README.md from the real product. Pack the extension first: npm run package.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startSession } from '../test/harness/session.mjs';
import { makeTenant } from '../test/harness/tenant.mjs';
import { Panel } from '../test/harness/panel.mjs';
import { root } from './run-command.mjs';

const folder = path.join(root, 'media/walkthrough');
const readme = path.join(root, 'docs/images');
const file = 'story.policy.xml';
/** A window in which policy and panel stand side by side without the rest of VS Code. */
const size = { width: 1000, height: 640 };

const tenant = await makeTenant();
const session = await startSession({
  name: 'pictures',
  files: { [file]: readFileSync(path.join(root, 'samples', file), 'utf8') },
  documents: tenant.documents,
  settings: {
    'workbench.activityBar.location': 'hidden',
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
    'editor.minimap.enabled': false,
  },
});
const { workbench, page } = session;

/** Saves what the page shows as WebP without loss: a tenth of what the page itself would save. */
async function save(name, clip) {
  const png = (await page.screenshot({ clip, animations: 'disabled' })).toString('base64');
  const webp = await page.evaluate(async data => {
    const image = new globalThis.Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = globalThis.document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 1).split(',')[1];
  }, png);
  const bytes = Buffer.from(webp, 'base64');
  writeFileSync(path.join(folder, `${name}.webp`), bytes);
  console.log(`${name}.webp: ${Math.round(bytes.length / 1024)} KiB`);
}

/** The part of the page that an element covers, or so many pixels of its top. */
async function areaOf(locator, height) {
  const box = await locator.boundingBox();
  return { ...box, height: Math.min(height ?? box.height, box.height) };
}

/** A picture of the whole page for README.md. */
const saveForReadme = name => page.screenshot({ path: path.join(readme, `${name}.png`), animations: 'disabled' });

try {
  await page.setViewportSize(size);
  await workbench.openFile(file);
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  const lens = text => page.locator('.codelens-decoration a').filter({ hasText: text }).first();
  await lens('Use the token on the clipboard').waitFor();
  const editors = page.locator('.part.editor');
  await lens('Use the token on the clipboard').hover();
  await save('token', await areaOf(editors, 330));
  await workbench.copy(await tenant.mint(1, 'externalId'));
  await lens('Use the token on the clipboard').click();
  await new Panel(workbench).shows('401', 'Rewrite');
  await lens('refuses').waitFor();
  await save('sample', await areaOf(editors));
  await saveForReadme('refused');
  await lens('Fix…').click();
  await workbench
    .action(/Rewrite as validate-jwt/)
    .first()
    .waitFor();
  await page.mouse.move(10, 10);
  await save('fix', await areaOf(editors, 460));
  await saveForReadme('rewrite');
  await workbench.choose(/Rewrite as validate-jwt/);
  await new Panel(workbench).shows('200');
  await lens(/^accepts/).waitFor();
  await saveForReadme('accepted');
} finally {
  await session.stop();
}
