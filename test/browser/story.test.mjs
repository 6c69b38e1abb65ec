// The product's founding story, played in the real VS Code: a token of Entra External ID meets validate-azure-ad-token.
// Nothing that is written meanwhile may hold the token; the last tests search for it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../scripts/run-command.mjs';
import { readStorage, searchKeptInputs } from '../harness/browser.mjs';
import { canary, traceSetting } from '../harness/canary.mjs';
import { Panel } from '../harness/panel.mjs';
import { again, until } from '../harness/poll.mjs';
import { searchFiles } from '../harness/search-files.mjs';
import { startSession } from '../harness/session.mjs';
import { addresses, ids, makeTenant, personal } from '../harness/tenant.mjs';

const file = 'story.policy.xml';
/** The user's own file that holds a token: the only one that may. */
const request = 'request.http';
const misspelt = 'misspelt.xml';
const original = readFileSync(path.join(root, 'samples', file), 'utf8');
const gatewayText = `IDX40001: Issuer: '${addresses.externalIdIssuer.v1}', does not match any of the valid issuers provided for this application.`;
/** The form that the product advises: the token in force, of version 1.0, is not the one it cures. */
const rewrite = /Rewrite as validate-jwt for External ID, version 2\.0 form/i;
const acceptV1 = /Accept the version 1\.0 form/;
const tenant = await makeTenant();
const tokens = {
  v1: await tenant.mint(1, 'externalId'),
  v2: await tenant.mint(2, 'externalId'),
  selected: await tenant.mint(2, 'workforce'),
};
let session, workbench, page, panel;

/** All that may not be written, by its name. */
const secrets = {
  ...Object.fromEntries(
    Object.entries(tokens).flatMap(([version, token]) => {
      const [, payload, signature] = token.split('.');
      return Object.entries({ token, payload, signature, 'part of the payload': payload.slice(60, 100) }).map(([what, text]) => [
        `${what} ${version}`,
        text,
      ]);
    }),
  ),
  ...personal,
};

/** The browser keeps nothing secret of what stands in VS Code's inputs at this moment. `what`: a name for the moment. */
async function keepsNoInput(what) {
  const found = await searchKeptInputs(page, path.join(session.profile.dir, 'browser'), `${canary} ${what}`, secrets);
  for (const [name, places] of Object.entries(found)) assert.deepEqual(places, [], `${name} was kept of what stood in an input: ${what}`);
}

/** When the first token was pasted, in milliseconds. */
const moment = { pasted: 0 };

/** Whether a text says in how many minutes the first token ends: as it was at some moment between the pasting and now. */
function timeLeft(text) {
  const { exp } = JSON.parse(Buffer.from(tokens.v1.split('.')[1], 'base64url').toString());
  const minutesAt = milliseconds => Math.floor((exp - Math.floor(milliseconds / 1000)) / 60);
  const said = Number(/(\d+) min left/.exec(text)?.[1]);
  return minutesAt(Date.now()) <= said && said <= minutesAt(moment.pasted);
}

const onDisk = () => readFileSync(path.join(session.profile.workspace, file), 'utf8');

before(async () => {
  session = await startSession({
    name: 'story',
    files: {
      [file]: original,
      [request]: `GET https://shop.example/orders\nAuthorization: Bearer ${tokens.selected}\n`,
      [misspelt]: original.replace('tenant-id=', 'tenantId='),
    },
    documents: tenant.documents,
    // A setting that nobody declares, in the folder's own settings: it must not open a trace.
    workspaceSettings: { ...traceSetting('apimTokenDoctor'), ...traceSetting('apim-token-doctor'), ...traceSetting('tokenDoctorCanary') },
    canary: true,
  });
  ({ workbench, page } = session);
  panel = new Panel(workbench);
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

test('1. the user opens the policy, runs Decode Token and pastes a curl command into a masked input', async () => {
  await workbench.openFile(file);
  await workbench.command('APIM Token Doctor: Why 401? Decode and Validate Token');
  await workbench.maskedInput.waitFor();
  await session.screenshot('1-masked-input');
  moment.pasted = Date.now();
  await workbench.pasteMasked(
    `curl -s 'https://shop.example/orders' -H 'Authorization: Bearer ${tokens.v1}' -H 'Accept: application/json'`,
  );
  await keepsNoInput('decode');
});

test('2. the panel beside the policy says what the token is, and what the gateway answers, check by check', async () => {
  await panel.shows('401', 'External ID v1.0', timeLeft);
  await panel.tells('All claims', 'version 1.0', addresses.externalIdIssuer.v1);
  await panel.tells("Gateway's text", 'IDX40001');
  await panel.tells('Token and policy', 'iss', 'line 9');
  for (const label of ['Signature', 'Lifetime', 'Audience', 'Issuer', 'Application']) await panel.check(label, /\w/);
  await panel.check('Issuer', 'Fails');
  await panel.check('Audience', 'Passes');
  await panel.check('Signature', 'Not decided');
  await workbench.tab(file).waitFor(); // the policy stays in sight
  await session.screenshot('2-panel');
});

test('3. the lines of the policy show the diagnosis, with nothing fetched', async () => {
  await workbench.squiggle('error').first().waitFor();
  await workbench.command('Problems: Focus on Problems View');
  await workbench.problem('IDX40001').first().waitFor();
  const rows = await workbench.problems();
  assert.ok(
    rows.some(row => row.includes(gatewayText)),
    rows.join('\n'),
  );
  assert.ok(
    rows.some(row => /signature/i.test(row) && /not|could/i.test(row)),
    'that the signature was not checked is said',
  );
  await session.screenshot('3-problems');
  assert.deepEqual(session.metadata.asked, []);
});

test('4. Show Tenant Metadata fetches the documents, verifies the signature and shows the document read-only', async () => {
  await workbench.front(file);
  await workbench.command('APIM Token Doctor: Show Tenant Metadata');
  await until('the documents to be asked for', () =>
    [addresses.externalId, addresses.externalIdKeys].every(one => session.metadata.asked.includes(one)),
  );
  await workbench.line('issuer').waitFor();
  await page.locator('.editor-instance .monaco-editor.focused').filter({ hasText: 'jwks_uri' }).waitFor();
  await session.screenshot('4-metadata');
  await page.keyboard.type('x');
  await page
    .locator('.monaco-editor-overlaymessage')
    .filter({ hasText: /read-only/i })
    .waitFor();
  await page.keyboard.press('Escape');
  await workbench.front(file);
  await panel.check('Signature', 'Passes');
  assert.deepEqual(
    session.metadata.asked.filter(one => !Object.hasOwn(tenant.documents, one)),
    [],
    'only the tenant was asked',
  );
});

test('5. one click rewrites the element into validate-jwt, and nothing else; one undo step takes it back', async () => {
  await workbench.goTo(9, 35);
  await workbench.openActions(rewrite);
  await session.screenshot('5-actions');
  const titles = await workbench.action(rewrite).allInnerTexts();
  assert.match(titles[0], /login\.microsoftonline\.com/, 'the title says whose tokens are no longer accepted');
  await workbench.choose(rewrite);
  await workbench.line('<validate-jwt').waitFor();
  await page.keyboard.press('Control+s');
  const rewritten = await until('the saved file', () => onDisk() !== original && onDisk());
  const [start, end] = [
    original.indexOf('<validate-azure-ad-token'),
    original.indexOf('</validate-azure-ad-token>') + '</validate-azure-ad-token>'.length,
  ];
  assert.ok(rewritten.startsWith(original.slice(0, start)), 'what stands before the element is untouched');
  assert.ok(rewritten.endsWith(original.slice(end)), 'what stands after it is untouched');
  const element = rewritten.slice(start, rewritten.length - (original.length - end));
  for (const part of [
    'header-name="Authorization"',
    'require-scheme="Bearer"',
    'failed-validation-httpcode="401"',
    `<openid-config url="${addresses.externalId}"`,
    `<audience>${ids.api}</audience>`,
    `<audience>api://${ids.api}</audience>`,
    '<claim name="azp" match="any">',
    `<value>${ids.client}</value>`,
  ]) {
    assert.ok(element.includes(part), `${part} is missing in\n${element}`);
  }
  assert.doesNotMatch(element, /<validate-azure-ad-token|<client-application-ids/);
  await session.screenshot('5-rewritten');

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+s');
  await until('the undone file', () => onDisk() === original);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+s');
  await until('the rewritten file again', () => onDisk() === rewritten);
});

test('6. with the version 1.0 token the rewritten policy still fails, and says precisely why', async () => {
  await panel.shows('401');
  await panel.tells("Gateway's text", 'IDX10205', addresses.externalIdIssuer.v2, addresses.externalIdIssuer.v1);
  await panel.tells('All claims', 'appid');
  await panel.tells('Token and policy', 'azp');
  await panel.check('Audience', 'Passes');
  await workbench.command('Problems: Focus on Problems View');
  await workbench.problem('IDX10205').first().waitFor();
  const rows = (await workbench.problems()).join('\n');
  assert.match(rows, /requestedAccessTokenVersion/);
  assert.match(rows, /accessTokenAcceptedVersion/);
  await session.screenshot('6-version-1');
  await workbench.front(file);
  await workbench.goTo(10, 40);
  await workbench.openActions(acceptV1);
  await session.screenshot('6-actions');
  await workbench.choose(acceptV1);
  await panel.shows('200');
  await workbench.line('"appid"').waitFor();
  await session.screenshot('6-accepted');
  await page.keyboard.press('Control+z');
  await panel.shows('401');
});

test('7. with the version 2.0 token everything passes', async () => {
  await workbench.command('APIM Token Doctor: Why 401? Decode and Validate Token');
  await workbench.pasteMasked(JSON.stringify({ token_type: 'Bearer', expires_in: 3599, access_token: tokens.v2 }, undefined, 2));
  await panel.shows('200', 'External ID v2.0', 'Passes');
  for (const label of ['Signature', 'Lifetime', 'Audience', 'Issuer', 'Claims']) await panel.check(label, 'Passes');
  await workbench.command('Problems: Focus on Problems View');
  await until('a policy without problems', async () => (await workbench.problems()).length === 0);
  await session.screenshot('7-version-2');
});

test('an error that holds the token, and the token on the clipboard, are taken as well', async () => {
  await workbench.front(file);
  await workbench.command('APIM Token Doctor: Explain Gateway Error');
  const input = page.locator('.quick-input-widget input[placeholder^="IDX"]');
  await input.fill(`{ "authorization": "Bearer ${tokens.v2}", "message": "${gatewayText}" }`);
  await page.keyboard.press('Enter');
  await panel.shows('What your text means', 'IDX40001');
  await keepsNoInput('explain');
  await workbench.copy(tokens.v1);
  await workbench.command('APIM Token Doctor: Decode Token from Clipboard');
  await panel.shows('401', 'External ID v1.0');
});

test('a token in a file is taken from the selection', async () => {
  await workbench.openFile(request);
  await workbench.line('Authorization').click();
  await page.keyboard.press('Control+a');
  await workbench.command('APIM Token Doctor: Decode Token in Selection');
  await panel.tells('All claims', addresses.workforceIssuer.v2);
});

test('with a token in force, everything in a file is fixed at once', async () => {
  await workbench.openFile(misspelt);
  await workbench.command('Fix All in File');
  await workbench.choice('No effect on any token').click();
  const preview = page.locator('.bulk-edit-panel');
  const row = preview.locator('.monaco-list-row').filter({ hasText: misspelt }).first();
  await row.waitFor();
  await again(timeout => row.locator('.edit-checkbox').first().check({ timeout }));
  await preview.getByRole('button', { name: 'Apply' }).click();
  await row.waitFor({ state: 'hidden' });
  await workbench.line('tenant-id=').first().waitFor();
  await workbench.front(misspelt);
  await page.keyboard.press('Control+s');
  await until('the saved file', () => readFileSync(path.join(session.profile.workspace, misspelt), 'utf8') === original);
});

test('Open Sample puts a token of its own in the place of the one in force', async () => {
  await workbench.command('APIM Token Doctor: Open Sample');
  await panel.shows('401', 'External ID v1.0', 'sample');
});

test('Clear Token forgets it', async () => {
  await workbench.statusItem('token').first().waitFor();
  await workbench.command('APIM Token Doctor: Clear Token');
  await panel.shows(/no token/i);
});

test('only this machine was asked, and of it only the tenant', () => {
  assert.deepEqual(session.foreign, []);
  assert.deepEqual(
    session.metadata.asked.filter(one => !Object.hasOwn(tenant.documents, one)),
    [],
  );
});

test('nothing that was written holds the token or a personal claim', async () => {
  const wanted = { canary, ...secrets };
  const storage = await readStorage(page);
  await session.halt(); // so that everything is written
  const found = searchFiles(session.profile.dir, wanted);

  // The canary proves that the search reaches where a secret would stand: the log of an output channel, the trace of a language
  // client, and the state of an extension, which the browser keeps.
  for (const place of [/logs\/.*Canary\.log$/, /logs\/.*Canary Server\.log$/, /IndexedDB/]) {
    assert.ok(
      found.canary.some(name => place.test(name)),
      `the canary is not found in ${place}: ${found.canary.join(', ')}`,
    );
  }
  assert.ok(storage.includes(canary), 'the canary is not found in the storage of the browser');

  const own = path.relative(session.profile.dir, path.join(session.profile.workspace, request));
  assert.deepEqual(found['token selected'], [own], 'the file with the token is found, and no copy of it');
  for (const [name, text] of Object.entries(secrets)) {
    const elsewhere = found[name].filter(place => place !== own);
    assert.deepEqual(elsewhere, [], `${name} was written`);
    assert.ok(!storage.includes(text), `${name} stands in the storage of the browser`);
  }
});
