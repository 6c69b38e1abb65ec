// A token policy typed from nothing, as an author types: the editor's list offers what may stand, Enter takes it.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { again, until } from '../harness/poll.mjs';
import { startSession } from '../harness/session.mjs';

const file = 'typed.policy.xml';
const tenant = '11111111-2222-4333-8444-555555555555';
const config = `https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`;
let session, workbench, page;

const onDisk = name => readFileSync(path.join(session.profile.workspace, name), 'utf8').replaceAll('\r\n', '\n');
const suggestion = label => page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: label });

/** Waits for a row of the list. It opens by itself where it knows what is typed; before the language server is up it has to be asked again. */
async function offered(row) {
  await again(async timeout => {
    try {
      await row.waitFor({ timeout });
    } catch (error) {
      await page.keyboard.press('Control+Space');
      throw error;
    }
  });
}

/** Types, and takes what the list then has in front. */
async function accept(typed, label) {
  await page.keyboard.type(typed, { delay: 20 });
  const row = page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: label });
  await offered(row);
  await page.keyboard.press('Enter');
  await row.waitFor({ state: 'hidden' });
}

/** Saves, and waits until the file says what it should. */
async function savedAs(name, expected) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await until(`the saved ${name}`, () => onDisk(name) === expected).catch(() => assert.equal(onDisk(name), expected));
}

before(async () => {
  session = await startSession({
    name: 'typing',
    files: { [file]: '', 'snippet.xml': '<fragment>\n    \n</fragment>\n' },
    // What an author types is typed here, white space included; words of the text are no suggestions.
    settings: {
      'editor.autoIndent': 'none',
      'editor.tabSize': 4,
      'editor.wordBasedSuggestions': 'off',
      // VS Code's own Emmet makes a suggestion of every word.
      'editor.snippetSuggestions': 'top',
    },
  });
  ({ workbench, page } = session);
  const folder = path.join(session.profile.workspace, 'named values/api-id');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'namedValueInformation.json'),
    '{ "properties": { "displayName": "api-id", "value": "api://orders" } }\n',
  );
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

test('the frame of a policy document is typed by hand, undisturbed', async () => {
  await workbench.openFile(file);
  await page.locator('.editor-instance .view-lines').click();
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await page.keyboard.type('<policies>\n    <inbound>\n        <base />\n        \n    </inbound>\n</policies>\n', { delay: 5 });
  await savedAs(file, '<policies>\n    <inbound>\n        <base />\n        \n    </inbound>\n</policies>\n');
});

test('a token policy, its tenant, a list and a named value come from the list', async () => {
  await workbench.goTo(4, 9);
  await accept('<validate-az', 'validate-azure-ad-token');
  // Between the quotes the list opens again.
  await offered(suggestion('organizations'));
  await session.screenshot('tenant');
  await page.keyboard.type(tenant);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await accept('<aud', 'audiences');
  await accept('{{', '{{api-id}}');
  await savedAs(
    file,
    `<policies>
    <inbound>
        <base />
        <validate-azure-ad-token tenant-id="${tenant}">
            <audiences>
                <audience>{{api-id}}</audience>
            </audiences>
        </validate-azure-ad-token>
    </inbound>
</policies>
`,
  );
});

test('a second one: the address of the metadata has the tenant of the document, claims come with their meaning', async () => {
  await workbench.goTo(8, 35);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.keyboard.type('\n        ');
  await accept('<validate-j', 'validate-jwt');
  await accept('<open', 'openid-config');
  await accept('https://login', config);
  await page.keyboard.press('End');
  await page.keyboard.type('\n            ');
  await accept('<req', 'required-claims');
  await page.keyboard.type('scp');
  await offered(suggestion('scp').first());
  await session.screenshot('claims');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await accept(' sep', 'separator');
  await accept('', '" " (space)');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (let step = 0; step < '<value>'.length; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('Orders.Read');
  await page.keyboard.press('Escape');
  await until('the saved file', async () => {
    await page.keyboard.press('Control+s');
    return onDisk(file).includes('<value>Orders.Read</value>');
  });
  const typed = onDisk(file);
  assert.ok(
    typed.includes(`
        <validate-jwt header-name="Authorization" require-scheme="Bearer">
            <openid-config url="${config}" />
            <required-claims>
                <claim name="scp" separator=" ">
                    <value>Orders.Read</value>
                </claim>
            </required-claims>
        </validate-jwt>
`),
    typed,
  );
});

test('F12 on the named value opens the file that describes it', async () => {
  await workbench.goTo(6, 32);
  await again(async timeout => {
    await page.keyboard.press('F12');
    await workbench.tab('namedValueInformation.json').waitFor({ timeout });
  });
  await session.screenshot('definition');
});

test('a snippet writes a whole token policy', async () => {
  await workbench.openFile('snippet.xml');
  await workbench.goTo(2, 5);
  await accept('token-del', 'token-delegated');
  await page.keyboard.type(tenant);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await until('the saved file', async () => {
    await page.keyboard.press('Control+s');
    return onDisk('snippet.xml').includes(`url="${config}" />`);
  });
  assert.match(onDisk('snippet.xml'), /\n {4}<validate-jwt [^]*<claim name="scp" match="any" separator=" ">[^]*\n {4}<\/validate-jwt>\n/);
});

test('nothing was asked of anybody', () => {
  assert.deepEqual(session.foreign, []);
  assert.deepEqual(session.metadata.asked, []);
});
