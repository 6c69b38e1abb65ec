import { beforeAll, describe, expect, it } from 'vitest';
import { extractToken } from '../../../src/core/token/extract-token.js';
import type { Cleaning } from '../../../src/core/token/token.js';
import { mintTestToken, wrapLines } from './test-token.js';

let token: string;
let other: string;

beforeAll(async () => {
  token = await mintTestToken({ iss: 'https://idp.example', aud: 'api', name: 'Ünïcode' });
  other = await mintTestToken({ iss: 'https://idp.example', aud: 'other' });
});

type Case = readonly [name: string, paste: (token: string, other: string) => string, cleaned: readonly Cleaning[]];

const percentEncode = (text: string): string => encodeURIComponent(text).replace(/\./g, '%2E').replace(/-/g, '%2D').replace(/_/g, '%5F');

const cases: readonly Case[] = [
  ['the token alone', t => t, []],
  ['a line break at the end', t => `${t}\n`, ['surrounding-space']],
  ['spaces around', t => `  ${t}\t\r\n`, ['surrounding-space']],
  ['Bearer', t => `Bearer ${t}`, ['scheme']],
  ['bearer, lower case', t => `bearer   ${t}`, ['scheme']],
  ['DPoP', t => `DPoP ${t}`, ['scheme']],
  ['Bearer with a colon', t => `Bearer: ${t}`, ['scheme']],
  ['Bearer twice', t => `Bearer Bearer ${t}`, ['surrounding-text', 'scheme']],
  ['a header line', t => `Authorization: Bearer ${t}`, ['header-line', 'scheme']],
  ['a header line in capitals', t => `AUTHORIZATION:BEARER ${t}`, ['header-line', 'scheme']],
  ['a header line without scheme', t => `X-Custom-Token: ${t}\n`, ['surrounding-space', 'header-line']],
  [
    'several header lines',
    t => `GET /orders HTTP/1.1\r\nHost: api.example\r\nAuthorization: Bearer ${t}\r\nAccept: */*\r\n`,
    ['surrounding-space', 'surrounding-text', 'header-line', 'scheme'],
  ],
  ['a header line in quotes', t => `"Authorization: Bearer ${t}"`, ['header-line', 'quotes', 'scheme']],
  ['single quotes', t => `'${t}'`, ['quotes']],
  ['double quotes', t => `"${t}"`, ['quotes']],
  ['back quotes', t => '`' + t + '`', ['quotes']],
  ['typographic quotes', t => `“Bearer ${t}”`, ['quotes', 'scheme']],
  ['low quotes', t => `„${t}“`, ['quotes']],
  ['guillemets', t => `« ${t} »`, ['quotes']],
  ['a comma behind', t => `"${t}",`, ['surrounding-text', 'quotes']],
  [
    'curl, bash, single quotes',
    t => `curl -s 'https://api.example/orders' -H 'Authorization: Bearer ${t}' -H 'Accept: */*'`,
    ['curl-command', 'header-line', 'quotes', 'scheme'],
  ],
  [
    'curl, bash, double quotes',
    t => `curl "https://api.example/orders" --header "authorization: Bearer ${t}"`,
    ['curl-command', 'header-line', 'quotes', 'scheme'],
  ],
  [
    'curl, bash, continued lines',
    t => `curl https://api.example/orders \\\n  -X POST \\\n  -H "Authorization: Bearer ${t}" \\\n  -d '{"a":1}'\n`,
    ['surrounding-space', 'curl-command', 'header-line', 'quotes', 'scheme'],
  ],
  [
    'curl, cmd',
    t => `curl ^"https://api.example/orders^" ^\r\n  -H ^"Authorization: Bearer ${t}^" ^\r\n  --data-raw ^"a^%^2Eb^"`,
    ['curl-command', 'header-line', 'quotes', 'scheme', 'escapes'],
  ],
  [
    'curl.exe, PowerShell',
    t => `curl.exe https://api.example/orders \`\r\n  -H "Authorization: Bearer ${t}" \`\r\n  -v`,
    ['curl-command', 'header-line', 'quotes', 'scheme'],
  ],
  ['curl with --oauth2-bearer', t => `curl --oauth2-bearer ${t} https://api.example`, ['curl-command']],
  ['curl with --oauth2-bearer and quotes', t => `curl https://api.example --oauth2-bearer "${t}"`, ['curl-command', 'quotes']],
  [
    'curl with $-quotes',
    t => `curl https://api.example -H $'Authorization: Bearer ${t}'`,
    ['curl-command', 'header-line', 'quotes', 'scheme'],
  ],
  ['a piece of a curl command', t => `-H 'Authorization: Bearer ${t}'`, ['curl-command', 'header-line', 'quotes', 'scheme']],
  [
    'PowerShell',
    t => `Invoke-RestMethod -Uri https://api.example -Headers @{ Authorization = "Bearer ${t}" }`,
    ['surrounding-text', 'parameter', 'quotes', 'scheme'],
  ],
  ['httpie', t => `http GET api.example Authorization:"Bearer ${t}"`, ['surrounding-text', 'header-line', 'quotes', 'scheme']],
  [
    'JavaScript',
    t => `fetch(url, { headers: { Authorization: \`Bearer ${t}\` } })`,
    ['surrounding-text', 'header-line', 'quotes', 'scheme'],
  ],
  ['a token response', (t, o) => `{"token_type":"Bearer","expires_in":3599,"access_token":"${t}","id_token":"${o}"}`, ['json-member']],
  [
    'a token response, other order',
    (t, o) => JSON.stringify({ id_token: o, refresh_token: 'r', access_token: t }, null, 2),
    ['json-member'],
  ],
  [
    'JSON of the Azure CLI',
    t => JSON.stringify({ accessToken: t, expiresOn: '2026-11-23', tokenType: 'Bearer' }, null, 2),
    ['json-member'],
  ],
  ['JSON with token', t => `{ "token" : "${t}" }`, ['json-member']],
  ['JSON with id_token only', t => `{ "id_token": "${t}" }`, ['json-member']],
  ['JSON with Bearer in the value', t => `{"Authorization":"Bearer ${t}"}`, ['json-member', 'scheme']],
  ['a JSON string', t => JSON.stringify(t), ['quotes']],
  ['cut JSON', t => `"access_token": "${t}",`, ['json-member']],
  ['escaped JSON', (t, o) => JSON.stringify(JSON.stringify({ id_token: o, access_token: t })), ['json-member', 'escapes']],
  ['twice escaped JSON', t => JSON.stringify(JSON.stringify({ body: JSON.stringify({ access_token: t }) })), ['json-member', 'escapes']],
  ['a dot as \\u002e', t => `"${t.replace(/\./g, '\\u002e')}"`, ['quotes', 'escapes']],
  ['percent-encoded dots', t => t.replace(/\./g, '%2E'), ['percent-encoding']],
  ['percent-encoded altogether', t => percentEncode(`Bearer ${t}`), ['scheme', 'percent-encoding']],
  ['percent-encoded twice', t => encodeURIComponent(percentEncode(`{"access_token":"${t}"}`)), ['json-member', 'percent-encoding']],
  [
    'an address with a fragment',
    (t, o) => `https://app.example/callback#access_token=${t}&token_type=Bearer&id_token=${o}&expires_in=3599`,
    ['surrounding-text', 'parameter'],
  ],
  ['a query', t => `https://api.example/orders?a=b&access_token=${t}`, ['surrounding-text', 'parameter']],
  ['a form', (t, o) => `client_assertion=${o}&client_id=x&token=${t}`, ['surrounding-text', 'parameter']],
  ['a shell variable', t => `export TOKEN="${t}"`, ['surrounding-text', 'parameter', 'quotes']],
  ['.env', t => `API=https://api.example\nACCESS_TOKEN=${t}\nLOG=1\n`, ['surrounding-space', 'surrounding-text', 'parameter']],
  ['a cookie', t => `Cookie: theme=dark; access_token=${t}; lang=de`, ['cookie', 'parameter']],
  ['Set-Cookie', t => `Set-Cookie: session=${t}; Path=/; HttpOnly`, ['cookie', 'parameter']],
  ['a cookie in curl', t => `curl https://api.example -b 'a=b; session=${t}'`, ['curl-command', 'cookie', 'parameter', 'quotes']],
  [
    '.http',
    t =>
      `@host = api.example\n\n### orders\nGET https://{{host}}/orders HTTP/1.1\nAuthorization: Bearer ${t}\nContent-Type: application/json\n\n{"a": 1}\n`,
    ['surrounding-space', 'surrounding-text', 'header-line', 'scheme'],
  ],
  ['a variable in .http', t => `@token = ${t}\n\nGET https://api.example`, ['surrounding-text', 'parameter']],
  ['YAML', t => `auth:\n  token: ${t}\n  other: 1`, ['surrounding-text', 'header-line']],
  ['prose', t => `Hi, I get a 401 with ${t} since this morning. Any idea? Thanks!`, ['surrounding-text']],
  ['prose with a full stop', t => `It is ${t}. Thanks.`, ['surrounding-text']],
  ['brackets', t => `(token: ${t})`, ['surrounding-text', 'header-line']],
  ['a log line', t => `2026-11-23T12:00:00Z INFO auth token=${t} status=401 took=12ms`, ['surrounding-text', 'parameter']],
  ['a coloured log line', t => `\u001b[32mtoken\u001b[0m \u001b[1m${t}\u001b[0m done`, ['surrounding-text', 'invisible-characters']],
  ['HTML entities', t => `&quot;${t.replace(/\./g, '&#46;')}&quot;`, ['quotes', 'escapes']],
  ['HTML', t => `<td><code>${t}</code></td>`, ['surrounding-text']],
  ['a byte order mark', t => `\ufeff${t}`, ['invisible-characters']],
  ['zero-width characters', t => t.replace(/(.{40})/g, '$1\u200b'), ['invisible-characters']],
  ['soft hyphens', t => t.replace(/(.{40})/g, '$1\u00ad'), ['invisible-characters']],
  ['no-break spaces', t => `Bearer\u00a0${t}\u00a0`, ['scheme', 'invisible-characters']],
  ['null characters between', t => [...t].join('\0'), ['invisible-characters']],
  ['wrapped at 64', t => wrapLines(t, 64, '\n'), ['line-breaks']],
  ['wrapped at 76, CRLF', t => wrapLines(t, 76, '\r\n'), ['line-breaks']],
  ['wrapped with indentation', t => wrapLines(t, 50, '\n    '), ['line-breaks']],
  ['wrapped, lines became spaces', t => wrapLines(t, 72, ' '), ['line-breaks']],
  ['a wrapped header line', t => wrapLines(`Authorization: Bearer ${t}`, 80, '\n'), ['header-line', 'scheme', 'line-breaks']],
  [
    'a wrapped header line, lines became spaces, another follows',
    t => `${wrapLines(`Authorization: Bearer ${t}`, 80, ' ')} Host: api.example`,
    ['surrounding-text', 'header-line', 'scheme', 'line-breaks'],
  ],
  ['quoted mail', t => `> Hello,\n> ${wrapLines(t, 70, '\n> ')}\n> thanks for help with this one`, ['surrounding-text', 'line-breaks']],
  ['doubly quoted mail', t => `>> ${wrapLines(t, 70, '\r\n>> ')}`, ['surrounding-text', 'line-breaks']],
  ['quoted-printable mail', t => wrapLines(t, 75, '=\r\n'), ['line-breaks']],
  ['line breaks of HTML', t => wrapLines(t, 70, '<br/>\n'), ['line-breaks']],
  [
    'JSON with escaped line breaks',
    t => JSON.stringify({ access_token: `${wrapLines(t, 64, '\n')}\n` }),
    ['json-member', 'escapes', 'line-breaks'],
  ],
  [
    'a wrapped curl command',
    t => `curl -H "Authorization: Bearer ${wrapLines(t, 60, '\\\n')}" https://api.example`,
    ['curl-command', 'header-line', 'quotes', 'scheme', 'escapes', 'line-breaks'],
  ],
  [
    'wrapped, prose before and behind',
    t => `My token is\n\n${wrapLines(t, 64, '\n')}\n\nand it does not work although it should`,
    ['surrounding-text', 'line-breaks'],
  ],
  ['a line break after each dot', t => t.replace(/\./g, '.\n'), ['line-breaks']],
  ['a line break before each dot', t => t.replace(/\./g, '\n.'), ['line-breaks']],
  ['the same token twice', t => `${t}\n${t}`, ['surrounding-text']],
  [
    'Authorization beside another token',
    (t, o) => `Cookie: session=${o}\nAuthorization: Bearer ${t}`,
    ['surrounding-text', 'header-line', 'scheme'],
  ],
];

describe('extractToken', () => {
  it.each(cases)('%s', (_name, paste, cleaned) => {
    const extraction = extractToken(paste(token, other));
    expect(extraction.several).toBe(false);
    expect(extraction.text === token).toBe(true);
    expect(extraction.cleaned).toEqual(cleaned);
  });

  it('does not choose between two tokens', () => {
    expect(extractToken(`${token}\n${other}`).several).toBe(true);
    expect(extractToken(`token ${token}, other ${other}`).several).toBe(true);
    expect(extractToken(JSON.stringify([{ access_token: token }, { access_token: other }])).several).toBe(true);
  });

  it('prefers an opaque access_token to an id_token that is a JWT', () => {
    expect(extractToken(JSON.stringify({ access_token: 'EwBoA8l6BAAUs5+HQn0N/h2FxWzLS31ZgQVuHsYAAa', id_token: token })).text).toBe(
      'EwBoA8l6BAAUs5+HQn0N/h2FxWzLS31ZgQVuHsYAAa',
    );
  });

  it.each([
    ['', ''],
    ['  \n', ''],
    ['Bearer ', 'Bearer'],
    ['Bearer abc', 'abc'],
    ['Authorization: Bearer {{access_token}}', '{{access_token}}'],
    ['Authorization: Bearer {{ access_token }}\nHost: x', '{{ access_token }}'],
    ['curl -H "Authorization: Bearer $TOKEN" https://x', '$TOKEN'],
    ['{"access_token":"opaque-123"}', 'opaque-123'],
    ['"kvQ3kvQ3"', 'kvQ3kvQ3'],
    ['no token in here', 'no token in here'],
  ])('leaves of %j what stands in the place of a token', (pasted, text) => {
    expect(extractToken(pasted).text).toBe(text);
  });
});
