import { describe, expect, it } from 'vitest';
import { explainTrace } from '../../../src/core/explain/explain-error.js';
import { readPolicies } from '../../../src/core/policy/read-policies.js';
import { api, audience, externalId, issuer, tenant, tenantIssuer, version1, workforce } from './symptom.js';

const other = '99999999-8888-4777-8666-555555555555';
/** The first step about a text, as it is copied; without anything to copy the step itself. */
function firstStep(pasted: string, policy?: string): string {
  const [explanation] = explainTrace(pasted, policy === undefined ? undefined : readPolicies(policy));
  const [step] = explanation?.nextSteps ?? [];
  return step?.copy?.text ?? step?.what ?? '';
}

const externalIdMetadata = `<openid-config url="https://${tenant}.ciamlogin.com/${tenant}/v2.0/.well-known/openid-configuration" />`;

describe('the next step about a pasted error', () => {
  it.each([
    ['External ID at validate-azure-ad-token', tenantIssuer(`${externalId}/`), externalIdMetadata],
    ['External ID, with workforce metadata', issuer(`${externalId}/v2.0`, workforce), externalIdMetadata],
    [
      'a version 1 token where version 2 is accepted',
      issuer(version1, workforce),
      'az ad app update --id {client id of the API} --set api.requestedAccessTokenVersion=2',
    ],
    [
      'a version 2 token where version 1 is accepted',
      issuer(workforce, version1),
      `<openid-config url="https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration" />`,
    ],
    [
      'another tenant',
      issuer(workforce.replace(tenant, other), workforce),
      `Have the client get its token from the accepted tenant: set its authority to ${tenant}.`,
    ],
    [
      'an issuer of another kind',
      issuer('https://idp.example/<a>', 'https://idp.example'),
      '<issuer>https://idp.example/&lt;a&gt;</issuer>',
    ],
    ['an audience', audience('api://orders', 'orders'), '<audience>api://orders</audience>'],
    [
      'a token for Microsoft Graph',
      audience('https://graph.microsoft.com', `api://${api}`, api),
      `az account get-access-token --scope api://${api}/.default --query accessToken --output tsv`,
    ],
  ])('has what to copy: %s', (_what, pasted, wanted) => {
    expect(firstStep(pasted)).toBe(wanted);
  });

  it('names a scope only where the policy takes tokens of Microsoft Entra', () => {
    const pasted = 'JWT (token) is missing the following claims: scp. Access denied.';
    const claims = '<required-claims><claim name="scp"><value>Orders.Read</value></claim></required-claims>';
    const entra = `<policies><inbound><validate-azure-ad-token tenant-id="${tenant}">${claims}</validate-azure-ad-token></inbound></policies>`;
    const own = `<policies><inbound><validate-jwt header-name="X"><openid-config url="https://idp.example/" />${claims}</validate-jwt></inbound></policies>`;
    expect(firstStep(pasted, entra)).toMatch(/^az account get-access-token --scope /);
    expect(firstStep(pasted, own)).not.toMatch(/az account/);
    expect(firstStep(pasted)).not.toMatch(/az account/);
  });

  it.each([
    [
      'a backend that answers',
      '{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}',
    ],
    ['an expired token', 'IDX10223: Lifetime validation failed. The token is expired.'],
    ['values that are not shown', issuer('https://idp.example/ann@contoso.example', 'https://idp.example')],
    ['no audience', audience('empty', api)],
    ['validate-azure-ad-token, which lists no issuers', tenantIssuer('https://idp.example/')],
  ])('is the cure where there is nothing to copy: %s', (_what, pasted) => {
    const [explanation] = explainTrace(pasted);
    expect(explanation?.nextSteps).toEqual(explanation?.cures.map(what => ({ what, copy: null })));
    expect(explanation?.nextSteps.length).toBeGreaterThan(0);
  });
});
