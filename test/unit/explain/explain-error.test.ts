import { describe, expect, test } from 'vitest';
import { explainError } from '../../../src/core/index.js';

const tenant = '11111111-2222-4333-8444-555555555555';

function explainOne(pasted: string, text?: string) {
  const [explanation] = explainError(pasted, text);
  if (!explanation) throw new Error('not recognised');
  return explanation;
}

describe('codes of the validation library', () => {
  test('an issuer mismatch of the older generation: issuer and valid issuers, verbatim', () => {
    const explanation = explainOne(
      `JWT Validation Failed: IDX10205: Issuer validation failed. Issuer: 'https://login.microsoftonline.com/${tenant}/v2.0'. Did not match: validationParameters.ValidIssuer: '' or validationParameters.ValidIssuers: 'https://sts.windows.net/${tenant}/'..`,
    );
    expect(explanation).toMatchObject({
      idx: 'IDX10205',
      check: 'issuer',
      values: { issuer: `https://login.microsoftonline.com/${tenant}/v2.0`, validIssuers: [`https://sts.windows.net/${tenant}/`] },
    });
    expect(explanation.explanation).toContain('the token is version 2.0, the policy');
    expect(explanation.cures.length).toBeGreaterThan(0);
  });

  test('an issuer mismatch of the newer generation: an absent configuration is no issuer', () => {
    const { values } = explainOne(
      "IDX10205: Issuer validation failed. Issuer: 'https://a.example/'. Did not match: validationParameters.ValidIssuer: 'null' or validationParameters.ValidIssuers: 'https://a.example, https://b.example' or validationParameters.ConfigurationManager.CurrentConfiguration.Issuer: 'Null'. For more details, see https://aka.ms/IdentityModel/issuer-validation. ",
    );
    expect(values).toEqual({ issuer: 'https://a.example/', validIssuers: ['https://a.example', 'https://b.example'] });
  });

  test('the founding story: External ID at validate-azure-ad-token, in the policy at hand', () => {
    const policy = `<policies><inbound><validate-jwt header-name="Authorization"><openid-config url="https://x.example" /></validate-jwt><validate-azure-ad-token tenant-id="${tenant}" /></inbound></policies>`;
    const explanation = explainOne(
      `IDX40001: Issuer: 'https://${tenant}.ciamlogin.com/${tenant}/', does not match any of the valid issuers provided for this application. `,
      policy,
    );
    expect(explanation).toMatchObject({ idx: 'IDX40001', values: { issuer: `https://${tenant}.ciamlogin.com/${tenant}/` } });
    expect(explanation.explanation).toContain('External ID tenant, in its version 1.0 form');
    expect(explanation.location?.policy).toBe(1);
    expect(policy.slice(explanation.location?.start, explanation.location?.end)).toBe(tenant);
  });

  test('audiences keep their white space', () => {
    const { values } = explainOne(
      "IDX10214: Audience validation failed. Audiences: ' a '. Did not match: validationParameters.ValidAudience: 'null' or validationParameters.ValidAudiences: 'api://a, a '.",
    );
    expect(values).toEqual({ audiences: [' a '], validAudiences: ['api://a', 'a '] });
  });

  test.each([
    [
      "IDX10222: Lifetime validation failed. The token is not yet valid. ValidFrom (UTC): '12/23/2026 04:26:41', Current time (UTC): '12/23/2026 04:26:40'.",
      { validFrom: '2026-12-23T04:26:41Z', now: '2026-12-23T04:26:40Z' },
    ],
    [
      "IDX10223: Lifetime validation failed. The token is expired. ValidTo: '11/3/2018 5:20:33 PM', Current time: '11/3/2018 12:00:00 AM'.",
      { validTo: '2018-11-03T17:20:33Z', now: '2018-11-03T00:00:00Z' },
    ],
    [
      "IDX10224: Lifetime validation failed. The NotBefore: '12/23/2026 04:16:40' is after Expires: '01/01/0001 00:00:00'.",
      { validFrom: '2026-12-23T04:16:40Z', validTo: '0001-01-01T00:00:00Z' },
    ],
  ])('moments become ISO 8601: %s', (message, values) => {
    expect(explainOne(message).values).toEqual(values);
  });

  test('inner codes follow the outer one; codes in links do not count', () => {
    const codes = explainError(
      "IDX10503: Signature validation failed. The token's kid is: 'k1', but did not match any keys in TokenValidationParameters or Configuration. Exceptions caught:\n 'System.NotSupportedException: IDX10634: Unable to create the SignatureProvider.' See https://aka.ms/IDX10511 for details.",
    );
    expect(codes.map(({ idx }) => idx)).toEqual(['IDX10503', 'IDX10634']);
    expect(codes[0]?.values.kid).toBe('k1');
    expect(codes[1]?.values).toEqual({});
  });

  test('a trace as JSON, its apostrophes escaped', () => {
    const trace = JSON.stringify({
      message: "IDX40001: Issuer: 'https://a.example/', does not match any of the valid issuers provided for this application.",
    }).replaceAll("'", '\\u0027');
    expect(explainOne(trace).values.issuer).toBe('https://a.example/');
  });

  test('a code that is not listed is placed by its number and says that it is not known', () => {
    expect(explainOne('IDX10599: something new')).toMatchObject({ idx: 'IDX10599', check: 'signature' });
  });
});

describe('on their way through other tools', () => {
  const message =
    "IDX10205: Issuer validation failed. Issuer: 'https://a.example/o'neil, x'. Did not match: validationParameters.ValidIssuer: 'null' or validationParameters.ValidIssuers: 'https://b.example/it's, https://c.example' or validationParameters.ConfigurationManager.CurrentConfiguration.Issuer: 'Null'. For more details, see https://aka.ms/IdentityModel/issuer-validation. ";
  const key = "IDX10511: Signature validation failed. Keys tried: 'x'. \nkid: 'a'. b/c+d='. \nExceptions caught:\n ''.\ntoken: 'hidden'.";

  test('apostrophes, commas and spaces inside values', () => {
    expect(explainOne(message).values).toEqual({
      issuer: "https://a.example/o'neil, x",
      validIssuers: ["https://b.example/it's", 'https://c.example'],
    });
    expect(explainOne(key).values.kid).toBe("a'. b/c+d=");
  });

  test.each<[string, (text: string) => string]>([
    ['JSON', text => JSON.stringify({ message: text })],
    ['JSON in JSON', text => JSON.stringify({ entry: JSON.stringify({ message: text }) })],
    ['a script', text => `'${text.replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`],
    ['HTML', text => text.replaceAll("'", '&#39;').replaceAll('\n', '<br>\n')],
    ['HTML with hexadecimal', text => text.replaceAll("'", '&#x27;')],
    ['HTML twice', text => text.replaceAll("'", '&amp;#39;')],
    ['Windows', text => text.replaceAll('\n', '\r\n')],
    ['one line', text => text.replaceAll('\n', ' ')],
    ['lower case code', text => text.replace('IDX', 'idx')],
  ])('%s', (_, wrap) => {
    expect(explainOne(wrap(message))).toMatchObject({ idx: 'IDX10205' });
    expect(explainOne(wrap("IDX40001: Issuer: 'https://a.example/', does not match any of the valid issuers.")).values.issuer).toBe(
      'https://a.example/',
    );
    expect(explainOne(wrap("IDX10501: Unable to match key: \nkid: 'k-1'.\nExceptions caught:\n ''.")).values.kid).toBe('k-1');
    expect(
      explainOne(
        wrap(
          "IDX10214: Audience validation failed. Audiences: 'a, b'. Did not match: validationParameters.ValidAudience: 'null' or validationParameters.ValidAudiences: 'c'.",
        ),
      ).values,
    ).toEqual({ audiences: ['a', 'b'], validAudiences: ['c'] });
  });

  test('typographic apostrophes', () => {
    expect(explainOne('IDX40001: Issuer: ‘https://a.example/’, does not match any of the valid issuers').values.issuer).toBe(
      'https://a.example/',
    );
  });

  test.each([
    ["ValidTo: '23.12.2026 04:26:40', Current time: '3.1.2027 14:00:00'", '2026-12-23T04:26:40Z', '2027-01-03T14:00:00Z'],
    ["ValidTo: '23/12/2026 04:26:40', Current time: '03/01/2027 14:00:00'", '2026-12-23T04:26:40Z', '2027-01-03T14:00:00Z'],
    ["ValidTo: '2026-12-23 04:26:40', Current time: '2027-01-03 14:00:00'", '2026-12-23T04:26:40Z', '2027-01-03T14:00:00Z'],
    ["ValidTo: '2026/12/23 4:26:40', Current time: '2027/01/03 14:00:00'", '2026-12-23T04:26:40Z', '2027-01-03T14:00:00Z'],
    ["ValidTo: '12/23/2026 4:26:40\u202fAM', Current time: '1/3/2027 2:00:00\u202fPM'", '2026-12-23T04:26:40Z', '2027-01-03T14:00:00Z'],
    ["ValidTo: '12/23/2026 04:26:40', Current time: 'yesterday'", '2026-12-23T04:26:40Z', undefined],
    ["ValidTo: '31.02.2026 04:26:40', Current time: '12/23/2026 24:00:00'", undefined, undefined],
  ])('moments of other cultures: %s', (moments, validTo, now) => {
    const { values } = explainOne(`IDX10223: Lifetime validation failed. The token is expired. ${moments}.`);
    expect([values.validTo, values.now]).toEqual([validTo, now]);
  });

  test('lists that are null, empty or hold one', () => {
    const of = (list: string): unknown =>
      explainOne(
        `IDX10205: Issuer validation failed. Issuer: 'x'. Did not match: validationParameters.ValidIssuer: '' or validationParameters.ValidIssuers: '${list}'.`,
      ).values.validIssuers;
    expect([of('null'), of('a'), of('a, b')]).toEqual([undefined, ['a'], ['a', 'b']]);
  });

  test('a code behind an escaped line break counts, one in an escaped link does not', () => {
    const codes = (text: string): unknown => explainError(text).map(({ idx }) => idx);
    expect(codes('{"message":"Failed:\\nIDX10500: none"}')).toEqual(['IDX10500']);
    expect(codes('{"message":"Failed:\\u000aIDX10500: none, see https:\\/\\/aka.ms\\/IDX10511"}')).toEqual(['IDX10500']);
  });

  test('a line that only tells what the gateway does hides no failure', () => {
    const trace = "IDX20805: Obtaining information from metadata endpoint: 'https://a.example'. … JWT not present.";
    expect(explainError(trace).map(({ idx, check }) => [idx, check])).toEqual([
      ['IDX20805', 'signature'],
      [null, 'source'],
    ]);
  });
});

describe('beside a policy', () => {
  const policy = `<policies><inbound>
    <validate-jwt id="first" header-name="Authorization"><openid-config url="https://one.example/.well-known/openid-configuration" /></validate-jwt>
    <validate-jwt id="second" header-name="Authorization" failed-validation-error-message="Nein, danke"><openid-config url="https://two.example/.well-known/openid-configuration" /></validate-jwt>
  </inbound></policies>`;

  test('the policy that LastError names', () => {
    const error = JSON.stringify({ source: 'validate-jwt', reason: 'TokenIssuerNotAllowed', message: 'Issuer', policyId: 'second' });
    expect(explainOne(error, policy).location?.policy).toBe(1);
    expect(explainOne(JSON.stringify({ message: error }), policy).location?.policy).toBe(1);
    expect(explainOne(error.replace('second', 'third'), policy).location).toBeUndefined();
  });

  test('the address that the text names', () => {
    const { location } = explainOne(
      "IDX20803: Unable to obtain configuration from: 'https://two.example/.well-known/openid-configuration'.",
      policy,
    );
    expect(policy.slice(location?.start, location?.end)).toBe('https://two.example/.well-known/openid-configuration');
  });

  test("the policy's own text says that it hides the reason", () => {
    expect(explainOne('{"statusCode":401,"message":"Nein, danke"}', policy)).toMatchObject({ check: null, rules: ['reason-hidden'] });
    // Without the policy it may be anybody's.
    expect(explainError('{"statusCode":401,"message":"Nein, danke"}')).toMatchObject([{ rules: [], answeredBy: { kind: 'undecided' } }]);
    expect(explainError('{"message":"Nein, danke"}')).toEqual([]);
  });
});

test('a text that stands for every refusal names no check, and shows whatever the policy has', () => {
  const [first] = explainError('{ "statusCode": 401, "message": "Invalid Azure AD JWT" }');
  expect(first?.explanation).toMatch(/every token that it refuses.*audience, issuer, client/);
  expect(first?.rules).toEqual(expect.arrayContaining(['issuer-mismatch', 'audience-mismatch', 'token-expired', 'claim-missing']));
  const [after] = explainError(
    'Managed identity token is added to Authorization header. validate-azure-ad-token: { "message": "Invalid Azure AD JWT" }',
  );
  expect(after?.rules[0]).toBe('authorization-overwritten');
});

describe("the gateway's own texts", () => {
  test.each([
    ['{ "statusCode": 401, "message": "JWT not present." }', 'source', undefined],
    ['{ "statusCode": 401, "message": "Invalid JWT." }', 'form', undefined],
    ['{ "statusCode": 401, "message": "Invalid Azure AD JWT" }', null, undefined],
    ['Claim value mismatch: aud=11111111-2222-4333-8444-555555555555.', 'claims', 'aud'],
    ['JWT (token) is missing the following claims: roles. Access denied.', 'claims', 'roles'],
    ['Claim scp value of read is not allowed. Access denied.', 'claims', 'scp'],
    ['{"source":"validate-jwt","reason":"TokenClaimValueNotAllowed"}', 'claims', undefined],
    ['{"reason":"TokenAudienceNotAllowed"}', 'audience', undefined],
    ['{"reason":"TokenExpired"}', 'lifetime', undefined],
    ['{"reason":"TokenSignatureKeyNotFound"}', 'signature', undefined],
    [
      'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
      null,
      undefined,
    ],
    ['Expression value is invalid. Specified value has invalid CRLF characters.', null, undefined],
  ])('%s', (pasted, check, claim) => {
    const explanation = explainOne(pasted);
    expect(explanation).toMatchObject({ idx: null, check });
    expect(explanation.values.claim).toBe(claim);
    expect(explanation.cures.length).toBeGreaterThan(0);
  });

  test.each(['', 'hello', 'IDX', 'IDX1', 'https://aka.ms/IDX10503'])('what is no error text is not recognised: %j', pasted => {
    expect(explainError(pasted)).toEqual([]);
  });

  test('hostile texts end in time', () => {
    expect(explainError("IDX10205: Issuer: '".repeat(50_000))).toHaveLength(1);
    expect(explainError('Claim '.repeat(100_000))).toEqual([]);
    expect(explainError('Claim x value of '.repeat(50_000))).toEqual([]);
  });
});
