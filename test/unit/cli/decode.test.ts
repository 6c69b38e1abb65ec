import { describe, expect, it } from 'vitest';
import { writeTestToken } from '../token/test-token.js';
import { runInMemory } from './memory-io.js';

const token = writeTestToken({ alg: 'RS256', kid: 'k' }, { iss: 'https://idp.example', aud: 'a', name: 'Ann', exp: 1_798_000_060 });

describe('decode', () => {
  it('prints every claim as JSON', async () => {
    const { code, output } = await runInMemory(['decode', '--format', 'json'], { input: `Bearer ${token}` });
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual({
      version: 1,
      token: {
        kind: 'other',
        claimsOnly: false,
        cleaned: ['scheme'],
        header: { alg: 'RS256', kid: 'k' },
        claims: { iss: 'https://idp.example', aud: 'a', name: 'Ann', exp: 1_798_000_060 },
        problem: null,
      },
    });
  });

  it('prints numbers as the token writes them, though JavaScript does not hold them', async () => {
    const part = (json: string): string => Buffer.from(json).toString('base64url');
    const claims =
      '{"iss":"https://idp.example","exp":1.79800006e9,"aud":"##","id":12345678901234567890,"list":["12345678901234567891",{"#":12345678901234567892}]}';
    const input = `${part('{"alg":"RS256","crit":[9007199254740993]}')}.${part(claims)}.c2ln`;
    const json = await runInMemory(['decode', '--format', 'json'], { input });
    expect(json.output.replace(/\s/g, '')).toContain(`"header":{"alg":"RS256","crit":[9007199254740993]},"claims":${claims}`);
    const text = await runInMemory(['decode'], { input });
    for (const written of [
      'crit  [9007199254740993]',
      'id    12345678901234567890',
      'list  ["12345678901234567891",{"#":12345678901234567892}]',
      'exp   1.79800006e9 (2026-12-23T04:27:40Z',
    ])
      expect(text.output).toContain(written);
    const pasted = await runInMemory(['decode', '--format', 'json'], { input: claims });
    expect(pasted.output.replace(/\s/g, '')).toContain(`"claimsOnly":true,"cleaned":[],"header":{},"claims":${claims}`);
    const policy =
      '<policies><inbound><validate-jwt header-name="X"><required-claims><claim name="id" /></required-claims></validate-jwt></inbound></policies>';
    const checked = await runInMemory(['check', 'p.xml', '--token', '-', '--format', 'json'], { files: { 'p.xml': policy }, input });
    expect(checked.output).toContain('"id": 12345678901234567890');
  });

  it('prints the token in words', async () => {
    const { output } = await runInMemory(['decode', 'token.txt', '--now', '1798000000'], { files: { 'token.txt': token } });
    expect(output).toMatch(/^Token of another issuer\n/);
    expect(output).toContain('  Expires  2026-12-23 04:27:40 UTC (in 60 seconds)\n');
    expect(output).toMatch(/ {2}name {2}Ann\n/);
    expect(output.includes('c2lnbmF0dXJl')).toBe(false);
  });

  it.each([
    ['', 'unreadable', 1],
    ['hello', 'unreadable', 1],
    ['Bearer {{token}}', 'unreadable', 1],
    [`${Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url')}..aXY.Y2lwaGVy.dGFn`, 'encrypted', 0],
  ])('names the problem of %#', async (input, kind, exit) => {
    const { code, output } = await runInMemory(['decode', '-', '--format', 'json'], { input });
    expect(code).toBe(exit);
    const { token: shown } = JSON.parse(output) as { token: { kind: string; problem: string | null } };
    expect(shown.kind).toBe(kind);
    expect(shown.problem).toMatch(/^[A-Z].*\.$/);
    expect((await runInMemory(['decode', '-'], { input })).code).toBe(exit);
  });
});

describe('explain', () => {
  const trace =
    "JWT Validation Failed: IDX10223: Lifetime validation failed. The token is expired. ValidTo (UTC): '11/23/2026 15:00:00', Current time (UTC): '11/23/2026 16:00:00'..";

  it('explains a trace as text and JSON', async () => {
    const text = await runInMemory(['explain', 'trace.txt'], { files: { 'trace.txt': trace } });
    expect(text.code).toBe(0);
    expect(text.output).toMatch(
      /^The gateway answered: validate-jwt or validate-azure-ad-token\. Have the client get .+\n {2}IDX10223, check lifetime: .+\n {2}- .+\n {2}Known by .+ \(observed\)\.\n/,
    );
    const { output } = await runInMemory(['explain', '--format', 'json'], { input: trace });
    expect(JSON.parse(output)).toMatchObject({
      version: 1,
      explanations: [{ idx: 'IDX10223', check: 'lifetime', values: { validTo: '2026-11-23T15:00:00Z' }, answeredBy: { kind: 'policy' } }],
    });
  });

  it('says the next step, with what there is to copy', async () => {
    const tenant = '11111111-2222-3333-4444-555555555555';
    const input = `IDX10205: Issuer validation failed. Issuer: 'https://sts.windows.net/${tenant}/'. Did not match: validationParameters.ValidIssuer: '' or validationParameters.ValidIssuers: 'https://login.microsoftonline.com/${tenant}/v2.0'.`;
    const { output } = await runInMemory(['explain'], { input });
    expect(output).toMatch(
      /\n {2}Next: Set api\.requestedAccessTokenVersion to 2 \(.+\), then ask for a new token\.\n {6}az ad app update --id \{client id of the API\} --set api\.requestedAccessTokenVersion=2\n {2}Or send this to Microsoft Graph\.\n {6}PATCH /,
    );
    const json = await runInMemory(['explain', '--format', 'json'], { input });
    expect(JSON.parse(json.output)).toMatchObject({
      explanations: [{ nextSteps: [{ copy: { kind: 'command' } }, { copy: { kind: 'request' } }, { copy: { kind: 'letter' } }] }],
    });
    // What is known without anything to copy is said once: as cures.
    const expired = await runInMemory(['explain'], { input: trace });
    expect(expired.output).not.toContain('Next: ');
    const expiredJson = await runInMemory(['explain', '--format', 'json'], { input: trace });
    const [explanation] = (JSON.parse(expiredJson.output) as { explanations: { cures: string[]; nextSteps: { what: string }[] }[] })
      .explanations;
    expect(explanation?.nextSteps.map(({ what }) => what)).toEqual(explanation?.cures);
  });

  it('says where in the policy the cause stands, and what is wrong there', async () => {
    const policy = '<policies><inbound>\n<validate-jwt header-name="Authorization" />\n</inbound></policies>';
    const files = { 'policy.xml': policy };
    const { output } = await runInMemory(['explain', '-', '--policy', 'policy.xml'], {
      files,
      input: 'IDX10500: Signature validation failed.',
    });
    expect(output).toMatch(
      /\n {2}See policy\.xml:2:\d+\n {2}Found at policy\.xml:2:\d+ \(no-keys\): .+\n {4}apim-token-doctor fix policy\.xml --code no-keys\n/,
    );
    const json = await runInMemory(['explain', '-', '--policy', 'policy.xml', '--format', 'json'], { files, input: 'IDX10500' });
    expect(JSON.parse(json.output)).toMatchObject({
      explanations: [{ location: { policy: 0 }, findings: [{ code: 'no-keys', fixable: true }] }],
    });
  });

  it('says in the first line who answered and what to do, and at the end how that is known', async () => {
    const input = '{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}';
    const { output } = await runInMemory(['explain'], { input });
    expect(output).toMatch(/^The backend answered, behind the gateway: Microsoft Graph\. Get a token for Microsoft Graph: /);
    expect(output).toMatch(/\n {2}Known by the text "Access token validation failure\. Invalid audience" \(observed\)\.\n$/);
    const alone = await runInMemory(['explain'], { input: 'IDX10500: Signature validation failed.' });
    expect(alone.output).toMatch(/^Probably the gateway answered: .+[^]*\n {2}It may also be a \.NET backend, .+\.\n$/);
  });

  it('does not know everything', async () => {
    expect((await runInMemory(['explain'], { input: 'hello' })).code).toBe(1);
    expect(JSON.parse((await runInMemory(['explain', '--format', 'json'], { input: 'hello' })).output)).toEqual({
      version: 1,
      explanations: [],
    });
  });
});
