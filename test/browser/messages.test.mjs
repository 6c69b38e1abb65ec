// VS Code makes a link that runs a command of `[text](command:…)` in a message. A token, a policy and a metadata document may hold such a text.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Panel } from '../harness/panel.mjs';
import { startSession } from '../harness/session.mjs';
import { ids } from '../harness/tenant.mjs';

const link = '[Fetch again](command:workbench.action.quickOpen?%22RUN%22)';
const inert = '[Fetch again] (command:workbench.action.quickOpen?%22RUN%22)';
const configuration = `https://login.microsoftonline.com/${ids.tenant}/v2.0/.well-known/openid-configuration`;
const policy = address =>
  `<policies>\n    <inbound>\n        <validate-jwt header-name="Authorization"><openid-config url="${address}" /></validate-jwt>\n    </inbound>\n</policies>\n`;
const sessions = [];

/** A session that is stopped at the end. */
const start = async options => {
  const session = await startSession(options);
  sessions.push(session);
  return session;
};

after(async () => {
  for (const session of sessions) await session.stop();
});

/** The message about it holds the text as it is, and no link. */
async function isInert({ page, workbench }) {
  const message = workbench.notification('Fetch again').first();
  await message.waitFor();
  assert.ok((await message.innerText()).includes(inert), await message.innerText());
  assert.equal(await page.locator('.notification-list-item-message a').count(), 0);
}

test('in Restricted Mode, a key id that is a link stays text in the error that is explained', async () => {
  const session = await start({ name: 'message-key-id', restricted: true, files: { 'policy.xml': policy(configuration) } });
  const { workbench, page, screenshot } = session;
  await workbench.openFile('policy.xml');
  await workbench.command('APIM Token Doctor: Explain Gateway Error');
  const input = page.locator('.quick-input-widget input[placeholder^="IDX"]');
  await workbench.paste(
    input,
    `IDX10501: Signature validation failed. Unable to match key: kid: '${link}$(key)\u202e'. Number of keys in TokenValidationParameters: '0'.`,
  );
  await page.keyboard.press('Enter');
  const panel = new Panel(workbench);
  // As it is, with what nobody sees made visible: the page makes nothing of a text.
  await panel.shows('What your text means', link, '$(key)', '\\u202e');
  assert.equal(await panel.page.locator('a').count(), 0);
  await screenshot('explained');
});

describe('an address that is a link stays text', () => {
  let session;
  before(async () => {
    session = await start({
      name: 'message',
      files: { 'link.xml': policy(link), 'policy.xml': policy(configuration) },
      documents: { [configuration]: { issuer: `https://login.microsoftonline.com/${ids.tenant}/v2.0`, jwks_uri: link } },
    });
  });

  test('in a policy', async () => {
    await session.workbench.openFile('link.xml');
    await session.workbench.command('APIM Token Doctor: Show Tenant Metadata');
    await isInert(session);
    await session.screenshot('address');
  });

  test('in a metadata document', async () => {
    const { workbench, screenshot } = session;
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.notification('Fetch again').first().waitFor({ state: 'hidden' });
    await workbench.openFile('policy.xml');
    await workbench.command('APIM Token Doctor: Show Tenant Metadata');
    await isInert(session);
    await screenshot('document');
  });
});
