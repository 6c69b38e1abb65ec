// npm run pictures: makes the pictures of the walkthrough and of README.md from the real product. Pack the extension first: npm run package.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Panel } from '../test/harness/panel.mjs';
import { startSession } from '../test/harness/session.mjs';
import { makeTenant } from '../test/harness/tenant.mjs';
import { root } from './run-command.mjs';

const walkthrough = path.join(root, 'media/walkthrough');
const readme = path.join(root, 'docs/images');
const file = 'story.policy.xml';
/** A window in which policy and panel stand side by side without the rest of VS Code. */
const size = { width: 1040, height: 520 };
/** Of the pictures: letters stay sharp with it, and a picture has half of the bytes that it has without loss. */
const quality = 0.6;
/** What is drawn beside the policy's text, and no reader of a picture needs. */
const plain = {
  'editor.fontSize': 12,
  'editor.guides.indentation': false,
  'editor.matchBrackets': 'never',
  'editor.overviewRulerBorder': false,
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.scrollbar.vertical': 'hidden',
  'window.commandCenter': false,
  'workbench.hover.delay': 600_000, // a hint names the file's folder
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.statusBar.visible': false,
};

const tenant = await makeTenant();
const session = await startSession({
  name: 'pictures',
  files: { [file]: readFileSync(path.join(root, 'samples', file), 'utf8') },
  documents: tenant.documents,
  settings: plain,
});
const { workbench, page } = session;
const panel = new Panel(workbench);

/** Saves what the page shows as WebP. `clip`: the part of it; the whole page where there is none. */
async function save(folder, name, clip) {
  const png = (await page.screenshot({ clip, animations: 'disabled' })).toString('base64');
  const make = async ([data, wanted]) => {
    const image = new globalThis.Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = globalThis.document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', wanted).split(',')[1];
  };
  const bytes = Buffer.from(await page.evaluate(make, [png, quality]), 'base64');
  writeFileSync(path.join(folder, `${name}.webp`), bytes);
  console.log(`${name}.webp: ${Math.round(bytes.length / 1024)} KiB`);
}

/** The part of the page that an element covers, or so many pixels of its top. */
async function areaOf(locator, height) {
  const box = await locator.boundingBox();
  return { ...box, height: Math.min(height ?? box.height, box.height) };
}

try {
  await page.setViewportSize(size);
  await workbench.openFile(file);
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  const lens = text => page.locator('.codelens-decoration a').filter({ hasText: text }).first();
  const editors = page.locator('.part.editor');
  await lens('Paste token').waitFor();
  await lens('Paste token').hover();
  await save(walkthrough, 'token', await areaOf(editors, 320));
  await workbench.copy(await tenant.mint(1, 'externalId'));
  await lens('Paste token').click();
  await panel.shows('401', 'Rewrite');
  await lens('refuses').waitFor();
  await page.mouse.move(10, 10);
  await save(walkthrough, 'sample', await areaOf(editors, 400));
  await save(readme, 'refused');
  await workbench.goTo(9, 45);
  const rewrite = /Rewrite as validate-jwt/;
  await workbench.openActions(rewrite);
  await page.mouse.move(10, 10);
  await save(walkthrough, 'fix', await areaOf(editors, 400));
  await save(readme, 'rewrite');
  await workbench.choose(/version 2\.0 form/);
  await workbench.line('<validate-jwt').waitFor();
  await workbench.copy(await tenant.mint(2, 'externalId'));
  await workbench.command('APIM Token Doctor: Decode Token from Clipboard');
  await lens(/^accepts/).waitFor();
  await workbench.command('APIM Token Doctor: Show Tenant Metadata');
  await page.locator('.editor-instance .monaco-editor.focused').filter({ hasText: 'jwks_uri' }).waitFor();
  await workbench.front(file);
  await lens(/^accepts$/).waitFor();
  await panel.tells('Metadata', '200', 'ciamlogin.com');
  const tabs = panel.page.getByRole('tablist');
  await tabs.evaluate(list => list.scrollIntoView({ block: 'start' }));
  await page.mouse.move(10, 10);
  await save(walkthrough, 'metadata', await areaOf(page.locator('.editor-group-container').last(), 480));
  await panel.tells('Token and policy', '200');
  await tabs.evaluate(() => globalThis.scrollTo(0, 0));
  await save(readme, 'accepted');
} finally {
  await session.stop();
}
