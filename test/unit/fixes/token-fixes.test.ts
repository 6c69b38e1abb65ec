import { beforeAll, describe, expect, it } from 'vitest';
import { applyFix, diagnose, predictDocument, type Facts, type Fix } from '../../../src/core/index.js';
import { world } from '../../harness/generated-policies.js';
import { issuerOf, moment, openForge, type TokenClaims, type TokenForge } from '../../harness/generated-tokens.js';

const { tenant, api, client } = world;

let forge: TokenForge;
beforeAll(async () => {
  forge = await openForge();
});

const v1: TokenClaims = {
  iss: issuerOf('workforce-v1'),
  ver: '1.0',
  tid: tenant,
  aud: api,
  appid: client,
  scp: 'Orders.Read',
  exp: moment + 3000,
};
const v2: TokenClaims = {
  iss: issuerOf('workforce-v2'),
  ver: '2.0',
  tid: tenant,
  aud: api,
  azp: client,
  scp: 'Orders.Read',
  exp: moment + 3000,
};
const address = (path: string, host = 'login.microsoftonline.com'): string => `https://${host}/${path}/.well-known/openid-configuration`;
const jwt = (...children: string[]): string =>
  `<policies>\n  <inbound>\n    <validate-jwt header-name="Authorization" require-scheme="Bearer">\n${children.map(child => `      ${child}\n`).join('')}    </validate-jwt>\n  </inbound>\n</policies>\n`;
const config = (url: string): string => `<openid-config url="${url}" />`;

async function fixesFor(
  text: string,
  code: string,
  claims: TokenClaims,
  more: Partial<Facts> = {},
): Promise<{ fixes: Fix[]; outcomes: string[] }> {
  const token = await forge.mint(claims);
  const facts: Facts = { now: moment, metadata: forge.metadata, ...more, token };
  const finding = (await diagnose(text, facts)).find(found => found.code === code);
  if (finding === undefined) return { fixes: [], outcomes: [] };
  const fixes = await applyFix(text, finding, facts);
  const outcomes = await Promise.all(fixes.map(async fix => (await predictDocument(fix.text, token, facts)).outcome));
  return { fixes, outcomes };
}

describe('an issuer of the other version', () => {
  it('adds the metadata, switches it, or lists the issuers', async () => {
    const { fixes, outcomes } = await fixesFor(jwt(config(address(`${tenant}/v2.0`))), 'issuer-mismatch', v1);
    expect(fixes.map(({ title, preferred, widens }) => [title, preferred, widens])).toEqual([
      ["Add the version 1.0 metadata: the tenant's version 1.0 tokens are accepted, too", true, true],
      [
        "Switch to the version 1.0 metadata: version 2.0 tokens are no longer accepted, the tenant's version 1.0 tokens are accepted",
        false,
        true,
      ],
      ['List the issuers: tokens issued by https://sts.windows.net/b7a1c6de…/ are accepted, too', false, true],
    ]);
    expect(outcomes).toEqual(['pass', 'pass', 'pass']);
    expect(fixes[0]?.text).toBe(jwt(config(address(`${tenant}/v2.0`)), config(address(tenant))));
    expect(fixes[1]?.text).toBe(jwt(config(address(tenant))));
    expect(fixes[2]?.text).toBe(
      jwt(
        config(address(`${tenant}/v2.0`)),
        `<issuers>\n        <issuer>https://login.microsoftonline.com/${tenant}/v2.0</issuer>\n        <issuer>https://sts.windows.net/${tenant}/</issuer>\n      </issuers>`,
      ),
    );
  });

  it('adds the issuer to a list that is there', async () => {
    const text = jwt(config(address(tenant)), `<issuers><issuer>https://sts.windows.net/${tenant}/</issuer></issuers>`);
    const { fixes, outcomes } = await fixesFor(text, 'issuer-mismatch', v2);
    expect(fixes).toHaveLength(1);
    expect(outcomes).toEqual(['pass']);
    expect(fixes[0]?.text).toContain(`<issuer>https://login.microsoftonline.com/${tenant}/v2.0</issuer></issuers>`);
  });

  it('lists no issuer that is more than a host, a tenant and a version', async () => {
    const odd = { ...v1, iss: `https://sts.windows.net/${tenant}/{{secret}}` };
    expect((await fixesFor(jwt(config(address(`${tenant}/v2.0`))), 'issuer-mismatch', odd)).fixes).toEqual([]);
  });

  it('offers nothing for a token of another tenant', async () => {
    const text = jwt(config(address(`${tenant}/v2.0`)), `<issuers><issuer>https://sts.windows.net/${tenant}/</issuer></issuers>`);
    for (const code of ['issuer-mismatch', 'wrong-tenant']) {
      expect((await fixesFor(text, code, { ...v1, iss: issuerOf('other-v1') })).fixes).toEqual([]);
    }
  });
});

describe('External ID', () => {
  it('takes the External ID metadata of the same tenant', async () => {
    const claims = { ...v2, iss: issuerOf('external-id-v2') };
    const { fixes, outcomes } = await fixesFor(jwt(config(address(`${tenant}/v2.0`)), config(address(tenant))), 'issuer-mismatch', claims);
    expect(outcomes).toEqual(['pass', 'pass']);
    expect(fixes[0]?.text).toBe(jwt(config(address(`${tenant}/v2.0`, `${tenant}.ciamlogin.com`))));
    expect(fixes[0]?.title).toContain('tokens issued by login.microsoftonline.com are no longer accepted');
    expect(fixes[1]?.text.match(/<openid-config /g)).toHaveLength(3);
  });

  it('lists both issuers for the version 1.0 form', async () => {
    const claims = { ...v1, iss: issuerOf('external-id-v1') };
    const { fixes, outcomes } = await fixesFor(jwt(config(address(`${tenant}/v2.0`))), 'issuer-mismatch', claims);
    expect(outcomes).toEqual(['pass', 'pass']);
    expect(fixes[0]?.text).toContain(`<issuer>https://${tenant}.ciamlogin.com/${tenant}/</issuer>`);
    expect(fixes[0]?.text).toContain(`<issuer>https://${tenant}.ciamlogin.com/${tenant}/v2.0</issuer>`);
  });

  it('adds the audience of the version 1.0 form where it is missing', async () => {
    const text = jwt(
      config(address(`${tenant}/v2.0`, `${tenant}.ciamlogin.com`)),
      `<audiences>\n        <audience>${api}</audience>\n      </audiences>`,
    );
    const { fixes, outcomes } = await fixesFor(text, 'issuer-mismatch', { ...v1, iss: issuerOf('external-id-v1'), aud: `api://${api}` });
    expect(fixes[0]?.title).toBe(
      `Accept the version 1.0 form, too: tokens issued by https://${tenant}.ciamlogin.com/b7a1c6de…/ are accepted, also for the audience api://${api}`,
    );
    expect(outcomes[0]).toBe('pass');
  });
});

describe('what is written from a token', () => {
  const text = jwt(config(address(`${tenant}/v2.0`)), `<audiences>\n        <audience>${api}</audience>\n      </audiences>`);

  it('is escaped', async () => {
    const { fixes } = await fixesFor(text, 'audience-mismatch', { ...v2, aud: 'https://orders.example/?a&b<c' });
    expect(fixes[0]?.text).toContain('<audience>https://orders.example/?a&amp;b&lt;c</audience>');
  });

  it.each(['{{secret}}', '@(context.Variables["x"])', '${var.x}', '%{ if x }', '{x}', 'two\nlines', ' padded', 'zero\u200bwidth'])(
    'is never an expression or a placeholder: %j',
    async aud => {
      expect((await fixesFor(text, 'audience-mismatch', { ...v2, aud })).fixes).toEqual([]);
    },
  );
});

describe('a user flow of B2C', () => {
  it('adds its metadata, at the host and tenant that the policy names', async () => {
    const b2c = (flow: string): string => address(`${tenant}/${flow}/v2.0`, 'fabrikam.b2clogin.com');
    const metadata = { ...forge.metadata, [b2c('B2C_1_edit')]: { issuer: 'https://fabrikam.b2clogin.com/other/v2.0/', jwks_uri: 'x' } };
    const claims = { iss: issuerOf('b2c'), ver: '1.0', tfp: 'B2C_1_signin', aud: api, azp: client, exp: moment + 3000 };
    const { fixes } = await fixesFor(jwt(config(b2c('B2C_1_edit'))), 'issuer-mismatch', claims, { metadata });
    expect(fixes[0]?.text).toBe(jwt(config(b2c('B2C_1_edit')), config(b2c('B2C_1_signin'))));
  });
});
