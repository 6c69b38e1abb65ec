// A policy whose tenant is a template variable that two sets of values know: the one that is chosen is what it is judged with.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Panel } from '../harness/panel.mjs';
import { until } from '../harness/poll.mjs';
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
