import { describe, expect, test } from 'vitest';
import { tokenPolicyFacts, type ElementFacts } from '../../../src/core/knowledge/elements.js';
import { elementMeanings } from '../../../src/core/messages/english/element-meanings.js';
import { readPolicies } from '../../../src/core/index.js';
import { hover } from '../../../src/core/language/hover.js';
import type { KnownNames } from '../../../src/core/language/describe-value.js';
import { readCursor } from '../../harness/cursor.js';

const tenant = '11111111-2222-4333-8444-555555555555';

function hoverAt(marked: string, known?: KnownNames): string {
  const { text, offset } = readCursor(marked);
  return hover(readPolicies(text), offset, known)?.markdown ?? '';
}

const inbound = (inner: string): string => `<policies>\n  <inbound>\n    ${inner}\n  </inbound>\n</policies>\n`;
const config = (address: string): string =>
  inbound(`<validate-jwt header-name="Authorization"><openid-config url="${address}" /></validate-jwt>`);
const azure = (attributes: string, inner = ''): string =>
  inbound(`<validate-azure-ad-token ${attributes}>${inner}</validate-azure-ad-token>`);

/** What every column says: each stretch with one answer as its text and the first line of the answer, in order. */
function readColumns(text: string, known?: KnownNames): [string, string][] {
  const document = readPolicies(text);
  const stretches: [string, string][] = [];
  let last = '';
  for (let offset = 0; offset <= text.length; offset++) {
    const answer = hover(document, offset, known);
    if (answer !== null) {
      expect(answer.start).toBeLessThanOrEqual(offset);
      expect(answer.end).toBeGreaterThanOrEqual(offset);
      expect(answer.policy).toBe(0);
    }
    const key = answer === null ? '' : `${answer.start}:${answer.markdown}`;
    if (answer !== null && key !== last) stretches.push([text.slice(answer.start, answer.end), answer.markdown.split('\n')[0] ?? '']);
    last = key;
  }
  return stretches;
}

test('every column of a token policy', () => {
  const text = `<policies>
  <inbound>
    <base />
    <validate-jwt header-name="Authorization" require-scheme='Bearer' clock-skew="@(30 + 30)">
      <!-- a comment -->
      <openid-config url="https://login.microsoftonline.com/{{tenant}}/v2.0/.well-known/openid-configuration" />
      <audiences>
        <audience> api://orders </audience>
      </audiences>
      <required-claims>
        <claim name="scp" match="any" separator=" ">
          <value>\${scope}</value>
        </claim>
      </required-claims>
    </validate-jwt>
  </inbound>
</policies>`;
  const openidConfig = 'https://login.microsoftonline.com/{{tenant}}/v2.0/.well-known/openid-configuration';
  const metadata =
    'The OpenID configuration of a workforce tenant, version 2.0 (Microsoft Entra ID). Which issuer it accepts is not documented for this address: the document says it.';
  expect(readColumns(text)).toEqual([
    ['validate-jwt', '**validate-jwt**'],
    ['header-name', '**header-name**'],
    ['Authorization', '**header-name**'],
    ['require-scheme', '**require-scheme**'],
    ['Bearer', '**require-scheme**'],
    ['clock-skew', '**clock-skew**'],
    ['@(30 + 30)', 'A policy expression: C# that the gateway evaluates for each request. Its result is not known here.'],
    ['openid-config', '**openid-config**'],
    ['url', '**url** (required)'],
    [openidConfig, metadata],
    ['{{tenant}}', '**{{tenant}}**'],
    [openidConfig, metadata],
    ['audiences', '**audiences**'],
    ['audience', '**audience**'],
    ['api://orders', '**audience**'],
    ['</audience>', '**audience**'],
    ['</audiences>', '**audiences**'],
    ['required-claims', '**required-claims**'],
    ['claim', '**claim**'],
    ['name', '**name** (required)'],
    ['scp', '**scp**: a claim of the token'],
    ['match', '**match**'],
    ['any', '**match**'],
    ['separator', '**separator**'],
    [' ', '**separator**'],
    ['value', '**value**'],
    ['${scope}', 'A Terraform template: Terraform fills it in before the gateway gets the policy.'],
    ['</value>', '**value**'],
    ['</claim>', '**claim**'],
    ['</required-claims>', '**required-claims**'],
    ['</validate-jwt>', '**validate-jwt**'],
  ]);
});

test('every element and attribute of the table has a meaning, says what is allowed there and links to its page', () => {
  const visit = (facts: ElementFacts, write: (inner: string) => string, page: string): void => {
    const element = hoverAt(write(`<${facts.name}|></${facts.name}>`));
    expect(element).toContain(elementMeanings[facts.meaning]);
    expect(element).toContain(page);
    if (facts.text !== null) expect(element).toMatch(/[Pp]olicy expressions are/);
    for (const attribute of facts.attributes) {
      const said = hoverAt(write(`<${facts.name} ${attribute.name}|="x"></${facts.name}>`));
      expect(said).toContain(elementMeanings[attribute.meaning]);
      expect(said).toMatch(/[Pp]olicy expressions are/);
      expect(said).toContain(page);
      if (attribute.default !== null) expect(said).toContain(`Default: \`${attribute.default}\``);
      if (attribute.required) expect(said).toContain('(required)');
      if (attribute.shape === 'boolean') expect(said).toContain('Allowed: `true`, `false`.');
      expect(hoverAt(write(`<${facts.name} ${attribute.name}="x|"></${facts.name}>`)), attribute.name).not.toBe('');
    }
    for (const child of facts.children) visit(child, inner => write(`<${facts.name}>${inner}</${facts.name}>`), page);
  };
  for (const facts of Object.values(tokenPolicyFacts)) visit(facts, inbound, facts.documentation);
});

describe('discovery addresses', () => {
  const suffix = '.well-known/openid-configuration';

  test.each([
    [
      `https://login.microsoftonline.com/${tenant}/v2.0/${suffix}`,
      ['workforce tenant, version 2.0', `\`https://login.microsoftonline.com/${tenant}/v2.0\``],
    ],
    [`https://login.microsoftonline.com/${tenant}/${suffix}`, ['workforce tenant, version 1.0', `\`https://sts.windows.net/${tenant}/\``]],
    [`https://login.microsoftonline.us/${tenant}/${suffix}`, ['US Government', 'not documented for this address']],
    [
      `https://login.microsoftonline.com/common/v2.0/${suffix}`,
      ['`common`: Any work or school account', '`{tenantid}` is the tenant of each token'],
    ],
    [`https://login.microsoftonline.com/organizations/v2.0/${suffix}`, ['`organizations`: Any work or school account of any tenant.']],
    [`https://${tenant}.ciamlogin.com/${tenant}/v2.0/${suffix}`, ['External ID', `\`https://${tenant}.ciamlogin.com/${tenant}/v2.0\``]],
    [`https://contoso.ciamlogin.com/contoso.onmicrosoft.com/v2.0/${suffix}`, ['External ID', 'the document says it']],
    [`https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_in/v2.0/${suffix}`, ['Azure AD B2C', 'not itself a discovery address']],
    [`https://issuer.example/${suffix}`, ['An OpenID configuration.']],
  ])('%s', (address, parts) => {
    const said = hoverAt(config(`|${address}`));
    for (const part of parts) expect(said).toContain(part);
    expect(said).toContain('**url** (required)');
  });

  test('what is not itself a discovery address says only what belongs there', () => {
    expect(hoverAt(config(`https://login.microsoftonline.com/${tenant}/oauth2/authorize|`))).toMatch(/^\*\*url\*\*/);
    expect(hoverAt(config('not an address|'))).toMatch(/^\*\*url\*\*/);
  });
});

describe('values', () => {
  const claims = (name: string, value: string): string =>
    azure(`tenant-id="${tenant}"`, `<required-claims><claim name="${name}"><value>${value}</value></claim></required-claims>`);

  test('a claim has its meaning and where it occurs, in its name and in its values', () => {
    expect(hoverAt(claims('az|p', 'x'))).toMatch(
      /^\*\*azp\*\*: a claim of the token\n\n.*client id[^]*version 2\.0, tokens of Azure AD B2C\.[^]*\(https:/,
    );
    expect(hoverAt(claims('azp', 'x|'))).toContain('**azp**: a claim of the token');
    expect(hoverAt(claims('favourite|', 'x'))).toBe('Not a known claim. APIs and issuers may define their own.');
    expect(hoverAt(claims('constructor|', 'x'))).toContain('Not a known claim');
  });

  test('tenants', () => {
    expect(hoverAt(azure(`tenant-id="|${tenant}"`))).toContain('A tenant id.');
    expect(hoverAt(azure('tenant-id="common|"'))).toContain('`common`: Any work or school account');
    expect(hoverAt(azure('tenant-id="contoso|.onmicrosoft.com"'))).toContain('The name or address of a tenant');
    expect(hoverAt(azure('tenant-id="https://contoso.ciamlogin.com|"'))).toContain('A tenant of Microsoft Entra External ID');
    expect(hoverAt(azure(`tenant-id="${tenant}" authentication-endpoint="login.microsoftonline.us|"`))).toContain(
      'The sign-in address of Microsoft Entra ID for US Government',
    );
  });

  test('issuers, audiences and applications that are known', () => {
    const issuer = (text: string): string => hoverAt(inbound(`<validate-jwt><issuers><issuer>|${text}</issuer></issuers></validate-jwt>`));
    expect(issuer(`https://sts.windows.net/${tenant}/`)).toContain('tokens of version 1.0 of a workforce tenant');
    expect(issuer(`https://login.microsoftonline.com/${tenant}/v2.0`)).toContain('tokens of version 2.0 of a workforce tenant');
    expect(issuer(`https://${tenant}.ciamlogin.com/${tenant}/`)).toContain('it is not documented');
    expect(issuer('https://issuer.example')).toMatch(/^\*\*issuer\*\*/);
    expect(hoverAt(azure('', '<audiences><audience>https://graph.microsoft.com/|</audience></audiences>'))).toContain('Microsoft Graph');
    const client =
      '<client-application-ids><application-id>04b07795-8ddb-461a-bbee-02f9e1bf7b46|</application-id></client-application-ids>';
    expect(hoverAt(azure('', client))).toContain('Azure CLI');
  });

  test('a key is never quoted', () => {
    const said = hoverAt(inbound('<validate-jwt><issuer-signing-keys><key>c2Vj|cmV0</key></issuer-signing-keys></validate-jwt>'));
    expect(said).toMatch(/^\*\*key\*\*/);
    expect(said).not.toContain('c2Vj');
  });
});

describe('what is filled in later', () => {
  const policy = azure('tenant-id="{{ten|ant}}"');

  test('a named value: its name and whether a value is known, never the value', () => {
    expect(hoverAt(policy)).toContain('Its value is not known here');
    const known = hoverAt(policy, { namedValues: { tenant: 'the value' }, sources: { tenant: { from: 'file' } } });
    expect(known).toContain('Its value is known here, from a file');
    expect(known).not.toContain('the value');
    expect(hoverAt(policy, { namedValues: { tenant: 'x' }, sources: { tenant: { from: 'setting' } } })).toContain('from the settings');
    expect(hoverAt(policy, { sources: { tenant: { from: 'file', problem: 'It is a secret.' } } })).toContain('It is a secret.');
    const problem = '[x](command:y) <b>\u202e';
    expect(hoverAt(policy, { sources: { tenant: { from: 'file', problem } } })).toContain('\\[x\\] \\(command\\:y\\) \\<b\\>\\\\u202e');
    expect(hoverAt(azure('tenant-id="{{constructor|}}"'), { namedValues: {}, sources: {} })).toContain('Its value is not known here');
  });

  test('a named value inside an expression', () => {
    expect(hoverAt(inbound('<validate-jwt token-value="@("{{to|ken}}")" />'))).toContain('**{{token}}**');
  });

  test('expressions that give one text, Terraform directives and single brackets', () => {
    expect(hoverAt(inbound('<validate-jwt header-name="@("Author|ization")" />'))).toContain('the same result for every request');
    expect(hoverAt(azure('tenant-id="%{ if a }x%{ endif }|"'))).toContain('Terraform template');
    expect(hoverAt(azure('tenant-id="{tenant-id|}"'))).toContain('A placeholder');
  });
});

test('nothing outside token policies, in comments, and for names that do not belong there', () => {
  expect(hoverAt(inbound('<set-hea|der name="{{x}}" />'))).toBe('');
  expect(hoverAt(inbound('<set-header name="{{|x}}" />'))).toBe('');
  expect(hoverAt(inbound('<!-- <validate-jwt| /> -->'))).toBe('');
  expect(hoverAt(azure('tenant="x|"'))).toBe('');
});
