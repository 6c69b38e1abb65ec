import { describe, expect, it } from 'vitest';
import { makeTenant } from '../harness/tenant.mjs';
import { policyUri, storyPolicy, TestClient } from './test-client.js';

describe('an error of the gateway beside a policy', () => {
  it('names what the policy shows about it, and the fix for that', async () => {
    const client = await TestClient.start();
    await client.open(
      storyPolicy.replace(/<validate-azure-ad-token[\s\S]*<\/validate-azure-ad-token>/, '<validate-jwt header-name="Authorization" />'),
    );
    const [explanation] = await client.ask('apimTokenDoctor/explain', { pasted: 'IDX10500: Signature validation failed.', uri: policyUri });
    expect(explanation?.answeredBy).toMatch(/^Probably the gateway answered: .+\.$/);
    expect(explanation?.place?.line).toBe(explanation?.findings[0]?.place.line);
    expect(explanation?.findings).toMatchObject([{ code: 'no-keys', fix: expect.stringMatching(/openid-config/) as string }]);
  });

  const refused = (tenantId: string): string =>
    `IDX40001: Issuer: 'https://${tenantId}.ciamlogin.com/${tenantId}/', does not match any of the valid issuers provided for this application. `;
  const own = '11111111-2222-3333-4444-555555555555';

  it('offers the rewrite for the policy’s own tenant, and the list of fixes has it then', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    const [explanation] = await client.ask('apimTokenDoctor/explain', { pasted: refused(own), uri: policyUri });
    const [offered] = explanation?.findings ?? [];
    expect(offered).toMatchObject({ code: 'to-validate-jwt', fix: expect.stringContaining('ciamlogin.com') as string });
    if (!offered) throw new Error('Nothing is offered.');
    const position = { line: offered.place.line - 1, character: 12 };
    const actions = await client.actions({ start: position, end: position });
    const action = actions.find(({ title }) => title === offered.fix);
    if (action === undefined) throw new Error(`It is not in the list, which has ${actions.map(({ title }) => title).join(', ')}.`);
    expect(JSON.stringify(await client.resolve(action))).toContain(
      `https://${own}.ciamlogin.com/${own}/v2.0/.well-known/openid-configuration`,
    );
    expect(action.isPreferred).not.toBe(true);
  });

  it('says what to do, with what there is to copy', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    const pasted = `JWT Validation Failed: IDX10205: Issuer validation failed. Issuer: 'https://sts.windows.net/${own}/'. Did not match: validationParameters.ValidIssuers: 'https://login.microsoftonline.com/${own}/v2.0'.`;
    const [explanation] = await client.ask('apimTokenDoctor/explain', { pasted, uri: policyUri });
    expect(explanation?.nextSteps[0]).toMatchObject({
      what: expect.stringContaining('requestedAccessTokenVersion') as string,
      copy: { kind: 'command', text: expect.stringContaining('az ad app update') as string },
    });
    // Without values there is nothing to copy: the cures are the steps.
    const [plain] = await client.ask('apimTokenDoctor/explain', { pasted: 'JWT not present.', uri: null });
    expect(plain?.nextSteps.map(({ what }) => what)).toEqual(plain?.cures);
  });

  it('reads the issuer behind the escapes of a trace', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    const pasted = JSON.stringify({ message: refused(own) }).replaceAll('/', '\\u002f');
    const [explanation] = await client.ask('apimTokenDoctor/explain', { pasted, uri: policyUri });
    expect(explanation?.findings[0]?.code).toBe('to-validate-jwt');
  });

  it.each(['99999999-8888-7777-6666-555555555555', 'contoso'])('opens the policy for no other tenant: %s', async other => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    const [explanation] = await client.ask('apimTokenDoctor/explain', { pasted: refused(other), uri: policyUri });
    expect(explanation?.place).not.toBeNull();
    expect(explanation?.findings.filter(({ fix }) => fix !== null)).toEqual([]);
    const actions = await client.actions({ start: { line: 8, character: 12 }, end: { line: 8, character: 12 } });
    expect(actions.filter(({ title }) => title.includes('ciamlogin'))).toEqual([]);
  });

  it('goes by the token in force rather than by the text', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open(storyPolicy);
    const pasted = refused(own);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    const [after] = await client.ask('apimTokenDoctor/explain', { pasted, uri: policyUri });
    expect(after?.findings).toMatchObject([{ code: 'external-id-unsupported', fix: expect.stringMatching(/validate-jwt/) as string }]);
  });
});
