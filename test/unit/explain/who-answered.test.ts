import { describe, expect, test } from 'vitest';
import { explainError, type Explanation } from '../../../src/core/index.js';
import type { Answer } from './answers/answer.js';
import { answersOfAzure } from './answers/answers-of-azure.js';
import { answersOfFrameworks } from './answers/answers-of-frameworks.js';
import { answersOfGateway } from './answers/answers-of-gateway.js';
import { answersOfMoreThreads } from './answers/answers-of-more-threads.js';
import { answersOfOthers } from './answers/answers-of-others.js';
import { answersOfThreads } from './answers/answers-of-threads.js';
import { codesOfTokenRequests } from './answers/answers-of-token-requests.js';

const answers: readonly Answer[] = [
  ...answersOfGateway,
  ...answersOfAzure,
  ...answersOfFrameworks,
  ...answersOfThreads,
  ...answersOfMoreThreads,
  ...answersOfOthers,
];

function explainFirst(text: string): Explanation {
  const [first] = explainError(text);
  if (first === undefined) throw new Error(`not recognised: ${text}`);
  return first;
}

const words = ({ explanation, cures }: Explanation): string => [explanation, ...cures].join('\n');

const escapeAs = (text: string, letters: RegExp, write: (code: number) => string): string =>
  text.replace(letters, letter => write(letter.charCodeAt(0)));
const hexadecimal = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

/** The ways that texts go before somebody pastes them. */
const ways: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', text => text],
  ['JSON', text => JSON.stringify({ message: text })],
  ['JSON in JSON', text => JSON.stringify({ a: JSON.stringify({ message: text }) })],
  ['.NET', text => escapeAs(JSON.stringify({ message: text }), /['<>&+]/g, code => `\\u${hexadecimal(code)}`)],
  ['HTML', text => escapeAs(text, /['"<>&]/g, code => `&#${String(code)};`)],
  ['named entities', text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')],
  ['Windows', text => text.replaceAll('\n', '\r\n')],
  [
    'a word processor',
    text =>
      text
        .replace(/"([^"]*)"/g, '“$1”')
        .replace(/'([^']*)'/g, '‘$1’')
        .replace(/'/g, '’'),
  ],
  ['a picture', text => text.replace(/([^\n]{30,50}?) /g, '$1\n')],
  ['a log', text => `2026-11-28T09:12:44Z [ERR] request 7f3a failed: ${text}\n   at Client.Send()`],
  [
    'other headers',
    text =>
      text.replace(
        /^(HTTP\S+ [^\n]*)\n([\s\S]*?)\n\n/,
        (_, line: string, head: string) => `${line}\nDate: today\n${head.split('\n').reverse().join('\n')}\n\n`,
      ),
  ],
];

describe.each(answers)('$service: $text', ({ who, service, says, text }) => {
  test.each(ways)('%s', (_, write) => {
    const pasted = write(text);
    const first = explainFirst(pasted);
    expect([first.answeredBy.kind, first.answeredBy.service], pasted).toEqual([who, expect.stringMatching(service)]);
    expect(words(first)).toMatch(says);
    expect(first.cures.length).toBeGreaterThan(0);
    expect(first.answeredBy.evidence.length).toBeGreaterThan(0);
    expect(first.answeredBy.sentence).toMatch(/^[A-Z].*\.$/s);
  });
});

describe.each(codesOfTokenRequests)('codes of token requests %s', (codes, cure) => {
  test.each(codes.split(' '))('AADSTS%s', code => {
    const text = `AADSTS${code}: Something. Trace ID: x Correlation ID: y Timestamp: 2026-11-28 10:00:00Z`;
    const json = JSON.stringify({ error: 'invalid_request', error_description: 'x', error_codes: [Number(code)], trace_id: 'x' });
    for (const pasted of [text, json, `?error=x&error_description=AADSTS${code}%3a+Something`, `AADSTS ${code}`, text.toLowerCase()]) {
      const first = explainFirst(pasted);
      expect(first.answeredBy, pasted).toMatchObject({ kind: 'token-request', service: 'Microsoft Entra ID', certainty: 'documented' });
      expect(words(first)).toMatch(cure);
    }
  });
});

test('a code that is not listed is a token request, too, and says that it is not known', () => {
  expect(explainFirst('AADSTS999999: Something new.')).toMatchObject({ answeredBy: { kind: 'token-request' } });
  expect(explainFirst('AADSTS999999: Something new.').explanation).toContain('does not know');
});

test.each([
  ["The application 'Orders client' asked for scope 'read' that doesn't exist on the resource 'api://orders'.", /Application ID URI/],
  ['No matching federated identity record found for presented assertion subject x.', /subject/],
  ["The resource parameter provided in the request doesn't match with the requested scopes.", /MCP/],
  ["The 'resource' request parameter isn't supported.", /scope/],
  ['Misconfigured required resource access in client application registration.', /permission/],
  ['The resource principal named api://orders was not found in the tenant named Contoso.', /Application ID URI/],
])('a text of a token request without its code: %s', (text, says) => {
  const first = explainFirst(text);
  expect(first.answeredBy).toMatchObject({ kind: 'token-request', service: 'Microsoft Entra ID' });
  expect(words(first)).toMatch(says);
  // The number, where it is there, counts.
  expect(explainError(`AADSTS50020: ${text}`)).toHaveLength(1);
});

test('a policy of the gateway that asked for the token is said', () => {
  const trace = `authentication-managed-identity (30 ms)\n{ "message": "AADSTS500011: The resource principal named api://x was not found in the tenant named y." }`;
  expect(explainFirst(trace).answeredBy.service).toContain('asked by a policy of the gateway');
  expect(explainFirst(trace).explanation).toContain('sees a 500');
});

describe('look-alikes, where one comma decides', () => {
  test.each<[string, string, RegExp]>([
    ['IDX10223: Lifetime validation failed. The token is expired. ValidTo: x', 'policy', /validate/],
    ['Lifetime validation failed, the token is expired.', 'backend', /Graph/],
    ["IDX10214: Audience validation failed. Audiences: 'a'. Did not match: validationParameters.ValidAudience: 'b'", 'policy', /validate/],
    ['Audience validation failed. Audience did not match.', 'backend', /Storage/],
    ['AADSTS500131: Assertion audience does not match. Audience validation failed. Audience did not match.', 'token-request', /Entra/],
    ['Access token validation failure. Invalid audience.', 'backend', /Graph/],
    ["IDX10205: Issuer validation failed. Issuer: 'a'.", 'policy', /validate/],
    ["The access token is from the wrong issuer 'https://sts.windows.net/x/'.", 'backend', /Resource Manager/],
    ['AKV10032: Invalid issuer. Expected one of a, found b.', 'backend', /Key Vault/],
    ['Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.', 'gateway', /key/],
    ['Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key', 'backend', /OpenAI/],
    ['AADSTS70021: No matching federated identity record found for presented assertion.', 'token-request', /Entra/],
    ['JWT Validation Failed: Lifetime validation failed. The token is expired.', 'policy', /validate/],
    ['JWT validation failed: something else', 'backend', /App Service/],
    ['Unauthorized. Access token is missing or invalid.', 'policy', /validate/],
    [
      'Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.',
      'backend',
      /OpenAI/,
    ],
    ['{"statusCode":403,"message":"Invalid client certificate"}', 'policy', /certificate/],
    [
      'Access denied due to invalid subscription key. Make sure you are subscribed to an API you are trying to call and provide the right key.',
      'backend',
      /Azure AI/,
    ],
    ['Jwt is missing', 'backend', /Envoy/],
    ['JWT is missing', 'policy', /validate/],
    ['{"reason":"TokenExpired"}', 'policy', /validate/],
    ['{"code":"TokenExpired","message":"Access token has expired, resubmit with a new access token"}', 'backend', /Power BI/],
    ['WWW-Authenticate: Bearer error="x", resource_metadata="https://a.azure-api.net/x"', 'policy', /return-response/],
    ['WWW-Authenticate: Bearer error="x", resource_metadata="https://a.azurewebsites.net/x"', 'undecided', /MCP/],
  ])('%s', (text, who, service) => {
    expect(explainFirst(text).answeredBy).toMatchObject({ kind: who, service: expect.stringMatching(service) as string });
    // Nor does any other explanation name the other one.
    expect(new Set(explainError(text).map(({ answeredBy }) => answeredBy.kind))).toEqual(new Set([who]));
  });

  test.each([
    'The audience applauded.',
    'Our token expired-token handling, see the wiki',
    'subscription key',
    'error_description of an order',
    'AADSTS',
    'AADSTS12',
    'HTTP/1.1 200 OK\nContent-Length: 0\n\n',
    'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\nContent-Length: 12\n\n{"a":"b c"}',
    'ResponseCode\tBackendResponseCode\n200\t200',
    '{"responseCode":200,"backendResponseCode":200}',
  ])('nothing is claimed of: %s', text => {
    expect(explainError(text)).toEqual([]);
  });
});

test('no certainty is claimed that the text does not give; both columns of a log give it', () => {
  const text = '{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}';
  expect(explainFirst(text).answeredBy.certainty).toBe('observed');
  expect(explainFirst(`ResponseCode: 401, BackendResponseCode: 401, ${text}`).answeredBy.certainty).toBe('documented');
  expect(explainFirst(`ResponseCode: 500, BackendResponseCode: 401, ${text}`).answeredBy.certainty).toBe('observed');
});

describe('logs', () => {
  test.each<[string, string, RegExp, RegExp]>([
    ['ResponseCode_d\tBackendResponseCode_d\tLastErrorReason_s\n401\t401\t', 'backend', /log of the backend/, /let the token pass/],
    ['ResponseCode | BackendResponseCode | LastErrorSource\n403 | 403 | ', 'backend', /log of the backend/, /let the token pass/],
    ['ResponseCode,BackendResponseCode,LastErrorSource\n401,,validate-jwt', 'policy', /^validate-jwt$/, /was not called/],
    ['ResponseCode   BackendResponseCode   ApiId\n401   401   my api', 'backend', /log of the backend/, /let the token pass/],
    ['ResponseCode BackendResponseCode\n401 401', 'backend', /log of the backend/, /let the token pass/],
    ['{"ResponseCode":401,"BackendResponseCode":null,"LastErrorSource":"ip-filter"}', 'policy', /^ip-filter$/, /was not called/],
    ['{"ResponseCode":401,"BackendResponseCode":null,"LastErrorSource":null}', 'policy', /author wrote/, /LastErrorReason/],
    ['ResponseCode: 500\nBackendResponseCode: 401\nLastErrorSource: set-body', 'backend', /log of the backend/, /a policy failed/],
    ['ResponseCode=401; BackendResponseCode=200', 'policy', /author wrote/, /outbound/],
    ['ResponseCode,BackendResponseCode,LastErrorSource\n401,,authorization', 'gateway', /subscription key/, /before it runs the policies/],
    ['{"responseCode":404,"backendResponseCode":null,"lastErrorSource":"configuration"}', 'gateway', /routing/, /method and path/],
    [
      '{"responseCode":500,"backendResponseCode":null,"lastErrorSource":"authentication-managed-identity"}',
      'policy',
      /^authentication-managed-identity$/,
      /AADSTS/,
    ],
    [
      '[{"itemType":"request","resultCode":"401"},{"itemType":"dependency","target":"a","resultCode":"401"}]',
      'backend',
      /backend/,
      /let the token pass/,
    ],
  ])('%s', (text, who, service, says) => {
    const first = explainFirst(text);
    expect([first.answeredBy.kind, first.answeredBy.service]).toEqual([who, expect.stringMatching(service)]);
    expect(words(first)).toMatch(says);
  });

  test('the column that names the policy, and the one of the backend, go before the words', () => {
    const row =
      '{"ResponseCode":401,"BackendResponseCode":null,"LastErrorSource":"validate-azure-ad-token","LastErrorMessage":"IDX10214: Audience validation failed."}';
    expect(explainFirst(row).answeredBy).toMatchObject({ kind: 'policy', service: 'validate-azure-ad-token', certainty: 'documented' });
  });
});

test('a trace with the answer of the backend, and with the identity before it', () => {
  const forward = '"forward-request": { "message": "x", "response": { "status": { "code": 401, "reason": "Unauthorized" } } }';
  expect(explainFirst(`{ ${forward} }`)).toMatchObject({ answeredBy: { kind: 'backend' } });
  const both = `{ "message": "Managed identity token is added to Authorization header." }, ${forward}`;
  expect(words(explainFirst(both))).toContain('attribute resource');
  expect(explainError(forward.replace('401', '200'))).toEqual([]);
});

test('an answer without a body, and one of HTML, leave it open', () => {
  expect(explainFirst('Www-Authenticate: Bearer')).toMatchObject({ answeredBy: { kind: 'undecided', certainty: 'inferred' } });
  expect(words(explainFirst('Www-Authenticate: Bearer'))).toMatch(/no token arrived/);
  expect(explainFirst('HTTP/2 401\nwww-authenticate: Bearer\ncontent-length: 0\n\n').answeredBy).toMatchObject({
    kind: 'undecided',
    certainty: 'inferred',
  });
  expect(explainFirst('HTTP/1.1 403 Forbidden\n\n<!DOCTYPE html><html><body>No</body></html>').answeredBy.kind).toBe('undecided');
});

test('a message of the library alone may be of a backend, too; in a trace of the gateway it is not', () => {
  const text =
    "IDX10214: Audience validation failed. Audiences: 'a'. Did not match: validationParameters.ValidAudience: 'b' or validationParameters.ValidAudiences: 'null'.";
  expect(explainFirst(text).answeredBy).toMatchObject({ certainty: 'inferred', others: [expect.stringContaining('.NET')] });
  expect(explainFirst(`JWT Validation Failed: ${text}`).answeredBy).toMatchObject({ certainty: 'observed', others: [] });
});

test('a code in the log of a backend has the cures of the backend: no edit of the policy helps', () => {
  const text =
    "JWT validation failed: IDX10214: Audience validation failed. Audiences: 'a'. Did not match: validationParameters.ValidAudience: 'b' or validationParameters.ValidAudiences: 'null'.";
  const first = explainFirst(text);
  expect(first).toMatchObject({
    idx: 'IDX10214',
    check: 'audience',
    values: { audiences: ['a'] },
    answeredBy: { kind: 'backend' },
    rules: [],
  });
  expect(words(first)).not.toContain('<audiences>');
  expect(words(explainFirst(text.replace('validation failed: IDX', 'Validation Failed: IDX')))).toContain('<audiences>');
});

test('an MCP server that gets no token says why', () => {
  const text = 'Error 401 on https://a.azure-api.net/orders/mcp: {"statusCode":401,"message":"JWT not present."}';
  expect(words(explainFirst(text))).toContain('tools/call');
  expect(words(explainFirst(text.replace('/mcp', '')))).not.toContain('tools/call');
});

test('what the policy wants is said, but no address of a person and no token', () => {
  expect(words(explainFirst('Claim value mismatch: roles=Orders.Read.'))).toContain("The policy requires 'Orders.Read' in roles.");
  const person = explainFirst('Claim value mismatch: upn=someone@contoso.example.');
  expect(words(person)).not.toContain('someone@');
  const token = ['ey', 'JhbGciOiJub25lIn0', '.', 'ey', 'Jpc3MiOiJ4In0', '.'].join('');
  const everything = JSON.stringify(explainError(`Claim value mismatch: aud=${token}.`));
  expect(everything).not.toContain(token.slice(0, 20));
});
