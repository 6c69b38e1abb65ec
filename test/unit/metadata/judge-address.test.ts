import { describe, expect, it } from 'vitest';
import { judgeAddress } from '../../../src/core/metadata/judge-address.js';

const tenant = 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11';
const wellKnown = '/.well-known/openid-configuration';

/** One word about an address: expected, ask, ask and why it needs a warning, or refused and why. */
function judge(text: string): string {
  const judged = judgeAddress(text);
  if (judged.kind === 'refused') return `refused: ${judged.reason}`;
  return judged.kind === 'ask' && judged.inner !== null ? `ask: ${judged.inner}` : judged.kind;
}

describe('an address is judged before anybody is asked about it', () => {
  it.each([
    // Well-known documents and key sets of a tenant on Microsoft's login hosts
    [`https://login.microsoftonline.com/${tenant}/v2.0${wellKnown}`, 'expected'],
    [`https://login.microsoftonline.com/${tenant}${wellKnown}`, 'expected'],
    [`https://LOGIN.microsoftonline.com:443/${tenant.toUpperCase()}/v2.0${wellKnown}`, 'expected'],
    [`https://login.microsoftonline.us/contoso.onmicrosoft.us/v2.0${wellKnown}`, 'expected'],
    [`https://sts.windows.net/${tenant}${wellKnown}`, 'expected'],
    [`https://login.microsoftonline.com/organizations/v2.0${wellKnown}`, 'expected'],
    [`https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`, 'expected'],
    ['https://login.microsoftonline.com/common/discovery/keys', 'expected'],
    [`https://contoso.ciamlogin.com/${tenant}/v2.0${wellKnown}`, 'expected'],
    [`https://${tenant}.ciamlogin.com/${tenant}/discovery/v2.0/keys`, 'expected'],
    [`https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_signin/v2.0${wellKnown}`, 'expected'],
    [`https://contoso.b2clogin.com/tfp/${tenant}/b2c_1a_signin/v2.0${wellKnown}`, 'expected'],
    [`https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_signin/discovery/v2.0/keys`, 'expected'],
    // The same hosts with anything else in the path, the query or the port
    [`https://login.microsoftonline.com/SuperSecretValue123/v2.0${wellKnown}`, 'ask'],
    [`https://login.microsoftonline.com/${tenant}/v2.0${wellKnown}?appid=${tenant}`, 'ask'],
    [`https://login.microsoftonline.com/${tenant}/SuperSecretValue123/v2.0${wellKnown}`, 'ask'],
    [`https://login.microsoftonline.com/${tenant}/v2.0/x/..${wellKnown}`, 'expected'],
    [`https://login.microsoftonline.com/${tenant}/v2.0`, 'ask'],
    [`https://login.microsoftonline.com/${tenant}/oauth2/token`, 'ask'],
    [`https://login.microsoftonline.com/${wellKnown}`, 'ask'],
    [`https://login.microsoftonline.com:8443/${tenant}/v2.0${wellKnown}`, 'ask'],
    // Hosts that look like them
    [`https://login.microsoftonline.com./${tenant}/v2.0${wellKnown}`, 'ask'],
    [`https://login.microsoftonline.com.evil.example/${tenant}/v2.0${wellKnown}`, 'ask'],
    [`https://evilciamlogin.com/${tenant}/v2.0${wellKnown}`, 'ask'],
    [`https://a.b.ciamlogin.com/${tenant}/v2.0${wellKnown}`, 'ask'],
    [`https://.ciamlogin.com/${tenant}/v2.0${wellKnown}`, 'ask'],
    [`https://login.microsoftonlıne.com/${tenant}/v2.0${wellKnown}`, 'ask'],
    [`https://login。microsoftonline。com/${tenant}/v2.0${wellKnown}`, 'expected'],
    [`https://ｌｏｇｉｎ.microsoftonline.com/${tenant}/v2.0${wellKnown}`, 'expected'],
    [`https://login.micro\u200bsoftonline.com/${tenant}/v2.0${wellKnown}`, 'expected'],
    [`https://evil.example\\@login.microsoftonline.com/${tenant}/v2.0${wellKnown}`, 'ask'],
    [`https:\\\\evil.example\\${tenant}`, 'ask'],
    [`https:/evil.example/${tenant}`, 'ask'],
    ['https:evil.example', 'ask'],
    ['https://evil.example/login.microsoftonline.com', 'ask'],
    ['  https://evil.example/x  ', 'ask'],
    // Never requested
    ['', 'refused: empty'],
    [' \t', 'refused: empty'],
    ['x', 'refused: no-address'],
    ['https://', 'refused: no-address'],
    ['https:///', 'refused: no-address'],
    ['https://[::1', 'refused: no-address'],
    ['https://evil.example:99999/', 'refused: no-address'],
    ['//evil.example/x', 'refused: no-address'],
    ['file:///etc/passwd', 'refused: not-https'],
    ['data:application/json,{}', 'refused: not-https'],
    ['blob:https://evil.example/1', 'refused: not-https'],
    ['javascript:alert(1)', 'refused: not-https'],
    ['ftp://evil.example/x', 'refused: not-https'],
    ['http://127.0.0.1/x', 'refused: not-https'],
    [`http://login.microsoftonline.com/${tenant}/v2.0${wellKnown}`, 'refused: not-https'],
    [`https://login.microsoftonline.com@evil.example/${tenant}`, 'refused: credentials'],
    ['https://user:word@login.microsoftonline.com/common', 'refused: credentials'],
    [`https://evil.example/${'x'.repeat(1000)}`, 'refused: too-long'],
    // Hosts that are not on the public internet, in every form that the URL parser takes
    ['https://localhost/x', 'ask: loopback'],
    ['https://LOCALHOST.:8443/x', 'ask: loopback'],
    ['https://idp.localhost/x', 'ask: loopback'],
    ['https://127.0.0.1/x', 'ask: loopback'],
    ['https://127.1/x', 'ask: loopback'],
    ['https://2130706433/x', 'ask: loopback'],
    ['https://0x7f000001/x', 'ask: loopback'],
    ['https://0177.0.0.1/x', 'ask: loopback'],
    ['https://１２７.0.0.1/x', 'ask: loopback'],
    ['https://[::1]/x', 'ask: loopback'],
    ['https://[0:0:0:0:0:0:0:1]/x', 'ask: loopback'],
    ['https://[::ffff:127.0.0.1]/x', 'ask: loopback'],
    ['https://[::127.0.0.1]/x', 'ask: loopback'],
    ['https://[64:ff9b::127.0.0.1]/x', 'ask: loopback'],
    ['https://[2002:7f00:1::]/x', 'ask: loopback'],
    ['https://169.254.169.254/latest', 'ask: link-local'],
    ['https://0xa9fea9fe/latest', 'ask: link-local'],
    ['https://[::ffff:169.254.169.254]/latest', 'ask: link-local'],
    ['https://168.63.129.16/', 'ask: link-local'],
    ['https://[fe80::1]/x', 'ask: link-local'],
    ['https://10.1.2.3/x', 'ask: private'],
    ['https://172.16.0.1/x', 'ask: private'],
    ['https://172.32.0.1/x', 'ask'],
    ['https://192.168.1.1/x', 'ask: private'],
    ['https://100.64.0.1/x', 'ask: private'],
    ['https://[fd00::1]/x', 'ask: private'],
    ['https://[fec0::1]/x', 'ask: private'],
    ['https://0.0.0.0/x', 'ask: unspecified'],
    ['https://0/x', 'ask: unspecified'],
    ['https://[::]/x', 'ask: unspecified'],
    ['https://224.0.0.1/x', 'ask: special'],
    ['https://255.255.255.255/x', 'ask: special'],
    ['https://[ff02::1]/x', 'ask: special'],
    ['https://printer.local/x', 'ask: private'],
    ['https://metadata.google.internal/x', 'ask: private'],
    ['https://identity/x', 'ask: private'],
    ['https://8.8.8.8/x', 'ask'],
    ['https://[2606:4700::1111]/x', 'ask'],
    ['https://[::ffff:8.8.8.8]/x', 'ask'],
    ['https://local.example/x', 'ask'],
  ])('%s: %s', (address, expected) => expect(judge(address)).toBe(expected));

  it('gives the address as it would be requested, without the part that is not sent', () => {
    expect(judgeAddress('  HTTPS://Evil.example\\a/../b c?q#SuperSecret ')).toEqual({
      kind: 'ask',
      address: 'https://evil.example/b%20c?q',
      host: 'evil.example',
      inner: null,
    });
    expect(judgeAddress('https://a.example:8443/x')).toMatchObject({ host: 'a.example:8443' });
  });
});
