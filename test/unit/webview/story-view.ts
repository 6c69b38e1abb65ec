import type { PanelView } from '../../../src/panel-messages.js';
import type { ClaimRow, ComparedRow } from '../../../src/token-cards.js';
import type { CheckRow } from '../../../src/view.js';

const tenant = '11111111-2222-3333-4444-555555555555';
const api = '66666666-7777-8888-9999-aaaaaaaaaaaa';
const client = 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff';
const issuer = `https://${tenant}.ciamlogin.com/${tenant}/`;
const line9 = { start: 323, end: 359, line: 9 };
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

function claim(
  name: string,
  value: string | null,
  group: ClaimRow['group'],
  meaning: string | null,
  more: Partial<ClaimRow> = {},
): ClaimRow {
  return { name, value, group, meaning, entries: null, length: value?.length ?? 11, at: null, note: null, personal: false, ...more };
}

function compared(name: string, value: string | null, check: ComparedRow['check'], more: Partial<ComparedRow> = {}): ComparedRow {
  return { name, part: 'claims', check, outcome: 'pass', value, entries: null, at: null, wanted: [], meaning: null, place: null, ...more };
}

/** The founding story at its third step: the token is set, nothing was fetched. One check for each outcome. */
export const storyView: PanelView = {
  version: 7,
  now: 1_798_001_140,
  token: {
    id: 'first',
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
      claim('typ', 'JWT', 'other', 'The type of the token.'),
      claim('alg', 'RS256', 'other', 'The algorithm of the signature.'),
      claim('kid', 'sample-key-1', 'other', 'Names the key that signed the token.'),
    ],
    claims: [
      claim('aud', `api://${api}`, 'audience', 'The API that the token is for.'),
      claim('iss', issuer, 'issuer', 'Who issued the token.'),
      claim('exp', '1798003600', 'times', 'When the token expires.', { at: 1_798_003_600, note: '2026-12-23 02:46:40 UTC' }),
      claim('appid', client, 'client', 'The client that asked for the token (version 1.0).'),
      claim('scp', 'Orders.Read Orders.Write', 'rights', 'The scopes that the user granted, in one string.'),
      claim('name', null, 'person', 'The name of the user.', { personal: true }),
      claim('shop_flags', null, 'other', null, { personal: true, entries: 2 }),
      claim('tid', tenant, 'issuer', 'The tenant that issued the token.'),
      claim('ver', '1.0', 'issuer', 'The version of the token.'),
    ],
    count: 9,
    more: 0,
    json: null,
  },
  document: {
    name: 'story.policy.xml',
    prediction: {
      outcome: 'fail',
      answer: '401',
      headline: 'External ID issued this token, and validate-azure-ad-token accepts only workforce issuers. Use validate-jwt.',
      notRead: 'Not read: <base /> (line 7). It runs first and can answer before.',
      notReadAt: { start: 240, end: 248, line: 7 },
      detail: 'The token comes from an External ID tenant, which validate-azure-ad-token does not accept.',
      policy: 0,
      cause: null,
      difference: { name: 'iss', found: issuer, wanted: `https://login.microsoftonline.com/${tenant}/v2.0`, others: 0, place: line9 },
      cure: {
        kind: 'fixes',
        fixes: [
          {
            title: 'Rewrite as validate-jwt for External ID, both forms: tokens issued by login.microsoftonline.com are no longer accepted',
            code: 'to-validate-jwt',
            widens: true,
            finding: 'external-id-unsupported',
            label: 'Rewrite line 9',
            after: '→ 200 if the signature is right',
            fails: false,
          },
          {
            title: 'Rewrite as validate-jwt for External ID, version 2.0 form: version 1.0 tokens are not accepted',
            code: 'to-validate-jwt',
            widens: true,
            finding: 'external-id-unsupported',
            label: 'Rewrite line 9',
            after: '→ still 401: issuer',
            fails: true,
          },
        ],
      },
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
      compared: [
        compared('kid', 'sample-key-1', 'signature', { part: 'header', outcome: 'unresolved' }),
        compared('exp', '1798003600', 'lifetime', { at: 1_798_003_600 }),
        compared('aud', `api://${api}`, 'audience', { place: { start: 700, end: 740, line: 15 } }),
        compared('iss', issuer, 'issuer', {
          outcome: 'fail',
          wanted: [`https://login.microsoftonline.com/${tenant}/v2.0`],
          meaning: 'Who issued the token.',
          place: line9,
        }),
        compared('appid', client, 'application', { outcome: 'uncertain', place: { start: 500, end: 536, line: 11 } }),
      ],
      prediction: {
        outcome: 'fail',
        answer: 'refuses (401)',
        reports: {
          check: 'issuer',
          idx: 'IDX40001',
          message: refusal,
          alternatives: [
            { label: 'Signature', idx: 'IDX10503', because: 'The signature was not verified, because the signing keys are not at hand.' },
          ],
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
            place: line9,
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
      place: line9,
      policy: 0,
      check: 'issuer',
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
      check: 'signature',
      fixable: false,
    },
  ],
  paths: null,
  comparison: null,
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
  actions: ['fetch-metadata', 'decode-token', 'explain-gateway-error', 'clear-token'],
  tokens: [{ kind: 'external-id-v1', sample: true, isInForce: true, isBroken: false, expires: 1_798_003_600 }],
  comparedWith: null,
  away: false,
  shown: { personal: false, json: false, filter: '' },
  explained: null,
};
