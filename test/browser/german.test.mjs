// The product in a VS Code that is shown in German: by a language pack that the test makes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/run-command.mjs';
import { Panel } from '../harness/panel.mjs';
import { until } from '../harness/poll.mjs';
import { startSession } from '../harness/session.mjs';
import { makeTenant } from '../harness/tenant.mjs';

const file = 'story.policy.xml';
const tenant = await makeTenant();
const title = 'validate-azure-ad-token lehnt Tokens von External ID ab. validate-jwt verwenden.';
let session, workbench, panel;

before(async () => {
  session = await startSession({
    name: 'german',
    language: 'de',
    files: { [file]: readFileSync(path.join(root, 'samples', file), 'utf8') },
    documents: tenant.documents,
  });
  ({ workbench } = session);
  panel = new Panel(workbench);
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

test('the command palette has the commands in German, and the panel speaks it', async () => {
  await workbench.openFile(file);
  await workbench.command('Warum 401? Token (JWT) dekodieren und prüfen');
  await workbench.pasteMasked(await tenant.mint(1, 'externalId'));
  await panel.shows('401', 'Was das Gateway prüft', 'Gültigkeit');
  await session.screenshot('panel');
});

test('the findings are German in the Problems view', async () => {
  await workbench.command('Problems: Focus on Problems View');
  await workbench.problem(title).first().waitFor();
  await session.screenshot('problems');
});

test('the light bulb offers the rewrite in German, and what it writes is a policy like any other', async () => {
  await workbench.goTo(9, 20);
  const rewrite = /Als validate-jwt für External ID schreiben/;
  await workbench.openActions(rewrite);
  await session.screenshot('light-bulb');
  assert.ok((await workbench.action('hier stumm schalten').count()) > 0);
  await workbench.choose(rewrite);
  await workbench.line('<validate-jwt').waitFor();
  const text = async () => (await session.page.locator('.monaco-editor .view-line').allInnerTexts()).join('\n');
  await until('the policy without German', async () => !/[äöüß]/.test(await text()));
});

test('the status bar says in German how long the token lives', async () => {
  await workbench.statusItem(/Token: \d+ (?:min|h)/).waitFor();
  const spoken = await session.page.locator('.statusbar-item[aria-label*="Aktuelles Token"]').count();
  assert.equal(spoken, 1);
});
