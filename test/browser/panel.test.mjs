// The panel in each kind of theme, by keyboard alone, as a screen reader gets it, and after the window was loaded again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Panel } from '../harness/panel.mjs';
import { until } from '../harness/poll.mjs';
import { startSession } from '../harness/session.mjs';
import { assertAccessible, chooseTheme, panelFrame, themes } from '../harness/themes.mjs';

let session, workbench, page, panel;

before(async () => {
  session = await startSession({ name: 'panel', files: { 'readme.txt': 'no policy' } });
  ({ workbench, page } = session);
  panel = new Panel(workbench);
  await workbench.command('APIM Token Doctor: Open Sample');
  await panel.shows('401', 'IDX40001', 'sample');
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

for (const theme of Object.keys(themes)) {
  test(`${theme}: everything in the panel can be read, and has a name and a role`, async () => {
    const frame = await chooseTheme(session, theme);
    await session.screenshot(theme.toLowerCase().replaceAll(' ', '-'));
    await assertAccessible(frame);
  });
}

test('by keyboard alone: from the panel to the list of fixes on the line with the cause', async () => {
  await page.keyboard.press('Control+2'); // the second group of editors
  const frame = await panelFrame(workbench);
  await until('the focus in the panel', () => frame.evaluate(() => document.hasFocus()));
  const seen = [];
  const reach = async name => {
    for (let left = 20; left > 0; left--) {
      await page.keyboard.press('Tab');
      const { label, outline } = await frame.evaluate(() => {
        const { activeElement: focused } = document;
        return {
          label: focused?.textContent?.trim() ?? '',
          outline: focused === null ? '' : globalThis.getComputedStyle(focused).outlineStyle,
        };
      });
      seen.push(label.slice(0, 40));
      if (label !== name) continue;
      assert.notEqual(outline, 'none', 'the focus can be seen');
      return;
    }
    assert.fail(`Tab does not reach ${name}, but ${seen.join(', ')}`);
  };
  await reach('Show fixes');
  await session.screenshot('focus');
  await page.keyboard.press('Enter');
  await workbench
    .action(/Rewrite as validate-jwt/i)
    .first()
    .waitFor();
  await session.screenshot('fixes');
  await page.keyboard.press('Escape');
});

test('by keyboard alone: what a next step has to copy is in the clipboard, and a screen reader hears it', async () => {
  const frame = workbench.webview();
  const copy = frame.getByRole('button', { name: /^Copy element: / }).first();
  const wanted = await copy.locator('xpath=ancestor::div[@class="copy"]').locator('pre').innerText();
  assert.match(wanted, /^<openid-config /);
  await copy.scrollIntoViewIfNeeded();
  await copy.focus();
  await page.keyboard.press('Enter');
  await until('the words for a screen reader', async () => (await frame.locator('.told').textContent()) === 'Copied.');
  assert.equal(await copy.evaluate(button => button === button.ownerDocument.activeElement), true);
  await session.screenshot('copied');
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim(), wanted.trim());
});

test('who types in the policy goes on typing there, while the panel writes its findings anew', async () => {
  await workbench.webview().locator('.findings button', { hasText: 'Go to line' }).first().click();
  await until('the place', async () => (await workbench.statusItem('Ln 9').count()) > 0);
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await page.keyboard.press('Home');
  const typed = '<validate-jwt a="b"></validate-jwt>';
  await page.keyboard.type(typed, { delay: 120 });
  await panel.shows('unknown-attribute');
  await page.keyboard.type('<!-- on -->', { delay: 30 });
  await workbench.line('<!-- on -->').waitFor();
});

test('after the window was loaded again the panel is back, and the token is gone', async () => {
  await page.reload();
  await panel.shows(/no token/i);
  await workbench.command('APIM Token Doctor: Open Sample');
  await panel.shows('401', 'IDX40001', 'sample');
});
