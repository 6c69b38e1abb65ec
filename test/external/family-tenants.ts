// Hand-written cases about validate-azure-ad-token: its tenant, its endpoint, the two documents, and what a token says of its tenant.
import type { Question } from './ask-oracle.js';
import { consumers, login, now, otherTenant, tenant, type Members } from './choices.js';
import { askTenant, jwk, type OddTenant } from './family-parts.js';

const oldClaim = 'http://schemas.microsoft.com/identity/claims/tenantid';

/** Issuers as tokens may have them, with a tenant in them. */
function listIssuers(id: string): string[] {
  return [
    `${login}/${id}/v2.0`,
    `${login}/${id}/v2.0/`,
    `${login}/${id}/V2.0`,
    `${login}/${id}/v2.0?x`,
    `${login}/${id}/v2.0#`,
    `${login}/${id}/v2.00`,
    `${login}/${id}/v1.0`,
    `${login}/${id}/v1.1`,
    `${login}/${id}/`,
    `${login}/${id}`,
    `${login}//${id}/v2.0`,
    `https://sts.windows.net/${id}/`,
    `https://sts.windows.net/${id}`,
    `https://sts.windows.net/${id}/v2.0`,
    `https://STS.windows.net/${id}/`,
    `https://login.windows.net/${id}/`,
    `https://login.microsoftonline.us/${id}/v2.0`,
    `https://login.partner.microsoftonline.cn/${id}/v2.0`,
    `https://sts.chinacloudapi.cn/${id}/`,
    `https://${id}.ciamlogin.com/${id}/`,
    `https://${id}.ciamlogin.com/${id}/v2.0`,
    `https://contoso.ciamlogin.com/${id}/v2.0`,
    `https://contoso.b2clogin.com/${id}/v2.0/`,
    `https://contoso.b2clogin.com/tfp/${id}/b2c_1_x/v2.0/`,
    `https://contoso.b2clogin.com/tfp/${id}/b2c_1_x/v2.0`,
    `https://contoso.b2clogin.com/TFP/${id}/b2c_1_x/v2.0/`,
    `https://login.microsoftonline.com/te/${id}/b2c_1_x/v2.0/`,
    `HTTPS://login.microsoftonline.com/${id}/v2.0`,
    `http://login.microsoftonline.com/${id}/v2.0`,
    ` ${login}/${id}/v2.0`,
    `${login}/${id}/v2.0 `,
    `${login}:443/${id}/v2.0`,
  ];
}

const general = [
  `${login}/{tenantid}/v2.0`,
  `${login}/common/v2.0`,
  `${login}/organizations/v2.0`,
  'https://sts.windows.net/{tenantid}/',
  'https://idp.example',
  'https://idp.example/',
  'https://idp.example/a',
  'https://idp.example/a/',
  'https://idp.example/a/b',
  'https://idp.example/a/b/',
  'https://idp.example/a/b/c',
  'https://idp.example/a/b/c/d',
  'https://idp.example/tfp/b/c/d',
  'https://idp.example/a/b?x=/y/z',
  'https://idp.example/a%2Fb/c',
  'urn:a:b',
  'urn:a/b/c',
  'a/b',
  '/a/b',
  '//a/b/c',
  'https://',
  'https:/a/b',
  'https:a/b',
  'file:///a/b',
  'ftp://x/a/b',
  'mailto:x@y',
  'nonsense',
  'https://idp example/a/b',
  'https://[::1]/a/b',
  'https://idp.example:99999/a/b',
  'https://user:pass@idp.example/a/b',
  'https://ídp.example/a/b',
  '',
  ' ',
];

const tids: Readonly<Record<string, Members>> = {
  'same tid': {},
  'other tid': { tid: otherTenant },
  'no tid': { tid: undefined },
  'tid in upper case': { tid: tenant.toUpperCase() },
  'empty tid': { tid: '' },
  'blank tid': { tid: ' ' },
  'null tid': { tid: null },
  'number tid': { tid: 1 },
  'true tid': { tid: true },
  'list tid': { tid: [tenant] },
  'empty list tid': { tid: [] },
  'list of two tids': { tid: [tenant, otherTenant] },
  'object tid': { tid: { a: tenant } },
  'old claim': { tid: undefined, [oldClaim]: tenant },
  'old claim of another': { tid: undefined, [oldClaim]: otherTenant },
  'both claims': { [oldClaim]: otherTenant },
  'empty tid and old claim': { tid: '', [oldClaim]: tenant },
  Tid: { tid: undefined, Tid: tenant },
};

const policies: Readonly<Record<string, OddTenant>> = {
  tenant: {},
  'tenant in upper case': { name: tenant.toUpperCase() },
  'other tenant': { name: otherTenant },
  common: { name: 'common' },
  organizations: { name: 'organizations' },
  Organizations: { name: 'Organizations' },
  consumers: { name: 'consumers', issuer2: `${login}/${consumers}/v2.0`, issuer1: `https://sts.windows.net/${consumers}/` },
  domain: { name: 'contoso.onmicrosoft.com', issuer2: `${login}/${tenant}/v2.0`, issuer1: `https://sts.windows.net/${tenant}/` },
  government: { endpoint: 'https://login.microsoftonline.us' },
  'government with slash': { endpoint: 'https://login.microsoftonline.us/' },
  'written endpoint': { endpoint: login },
  China: {
    endpoint: 'https://login.partner.microsoftonline.cn',
    issuer1: `https://sts.chinacloudapi.cn/${tenant}/`,
  },
  'own endpoint': { endpoint: 'https://idp.example', issuer2: 'https://idp.example/a/b', issuer1: 'https://idp.example/a' },
  'empty issuers': { issuer2: '', issuer1: '' },
  'issuers with templates': { issuer2: `${login}/{tenantid}/v2.0`, issuer1: 'https://sts.windows.net/{tenantid}/' },
  'template at the end': { issuer2: `${login}/v2.0/{tenantid}`, issuer1: 'https://sts.windows.net/{tenantid}' },
  'template twice': { issuer2: `${login}/{tenantid}/{tenantid}/v2.0` },
  'template in upper case': { issuer2: `${login}/{TENANTID}/v2.0` },
};

export function askAboutTenants(): Question[] {
  const questions: Question[] = [];
  const ask = (name: string, policy: OddTenant, claims: Members): void => {
    questions.push(askTenant(`entra/${name}`, { ...policy, claims }));
  };
  for (const [policyName, policy] of Object.entries(policies)) {
    for (const issuer of [...listIssuers(tenant), ...general])
      for (const [tidName, tid] of Object.entries(tids).slice(0, 3))
        ask(`${policyName}: ${issuer}, ${tidName}`, policy, { iss: issuer, ...tid });
    for (const issuer of [`${login}/${tenant}/v2.0`, `https://sts.windows.net/${tenant}/`])
      for (const [tidName, tid] of Object.entries(tids).slice(3))
        ask(`${policyName}: ${issuer}, ${tidName}`, policy, { iss: issuer, ...tid });
    for (const id of [tenant.toUpperCase(), otherTenant, consumers])
      for (const issuer of listIssuers(id).slice(0, 12)) ask(`${policyName}: ${issuer}, its tid`, policy, { iss: issuer, tid: id });
    for (const [tidName, tid] of Object.entries(tids)) ask(`${policyName}: no issuer, ${tidName}`, policy, { iss: undefined, ...tid });
    for (const iss of [null, 1, true, [], [`${login}/${tenant}/v2.0`], {}])
      ask(`${policyName}: issuer ${JSON.stringify(iss)}`, policy, { iss });
  }
  for (const ver of [undefined, null, '1.0', '2.0', '3.0', 2, ''])
    for (const issuer of [`${login}/${tenant}/v2.0`, `https://sts.windows.net/${tenant}/`])
      ask(`ver ${JSON.stringify(ver)} ${issuer}`, {}, { iss: issuer, ver });
  const faults: Readonly<Record<string, OddTenant>> = {
    expired: { claims: { exp: now - 400 } },
    'not yet valid': { claims: { nbf: now + 400 } },
    'no exp': { claims: { exp: undefined } },
    'aud slash': { claims: { aud: 'api/' } },
    'aud other': { claims: { aud: 'x' } },
    'aud list': { claims: { aud: ['x', 'api'] } },
    'no aud': { claims: { aud: undefined } },
    'unknown kid': { header: { kid: 'nope' }, keySets: [[jwk('r2')]] },
    'unknown kid, right key': { header: { kid: 'nope' } },
    'unknown kid, wrong issuer': { header: { kid: 'nope' }, keySets: [[jwk('r2')]], claims: { iss: 'https://x.example/a/b' } },
    'unknown kid, no tid, version 1': {
      header: { kid: 'nope' },
      keySets: [[jwk('r2')]],
      claims: { iss: `https://sts.windows.net/${tenant}/`, tid: undefined },
    },
    'unknown kid, wrong audience': { header: { kid: 'nope' }, keySets: [[jwk('r2')]], claims: { aud: 'x' } },
    'unknown kid, expired': { header: { kid: 'nope' }, keySets: [[jwk('r2')]], claims: { exp: now - 400 } },
    'no kid, wrong issuer': { header: { kid: undefined }, keySets: [[jwk('r2')]], claims: { iss: 'https://x.example/a/b' } },
    'wrong key, same kid': { keySets: [[jwk('r2', { kid: 'r1' })]] },
    'key with issuer': { keySets: [[jwk('r1', { issuer: `${login}/{tenantid}/v2.0` })]] },
    'key of another issuer': { keySets: [[jwk('r1', { issuer: `${login}/${otherTenant}/v2.0` })]] },
    nonce: { header: { nonce: 'x' } },
    unsigned: { header: { alg: 'none' }, signature: () => '' },
    RS384: { alg: 'RS384' },
    PS256: { alg: 'PS256' },
    'Graph audience': { claims: { aud: '00000003-0000-0000-c000-000000000000' } },
    'no audiences in the policy': { audiences: [] },
  };
  for (const [name, fault] of Object.entries(faults)) questions.push(askTenant(`entra/fault ${name}`, fault));
  return questions;
}
