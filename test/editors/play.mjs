// What the tests in real editors have in common: a workspace with a faulty policy and a token's file, an editor that plays its script, and what must have been seen.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, run } from '../../scripts/run-command.mjs';
import { ids, makeTenant } from '../harness/tenant.mjs';

/** How long (milliseconds) an editor may take: the limit only ends a hang. */
const longest = 600_000;

const story = readFileSync(path.join(root, 'samples/story.policy.xml'), 'utf8');

/** The story's policy, its children in the wrong order, with a misspelt attribute and a named value that only a file of the workspace knows. */
const faulty = story
  .replace(ids.tenant, '{{tenant}}')
  .replace('failed-validation-httpcode', 'failed-validation-http-code')
  .replace(/( *<client-application-ids>[\s\S]*?<\/client-application-ids>\n)( *<audiences>[\s\S]*?<\/audiences>\n)/, '$2$1');

/** The server as an editor starts it: program and arguments. */
export const server = [process.execPath, path.join(root, 'dist/cli.cjs'), 'lsp', '--stdio'];

/**
 * A folder with a policy, what its named value is, and a token that the policy refuses. It goes when the test has ended.
 * @param {import('node:test').TestContext} t
 */
export async function openWorkspace(t) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'apim-token-doctor-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name, text) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const token = await (await makeTenant()).mint(1, 'externalId');
  write('named values/tenant/namedValueInformation.json', JSON.stringify({ properties: { displayName: 'tenant', value: ids.tenant } }));
  return { folder, token, policy: write('orders.policy.xml', faulty), tokenFile: write('secrets/token.txt', `Bearer ${token}\n`) };
}

/** Has an editor play its script, and gives what it has seen. */
export async function playEditor(program, args, { folder, policy, tokenFile }) {
  const result = path.join(folder, 'result.json');
  const env = {
    EDITOR_FOLDER: folder,
    EDITOR_POLICY: policy,
    EDITOR_TOKEN: tokenFile,
    EDITOR_SERVER: JSON.stringify(server),
    EDITOR_RESULT: result,
    // Nothing of whoever runs this is read or written.
    HOME: folder,
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    XDG_STATE_HOME: path.join(folder, 'state'),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    XDG_DATA_HOME: path.join(folder, 'data'),
  };
  const { code, output } = await run(program, args, { env, limit: longest });
  try {
    return JSON.parse(readFileSync(result, 'utf8'));
  } catch {
    throw new Error(`The editor ended with ${code} and told nothing.\n${output}`);
  }
}

/** What must have been seen, whichever editor it was. */
export async function checkPlay(t, seen, { token }, least) {
  await t.test('plays to the end', () => assert.equal(seen.problem, undefined, `${seen.problem}\n${JSON.stringify(seen, null, 2)}`));
  await t.test('shows the findings that the settings leave', () => {
    assert.ok(seen.before.includes('element-order'), seen.before.join());
    assert.ok(!seen.before.includes('unknown-attribute'), 'a rule that the settings switch off');
    assert.ok(!seen.before.includes('external-id-unsupported'), 'no token is known yet');
  });
  await t.test('has hovers, with what the files of the workspace say', () =>
    assert.ok(seen.hover.includes('Its value is known here, from a file'), seen.hover),
  );
  await t.test('completes', () => assert.ok(seen.completion.includes('audiences'), seen.completion.join()));
  await t.test('takes the token of a file, reports and forgets it', () => {
    assert.equal(seen.token, 'The token in force: External ID access token, version 1.0 form.');
    assert.ok(seen.after.includes('external-id-unsupported'), seen.after.join());
    assert.match(seen.report, /^## 401: orders\.policy\.xml\n/);
    assert.equal(seen.cleared, 'The token is forgotten.');
  });
  await t.test('applies every fix', () => {
    assert.ok(seen.fixes.length >= least, seen.fixes.map(({ title }) => title).join('\n'));
    for (const { title, text } of seen.fixes) {
      if (title.startsWith('Rewrite as validate-jwt')) assert.match(text, /<validate-jwt[\s>]/, title);
      if (title.startsWith('Put the children')) assert.match(text, /<client-application-ids>[\s\S]*<audiences>/, title);
      assert.notEqual(text.trim(), faulty.trim(), title);
      assert.match(text, /<\/policies>\s*$/, title);
    }
    const titles = seen.fixes.map(({ title }) => title);
    for (const wanted of ['Rewrite as validate-jwt', 'Put the children', 'Silence element-order here'])
      assert.ok(
        titles.some(title => title.startsWith(wanted)),
        `${wanted}\n${titles.join('\n')}`,
      );
  });
  await t.test('writes no part of the token anywhere', () => {
    const said = JSON.stringify(seen);
    for (const part of token.split('.')) assert.ok(!said.includes(part));
  });
}
