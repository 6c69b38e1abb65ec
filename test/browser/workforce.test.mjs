// The story's counterpart in a workforce tenant: both versions of its tokens, against validate-azure-ad-token and against validate-jwt
// with the metadata of either version.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Panel } from '../harness/panel.mjs';
import { startSession } from '../harness/session.mjs';
import { addresses, ids, makeTenant } from '../harness/tenant.mjs';

const audiences = `<audiences><audience>${ids.api}</audience><audience>api://${ids.api}</audience></audiences>`;
const policy = element => `<policies>\n    <inbound>\n        ${element}\n    </inbound>\n</policies>\n`;
const validateJwt = address =>
  policy(`<validate-jwt header-name="Authorization" require-scheme="Bearer"><openid-config url="${address}" />${audiences}</validate-jwt>`);
const files = {
  'azure-ad.xml': policy(`<validate-azure-ad-token tenant-id="${ids.tenant}">${audiences}</validate-azure-ad-token>`),
  'metadata-v1.xml': validateJwt(addresses.workforceV1),
  'metadata-v2.xml': validateJwt(addresses.workforceV2),
};
const mismatch = (metadata, token) => ['401', addresses.workforceIssuer[metadata], addresses.workforceIssuer[token]];
/** Version of the token → file → the status that the panel shows, and what else stands in the gateway's own text. */
const expected = {
  v1: { 'azure-ad.xml': ['200'], 'metadata-v1.xml': ['200'], 'metadata-v2.xml': mismatch('v2', 'v1') },
  v2: { 'azure-ad.xml': ['200'], 'metadata-v1.xml': mismatch('v1', 'v2'), 'metadata-v2.xml': ['200'] },
};
const tenant = await makeTenant();
let session, panel;

before(async () => {
  session = await startSession({ name: 'workforce', files, documents: tenant.documents });
  panel = new Panel(session.workbench);
});

after(async () => {
  if (session) await session.screenshot('last').catch(() => {});
  await session?.stop();
});

for (const [version, answers] of Object.entries(expected)) {
  test(`a workforce token of version ${version} against the three policies`, async () => {
    const { workbench } = session;
    for (const [file, shown] of Object.entries(answers)) {
      await workbench.openFile(file);
      if (file === 'azure-ad.xml') {
        await workbench.command('APIM Token Doctor: Why 401? Decode and Validate Token');
        await workbench.pasteMasked(await tenant.mint(version === 'v1' ? 1 : 2, 'workforce'));
        await panel.shows(file, /workforce v\d\.0/);
        await workbench.front(file);
      }
      await workbench.command('APIM Token Doctor: Show Tenant Metadata');
      // Else the document that it opens may cover the next policy.
      await session.page.locator('.editor-instance .monaco-editor').filter({ hasText: 'jwks_uri' }).waitFor();
      const [status, ...issuers] = shown;
      await panel.shows(file, new RegExp(`\\b${status}\\b`));
      if (issuers.length > 0) await panel.tells("Gateway's text", 'IDX10205', ...issuers);
      await session.screenshot(`${version}-${file}`);
    }
  });
}

test('only the tenant was asked', () => {
  assert.deepEqual(session.foreign, []);
  assert.deepEqual(
    session.metadata.asked.filter(one => !Object.hasOwn(tenant.documents, one)),
    [],
  );
});
