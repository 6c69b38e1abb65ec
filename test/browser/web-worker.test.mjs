// The extension as VS Code in a browser runs it: in a web worker, without Node, its server in a worker of its own.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/run-command.mjs';
import { Panel } from '../harness/panel.mjs';
import { until } from '../harness/poll.mjs';
import { startSession } from '../harness/session.mjs';
import { makeTenant } from '../harness/tenant.mjs';

const file = 'story.policy.xml';
const original = readFileSync(path.join(root, 'samples', file), 'utf8');
let session;

before(async () => {
  session = await startSession({
    name: 'web-worker',
    files: { [file]: original },
    // Sends an extension that has both kinds of entry to the worker.
    settings: { 'remote.extensionKind': { 'apim-token-doctor.apim-token-doctor': ['web'] } },
  });
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

test('a token is judged, and the policy rewritten', async () => {
  const { workbench, page, profile } = session;
  const tenant = await makeTenant();
  await workbench.openFile(file);
  await workbench.command('APIM Token Doctor: Decode Token');
  await workbench.pasteMasked(`Bearer ${await tenant.mint(1, 'externalId')}`);
  const panel = new Panel(workbench);
  await panel.shows('401', 'IDX40001');
  await workbench.tab(file).click();
  await workbench.goTo(9, 50);
  await workbench.openActions(/Rewrite as validate-jwt/);
  await workbench.choose(/Rewrite as validate-jwt/);
  await workbench.line('<validate-jwt').waitFor();
  await page.keyboard.press('Control+s');
  await until('the saved file', () => readFileSync(path.join(profile.workspace, file), 'utf8').includes('<validate-jwt'));
  await panel.shows('401', 'ciamlogin.com');
});

test('it ran in the worker, not in the host on Node', () => {
  const logs = path.join(session.profile.userData, 'logs');
  const log = readdirSync(logs, { recursive: true }).find(name => name.endsWith('remoteexthost.log'));
  const text = readFileSync(path.join(logs, log), 'utf8');
  assert.match(text, /_doActivateExtension vscode\./, 'the log names the extensions that ran there');
  assert.doesNotMatch(text, /_doActivateExtension apim-token-doctor\./);
});
