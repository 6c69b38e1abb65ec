import { describe, expect, it } from 'vitest';
import { hostOf, isMicrosoftLogin } from '../../../src/extension/metadata/login-hosts.js';

describe('isMicrosoftLogin', () => {
  it.each([
    'https://login.microsoftonline.com/common',
    'https://LOGIN.microsoftonline.com/',
    'https://login.microsoftonline.us/',
    'https://sts.windows.net/tenant/',
    'https://contoso.ciamlogin.com/x',
    'https://contoso.b2clogin.com/x',
    'https://login.microsoftonline.com:443/',
  ])('%s is one', address => expect(isMicrosoftLogin(address)).toBe(true));

  it.each([
    'https://login.microsoftonline.com.evil.example/',
    'https://evilciamlogin.com/',
    'https://.ciamlogin.com/',
    'https://login.microsoftonline.com:8443/',
    'https://login.microsoftonline.com@evil.example/',
    'https://evil.example/login.microsoftonline.com',
    'not an address',
  ])('%s is none', address => expect(isMicrosoftLogin(address)).toBe(false));

  it('names host and port', () => {
    expect(hostOf('https://A.example:8443/x')).toBe('a.example:8443');
    expect(hostOf('x')).toBeNull();
  });
});
