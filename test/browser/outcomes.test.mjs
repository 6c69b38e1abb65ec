// One token policy whose checks come out in all four ways: passed, failed, uncertain, and not decided because a value is missing.
// Each has a word and a shape of its own, in the panel and in the editor, so that nobody needs its colour.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Panel } from '../harness/panel.mjs';
import { startSession } from '../harness/session.mjs';
import { addresses, makeTenant } from '../harness/tenant.mjs';

const policy = `<policies>
    <inbound>
        <validate-jwt header-name="Authorization" require-scheme="Bearer">
            <openid-config url="${addresses.workforceV2}" />
            <audiences>
                <audience>{{orders-api}}</audience>
            </audiences>
            <required-claims>
                <claim name="roles" match="any">
                    <value>Orders.Admin</value>
                </claim>
            </required-claims>
        </validate-jwt>
    </inbound>
</policies>
`;
/** Check → its outcome, in the words of the panel. */
const expected = { Signature: 'Passes', Lifetime: 'Uncertain', Audience: 'Not decided', Claims: 'Fails' };
const tenant = await makeTenant();
let session, panel;

before(async () => {
  session = await startSession({ name: 'outcomes', files: { 'orders.xml': policy }, documents: tenant.documents });
  panel = new Panel(session.workbench);
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

test('the panel tells the four outcomes apart by word and shape', async () => {
  const { workbench } = session;
  await workbench.openFile('orders.xml');
  await workbench.command('APIM Token Doctor: Why 401? Decode and Validate Token');
  const now = Math.floor(Date.now() / 1000);
  await workbench.pasteMasked(await tenant.mint(2, 'workforce', { nbf: now - 4000, exp: now - 1 }));
  await panel.shows('orders.xml', 'workforce v2.0');
  await workbench.front('orders.xml');
  await workbench.command('APIM Token Doctor: Show Tenant Metadata');
  await panel.check('Signature', 'Passes');
  const shapes = new Map();
  for (const [label, word] of Object.entries(expected)) {
    await panel.check(label, word);
    const drawn = await panel
      .chip(label)
      .locator('svg.icon path')
      .evaluateAll(paths => paths.map(path => path.getAttribute('d')).join(' '));
    assert.ok(drawn.length > 0, `${label} has a shape`);
    shapes.set(word, drawn);
  }
  assert.equal(new Set(shapes.values()).size, 4, 'four words, four shapes');
  await panel.opens('Audience', 'orders-api');
  await panel.opens('Lifetime', 'documented tolerance is 0 s');
  await panel.opens('Claims', 'no roles');
  await session.screenshot('panel');
});

test('the editor marks each at its line, in its own severity', async () => {
  const { workbench } = session;
  await workbench.front('orders.xml');
  for (const severity of ['error', 'warning', 'info']) await workbench.squiggle(severity).first().waitFor();
  await workbench.command('Problems: Focus on Problems View');
  await workbench.problem('Not certain.').first().waitFor();
  const problems = await workbench.problems();
  const told = text => problems.filter(one => one.includes(text)).length;
  assert.ok(told('The user has no app role of this API, so the token has no roles. Assign one, or require scp.') > 0, problems.join('\n'));
  assert.ok(told("ago, perhaps within the gateway's tolerance. Ask for a new one.") > 0, problems.join('\n'));
  assert.ok(told('An accepted audience is not known here. Supply orders-api.') > 0, problems.join('\n'));
  await session.screenshot('problems');
});

test('without colours the words and shapes remain', async () => {
  await session.page.emulateMedia({ forcedColors: 'active' });
  for (const [label, word] of Object.entries(expected)) await panel.check(label, word);
  await session.screenshot('forced-colors');
});
