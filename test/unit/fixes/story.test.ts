import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  applyFix,
  createSampleTenant,
  diagnose,
  parseToken,
  predictDocument,
  type Facts,
  type Finding,
  type Fix,
  type SampleKind,
  type SampleTenant,
} from '../../../src/core/index.js';

const ids = {
  tenant: '11111111-2222-3333-4444-555555555555',
  api: '66666666-7777-8888-9999-aaaaaaaaaaaa',
  client: 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff',
};
const now = 1798000000;
const policy = readFileSync(new URL('../../../samples/story.policy.xml', import.meta.url), 'utf8');

let tenant: SampleTenant;
beforeAll(async () => {
  tenant = await createSampleTenant(ids);
});

async function factsWith(kind: SampleKind, metadata: Facts['metadata'] = tenant.metadata): Promise<Facts> {
  const token = parseToken((await tenant.mint(kind, now)).reveal());
  return { now, metadata, token };
}

function only(findings: readonly Finding[], code: string): Finding {
  const found = findings.filter(finding => finding.code === code);
  expect(found).toHaveLength(1);
  return found[0] as Finding;
}

async function fixesOf(text: string, code: string, facts: Facts): Promise<Fix[]> {
  return applyFix(text, only(await diagnose(text, facts), code), facts);
}

const rewritten = policy.replace(
  /<validate-azure-ad-token[\s\S]*<\/validate-azure-ad-token>/,
  `<validate-jwt header-name="Authorization" require-scheme="Bearer" failed-validation-httpcode="401">
            <openid-config url="https://11111111-2222-3333-4444-555555555555.ciamlogin.com/11111111-2222-3333-4444-555555555555/v2.0/.well-known/openid-configuration" />
            <audiences>
                <audience>66666666-7777-8888-9999-aaaaaaaaaaaa</audience>
                <audience>api://66666666-7777-8888-9999-aaaaaaaaaaaa</audience>
            </audiences>
            <required-claims>
                <!-- client-application-ids: azp names the client in version 2.0 tokens (inferred, not documented) -->
                <claim name="azp" match="any">
                    <value>bbbbbbbb-cccc-dddd-eeee-ffffffffffff</value>
                </claim>
            </required-claims>
        </validate-jwt>`,
);

describe('the founding story', () => {
  it('offers the External ID variants on the finding, version 2 first', async () => {
    const fixes = await fixesOf(policy, 'external-id-unsupported', await factsWith('external-id-v1', {}));
    expect(fixes.map(({ variant, preferred, widens, code }) => [variant, preferred, widens, code])).toEqual([
      ['v2', false, true, 'to-validate-jwt'],
      ['both', false, true, 'to-validate-jwt'],
      ['v1', false, true, 'to-validate-jwt'],
      ['keep-workforce', false, true, 'to-validate-jwt'],
    ]);
    expect(fixes[0]?.text).toBe(rewritten);
    expect(fixes[0]?.title).toContain('instead of login.microsoftonline.com, accepts tokens of ');
  });

  it("prefers it once the tenant's own keys have verified the signature", async () => {
    const fixes = await fixesOf(policy, 'external-id-unsupported', await factsWith('external-id-v1'));
    expect(fixes.map(({ preferred }) => preferred)).toEqual([true, false, false, false]);
  });

  it('does not prefer it for a token that other keys signed', async () => {
    const stranger = await createSampleTenant(ids);
    const token = parseToken((await stranger.mint('external-id-v1', now)).reveal());
    const fixes = await fixesOf(policy, 'external-id-unsupported', { now, metadata: tenant.metadata, token });
    expect(fixes.map(({ preferred }) => preferred)).toEqual([false, false, false, false]);
  });

  it('accepts the version 1.0 form instead, in one edit', async () => {
    const facts = await factsWith('external-id-v1');
    const [fix] = await fixesOf(rewritten, 'issuer-mismatch', facts);
    expect(fix?.title).toBe(
      'Accept the version 1.0 form instead, with appid instead of azp: version 2.0 tokens are no longer accepted, tokens issued by https://11111111-2222-3333-4444-555555555555.ciamlogin.com/11111111…/ are accepted',
    );
    expect(fix?.widens).toBe(true);
    expect(fix?.variant).toBe('v1');
    expect(fix?.text).toBe(
      rewritten
        .replace(
          '            <required-claims>',
          `            <issuers>
                <issuer>https://11111111-2222-3333-4444-555555555555.ciamlogin.com/11111111-2222-3333-4444-555555555555/v2.0</issuer>
                <issuer>https://11111111-2222-3333-4444-555555555555.ciamlogin.com/11111111-2222-3333-4444-555555555555/</issuer>
            </issuers>
            <required-claims>`,
        )
        .replace('azp names the client in version 2.0 tokens', 'appid names the client in version 1.0 tokens')
        .replace('name="azp"', 'name="appid"'),
    );
    if (facts.token === undefined || fix === undefined) throw new Error('a fix for a token');
    expect((await predictDocument(fix.text, facts.token, facts)).outcome).toBe('pass');
  });

  it('passes with the version 2.0 token', async () => {
    const facts = await factsWith('external-id-v2');
    if (facts.token === undefined) throw new Error('a token');
    expect((await predictDocument(rewritten, facts.token, facts)).outcome).toBe('pass');
  });
});
