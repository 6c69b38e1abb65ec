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
    expect(explanation?.place?.line).toBe(explanation?.findings[0]?.place.line);
    expect(explanation?.findings).toMatchObject([{ code: 'no-keys', fix: expect.stringMatching(/openid-config/) as string }]);
  });

  it('offers what a token at hand allows, and nothing that the text alone would ask for', async () => {
    const client = await TestClient.start();
    const tenant = await makeTenant();
    await client.open(storyPolicy);
    const issuer = 'https://11111111-2222-3333-4444-555555555555.ciamlogin.com/11111111-2222-3333-4444-555555555555/';
    const pasted = `IDX40001: Issuer: '${issuer}', does not match any of the valid issuers provided for this application. `;
    const [before] = await client.ask('apimTokenDoctor/explain', { pasted, uri: policyUri });
    expect(before?.place).not.toBeNull();
    expect(before?.findings.filter(({ fix }) => fix !== null)).toEqual([]);
    await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId') });
    const [after] = await client.ask('apimTokenDoctor/explain', { pasted, uri: policyUri });
    expect(after?.findings).toMatchObject([{ code: 'external-id-unsupported', fix: expect.stringMatching(/validate-jwt/) as string }]);
  });
});
