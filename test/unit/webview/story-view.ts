import type { PanelView } from '../../../src/panel-messages.js';
import type { CheckRow } from '../../../src/view.js';

const tenant = '11111111-2222-3333-4444-555555555555';
const api = '66666666-7777-8888-9999-aaaaaaaaaaaa';
const client = 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff';
const issuer = `https://${tenant}.ciamlogin.com/${tenant}/`;
const refusal = `IDX40001: Issuer: '${issuer}', does not match any of the valid issuers provided for this application.`;

function check(name: CheckRow['check'], label: string, more: Partial<CheckRow> = {}): CheckRow {
  return {
    check: name,
    label,
    outcome: 'pass',
    certainty: 'library',
    sentence: null,
    idx: null,
    gatewayText: null,
    missing: [],
    place: null,
    ...more,
  };
}

/** The founding story at its third step: the token is set, nothing was fetched. One check for each outcome. */
export const storyView: PanelView = {
  version: 7,
  now: 1_798_001_140,
  token: {
    kind: 'external-id-v1',
    kindLabel: 'External ID access token, version 1.0 form',
    kindReason: 'Its issuer is a tenant at ciamlogin.com, and ver is 1.0.',
    problem: null,
    cleaned: ['the word Bearer', 'line breaks'],
    sample: true,
    summary: [
      { label: 'Issued by', words: `Microsoft Entra External ID, tenant ${tenant}`, value: issuer, claim: 'iss' },
      { label: 'For the API', words: 'an application ID URI', value: `api://${api}`, claim: 'aud' },
      { label: 'By the client', words: 'an application', value: client, claim: 'appid' },
      { label: 'On behalf of', words: 'a user, with the scopes Orders.Read and Orders.Write', value: null, claim: 'scp' },
    ],
    times: [
      { claim: 'iat', label: 'Issued', at: 1_798_000_000, words: '19 minutes ago', moment: '2026-12-23 01:46:40 UTC', state: 'good' },
      { claim: 'nbf', label: 'Valid from', at: 1_798_000_000, words: '19 minutes ago', moment: '2026-12-23 01:46:40 UTC', state: 'good' },
      { claim: 'exp', label: 'Expires', at: 1_798_003_600, words: 'in 41 minutes', moment: '2026-12-23 02:46:40 UTC', state: 'good' },
    ],
    header: [
      { name: 'typ', value: 'JWT', meaning: 'The type of the token.', note: null, personal: false },
      { name: 'alg', value: 'RS256', meaning: 'The algorithm of the signature.', note: null, personal: false },
      { name: 'kid', value: 'sample-key-1', meaning: 'Names the key that signed the token.', note: null, personal: false },
    ],
    claims: [
      {
        name: 'aud',
        value: `api://${api}`,
        meaning: 'The API that the token is for. The gateway compares it with the audiences of the policy.',
        note: null,
        personal: false,
      },
      { name: 'iss', value: issuer, meaning: 'Who issued the token.', note: null, personal: false },
      { name: 'exp', value: '1798003600', meaning: 'When the token expires.', note: '2026-12-23 02:46:40 UTC', personal: false },
      { name: 'appid', value: client, meaning: 'The client that asked for the token (version 1.0).', note: null, personal: false },
      {
        name: 'scp',
        value: 'Orders.Read Orders.Write',
        meaning: 'The scopes that the user granted, in one string.',
        note: null,
        personal: false,
      },
      { name: 'name', value: 'Ada Example', meaning: 'The name of the user.', note: null, personal: true },
      { name: 'shop_flags', value: '["a","b"]', meaning: null, note: null, personal: false },
      { name: 'tid', value: tenant, meaning: 'The tenant that issued the token.', note: null, personal: false },
      { name: 'ver', value: '1.0', meaning: 'The version of the token.', note: null, personal: false },
    ],
  },
  document: {
    name: 'story.policy.xml',
    prediction: {
      outcome: 'fail',
      answer: '401',
      headline: 'The gateway answers 401 to this token.',
      notRead: 'Not read: <base /> (line 7). It runs first and can answer before.',
      detail: 'The token comes from an External ID tenant, which validate-azure-ad-token does not accept.',
      policy: 0,
      cure: { words: 'Show fixes', place: { start: 323, end: 359, line: 9 }, after: '→ 200 if the signature is right' },
      cause: null,
    },
    notice: null,
  },
  policies: [
    {
      index: 0,
      kind: 'validate-azure-ad-token',
      place: { start: 289, end: 874, line: 9 },
      section: 'inbound',
      condition: null,
      prediction: {
        outcome: 'fail',
        answer: 'refuses (401)',
        reports: {
          check: 'issuer',
          idx: 'IDX40001',
          message: refusal,
          alternatives: ['IDX10500 or IDX10501 from the signature, if the signing keys do not fit.'],
        },
        checks: [
          check('source', 'Source', { certainty: 'documented' }),
          check('form', 'Form'),
          check('signature', 'Signature', {
            outcome: 'unresolved',
            sentence: 'The signing keys of the tenant are not at hand, so the signature was not verified.',
            missing: [`https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`],
          }),
          check('lifetime', 'Lifetime'),
          check('audience', 'Audience'),
          check('issuer', 'Issuer', {
            outcome: 'fail',
            certainty: 'documented',
            sentence:
              'The policy accepts only the issuers that the tenant has at the workforce endpoint. This token was issued by External ID, which is documented as not supported by validate-azure-ad-token.',
            idx: 'IDX40001',
            gatewayText: refusal,
            place: { start: 323, end: 359, line: 9 },
          }),
          check('application', 'Application', {
            outcome: 'uncertain',
            certainty: 'inferred',
            sentence: 'The client id is compared with appid, which is not documented for this kind of token.',
          }),
          check('claims', 'Claims'),
        ],
      },
    },
  ],
  findings: [
    {
      code: 'external-id-unsupported',
      severity: 'error',
      title: 'External ID issued this token, and validate-azure-ad-token accepts only workforce issuers. Use validate-jwt.',
      detail: 'The gateway answers 401.',
      gatewayText: 'IDX40001: Issuer does not match any of the valid issuers provided for this application.',
      steps: [
        { what: 'Use validate-jwt with the document of the tenant.', copy: { kind: 'element', text: '<openid-config\n  url="…" />' } },
      ],
      place: { start: 323, end: 359, line: 9 },
      policy: 0,
      fixable: true,
    },
    {
      code: 'metadata-needed',
      severity: 'information',
      title: 'The signature was not verified: the signing keys of the tenant are not at hand.',
      detail: null,
      gatewayText: null,
      steps: [],
      place: { start: 289, end: 312, line: 9 },
      policy: 0,
      fixable: false,
    },
  ],
  paths: null,
  sources: [
    {
      address: `https://${tenant}.ciamlogin.com/${tenant}/v2.0/.well-known/openid-configuration`,
      document: 'configuration',
      purpose: 'the token’s issuer',
      from: 'network',
      moment: 'fetched 3 minutes ago',
      problem: null,
      summary: `Issuer: https://${tenant}.ciamlogin.com/${tenant}/v2.0`,
    },
    {
      address: `https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`,
      document: 'configuration',
      purpose: 'named by the policy',
      from: null,
      moment: 'tried a minute ago',
      problem: 'The host did not answer within 5 seconds.',
      summary: null,
    },
    {
      address: `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`,
      document: 'keys',
      purpose: 'named by the metadata',
      from: null,
      moment: null,
      problem: null,
      summary: null,
    },
  ],
  actions: ['show-tenant-metadata', 'decode-token', 'clear-token'],
};
