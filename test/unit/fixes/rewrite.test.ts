import { describe, expect, it } from 'vitest';
import {
  judgeText,
  listRewrites,
  parseToken,
  rewrite,
  type Facts,
  type Fix,
  type RewriteName,
  type RewriteVariant,
} from '../../../src/core/index.js';
import { writeTestToken } from '../token/test-token.js';

const tenant = '11111111-2222-3333-4444-555555555555';
const other = '99999999-2222-3333-4444-555555555555';
const nothing: Facts = { now: 1798000000, metadata: {} };

/** The result of one element, or the reason why there is none. Carriage returns are shown. */
async function show(
  text: string,
  variant?: RewriteVariant,
  facts: Partial<Facts> = {},
  name: RewriteName = 'to-validate-jwt',
): Promise<string> {
  const results = await rewrite(text, name, variant, { ...nothing, ...facts });
  return results
    .map(result => ('reason' in result ? `refused: ${result.reason}` : `${result.title}\n${result.text.replace(/\r/g, '␍')}`))
    .join('\n');
}

/** Every rewrite of the first token policy. */
async function offered(text: string): Promise<readonly Fix[]> {
  const [first] = (await judgeText(text, nothing)).policies;
  return first === undefined ? [] : listRewrites(first);
}

function tokenOf(claims: Record<string, unknown>): { token: ReturnType<typeof parseToken> } {
  return { token: parseToken(writeTestToken({ alg: 'RS256', typ: 'JWT' }, claims, 'A'.repeat(342))) };
}

const external = (version: 1 | 2, id = tenant): Record<string, unknown> => ({
  iss: `https://${id}.ciamlogin.com/${id}/${version === 2 ? 'v2.0' : ''}`,
  ver: version === 2 ? '2.0' : '1.0',
  tid: id,
  aud: 'api://orders',
  scp: 'Orders.Read',
  [version === 2 ? 'azp' : 'appid']: 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff',
});

const inbound = (element: string): string => `<policies>\n  <inbound>\n    ${element}\n  </inbound>\n</policies>`;

describe('form', () => {
  it('opens an element that closed itself, with tabs and CRLF', async () => {
    const text = '<policies>\r\n\t<inbound>\r\n\t\t<validate-azure-ad-token tenant-id="{{t}}"/>\r\n\t</inbound>\r\n</policies>';
    expect(await show(text)).toMatchInlineSnapshot(`
      "Rewrite as validate-jwt: the tenant's version 1.0 and 2.0 tokens are accepted, as now; assumes one tenant in {{t}}
      <policies>␍
      	<inbound>␍
      		<validate-jwt header-name="Authorization" require-scheme="Bearer">␍
      			<openid-config url="https://login.microsoftonline.com/{{t}}/v2.0/.well-known/openid-configuration"/>␍
      			<openid-config url="https://login.microsoftonline.com/{{t}}/.well-known/openid-configuration"/>␍
      		</validate-jwt>␍
      	</inbound>␍
      </policies>"
    `);
  });

  it('keeps one line one line, in its quotes', async () => {
    const text = `<policies><inbound><validate-azure-ad-token tenant-id='contoso.onmicrosoft.com' header-name='X-T'><audiences><audience>a</audience></audiences></validate-azure-ad-token></inbound></policies>`;
    expect(await show(text)).toMatchInlineSnapshot(`
      "Rewrite as validate-jwt: the tenant's version 1.0 and 2.0 tokens are accepted, as now
      <policies><inbound><validate-jwt header-name='X-T'><openid-config url='https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration' /><openid-config url='https://login.microsoftonline.com/contoso.onmicrosoft.com/.well-known/openid-configuration' /><audiences><audience>a</audience></audiences></validate-jwt></inbound></policies>"
    `);
  });

  it('keeps comments, expressions, placeholders, order and alignment', async () => {
    const text = inbound(`<validate-azure-ad-token tenant-id="\${tenant}"
                             output-token-variable-name="jwt"
                             id="x"
                             allow-proof-of-possession-tokens="false">
      <!-- who calls -->
      <client-application-ids>
        <application-id>ABCDEF00-cccc-dddd-eeee-ffffffffffff</application-id> <!-- shop -->
        <!-- partner -->
        <application-id>{{partner}}</application-id>
      </client-application-ids>

      <!-- roles -->
      <required-claims>
        <claim name="roles" match="@(context.Variables["m"] == "x" && true ? "all" : "any")">
          <value>@{
            var a = 1;
            return "x";
          }</value>
        </claim>
      </required-claims> <!-- end roles -->
      <backend-application-ids>
        <application-id>ABCDEF00-cccc-dddd-eeee-ffffffffffff</application-id>
      </backend-application-ids>
      <audiences>
        %{ for a in audiences ~}
        <audience>\${a}</audience>
        %{ endfor ~}
      </audiences>
      <decryption-keys>
        <key certificate-id="c" />
      </decryption-keys>
      <!-- tail -->
    </validate-azure-ad-token>`);
    expect(await show(text, 'v2')).toMatchInlineSnapshot(`
      "Rewrite as validate-jwt for version 2.0 tokens: version 1.0 tokens are no longer accepted; assumes one tenant in \${tenant}; allow-proof-of-possession-tokens="false" is left out; backend-application-ids becomes a required aud, which is not documented
      <policies>
        <inbound>
          <validate-jwt header-name="Authorization" require-scheme="Bearer"
                        output-token-variable-name="jwt"
                        id="x">
            <!-- left out: allow-proof-of-possession-tokens="false", which validate-jwt does not have -->
            <openid-config url="https://login.microsoftonline.com/\${tenant}/v2.0/.well-known/openid-configuration" />
            <decryption-keys>
              <key certificate-id="c" />
            </decryption-keys>
            <audiences>
              %{ for a in audiences ~}
              <audience>\${a}</audience>
              %{ endfor ~}
            </audiences>

            <!-- roles -->
            <required-claims>
              <!-- who calls -->
              <!-- client-application-ids: azp names the client in version 2.0 tokens (inferred, not documented) -->
              <claim name="azp" match="any">
                <value>abcdef00-cccc-dddd-eeee-ffffffffffff</value> <!-- shop -->
                <!-- partner -->
                <value>{{partner}}</value>
              </claim>
              <!-- backend-application-ids: taken to compare aud, as id or api://id (inferred, not documented) -->
              <claim name="aud" match="any">
                <value>abcdef00-cccc-dddd-eeee-ffffffffffff</value>
                <value>api://abcdef00-cccc-dddd-eeee-ffffffffffff</value>
              </claim>
              <claim name="roles" match="@(context.Variables["m"] == "x" && true ? "all" : "any")">
                <value>@{
                  var a = 1;
                  return "x";
                }</value>
              </claim>
            </required-claims> <!-- end roles -->
            <!-- tail -->
          </validate-jwt>
        </inbound>
      </policies>"
    `);
    expect(await show(text, 'both')).toMatchInlineSnapshot(`
      "Rewrite as validate-jwt: the tenant's version 1.0 and 2.0 tokens are accepted, as now; assumes one tenant in \${tenant}; allow-proof-of-possession-tokens="false" is left out; backend-application-ids becomes a required aud, which is not documented; encrypted version 2.0 tokens are no longer accepted
      <policies>
        <inbound>
          <choose>
            <!-- client-application-ids: the client's id is appid in version 1.0 tokens and azp in version 2.0 tokens (inferred, not documented) -->
            <when condition='@(context.Request.Headers.GetValueOrDefault("Authorization", "").Split(" ".ToCharArray()).Last().AsJwt()?.Claims.GetValueOrDefault("ver", "") != "2.0")'>
              <validate-jwt header-name="Authorization" require-scheme="Bearer"
                            output-token-variable-name="jwt"
                            id="x">
                <!-- left out: allow-proof-of-possession-tokens="false", which validate-jwt does not have -->
                <!-- an encrypted token does not show its version before it is decrypted: it is treated as version 1.0 -->
                <openid-config url="https://login.microsoftonline.com/\${tenant}/.well-known/openid-configuration" />
                <decryption-keys>
                  <key certificate-id="c" />
                </decryption-keys>
                <audiences>
                  %{ for a in audiences ~}
                  <audience>\${a}</audience>
                  %{ endfor ~}
                </audiences>

                <!-- roles -->
                <required-claims>
                  <!-- who calls -->
                  <claim name="appid" match="any">
                    <value>abcdef00-cccc-dddd-eeee-ffffffffffff</value> <!-- shop -->
                    <!-- partner -->
                    <value>{{partner}}</value>
                  </claim>
                  <!-- backend-application-ids: taken to compare aud, as id or api://id (inferred, not documented) -->
                  <claim name="aud" match="any">
                    <value>abcdef00-cccc-dddd-eeee-ffffffffffff</value>
                    <value>api://abcdef00-cccc-dddd-eeee-ffffffffffff</value>
                  </claim>
                  <claim name="roles" match="@(context.Variables["m"] == "x" && true ? "all" : "any")">
                    <value>@{
                  var a = 1;
                  return "x";
                }</value>
                  </claim>
                </required-claims> <!-- end roles -->
                <!-- tail -->
              </validate-jwt>
            </when>
            <otherwise>
              <validate-jwt header-name="Authorization" require-scheme="Bearer"
                            output-token-variable-name="jwt">
                <openid-config url="https://login.microsoftonline.com/\${tenant}/v2.0/.well-known/openid-configuration" />
                <decryption-keys>
                  <key certificate-id="c" />
                </decryption-keys>
                <audiences>
                  %{ for a in audiences ~}
                  <audience>\${a}</audience>
                  %{ endfor ~}
                </audiences>

                <required-claims>
                  <claim name="azp" match="any">
                    <value>abcdef00-cccc-dddd-eeee-ffffffffffff</value>
                    <value>{{partner}}</value>
                  </claim>
                  <claim name="aud" match="any">
                    <value>abcdef00-cccc-dddd-eeee-ffffffffffff</value>
                    <value>api://abcdef00-cccc-dddd-eeee-ffffffffffff</value>
                  </claim>
                  <claim name="roles" match="@(context.Variables["m"] == "x" && true ? "all" : "any")">
                    <value>@{
                  var a = 1;
                  return "x";
                }</value>
                  </claim>
                </required-claims>
              </validate-jwt>
            </otherwise>
          </choose>
        </inbound>
      </policies>"
    `);
  });

  it('keeps attributes on lines of their own', async () => {
    const text = inbound(`<validate-azure-ad-token
        tenant-id="https://login.microsoftonline.com/${tenant}/"
        header-name="Authorization"
        failed-validation-httpcode="401"
    >
      <audiences>
        <audience>a</audience>
      </audiences>
    </validate-azure-ad-token>`);
    expect(await show(text)).toMatchInlineSnapshot(`
      "Rewrite as validate-jwt: the tenant's version 1.0 and 2.0 tokens are accepted, as now
      <policies>
        <inbound>
          <validate-jwt
              header-name="Authorization"
              require-scheme="Bearer"
              failed-validation-httpcode="401"
          >
            <openid-config url="https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0/.well-known/openid-configuration" />
            <openid-config url="https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/.well-known/openid-configuration" />
            <audiences>
              <audience>a</audience>
            </audiences>
          </validate-jwt>
        </inbound>
      </policies>"
    `);
  });

  it('writes each of several elements', async () => {
    const text = inbound(`<validate-azure-ad-token tenant-id="{{a}}" />\n    <validate-azure-ad-token tenant-id="{{b}}" />`);
    const results = await rewrite(text, 'to-validate-jwt', 'v2', nothing);
    expect(results).toHaveLength(2);
    expect(results.every(result => 'edits' in result && result.edits.length === 1)).toBe(true);
  });
});

describe('whom it trusts', () => {
  const element = (attributes: string): string => inbound(`<validate-azure-ad-token ${attributes} />`);

  it.each([
    [
      'a national cloud',
      `tenant-id="${tenant}" authentication-endpoint="login.microsoftonline.us"`,
      `https://login.microsoftonline.us/${tenant}/v2.0/`,
    ],
    [
      'an endpoint with a slash',
      `tenant-id="${tenant}" authentication-endpoint="https://login.partner.microsoftonline.cn/"`,
      `https://login.partner.microsoftonline.cn/${tenant}/v2.0/`,
    ],
    ['an endpoint in a named value', `tenant-id="${tenant}" authentication-endpoint="{{endpoint}}"`, `{{endpoint}}/${tenant}/v2.0/`],
    [
      'a tenant written as an address',
      'tenant-id="https://contoso.onmicrosoft.com"',
      'https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0/',
    ],
    [
      'a tenant in an address, hidden',
      'tenant-id="https://login.microsoftonline.com/{{t}}"',
      'https://login.microsoftonline.com/{{t}}/v2.0/',
    ],
    [
      'an expression',
      'tenant-id="@((string)context.Variables["t"])"',
      '@("https://login.microsoftonline.com/" + ((string)context.Variables["t"]) + "/v2.0/',
    ],
    ['External ID by address', `tenant-id="https://contoso.ciamlogin.com/${tenant}"`, `https://${tenant}.ciamlogin.com/${tenant}/v2.0/`],
    [
      'External ID by endpoint',
      `tenant-id="${tenant}" authentication-endpoint="https://contoso.ciamlogin.com"`,
      `https://contoso.ciamlogin.com/${tenant}/v2.0/`,
    ],
    [
      'B2C by address',
      'tenant-id="https://f.b2clogin.com/f.onmicrosoft.com/B2C_1_in"',
      'https://f.b2clogin.com/f.onmicrosoft.com/B2C_1_in/v2.0/',
    ],
    ...[
      'tfp/f.onmicrosoft.com/B2C_1_in/v2.0/',
      'te/f.onmicrosoft.com/B2C_1_in',
      'f.onmicrosoft.com/B2C_1_in/v2.0',
      'f.onmicrosoft.com?p=B2C_1_in',
    ].map(place => [
      `B2C on the login host by ${place}`,
      `tenant-id="https://login.microsoftonline.com/${place}"`,
      'https://login.microsoftonline.com/tfp/f.onmicrosoft.com/B2C_1_in/v2.0/',
    ]),
  ])('%s', async (_, attributes, address) => {
    expect(await show(element(attributes))).toContain(address);
  });

  it.each([
    ['every tenant', 'tenant-id="organizations"', 'accepts tokens of every tenant'],
    ['every tenant by address', 'tenant-id="https://login.microsoftonline.com/common"', 'accepts tokens of every tenant'],
    ['a national cloud without endpoint', 'tenant-id="contoso.onmicrosoft.us"', 'national cloud'],
    ['a national cloud by address', `tenant-id="https://login.microsoftonline.us/${tenant}"`, 'national cloud'],
    ['no tenant', 'header-name="X"', 'tenant-id is missing'],
    ['several statements', 'tenant-id="@{ return "x"; }"', 'tenant-id is an expression that cannot stand inside an address'],
    ['a custom domain', `tenant-id="https://login.contoso.com/${tenant}"`, "login.contoso.com is not one of Microsoft's login hosts"],
    ['External ID by name', 'tenant-id="https://contoso.ciamlogin.com"', 'written as a name'],
    [
      'B2C on the login host without user flow',
      `tenant-id="https://login.microsoftonline.com/tfp/${tenant}"`,
      'Known here: the host, the tenant.',
    ],
    ['B2C on the login host without tenant', 'tenant-id="https://login.microsoftonline.com/tfp"', 'Known here: the host.'],
    ['a tenant that a path hides', 'tenant-id="https://login.microsoftonline.com/a/../b"', 'is an address that names no tenant or host'],
    ['B2C without user flow', 'tenant-id="https://f.b2clogin.com/f.onmicrosoft.com"', 'Known here: the host, the tenant.'],
    ['proof of possession', `tenant-id="${tenant}" allow-proof-of-possession-tokens="true"`, 'is not literally false'],
    ['protected tokens', `tenant-id="${tenant}" allow-protected-forwarded-tokens="{{p}}"`, 'is not literally false'],
  ])('refuses %s', async (_, attributes, reason) => {
    const shown = await show(element(attributes));
    expect(shown).toMatch(/^refused: /);
    expect(shown).toContain(reason);
  });

  it('writes nothing but the user flow for B2C on the login host', async () => {
    const policy = element('tenant-id="https://login.microsoftonline.com/tfp/f.onmicrosoft.com/B2C_1_in/v2.0/"');
    expect(await show(policy)).toMatchInlineSnapshot(`
      "Rewrite as validate-jwt for B2C: only tokens of B2C_1_in at login.microsoftonline.com are accepted, no others of login.microsoftonline.com
      <policies>
        <inbound>
          <validate-jwt header-name="Authorization" require-scheme="Bearer">
            <openid-config url="https://login.microsoftonline.com/tfp/f.onmicrosoft.com/B2C_1_in/v2.0/.well-known/openid-configuration" />
          </validate-jwt>
        </inbound>
      </policies>"
    `);
    expect(await show(policy, 'both')).toBe('refused: The variant both does not exist here; these do: token.');
  });

  it('writes the tenants that the user lists in place of every tenant', async () => {
    const shown = await show(element('tenant-id="organizations"'), undefined, { tenants: [tenant, other] });
    expect(shown).toContain('Rewrite as validate-jwt: tokens of all tenants but 11111111…, 99999999… are no longer accepted');
    expect(shown.match(/<openid-config /g)).toHaveLength(4);
  });

  it('takes External ID from a token of the same tenant only', async () => {
    const policy = element(`tenant-id="${tenant}"`);
    expect(await show(policy, undefined, tokenOf(external(2)))).toContain(`https://${tenant}.ciamlogin.com/${tenant}/v2.0/`);
    expect(await show(policy, undefined, tokenOf(external(2, other)))).not.toContain('ciamlogin');
    expect(await show(policy, undefined, tokenOf({ ...external(2), aud: 'https://graph.microsoft.com' }))).not.toContain('ciamlogin');
    expect(await show(policy, undefined, tokenOf({ ...external(2), azp: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' }))).not.toContain(
      'ciamlogin',
    );
    expect(await show(policy, undefined, tokenOf({ ...external(2), iss: `https://evil.example/${tenant}/v2.0` }))).not.toContain('evil');
  });

  it('needs to know the tenant before a token of External ID counts', async () => {
    const policy = element('tenant-id="{{t}}"');
    expect(await show(policy, undefined, tokenOf(external(2)))).toContain(
      'refused: The tenant is not known, so a token cannot be told to be its own: supply t.',
    );
    const supplied = await show(policy, undefined, { ...tokenOf(external(2)), namedValues: { t: tenant } });
    expect(supplied).toContain('<openid-config url="https://{{t}}.ciamlogin.com/{{t}}/v2.0/.well-known/openid-configuration" />');
  });

  it('learns the id of a tenant written as a name from its metadata', async () => {
    const policy = element('tenant-id="contoso.onmicrosoft.com"');
    const issuer = `https://${tenant}.ciamlogin.com/${tenant}/v2.0`;
    const address = `https://contoso.ciamlogin.com/${tenant}/v2.0/.well-known/openid-configuration`;
    expect(await show(policy, undefined, tokenOf(external(2)))).toContain('refused: The tenant is written as a name');
    const facts = { ...tokenOf(external(2)), metadata: { [address]: { issuer } } };
    // The document shows the id; its host is written only where the user names it.
    const own = `https://${tenant}.ciamlogin.com/${tenant}/v2.0/.well-known/openid-configuration`;
    expect(await show(policy, undefined, facts)).toContain(`url="${own}"`);
    expect(await show(policy, undefined, { ...facts, identityHosts: ['Contoso.ciamlogin.com '] })).toContain(`url="${address}"`);
    const elsewhere = { [`https://contoso.example/${tenant}/v2.0/.well-known/openid-configuration`]: { issuer } };
    expect(await show(policy, undefined, { ...tokenOf(external(2)), metadata: elsewhere })).toContain('refused');
  });

  it('writes no host that only a token or a document names, with the token at hand or without it', async () => {
    const issuer = `https://${tenant}.ciamlogin.com/${tenant}/v2.0`;
    const stray = `https://evil.ciamlogin.com/${tenant}/v2.0`;
    const metadata = { [`${stray}/.well-known/openid-configuration`]: { issuer } };
    for (const variant of [undefined, 'v1', 'v2', 'both', 'keep-workforce'] as const) {
      for (const token of [tokenOf({ ...external(2), iss: stray }), tokenOf(external(2)), {}]) {
        expect(await show(element(`tenant-id="${tenant}"`), variant, { ...token, metadata })).not.toContain('evil');
      }
    }
    // The document at hand is evidence all the same.
    expect(await show(element(`tenant-id="${tenant}"`), 'keep-workforce', { metadata })).toContain(`url="${issuer}/.well-known/`);
  });

  it('takes a custom domain from metadata that shows the tenant', async () => {
    const address = `https://login.contoso.com/${tenant}/v2.0/.well-known/openid-configuration`;
    const metadata = { [address]: { issuer: `https://${tenant}.ciamlogin.com/${tenant}/v2.0` } };
    expect(await show(element(`tenant-id="https://login.contoso.com/${tenant}"`), undefined, { metadata })).toContain(`url="${address}"`);
    expect(
      await show(element(`tenant-id="${tenant}" authentication-endpoint="https://login.contoso.com"`), undefined, { metadata }),
    ).toContain(`url="${address}"`);
  });

  it('takes the user flow of B2C from a token of the same tenant', async () => {
    const claims = { iss: `https://f.b2clogin.com/${tenant}/v2.0/`, ver: '1.0', tfp: 'B2C_1_in', aud: 'x', azp: 'y', scp: 'z' };
    const policy = inbound(`<validate-azure-ad-token tenant-id="${tenant}">
      <client-application-ids>
        <application-id>y</application-id>
      </client-application-ids>
    </validate-azure-ad-token>`);
    // Only the token names the host: no reason to write it.
    expect(await show(policy, undefined, tokenOf(claims))).toMatch(/^refused: .* Only the token names the host f\.b2clogin\.com: /);
    const facts = { ...tokenOf(claims), identityHosts: ['f.b2clogin.com'] };
    expect(await show(policy, undefined, facts)).toMatchInlineSnapshot(`
      "Rewrite as validate-jwt for B2C: instead of login.microsoftonline.com, accepts tokens of B2C_1_in at f.b2clogin.com
      <policies>
        <inbound>
          <validate-jwt header-name="Authorization" require-scheme="Bearer">
            <openid-config url="https://f.b2clogin.com/11111111-2222-3333-4444-555555555555/B2C_1_in/v2.0/.well-known/openid-configuration" />
            <required-claims>
              <!-- client-application-ids: azp names the client (inferred, not documented) -->
              <claim name="azp" match="any">
                <value>y</value>
              </claim>
            </required-claims>
          </validate-jwt>
        </inbound>
      </policies>"
    `);
    expect(await show(policy, undefined, { ...facts, ...tokenOf({ ...claims, tfp: 'B2C_1_in/../x' }) })).toContain('refused');
    const foreign = tokenOf({ ...claims, iss: `https://f.b2clogin.com/${other}/v2.0/` });
    expect(await show(policy, undefined, { ...facts, ...foreign })).not.toContain('b2clogin');
  });
});

describe('variants', () => {
  const policy = inbound(`<validate-azure-ad-token tenant-id="${tenant}">
      <audiences>
        <audience>66666666-7777-8888-9999-aaaaaaaaaaaa</audience>
      </audiences>
    </validate-azure-ad-token>`);

  it('adds the audience of the version 1 token where it is missing', async () => {
    const shown = await show(policy, 'v1', tokenOf(external(1)));
    expect(shown).toContain('also for the audience api://orders');
    expect(shown).toContain('<audience>api://orders</audience>');
    for (const aud of ['{{secret}}', '@(1)', '${x}', 'a\nb', '{x}', 'api://x@(PWN())', '$(PWN)', '#{x}#', '__X__', '<%= x %>']) {
      const without = await show(policy, 'v1', tokenOf({ ...external(1), aud }));
      expect(without).not.toContain('also for the audience');
      expect(without).toMatch(/; the token's audience is not added: .+ would read it as|; the token's audience is not added: it contains/);
      expect(without.slice(without.indexOf('\n'))).not.toContain(aud);
    }
    expect(await show(policy, 'v1', tokenOf({ ...external(1), aud: 'https://a&<b' }))).toContain(
      '<audience>https://a&amp;&lt;b</audience>',
    );
  });

  it('takes the one that fits the token', async () => {
    expect(await show(policy, 'token')).toContain('refused: The variant token needs a token that can be read.');
    expect(await show(policy, 'token', tokenOf(external(1)))).toContain('version 1.0 form');
    expect(await show(policy, 'token', tokenOf({ ...external(2), iss: `https://sts.windows.net/${tenant}/`, ver: '1.0' }))).toContain(
      'version 1.0 tokens: version 2.0 tokens are no longer accepted',
    );
    expect(await show(policy, 'token', tokenOf({ ...external(2), iss: `https://sts.windows.net/${other}/` }))).toContain(
      'refused: The token is from another tenant',
    );
    expect(await show(policy, 'token', tokenOf({ ...external(2), aud: 'https://graph.microsoft.com' }))).toContain(
      'refused: The policy is not opened for this token',
    );
  });

  it('keeps the workforce only where something shows External ID', async () => {
    expect(await show(policy, 'keep-workforce')).toContain('refused: Nothing at hand shows');
    const address = `https://${tenant}.ciamlogin.com/${tenant}/v2.0/.well-known/openid-configuration`;
    const shown = await show(policy, 'keep-workforce', {
      metadata: { [address]: { issuer: `https://${tenant}.ciamlogin.com/${tenant}/v2.0` } },
    });
    expect(shown).toContain('keeping login.microsoftonline.com');
    expect(shown.match(/<openid-config /g)).toHaveLength(3);
  });

  it.each([
    [
      'a header by named value',
      'header-name="{{h}}"',
      'context.Request.Headers.GetValueOrDefault("{{h}}", "").Split(" ".ToCharArray()).Last().AsJwt()?',
    ],
    [
      'a query parameter',
      'query-parameter-name="access_token"',
      'context.Request.Url.Query.GetValueOrDefault("access_token", "").AsJwt()?',
    ],
    ['an expression', 'token-value="@(context.Variables["t"])"', '((string)(context.Variables["t"]))?.AsJwt()?'],
    [
      'an expression with characters',
      `token-value="@(context.Request.Headers.GetValueOrDefault("X", "").Split(' ').Last().TrimEnd('"', '\\''))"`,
      '((string)(context.Request.Headers.GetValueOrDefault("X", "").Split(" "[0]).Last().TrimEnd("\\""[0], "\\u0027"[0])))?.AsJwt()?',
    ],
  ])('reads the version where the policy reads the token: %s', async (_, attribute, condition) => {
    const ids = '<client-application-ids><application-id>x</application-id></client-application-ids>';
    const shown = await show(inbound(`<validate-azure-ad-token tenant-id="${tenant}" ${attribute}>${ids}</validate-azure-ad-token>`));
    expect(shown).toContain(`<when condition='@(${condition}.Claims.GetValueOrDefault("ver", "") != "2.0")'>`);
  });

  it('refuses what a condition cannot repeat', async () => {
    const ids = '<client-application-ids><application-id>x</application-id></client-application-ids>';
    for (const attribute of [
      'token-value="@{ return "x"; }"',
      `token-value="@(context.Request.Body.As<string>())"`,
      'header-name="a" query-parameter-name="b"',
    ]) {
      const text = inbound(`<validate-azure-ad-token tenant-id="${tenant}" ${attribute}>${ids}</validate-azure-ad-token>`);
      expect(await show(text, 'both')).toContain('refused: The version cannot be read');
      // Without a variant, what can be written is: an editor offers it first, too.
      expect(await show(text)).toBe(await show(text, 'v2'));
      expect((await offered(text)).map(({ variant }) => variant)).toEqual(['v2', 'v1']);
    }
  });
});

describe('what an editor offers of an element', () => {
  it('is every variant of its rewrite', async () => {
    const text = inbound(`<validate-azure-ad-token tenant-id="${tenant}" />`);
    expect((await offered(text)).map(({ variant }) => variant)).toEqual(['both', 'v2', 'v1']);
    const [there] = await offered(text);
    expect((await offered(there?.text ?? '')).map(fix => fix.text)).toEqual([text]);
  });
});

describe('the way back', () => {
  const jwt = (attributes: string, children: string): string => inbound(`<validate-jwt ${attributes}>${children}</validate-jwt>`);
  const configs = ['/v2.0', '']
    .map(version => `<openid-config url="https://login.microsoftonline.com/${tenant}${version}/.well-known/openid-configuration" />`)
    .join('');
  const bearer = 'header-name="Authorization" require-scheme="Bearer"';

  it('undoes the rewrite', async () => {
    const original = inbound(`<validate-azure-ad-token tenant-id="${tenant}" failed-validation-httpcode="401">
      <!-- who calls -->
      <client-application-ids>
        <application-id>bbbbbbbb-cccc-dddd-eeee-ffffffffffff</application-id>
      </client-application-ids>
      <audiences>
        <audience>a</audience>
      </audiences>
    </validate-azure-ad-token>`);
    const [there] = await rewrite(original, 'to-validate-jwt', 'both', nothing);
    if (there === undefined || 'reason' in there) throw new Error('it rewrites');
    const [back, second] = await rewrite(there.text, 'to-validate-azure-ad-token', undefined, nothing);
    expect(back).toMatchObject({ text: original, widens: false, code: 'to-validate-azure-ad-token' });
    expect(second).toMatchObject({ reason: expect.stringContaining('it goes together with the branch before it') as string });
  });

  it('writes one element where both versions are named', async () => {
    expect(await show(jwt(bearer, `${configs}<audiences><audience>a</audience></audiences>`), undefined, {}, 'to-validate-azure-ad-token'))
      .toMatchInlineSnapshot(`
      "Rewrite as validate-azure-ad-token: the same tokens are accepted as now
      <policies>
        <inbound>
          <validate-azure-ad-token tenant-id="11111111-2222-3333-4444-555555555555"><audiences><audience>a</audience></audiences></validate-azure-ad-token>
        </inbound>
      </policies>"
    `);
  });

  it.each([
    [
      'one version',
      bearer,
      configs.slice(0, configs.length / 2 + 3).replace(/<openid-config url="[^"]*$/, ''),
      'it accepts tokens of both versions',
    ],
    ['no scheme', 'header-name="Authorization"', configs, 'it accepts the scheme Bearer only'],
    ['no source', '', configs, 'nothing says where the token is'],
    ['a clock skew', `${bearer} clock-skew="60"`, configs, 'it has no clock-skew'],
    ['unsigned tokens', `${bearer} require-signed-tokens="false"`, configs, 'it has no require-signed-tokens'],
    ['keys', bearer, `${configs}<issuer-signing-keys><key>eA==</key></issuer-signing-keys>`, 'it has no place for signing keys'],
    ['other issuers', bearer, `${configs}<issuers><issuer>https://idp.example</issuer></issuers>`, 'it has no place for issuers'],
    [
      'External ID',
      bearer,
      `<openid-config url="https://${tenant}.ciamlogin.com/${tenant}/v2.0/.well-known/openid-configuration" />`,
      'External ID is not supported',
    ],
    [
      'another issuer',
      bearer,
      '<openid-config url="https://idp.example/.well-known/openid-configuration" />',
      'not the address of a tenant',
    ],
    [
      'every tenant',
      bearer,
      '<openid-config url="https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration" />',
      'is not documented',
    ],
    ['an attribute of the config', bearer, configs.replace(' />', ' validate-connectivity="false" />'), 'it has no validate-connectivity'],
  ])('refuses %s', async (_, attributes, children, reason) => {
    const shown = await show(jwt(attributes, children), undefined, {}, 'to-validate-azure-ad-token');
    expect(shown).toMatch(/^refused: validate-azure-ad-token cannot say the same: /);
    expect(shown).toContain(reason);
  });
});
