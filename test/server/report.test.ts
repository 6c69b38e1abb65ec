import { describe, expect, it } from 'vitest';
import { addresses, ids, makeTenant, personal } from '../harness/tenant.mjs';
import { policyUri, storyPolicy, TestClient } from './test-client.js';

async function report(policy: string, claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const client = await TestClient.start();
  const tenant = await makeTenant();
  await client.open(policy);
  await client.ask('apimTokenDoctor/token/set', { id: 'a', pasted: await tenant.mint(1, 'externalId', claims) });
  return (await client.ask('apimTokenDoctor/report', { uri: policyUri, name: 'orders/policy.xml' })) ?? '';
}

describe('the report for others', () => {
  it('has the answer, the values that differ, every check with its line, and what to do with the exact text', async () => {
    const text = await report(storyPolicy);
    expect(text).toMatch(/^## 401: orders\/policy\.xml\n\n\*\*validate-azure-ad-token refuses External ID tokens/);
    expect(text).toContain(`\`${addresses.externalIdIssuer.v1}\``);
    expect(text).toContain('Decided by validate-azure-ad-token, line 9.');
    expect(text).toContain('| Issuer | fails | 9 |');
    expect(text).toContain('| Audience | passes |');
    expect(text).toContain('### What to do');
    expect(text).toContain(`<openid-config url="${addresses.externalId}"`);
    expect(text).toContain('IDX40001');
  });

  it('holds no personal value, not even one that the policy compares, and no token', async () => {
    const required = `<required-claims><claim name="name"><value>Someone Else</value></claim></required-claims>`;
    const text = await report(
      `<policies><inbound><validate-jwt header-name="Authorization">${required}</validate-jwt></inbound></policies>`,
      { ver: '2.0' },
    );
    expect(text).toContain('Someone Else');
    expect(text).toContain('[name]');
    for (const value of Object.values(personal)) expect(text).not.toContain(value);
    expect(text).not.toMatch(/eyJ[\w-]{10,}/);
  });

  it('writes what comes from outside as text, never as Markdown', async () => {
    const text = await report(storyPolicy, { iss: 'https://x.example/`]|<b>' });
    expect(text).not.toContain('<b>|');
    expect(
      text
        .split('\n')
        .filter(line => line.startsWith('| '))
        .every(line => line.replace(/\\\|/g, '').split('|').length === 6),
    ).toBe(true);
  });

  it('is null without a token', async () => {
    const client = await TestClient.start();
    await client.open(storyPolicy);
    expect(await client.ask('apimTokenDoctor/report', { uri: policyUri, name: 'x' })).toBeNull();
    expect(ids.api).not.toBe('');
  });
});
