// What the product shows in the editor itself, beside the panel: lines above policies and tokens, hovers, fixes, silence.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/run-command.mjs';
import { Panel } from '../harness/panel.mjs';
import { until } from '../harness/poll.mjs';
import { startSession } from '../harness/session.mjs';
import { makeTenant } from '../harness/tenant.mjs';

const file = 'story.policy.xml';
const request = 'call.http';
const original = readFileSync(path.join(root, 'samples', file), 'utf8');
const tenant = await makeTenant();
const tokens = { v1: await tenant.mint(1, 'externalId'), workforce: await tenant.mint(2, 'workforce') };
let session, workbench, page, panel;

before(async () => {
  session = await startSession({
    name: 'editor',
    files: { [file]: original, [request]: `GET https://shop.example/orders\nAuthorization: Bearer ${tokens.workforce}\n` },
    documents: tenant.documents,
  });
  ({ workbench, page } = session);
  panel = new Panel(workbench);
  // Narrow enough that lines of the policy do not fit beside the panel.
  await page.setViewportSize({ width: 1000, height: 900 });
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

/** A line between the lines of the editor. */
const lens = text => page.locator('.monaco-editor .codelens-decoration a').filter({ hasText: text }).first();

/** How far the editor that shows `text` has scrolled sideways, in pixels. */
const scrolledBy = text =>
  page
    .locator('.editor-instance')
    .filter({ hasText: text })
    .first()
    .evaluate(editor => {
      const margin = editor.querySelector('.margin').getBoundingClientRect();
      const lines = editor.querySelector('.lines-content').getBoundingClientRect();
      return Math.round(margin.right - lines.left);
    });

test('the menu of a selection in any file offers to decode it, before anything of the product runs', async () => {
  await workbench.openFile(request);
  await workbench.line('Authorization').click();
  await page.keyboard.press('Control+a');
  await workbench.line('Authorization').click({ button: 'right' });
  const entry = page.locator('.monaco-menu').getByRole('menuitem', { name: 'Decode Token in Selection' });
  await entry.waitFor();
  await session.screenshot('1-menu');
  await page.keyboard.press('Escape');
});

test('the palette finds the command by each word that people try', async () => {
  for (const word of ['401', 'jwt', 'token', 'validate']) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input[aria-controls]').fill(`>${word}`);
    await workbench.choice('Why 401? Decode and Validate Token (JWT)').waitFor();
    await page.keyboard.press('Escape');
  }
});

test('a policy without a token says where an answer is to be had, and fetches nothing', async () => {
  await workbench.openFile(file);
  await lens('Why 401? Paste token').waitFor();
  await workbench.statusItem('Why 401?').waitFor();
  await session.screenshot('2-invitation');
  assert.deepEqual(session.metadata.asked, []);
});

/** Waits until changed lines are in view, from their beginnings. */
async function sawChange() {
  await until('the beginnings of the lines', async () => (await scrolledBy('validate-jwt')) === 0);
  assert.ok(await workbench.line('<validate-jwt').isVisible());
}

/** How many words a text has; an id or an address is one. */
const countWords = text => text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;

test('from "token on the clipboard, policy open" to "fixed" it takes two clicks and few words', async () => {
  const clicks = [];
  const words = [];
  const click = async target => {
    clicks.push(await target.innerText());
    await target.click();
  };
  await workbench.copy(tokens.v1);
  words.push(await lens('Paste token').innerText());
  await click(lens('Paste token'));

  const card = panel.page.locator('.verdict');
  const cure = card.locator('button.primary');
  await cure.filter({ hasText: 'Rewrite line' }).waitFor();
  await lens('refuses · issuer').waitFor();
  await lens('Fix…').waitFor();
  await session.screenshot('3-answer');
  for (const part of ['.answer .status', 'h1', '.difference', 'button.primary']) words.push(...(await card.locator(part).allInnerTexts()));
  await click(cure);

  await workbench.line('<validate-jwt').waitFor();
  await lens(/^accepts/).waitFor();
  assert.equal(clicks.length, 2);
  const said = words.join('\n');
  assert.ok(countWords(said) <= 26, `${countWords(said)} words:\n${said}`);
  assert.deepEqual(session.metadata.asked, [], 'nothing was fetched');
  await sawChange();
  await session.screenshot('3-fixed');
  await workbench.tab(file).click();
  await page.keyboard.press('Control+z');
  await lens('refuses · issuer').waitFor();
});

test('a hover on a value shows the token’s beside it', async () => {
  await workbench.tab(file).click();
  await workbench.goTo(9, 60);
  await workbench.command('Show or Focus Hover');
  const hover = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: "The token's iss" });
  await hover.first().waitFor();
  await session.screenshot('4-hover');
  assert.match(await hover.first().innerText(), /ciamlogin\.com[\s\S]*\(issuer: fails\)/);
  await page.keyboard.press('Escape');
});

test('Fix… opens the fixes; after one the changed lines are in view, and nothing is scrolled sideways', async () => {
  await lens('Fix…').click();
  const rewrite = /Rewrite as validate-jwt/;
  await workbench.choice(rewrite).waitFor();
  await session.screenshot('5-fixes');
  await until('the beginning of the line', async () => (await scrolledBy('validate-azure-ad-token')) === 0);
  await workbench.pick(rewrite);
  await workbench.line('<validate-jwt').waitFor();
  await sawChange();
  await session.screenshot('6-fixed');
  await page.keyboard.press('Control+z');
  await lens('refuses · issuer').waitFor();
});

test('what is found can be silenced here, by a comment, and in the workspace, by a setting', async () => {
  await workbench.tab(file).click();
  await workbench.goTo(9, 35);
  const here = /Silence external-id-unsupported here/;
  await workbench.openActions(here);
  await session.screenshot('7-silence');
  await workbench.choose(here);
  await workbench.line('apim-token-doctor-disable-next-line external-id-unsupported').waitFor();
  await page.keyboard.press('Control+z');
  await workbench.goTo(9, 35);
  const everywhere = /Silence external-id-unsupported in this workspace/;
  await workbench.openActions(everywhere);
  await workbench.choose(everywhere);
  const settings = path.join(session.profile.workspace, '.vscode/settings.json');
  await until('the setting', () => {
    try {
      return JSON.parse(readFileSync(settings, 'utf8'))['apimTokenDoctor.rules']['external-id-unsupported'] === 'off';
    } catch {
      return false;
    }
  });
});

test('a token in a file is offered where it stands, by a link that does not hold it', async () => {
  await workbench.openFile(request);
  await lens('Use this token').waitFor();
  await workbench.goTo(2, 40);
  await workbench.command('Show or Focus Hover');
  const link = page.locator('.monaco-hover:not(.hidden) a').filter({ hasText: 'Use this token' });
  await link.first().waitFor();
  await session.screenshot('8-token');
  const [, payload, signature] = tokens.workforce.split('.');
  const html = await page.locator('.monaco-hover:not(.hidden)').first().innerHTML();
  for (const part of [payload, signature]) assert.ok(!html.includes(part), 'the hover holds the token');
  await page.keyboard.press('Escape');
  await lens('Use this token').click();
  await panel.shows(/workforce/i);
});

test('another token of the session is put in force from the status bar', async () => {
  await workbench.statusItem('Token:').first().click();
  await workbench.choice('External ID').click();
  await panel.shows(/External ID/);
});
