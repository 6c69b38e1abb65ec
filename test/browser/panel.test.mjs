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
  await panel.shows('401', 'External ID v1.0', 'sample');
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

test('by keyboard alone: from the panel to the list of fixes on the line with the cause', async () => {
  await workbench.command('APIM Token Doctor: Show Token Panel');
  const frame = await panelFrame(workbench);
  await until('the focus in the panel', () => frame.evaluate(() => document.hasFocus()));
  const seen = [];
  const reach = async (name, most) => {
    for (let left = most; left > 0; left--) {
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
  await reach('Show fixes', 30);
  await session.screenshot('focus');
  await page.keyboard.press('Enter');
  await workbench.choice(/Rewrite as validate-jwt/i).waitFor();
  await session.screenshot('fixes');
  await page.keyboard.press('Escape');
});

for (const theme of Object.keys(themes)) {
  test(`${theme}: everything in the panel can be read, and has a name and a role`, async () => {
    const frame = await chooseTheme(session, theme);
    await session.screenshot(theme.toLowerCase().replaceAll(' ', '-'));
    for (const tab of ['Token and policy', 'All claims', "Gateway's text", 'Metadata']) {
      await panel.tells(tab);
      await assertAccessible(frame);
      await session.screenshot(`${theme} ${tab}`.toLowerCase().replaceAll(/[^a-z]+/g, '-'));
    }
    await panel.tells('Token and policy');
  });
}

test('by keyboard alone: what a next step has to copy is in the clipboard, and a screen reader hears it', async () => {
  const frame = workbench.webview();
  await frame.locator('#check-detail details', { hasText: 'By hand' }).evaluate(details => (details.open = true));
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
  await panel.shows(/\d findings?/);
  await page.keyboard.type('<!-- on -->', { delay: 30 });
  await workbench.line('<!-- on -->').waitFor();
  await panel.chip('\\d findings?').click();
  await panel.shows('unknown-attribute');
});

test('the cure is one click away: the policy is rewritten, the changed lines are in view, the answer follows, and one step undoes it', async () => {
  await workbench.command('APIM Token Doctor: Open Sample');
  await panel.shows('401', 'Rewrite line 9 → 200');
  const button = workbench.webview().locator('.verdict button.primary');
  const words = await workbench.webview().locator('.verdict :is(.answer, h1, .difference, button.primary)').allInnerTexts();
  // An id and an address count as one; what stands in the card beside these is quiet.
  const count = words
    .join(' ')
    .split(/[\s→]+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word)).length;
  assert.ok(count <= 40, `${count} words: ${words.join(' | ')}`);
  await button.click();
  await workbench.webview().locator('.verdict .status', { hasText: '200' }).waitFor();
  await workbench.line('<validate-jwt').waitFor();
  await session.screenshot('cured');
  await page.keyboard.press('Control+1'); // the first group of editors
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+z');
  await panel.shows('401', 'Rewrite line 9 → 200');
});

test('two tokens of the session are switched in the panel, and compared', async () => {
  const frame = workbench.webview();
  await frame.getByRole('button', { name: 'Use the Other Version' }).click();
  await panel.shows('External ID v2.0');
  await frame.getByLabel('Compare with').selectOption({ index: 1 });
  await panel.shows(/\d+ differ, \d+ are the same/);
  await session.screenshot('compared');
  await frame.getByLabel('Token in force').selectOption({ index: 0 });
  await panel.shows('401', /1: External ID v1\.0/);
});

test('a claim is found, its value copied, and the report for others has no personal value', async () => {
  const frame = workbench.webview();
  await panel.tells('All claims');
  await frame.getByLabel('Filter claims').fill('appid');
  await until('the filtered claims', async () => (await frame.getByRole('rowheader', { name: 'iss', exact: true }).count()) === 0);
  await frame.getByRole('button', { name: 'Copy appid' }).first().click();
  await until('the words for a screen reader', async () => (await frame.locator('.told').textContent()) === 'Copied.');
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^[0-9a-f-]{36}$/);
  await frame.getByRole('button', { name: 'Copy Redacted Report' }).click();
  await until('the report', async () => (await page.evaluate(() => navigator.clipboard.readText())).startsWith('## 401'));
  await frame.getByLabel('Filter claims').fill('');
});

test('the panel fits 220 pixels, which is as narrow as it gets, and 200 % zoom', async () => {
  const frame = await panelFrame(workbench);
  await workbench.command('View: Close Primary Side Bar');
  for (const [width, height] of [
    [700, 450],
    [500, 900],
  ]) {
    await page.setViewportSize({ width, height });
    await until(`the width ${width}`, () => frame.evaluate(most => document.documentElement.clientWidth <= most, width / 2));
    const [scrollWidth, clientWidth] = await frame.evaluate(() => {
      const { scrollWidth: wanted, clientWidth: there } = document.documentElement;
      return [wanted, there];
    });
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} of ${clientWidth} pixels`);
    await session.screenshot(`narrow-${width}`);
  }
  await page.setViewportSize({ width: 1400, height: 900 });
  await workbench.command('Explorer: Focus on Folders View');
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
});

test('another kind of file in front is said, and the answer is not taken for one about it', async () => {
  await page.keyboard.press('Control+1'); // else it opens over the panel, which has the focus
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await workbench.openFile('readme.txt');
  await panel.shows('Another file is in front.');
  await session.screenshot('away');
});

test('after the window was loaded again the panel is back, and the token is gone', async () => {
  await page.reload();
  await panel.shows(/no token/i);
  await workbench.command('APIM Token Doctor: Open Sample');
  await panel.shows('401', 'External ID v1.0', 'sample');
});
