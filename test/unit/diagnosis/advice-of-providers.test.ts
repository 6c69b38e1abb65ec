import { describe, expect, test } from 'vitest';
import { applyFix, decodeToken, diagnose, explainReason, judgeText, type Facts } from '../../../src/core/index.js';
import { providers } from '../../../src/core/knowledge/providers/list-providers.js';
import { Mint } from '../../harness/mint.js';
import { englishCatalogue } from '../../../src/core/messages/english/index.js';

const now = 1_798_000_000;
const mint = new Mint();

/** What only the owner of an app registration of Microsoft Entra can do, and what only its tokens have. */
const ofEntra =
  /requestedAccessTokenVersion|accessTokenAcceptedVersion|app registration|\baz (?:ad|account)\b|api:\/\/|manifest|[Ee]nterprise application|app role|managed identity|\?appid=|groupMembershipClaims|optional claim|Microsoft Graph|graph\.microsoft|admin center|version [12] token/;

/** An issuer and claims as each provider writes them. */
const samples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'ad-fs': { iss: 'http://fs.shop.example/adfs/services/trust', apptype: 'Public', appid: 'shop', scp: 'openid' },
  'bot-framework': { iss: 'https://api.botframework.com', serviceurl: 'https://smba.example/' },
  auth0: { iss: 'https://shop.eu.auth0.com/', azp: 'shop', gty: 'client-credentials', permissions: ['read'] },
  okta: { iss: 'https://shop.okta.com/oauth2/default', cid: 'shop', uid: 'u', scp: ['openid'], ver: 1 },
  keycloak: { iss: 'https://sso.shop.example/realms/shop', azp: 'shop', typ: 'Bearer', realm_access: { roles: ['x'] }, scope: 'email' },
  cognito: { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A', client_id: 'shop', token_use: 'access', scope: 'a/b' },
  google: { iss: 'https://accounts.google.com', azp: 'shop', email: 'a@shop.example' },
  firebase: { iss: 'https://securetoken.google.com/shop', firebase: {} },
  pingone: { iss: 'https://auth.pingone.eu/d2f1a0c4-91b3-4e6a-8c55-3f7e2ab9c610/as', client_id: 'shop', scope: 'a' },
  salesforce: { iss: 'https://shop.my.salesforce.com', client_id: 'shop', scp: 'api' },
  'sap-ias': { iss: 'https://shop.accounts.ondemand.com', azp: 'shop' },
  xsuaa: { iss: 'https://shop.authentication.eu10.hana.ondemand.com/oauth/token', cid: 'shop', zid: 'z', scope: ['shop.read'] },
  'github-actions': { iss: 'https://token.actions.githubusercontent.com', repository: 'shop/shop' },
  aks: {
    iss: 'https://west.oic.prod-aks.azure.com/d2f1a0c4-91b3-4e6a-8c55-3f7e2ab9c610/d2f1a0c4-91b3-4e6a-8c55-3f7e2ab9c610/',
    'kubernetes.io': {},
  },
  kubernetes: { iss: 'https://kubernetes.default.svc.cluster.local', 'kubernetes.io': {}, sub: 'system:serviceaccount:a:b' },
  duende: { iss: 'https://id.shop.example', client_id: 'shop', idp: 'local', scope: ['a'] },
  'ping-federate': { iss: 'https://ping.shop.example', client_id: 'shop', scope: 'a' },
  hydra: { iss: 'https://hydra.shop.example/', client_id: 'shop', ext: {}, scp: ['a'] },
  own: { iss: 'https://login.shop.example', sub: 'x' },
};

const claim = (name: string, value: string): string =>
  `<required-claims><claim name="${name}" match="any"><value>${value}</value></claim></required-claims>`;

/** What the policy wants and the token does not have: every check that can fail, each by itself. */
const demands: Readonly<
  Record<string, { readonly inner: string; readonly aud?: string; readonly kid?: string; readonly issuer?: string }>
> = {
  'another audience': { inner: '<audiences><audience>orders</audience></audiences>', aud: 'customers' },
  'an audience, and there is none': { inner: '<audiences><audience>orders</audience></audiences>' },
  'the client as audience': { inner: '<audiences><audience>shop</audience></audiences>', aud: 'customers' },
  'another issuer': { inner: '', issuer: 'https://other.shop.example' },
  'another key': { inner: '', kid: 'unknown' },
  ...Object.fromEntries(
    ['scp', 'scope', 'roles', 'groups', 'azp', 'appid', 'department', 'ver', 'permissions', 'realm_access.roles', 'tfp'].map(name => [
      `the claim ${name}`,
      { inner: claim(name, 'orders.read') },
    ]),
  ),
};

async function everyWord(payload: Readonly<Record<string, unknown>>, demand: (typeof demands)[string]): Promise<string[]> {
  const issuer = String(payload['iss']);
  const address = 'https://metadata.shop.example/.well-known/openid-configuration';
  const keys = { ...(await mint.publish('RS256', 'throwaway')), kid: 'k1', use: 'sig' };
  const claims = { ...payload, iat: now - 60, exp: now + 3000, ...(demand.aud === undefined ? {} : { aud: demand.aud }) };
  const token = await mint.mint(
    { header: { alg: 'RS256', typ: 'JWT', kid: demand.kid ?? 'k1' }, payload: claims },
    demand.kid === undefined ? 'throwaway' : 'other',
  );
  const facts: Facts = {
    now,
    token: decodeToken(token),
    metadata: {
      [address]: { issuer: demand.issuer ?? issuer, jwks_uri: 'https://metadata.shop.example/keys' },
      'https://metadata.shop.example/keys': { keys: [keys] },
    },
  };
  const text = `<policies><inbound><validate-jwt header-name="Authorization" require-scheme="Bearer"><openid-config url="${address}" />${demand.inner}</validate-jwt></inbound></policies>`;
  const findings = await diagnose(text, facts);
  expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
  const words = findings.flatMap(({ message, title, detail, nextSteps }) => [
    message,
    title,
    detail ?? '',
    ...nextSteps.flatMap(({ what, copy }) => [what, copy?.text ?? '']),
  ]);
  for (const finding of findings) words.push(...(await applyFix(text, finding, facts)).map(({ title }) => title));
  const judged = await judgeText(text, facts);
  for (const { prediction } of judged.policies)
    words.push(...(prediction?.checks ?? []).flatMap(({ reason }) => (reason === null ? [] : explainReason(reason, englishCatalogue))));
  return words;
}

describe('advice for the tokens of one issuer is not that of another', () => {
  test('there is a token of everybody who is known, but of Microsoft Entra and its like', () => {
    const others = providers.map(({ name }) => name as string).filter(name => !['entra', 'external-id', 'b2c'].includes(name));
    expect(Object.keys(samples).sort()).toEqual(others.sort());
  });

  test.each(Object.keys(samples))('%s', async name => {
    for (const [what, demand] of Object.entries(demands)) {
      const claims = samples[name] ?? {};
      // A token that has what is asked for is no case.
      if (what.startsWith('the claim ') && Object.hasOwn(claims, what.slice('the claim '.length)) && what.endsWith(' ver')) continue;
      for (const text of await everyWord(claims, demand)) expect(text, `${name}: ${what}`).not.toMatch(ofEntra);
    }
  });

  test('to the owner of a token of Microsoft Entra it is given', async () => {
    const tenant = 'd2f1a0c4-91b3-4e6a-8c55-3f7e2ab9c610';
    const words = await everyWord(
      { iss: `https://login.microsoftonline.com/${tenant}/v2.0`, tid: tenant, azp: 'shop', ver: '2.0' },
      { inner: claim('groups', 'orders') },
    );
    expect(words.join('\n')).toMatch(ofEntra);
  });
});
