// A token on a path of four scopes and a fragment: the stations in the panel, the products that lead there, the cure in the file with the cause.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Panel } from '../harness/panel.mjs';
import { again, until } from '../harness/poll.mjs';
import { startSession } from '../harness/session.mjs';
import { ids, makeTenant } from '../harness/tenant.mjs';
import { assertAccessible, chooseTheme, panelFrame, themes } from '../harness/themes.mjs';

const inbound = content => `<policies>\n  <inbound>\n${content}\n  </inbound>\n</policies>\n`;
const fragment = 'policy fragments/check-token/policy.xml';
const files = {
  'policy.xml': inbound('    <cors />'),
  'products/starter/policy.xml': inbound('    <base />\n    <rate-limit calls="5" renewal-period="60" />'),
  'products/starter/productInformation.json': '{"properties":{"subscriptionRequired":true}}',
  'products/starter/apis/orders/productApiInformation.json': '{}',
  'apis/orders/policy.xml': inbound('    <base />'),
  'apis/orders/apiInformation.json': '{"properties":{"path":"orders","subscriptionRequired":true}}',
  'apis/orders/operations/get/policy.xml': inbound('    <base />\n    <include-fragment fragment-id="check-token" />'),
  [fragment]: `<fragment>\n  <validate-azure-ad-token tenant-id="${ids.tenant}" />\n</fragment>\n`,
};
const tenant = await makeTenant();
const token = await tenant.mint(1, 'externalId');
let session, workbench, page, panel, pane;

before(async () => {
  session = await startSession({ name: 'paths', files, settings: { 'workbench.editor.labelFormat': 'default' } });
  ({ workbench, page } = session);
  panel = new Panel(workbench);
  pane = page.locator('.pane').filter({ has: page.locator('.pane-header').filter({ hasText: 'Request Paths' }) });
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

/** Opens a file by its path, as a person does who does not want to unfold folders. */
async function quickOpen(file) {
  // Files that were open before stand there, too, until the list is filtered.
  await (await workbench.ask('Go to File...', file, path.dirname(file))).click();
}

/** A row of the view of request paths. */
const row = text => pane.locator('.monaco-list-row').filter({ hasText: text });

test('the view of request paths is there before a policy was opened, and lists the APIs when it is unfolded', async () => {
  await pane.locator('.pane-header').click();
  await again(async timeout => {
    const api = row('orders').first();
    if ((await api.getAttribute('aria-expanded', { timeout })) !== 'true') await api.click({ timeout });
    await row('get (product starter)').first().waitFor({ timeout });
  });
  await row('get (product starter)').filter({ hasText: 'validate-azure-ad-token' }).waitFor();
  await session.screenshot('0-unfolded');
});

test('the panel shows the stations of the path, and that the fragment refuses the token', async () => {
  await quickOpen('operations/get/policy.xml');
  await workbench.line('include-fragment').waitFor();
  await workbench.command('APIM Token Doctor: Why 401? Decode and Validate Token');
  await workbench.pasteMasked(token);
  await panel.shows('401', 'fragment check-token');
  await panel.tells('Request path', 'fragment check-token: validate-azure-ad-token', 'refuses', 'decides');
  const stations = await panel.page.locator('.stations > li').allInnerTexts();
  assert.deepEqual(
    stations.map(text => text.split('\n')[0]),
    ['global: cors', 'product starter: rate-limit', 'API orders', 'operation get', 'fragment check-token: validate-azure-ad-token'],
  );
  await session.screenshot('1-stations');
});

for (const theme of Object.keys(themes)) {
  test(`${theme}: the stations, and the paths to choose from, can be read, and have a name and a role`, async () => {
    const frame = await chooseTheme(session, theme);
    await panel.page.locator('.path').scrollIntoViewIfNeeded();
    await session.screenshot(`1-${theme.toLowerCase().replaceAll(' ', '-')}`);
    await assertAccessible(frame);
  });
}

test('no station touches the edge of a narrow panel, in the list or in the line with its arrows', async () => {
  const frame = await panelFrame(workbench);
  const overflow = await frame.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const stations = [...document.querySelectorAll('.station, .track li')];
    return [stations.length, stations.map(each => each.getBoundingClientRect().right).filter(right => right >= edge)];
  });
  assert.deepEqual(overflow, [10, []]);
});

test('another way to the operation is chosen by keyboard, and is heard to be in force', async () => {
  const choice = panel.page.getByRole('button', { name: /orders \/ get \(no product\)/ });
  assert.equal(await choice.getAttribute('aria-pressed'), 'false');
  await again(async timeout => {
    await choice.focus({ timeout });
    await page.keyboard.press('Enter');
    await panel.page.getByRole('button', { name: /orders \/ get \(no product\)/, pressed: true }).waitFor({ timeout });
  });
  await until(
    'the stations of the other path',
    async () => !(await panel.page.locator('.stations').innerText()).includes('product starter'),
  );
  await session.screenshot('2-other-path');
});

test('the view of request paths lists APIs and operations with what is answered', async () => {
  await row('get (product starter)').filter({ hasText: '401' }).waitFor();
  await session.screenshot('3-tree');
  await row('get (product starter)').click();
  await page.locator('.tab.active').filter({ hasText: 'policy.xml' }).waitFor();
  await workbench.line('validate-azure-ad-token').waitFor();
  await session.screenshot('4-deciding-line');
});

test('the panel leads from the operation to the cause in the fragment, and it is cured there: the path answers otherwise', async () => {
  await quickOpen('operations/get/policy.xml');
  await workbench.line('include-fragment').waitFor();
  await panel.shows('policy fragments/check-token/policy.xml:2', 'Show fixes');
  await again(async timeout => {
    const fix = workbench.choice(/Rewrite as validate-jwt for External ID, both forms/);
    if (!(await fix.isVisible())) await panel.page.locator('.verdict button.primary', { hasText: 'Show fixes' }).click({ timeout });
    await fix.waitFor({ timeout });
  });
  await session.screenshot('5-fixes-of-the-cause');
  await workbench.pick(/Rewrite as validate-jwt for External ID, both forms/);
  await workbench.line('validate-jwt').waitFor();
  await quickOpen('operations/get/policy.xml');
  await workbench.line('include-fragment').waitFor();
  await panel.tells('Request path', 'fragment check-token: validate-jwt', text => !/\brefuses\b/.test(text));
  await session.screenshot('5-cured');
  // The editor saves by itself a moment later.
  const saved = () => readFileSync(path.join(session.profile.workspace, fragment), 'utf8');
  await until('the saved fragment', () => saved().includes('<validate-jwt'));
  const operation = 'apis/orders/operations/get/policy.xml';
  assert.equal(readFileSync(path.join(session.profile.workspace, operation), 'utf8'), files[operation], 'no other file was changed');
});
