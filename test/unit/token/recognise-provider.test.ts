import { describe, expect, test } from 'vitest';
import { providers } from '../../../src/core/knowledge/providers/list-providers.js';
import { recogniseProvider } from '../../../src/core/token/recognise-provider.js';

const tenant = 'd2f1a0c4-91b3-4e6a-8c55-3f7e2ab9c610';
const recognise = (claims: object, header: object = {}): { name: string; by: string } => {
  const { provider, by } = recogniseProvider({ header: { ...header }, claims: { ...claims }, kind: 'other' });
  return { name: provider.name, by };
};

describe('who issued a token', () => {
  test.each([
    [`https://login.microsoftonline.com/${tenant}/v2.0`, 'entra'],
    [`https://sts.windows.net/${tenant}/`, 'entra'],
    [`https://login.microsoftonline.us/${tenant}/v2.0`, 'entra'],
    [`https://${tenant}.ciamlogin.com/${tenant}/v2.0`, 'external-id'],
    [`https://shop.b2clogin.com/${tenant}/v2.0/`, 'b2c'],
    ['http://fs.shop.example/adfs/services/trust', 'ad-fs'],
    ['https://fs.shop.example/adfs', 'ad-fs'],
    ['https://api.botframework.com', 'bot-framework'],
    ['https://shop.eu.auth0.com/', 'auth0'],
    ['https://shop.okta.com/oauth2/default', 'okta'],
    ['https://shop.okta.com', 'okta'],
    ['https://sso.shop.example/realms/shop', 'keycloak'],
    ['https://sso.shop.example/auth/realms/shop', 'keycloak'],
    ['https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12Cd34E', 'cognito'],
    ['https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12Cd34E', 'cognito'],
    ['https://accounts.google.com', 'google'],
    ['accounts.google.com', 'google'],
    ['https://securetoken.google.com/shop-1', 'firebase'],
    [`https://auth.pingone.eu/${tenant}/as`, 'pingone'],
    ['https://shop.my.salesforce.com', 'salesforce'],
    ['https://shop.accounts.ondemand.com', 'sap-ias'],
    ['https://shop.authentication.eu10.hana.ondemand.com/oauth/token', 'xsuaa'],
    ['https://token.actions.githubusercontent.com', 'github-actions'],
    [`https://westeurope.oic.prod-aks.azure.com/${tenant}/${tenant}/`, 'aks'],
    ['https://kubernetes.default.svc.cluster.local', 'kubernetes'],
  ])('%s: %s', (iss, name) => {
    expect(recognise({ iss })).toEqual({ name, by: 'issuer' });
  });

  test.each([
    ['auth0', { sub: 'x@clients', gty: 'client-credentials' }],
    ['okta', { cid: 'a', uid: 'b' }],
    ['keycloak', { realm_access: { roles: [] } }],
    ['cognito', { token_use: 'access' }],
    ['duende', { client_id: 'a', idp: 'local' }],
    ['kubernetes', { 'kubernetes.io': {} }],
    ['xsuaa', { cid: 'a', zid: 'b' }],
  ])('on a domain of its own, %s by its claims', (name, claims) => {
    expect(recognise({ iss: 'https://login.shop.example', ...claims })).toEqual({ name, by: 'claims' });
  });

  test('by the header, and by the issuer that an encrypted token names there', () => {
    expect(recognise({}, { tty: 'sfdc-core-token' })).toEqual({ name: 'salesforce', by: 'header' });
    expect(recognise({}, { alg: 'dir', iss: 'https://shop.eu.auth0.com/' })).toEqual({ name: 'auth0', by: 'issuer' });
  });

  // Names that only look like those of a provider, and claims that every object inherits.
  test.each([
    ['https://shop.auth0.com.evil.example/'],
    ['https://evil.example/https://shop.okta.com'],
    ['https://accounts.google.com.evil.example'],
    [''],
  ])('%j is nobody known', iss => {
    expect(recognise({ iss })).toEqual({ name: 'own', by: 'nothing' });
  });
});

describe('the records', () => {
  test('each has its own name, a source and a certainty for every fact', () => {
    expect(new Set(providers.map(({ name }) => name)).size).toBe(providers.length);
    for (const provider of providers) {
      const facts = Object.values(provider).filter(
        (value): value is { certainty: string; source: string } => typeof value === 'object' && value !== null && 'certainty' in value,
      );
      expect(facts.length, provider.name).toBeGreaterThanOrEqual(6);
      for (const { certainty, source } of facts) {
        expect(['documented', 'observed', 'inferred']).toContain(certainty);
        expect(source.length, provider.name).toBeGreaterThan(5);
      }
    }
  });

  test('the last one stands for all others and is recognised by nothing', () => {
    expect(providers.at(-1)).toMatchObject({ name: 'own', marks: [], issuer: { value: { pattern: null } } });
  });
});
