// The extension in the browser's own extension host: a web worker, with the language server in another one. No Node anywhere.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/run-command.mjs';
import { Panel } from '../harness/panel.mjs';
import { until } from '../harness/poll.mjs';
import { startSession } from '../harness/session.mjs';
import { addresses, makeTenant } from '../harness/tenant.mjs';

const story = 'story.policy.xml';
const tenant = await makeTenant();
let session, panel;

before(async () => {
  session = await startSession({
    name: 'web',
    files: { 'list.xml': '<list />\n', [story]: readFileSync(path.join(root, 'samples', story), 'utf8') },
    settings: { 'remote.extensionKind': { 'apim-token-doctor.apim-token-doctor': ['web'] } },
  });
  panel = new Panel(session.workbench);
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

test('the sample is judged in the worker', async () => {
  const { workbench } = session;
  await workbench.openFile('list.xml');
  await workbench.command('APIM Token Doctor: Open Sample');
  await panel.shows('401', 'External ID v1.0', 'sample');
  await workbench.squiggle('error').first().waitFor();
  await panel.check('Signature', 'Passes');
});

test('a pasted token is judged there, too', async () => {
  const { workbench } = session;
  await workbench.command('APIM Token Doctor: Why 401? Decode and Validate Token');
  await workbench.pasteMasked(`Bearer ${await tenant.mint(2, 'externalId')}`);
  await panel.shows('401', 'External ID v2.0');
  await panel.tells('All claims', 'version 2.0', addresses.externalIdIssuer.v2);
});

test('a policy is rewritten there, and saved', async () => {
  const { workbench, page, profile } = session;
  await workbench.openFile(story);
  await panel.shows(story, '401');
  await workbench.goTo(9, 50);
  await workbench.openActions(/Rewrite as validate-jwt/);
  await workbench.choose(/Rewrite as validate-jwt/);
  await workbench.line('<validate-jwt').waitFor();
  await page.keyboard.press('Control+s');
  await until('the saved file', () => readFileSync(path.join(profile.workspace, story), 'utf8').includes(addresses.externalId));
});

test('the extension host on Node has not activated it', () => {
  const logs = path.join(session.profile.dir, 'user-data', 'logs');
  const [log] = readdirSync(logs, { recursive: true }).filter(file => file.endsWith('remoteexthost.log'));
  const text = readFileSync(path.join(logs, log), 'utf8');
  assert.match(text, /_doActivateExtension vscode\./, 'the log tells what is activated');
  assert.doesNotMatch(text, /_doActivateExtension apim-token-doctor/);
});
