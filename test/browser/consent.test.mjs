// Whom this machine talks to is the user's decision: hosts that are not Microsoft's, and folders that are not trusted.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Panel } from '../harness/panel.mjs';
import { until } from '../harness/poll.mjs';
import { startSession } from '../harness/session.mjs';
import { ids, makeTenant } from '../harness/tenant.mjs';

const issuer = 'https://identity.shop.example';
const configuration = `${issuer}/.well-known/openid-configuration`;
const policy = element => `<policies>\n    <inbound>\n        ${element}\n    </inbound>\n</policies>\n`;
const question = 'Fetch metadata and signing keys from identity.shop.example?';
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

test('a host that is not one of Microsoft’s is asked only after the user agreed', async () => {
  const { workbench, metadata, screenshot } = await start({
    name: 'consent',
    files: { 'policy.xml': policy(`<validate-jwt header-name="Authorization"><openid-config url="${configuration}" /></validate-jwt>`) },
    documents: { [configuration]: { issuer, jwks_uri: `${issuer}/keys` }, [`${issuer}/keys`]: { keys: [] } },
  });
  await workbench.openFile('policy.xml');
  await workbench.command('APIM Token Doctor: Show Tenant Metadata');
  await workbench.answer(question, 'Cancel');
  await workbench.notification(configuration).first().waitFor(); // it says what is missing
  assert.deepEqual(metadata.asked, []);

  await workbench.tab('policy.xml').click();
  await workbench.command('APIM Token Doctor: Show Tenant Metadata');
  await screenshot('question');
  await workbench.answer(question, 'Fetch');
  await until('the documents to be asked for', () => metadata.asked.includes(`${issuer}/keys`));
  assert.deepEqual(metadata.asked, [configuration, `${issuer}/keys`]);
});

test('in Restricted Mode a token is decoded and judged, and nothing is fetched', async () => {
  const tenant = await makeTenant();
  const { workbench, metadata, screenshot } = await start({
    name: 'restricted',
    restricted: true,
    files: { 'policy.xml': policy(`<validate-azure-ad-token tenant-id="${ids.tenant}" />`) },
    documents: tenant.documents,
  });
  await workbench.openFile('policy.xml');
  await workbench.command('APIM Token Doctor: Decode Token');
  await workbench.pasteMasked(await tenant.mint(1, 'externalId'));
  await new Panel(workbench).shows('401', 'IDX40001');
  await workbench.tab('policy.xml').click();
  await workbench.command('APIM Token Doctor: Show Tenant Metadata');
  await workbench.notification('In Restricted Mode no metadata is fetched').first().waitFor();
  await screenshot('message');
  assert.deepEqual(metadata.asked, []);
});
