import { describe, expect, it } from 'vitest';
import { redact } from '../../../src/core/token/redact.js';
import { writeTestToken } from './test-token.js';

const token = writeTestToken({ alg: 'RS256', typ: 'JWT' }, { sub: 'someone', name: 'Someone' }, 'x'.repeat(342));

describe('redact', () => {
  it.each([
    [`error: ${token} refused`, 'error: [token] refused'],
    [`Authorization: Bearer ${token}`, 'Authorization: Bearer [token]'],
    ['Authorization: Bearer opaque0123456789abcdef', 'Authorization: Bearer [token]'],
    ['{"access_token":"opaque-value","expires_in":1}', '{"access_token":"[token]","expires_in":1}'],
    ['#access_token=opaque-value&state=1', '#access_token=[token]&state=1'],
    [`signature ${'s'.repeat(90)} is wrong`, 'signature [token] is wrong'],
    [`IDX10511: token: '${token}'.`, "IDX10511: token: '[token]'."],
  ])('%#', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'The token policy has no require-scheme="Bearer" attribute.',
    'Bearer tokens are expected here.',
    "IDX10205: Issuer validation failed. Issuer: 'https://11111111-2222-4333-8444-555555555555.ciamlogin.com/11111111-2222-4333-8444-555555555555/'.",
    'kid: wU3ifIIaLOUAReRB-FG6eM1P1QM',
    'GET https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration 200',
  ])('leaves %j', text => {
    expect(redact(text)).toBe(text);
  });
});
