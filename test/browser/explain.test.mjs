// Often there is no token, only a line of a trace: Explain Gateway Error leads from it to the place in the policy, and to its fixes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/run-command.mjs';
import { Panel } from '../harness/panel.mjs';
import { again, until } from '../harness/poll.mjs';
import { startSession } from '../harness/session.mjs';
import { addresses, ids, makeTenant } from '../harness/tenant.mjs';

const story = 'story.policy.xml';
const original = readFileSync(path.join(root, 'samples', story), 'utf8');
const withoutKeys = '<policies><inbound>\n  <validate-jwt header-name="Authorization" />\n</inbound></policies>\n';
const refused = `JWT Validation Failed: IDX40001: Issuer: '${addresses.externalIdIssuer.v1}', does not match any of the valid issuers provided for this application. .`;
const rewrite = /Rewrite as validate-jwt/;
let session, workbench, page, panel;

before(async () => {
  session = await startSession({ name: 'explain', files: { [story]: original, 'keys.xml': withoutKeys } });
  ({ workbench, page } = session);
  panel = new Panel(workbench);
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

const onDisk = name => readFileSync(path.join(session.profile.workspace, name), 'utf8');

/** Runs the command, pastes the text, and clicks in the panel on what is named `entry`, until that leads somewhere: a click on what the panel showed before counts for nothing. */
async function explain(text, entry, arrive) {
  await workbench.command('APIM Token Doctor: Explain Gateway Error');
  const input = page.locator('.quick-input-widget input[placeholder^="IDX"]');
  await workbench.paste(input, text);
  await page.keyboard.press('Enter');
  await panel.shows('What your text means', /IDX\d+/);
  await session.screenshot('panel');
  const button = panel.page.locator('.explained').getByRole('button', { name: entry }).first();
  await again(
    async timeout => {
      await page.keyboard.press('Escape'); // a list that is open from before lies over the page
      await button.click({ timeout });
      await arrive(timeout);
    },
    { turns: 6, patience: 10_000 },
  );
}

/** Whether the list of fixes is open, with that one. */
const seeFix = fix => timeout => workbench.choice(fix).waitFor({ timeout });

/** The text that is selected in the editor in front. */
async function selected() {
  await page.keyboard.press('Control+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

test('what the error means leads to its cause', async () => {
  await workbench.openFile(story);
  await explain(refused, /^line 9$/, timeout => until('the selection', async () => (await selected()) === ids.tenant, timeout));
});

test('what the policy shows by itself leads to its fix', async () => {
  await workbench.openFile('keys.xml');
  await workbench.squiggle('error').first().waitFor();
  await explain(
    'IDX10500: Signature validation failed. No security keys were provided to validate the signature.',
    /^Show fixes/,
    seeFix(/Insert an openid-config/),
  );
  await workbench.pick(/Insert an openid-config/);
  await workbench.line('<openid-config').waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+s');
});

test('without any token, the error of the founding story leads to the rewrite for the policy’s own tenant', async () => {
  await workbench.front(story);
  await explain(refused, /^Show fixes/, seeFix(rewrite));
  await session.screenshot('rewrites');
  await workbench.pick(rewrite);
  await workbench.line('<validate-jwt').waitFor();
  await page.keyboard.press('Control+s');
  const rewritten = await until('the saved file', () => onDisk(story) !== original && onDisk(story));
  assert.ok(rewritten.includes(`<openid-config url="${addresses.externalId}"`), rewritten);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+s');
  await until('the undone file', () => onDisk(story) === original);
});

test('with a token, it leads to the rewrite that the finding has', async () => {
  const tenant = await makeTenant();
  await workbench.command('APIM Token Doctor: Why 401? Decode and Validate Token');
  await workbench.pasteMasked(await tenant.mint(1, 'externalId'));
  await workbench.front(story);
  await workbench.squiggle('error').first().waitFor();
  await explain(refused, /^Show fixes/, seeFix(rewrite));
  await workbench.pick(rewrite);
  await workbench.line('<validate-jwt').waitFor();
});

test('the text that is pasted is compared with what is expected for the token in force', async () => {
  await workbench.openFile(story);
  await page.keyboard.press('Control+z');
  await panel.shows('401', 'External ID v1.0');
  await workbench.command('APIM Token Doctor: Explain Gateway Error');
  await page.locator('.quick-input-widget input[placeholder^="IDX"]').fill('IDX10214: Audience validation failed.');
  await page.keyboard.press('Enter');
  await panel.shows('Your text says IDX10214; for the token in force IDX40001 is expected: it was another token, or another policy.');
  await session.screenshot('other-token');
});
