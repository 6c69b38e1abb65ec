// A policy whose tenant is a template variable and whose audience is a named value: a set of values is chosen, a value is typed in, and both are forgotten.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Panel } from '../harness/panel.mjs';
import { again, until } from '../harness/poll.mjs';
import { startSession } from '../harness/session.mjs';
import { ids, makeTenant } from '../harness/tenant.mjs';

const policy = `<policies>
    <inbound>
        <validate-jwt header-name="Authorization" require-scheme="Bearer">
            <openid-config url="https://login.microsoftonline.com/\${tenant}/v2.0/.well-known/openid-configuration" />
            <audiences>
                <audience>{{orders-api}}</audience>
            </audiences>
        </validate-jwt>
    </inbound>
</policies>
`;
const files = {
  'orders.xml': policy,
  'infra/dev.tfvars': `tenant = "${ids.tenant}"\n`,
  'infra/prod.tfvars': 'tenant = "99999999-8888-7777-6666-555555555555"\n',
};
// VS Code leaves the braces of a named value out of the titles that it shows.
const supplyTitle = /Supply a value for (?:\{\{)?orders-api/;
const tenant = await makeTenant();
let session, workbench, page, panel;

before(async () => {
  session = await startSession({ name: 'values', files });
  ({ workbench, page } = session);
  panel = new Panel(workbench);
  await workbench.openFile('orders.xml');
  await workbench.command('APIM Token Doctor: Why 401? Decode and Validate Token');
  await workbench.pasteMasked(await tenant.mint(2, 'workforce'));
  await panel.check('Issuer', 'Not decided');
  await panel.check('Audience', 'Not decided');
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

/** Chooses a row of the list that a command shows, and waits until it is closed. */
async function choose(command, row) {
  await workbench.command(command);
  await workbench.choice(row).click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

test('the set that is chosen is what the policy is judged with, and the folder remembers it', async () => {
  await workbench.command('APIM Token Doctor: Choose Values');
  await workbench.choice('prod').waitFor();
  const rows = await page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
  assert.ok(
    ['dev', 'prod', 'No set'].every(word => rows.some(text => text.includes(word))),
    rows.join('\n'),
  );
  await session.screenshot('1-sets');
  await workbench.choice('prod').click();
  await panel.check('Issuer', 'Fails');
  const settings = path.join(session.profile.workspace, '.vscode/settings.json');
  await until(
    'the remembered set',
    () => existsSync(settings) && readFileSync(settings, 'utf8').includes('"apimTokenDoctor.valueSet": "prod"'),
  );
  await choose('APIM Token Doctor: Choose Values', 'dev');
  await panel.check('Issuer', 'Passes');
  await session.screenshot('2-other-set');
});

test('the set in force is marked in the list, and the choice can be taken back', async () => {
  await workbench.command('APIM Token Doctor: Choose Values');
  await workbench.choice(/dev.*in force/).waitFor();
  await workbench.choice('No set').click();
  await panel.check('Issuer', 'Not decided');
});

test('a value that a finding waits for is typed in from the light bulb, and a secret or another text is not taken', async () => {
  await workbench.tab('orders.xml').click();
  await workbench.goTo(6, 30);
  const supply = async value => {
    const input = page.locator('.quick-input-widget .quick-input-box input');
    // A busy page can close the menu without taking the choice.
    await again(async timeout => {
      if (await input.isVisible()) return;
      await workbench.openActions(supplyTitle);
      await workbench.choose(supplyTitle);
      await input.waitFor({ timeout });
    });
    await input.fill(value);
    await session.screenshot('3-typed');
    await input.press('Enter');
  };
  await supply('{not a value}');
  await workbench.notification('This is no value for orders-api').waitFor();
  await panel.check('Audience', 'Not decided');
  await workbench.tab('orders.xml').click();
  await workbench.goTo(6, 30);
  await supply(ids.api);
  await panel.check('Audience', 'Passes');
  await session.screenshot('4-supplied');
});

test('it is remembered for the workspace alone, in no file of it, and is forgotten on demand', async () => {
  await page.reload();
  await workbench.line('orders-api').waitFor();
  await workbench.command('APIM Token Doctor: Why 401? Decode and Validate Token');
  await workbench.pasteMasked(await tenant.mint(2, 'workforce'));
  await panel.check('Audience', 'Passes');
  assert.doesNotMatch(readFileSync(path.join(session.profile.workspace, '.vscode/settings.json'), 'utf8'), new RegExp(ids.api));
  await workbench.command('APIM Token Doctor: Forget Supplied Values');
  await panel.check('Audience', 'Not decided');
});

test('the view of request paths says what it lists, where the workspace has policies and no APIs', async () => {
  const pane = page.locator('.pane').filter({ has: page.locator('.pane-header').filter({ hasText: 'Request Paths' }) });
  await pane.locator('.pane-header').click();
  await pane.getByText('No APIs were found in this workspace').waitFor();
  await session.screenshot('5-no-apis');
});
