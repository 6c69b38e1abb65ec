// Many places at once: from the light bulb and from the palette, shown in the Refactor Preview before anything changes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { again, until } from '../harness/poll.mjs';
import { startSession } from '../harness/session.mjs';

const element = `        <validate-azure-ad-token tenant-id="11111111-2222-3333-4444-555555555555">
            <audiences>
                <audience>api://orders</audience>
            </audiences>
        </validate-azure-ad-token>
`;
const policy = (...elements) => `<policies>\n    <inbound>\n${elements.join('        <!-- stays -->\n')}    </inbound>\n</policies>\n`;
const messy = policy(element.replace('tenant-id', 'tenantId'));
const clean = policy(element);
/** As a file can stand on disk: with a byte order mark and CRLF. */
const marked = text => `\ufeff${text.replaceAll('\n', '\r\n')}`;
const files = {
  'twice.xml': policy(element, element),
  'open.xml': messy,
  'closed.xml': marked(messy),
  'far.policy.xml': messy,
  'list.xml': '<list tenantId="x" />\n',
};

let session, workbench, page;
const onDisk = name => readFileSync(path.join(session.profile.workspace, name), 'utf8');

/** A file in the Refactor Preview. */
const previewed = name => page.locator('.bulk-edit-panel .monaco-list-row').filter({ hasText: name }).first();
/** Ticks a file in the Refactor Preview. */
const tick = async name => {
  await previewed(name).waitFor();
  await again(timeout => previewed(name).locator('.edit-checkbox').first().check({ timeout }));
};
const apply = async () => {
  await page.locator('.bulk-edit-panel').getByRole('button', { name: 'Apply' }).click();
  await page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor({ state: 'hidden' });
};

before(async () => {
  session = await startSession({ name: 'fix-all', files });
  ({ workbench, page } = session);
});
after(() => session?.stop());

test('in this file: shown first, then one change that one undo step takes back', async () => {
  await workbench.openFile('twice.xml');
  await workbench.goTo(3, 15);
  await workbench.openActions(/^Fix all in this file: Rewrite as validate-jwt/);
  await session.screenshot('actions');
  await workbench.choose(/^Fix all in this file: Rewrite as validate-jwt: the tenant/);
  await previewed('twice.xml').waitFor();
  assert.equal(onDisk('twice.xml'), files['twice.xml']);
  await tick('twice.xml');
  await session.screenshot('preview');
  await apply();
  await page.keyboard.press('Control+s');
  const rewritten = await until('the saved file', () => onDisk('twice.xml') !== files['twice.xml'] && onDisk('twice.xml'));
  assert.equal(rewritten.match(/<validate-jwt /g)?.length, 2);
  assert.ok(rewritten.includes('        <!-- stays -->\n'));
  await workbench.front('twice.xml');
  await workbench.line('<policies>').click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+s');
  await until('the file as it was', () => onDisk('twice.xml') === files['twice.xml']);
});

test('in the workspace: files that nobody has open, and an open one as it is in the editor', async () => {
  await workbench.openFile('open.xml');
  await workbench.line('<policies>').waitFor();
  await workbench.goTo(1, 1);
  await page.keyboard.type('<!-- not saved -->');
  await workbench.command('Fix All in Workspace');
  await workbench.choice('No effect on any token').waitFor();
  await session.screenshot('list');
  await workbench.choice('No effect on any token').click();
  for (const name of ['closed.xml', 'far.policy.xml', 'open.xml']) await tick(name);
  await session.screenshot('preview-of-the-workspace');
  await apply();
  await until('the closed files', () => onDisk('closed.xml') === marked(clean) && onDisk('far.policy.xml') === clean).catch(() => {
    assert.deepEqual([onDisk('closed.xml'), onDisk('far.policy.xml')], [marked(clean), clean]);
  });
  await workbench.front('open.xml');
  await workbench.line('tenant-id').waitFor();
  await page.keyboard.press('Control+s');
  await until('the open file', () => onDisk('open.xml') === `<!-- not saved -->${clean}`);
  assert.equal(onDisk('list.xml'), files['list.xml']);
});
