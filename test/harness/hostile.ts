// What nobody would write on purpose: documents after an accident, tokens and metadata of somebody who means harm.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { isLong } from './runs.js';

const root = path.join(import.meta.dirname, '..', '..');
const longestDocument = 20_000;

/** Real documents, where they are at hand. */
const corpus = path.join(root, '..', 'shared', 'corpus', 'policies');

/** The policies of the fixtures and samples; in the long run real documents as well, where they are at hand. */
export function readSeeds(): readonly string[] {
  const folders = [path.join(root, 'test', 'fixtures'), path.join(root, 'samples'), ...(isLong && existsSync(corpus) ? [corpus] : [])];
  return folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.xml') && !name.endsWith('fixed.xml'))
      .sort()
      .map(name => readFileSync(path.join(folder, name), 'utf8'))
      .filter(text => text.length <= longestDocument),
  );
}

/** What markup and expressions are made of, in no order. */
export const markupPieces = [
  '<',
  '>',
  '</',
  '/>',
  '"',
  "'",
  '=',
  '@(',
  '@{',
  ')',
  '}',
  '{{',
  '}}',
  '{{constructor}}',
  '{{ __proto__ }}',
  '${',
  '%{',
  '$"',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&',
  '&amp;',
  '&#0;',
  '&#x110000;',
  ' ',
  '\n',
  '\r',
  '\t',
  '\0',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\udc00',
  '𝒳',
  '<validate-jwt>',
  '<validate-jwt header-name="Authorization" ',
  '</validate-jwt>',
  '<validate-azure-ad-token tenant-id="',
  '<policies>',
  '<fragment/>',
  '<inbound>',
  '<choose><when condition="@(true)">',
  '</when><otherwise>',
  '</otherwise></choose>',
  '<on-error><return-response/></on-error>',
  '<constructor/>',
  '<__proto__ __proto__="1">',
  ' hasOwnProperty="x"',
  ' toString="x"',
  '<required-claims><claim name="__proto__" match="any"><value>x</value></claim></required-claims>',
  '<required-claims><claim name="constructor"><value>x</value></claim><claim/></required-claims>',
  '<audiences><audience>a,b;c</audience><audience/></audiences>',
  '<issuers><issuer>https://sts.windows.net/x/</issuer></issuers>',
  '<openid-config url="https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration"/>',
  '<openid-config url="http://[::1"/>',
  '<issuer-signing-keys><key>AAAA</key><key n="AQAB" e="AQAB"/><key certificate-id="c"/></issuer-signing-keys>',
  '<decryption-keys><key>AAAA</key></decryption-keys>',
  '<!-- apim-token-doctor-disable-next-line constructor unknown-element -->\n',
];

interface Change {
  readonly kind: 'flip' | 'insert' | 'delete' | 'repeat' | 'move' | 'cut' | 'double-line';
  /** Where, as a share of the length. */
  readonly at: number;
  readonly to: number;
  readonly piece: string;
  readonly code: number;
}

const share = fc.integer({ min: 0, max: 9999 }).map(number => number / 10_000);
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('flip', 'insert', 'insert', 'insert', 'delete', 'repeat', 'move', 'cut', 'double-line'),
  at: share,
  to: share,
  piece: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...markupPieces) }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }),
  code: fc.integer({ min: 0, max: 0xffff }),
});

function apply(text: string, { kind, at, to, piece, code }: Change): string {
  const from = Math.floor(at * text.length);
  // Most accidents are small.
  const until = Math.min(text.length, from + Math.floor(to * to * to * 400));
  switch (kind) {
    case 'flip':
      return text.slice(0, from) + String.fromCharCode(code < 0x8000 ? code % 128 : code) + text.slice(from + 1);
    case 'insert':
      return text.slice(0, from) + piece + text.slice(from);
    case 'delete':
      return text.slice(0, from) + text.slice(until);
    case 'repeat':
      return text.slice(0, until) + text.slice(from, until).repeat(1 + (code % 3)) + text.slice(until);
    case 'move': {
      const rest = text.slice(0, from) + text.slice(until);
      const place = Math.floor(to * rest.length);
      return rest.slice(0, place) + text.slice(from, until) + rest.slice(place);
    }
    case 'cut':
      return code % 2 === 0 ? text.slice(0, from) : text.slice(0, 200) + text.slice(from);
    case 'double-line': {
      const start = text.lastIndexOf('\n', from) + 1;
      const end = text.indexOf('\n', from);
      return end < 0 ? text : text.slice(0, end + 1) + text.slice(start, end + 1) + text.slice(end + 1);
    }
  }
}

/** One of the seeds after some accidents; sometimes as it is. */
export function hostileDocument(seeds: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat({ max: seeds.length - 1 }), fc.array(change, { maxLength: 8 }))
    .map(([index, changes]) => changes.reduce(apply, seeds[index] ?? '').slice(0, 2 * longestDocument));
}

const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'then', 'toJSON', 'valueOf', ''];
const claimNames = 'iss aud tid ver azp appid azpacr scp roles exp nbf iat sub oid nonce at_hash idtyp tfp acr groups'.split(' ');
const headerNames = ['alg', 'kid', 'x5t', 'typ', 'crit', 'enc', 'zip', 'nonce', 'b64', 'cty'];
const tenant = '11111111-2222-3333-4444-555555555555';

const text = fc.constantFrom(
  ...names,
  'x',
  '1.0',
  '2.0',
  'RS256',
  'HS256',
  'ES256',
  'none',
  'key-1',
  tenant,
  `https://login.microsoftonline.com/${tenant}/v2.0`,
  `https://${tenant}.ciamlogin.com/${tenant}/v2.0`,
  `https://sts.windows.net/${tenant}/`,
  'https://tenant.b2clogin.com/tfp/x/b2c_1_flow/v2.0/',
  'https://[',
  '\ud800',
  '\0\n\u202e',
  '{tenantid}',
  'a b c',
  '9'.repeat(400),
  'x'.repeat(2000),
);
const number = fc.constantFrom(0, -0, -1, 0.5, 1798000000, 1798000000000, 2 ** 53, 1e308, -1e308, 5e-324);
const scalar = fc.oneof(text, number, fc.constantFrom(true, false, null));
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(fc.oneof(scalar, fc.constant([])), { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.array(fc.tuple(fc.constantFrom(...names, 'a'), scalar), { maxLength: 3 }).map(toJson) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 80 }).map(depth => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown) },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 500 }, (_, index) => `g${String(index)}`)) },
);

/** As JSON has it: a member of any name, `__proto__` among them. */
function toJson(members: readonly (readonly [string, unknown])[]): unknown {
  return JSON.parse(`{${members.map(([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`).join(',')}}`);
}

function part(own: readonly string[], usual: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  const member = fc.tuple(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...own) }, { weight: 1, arbitrary: fc.constantFrom(...names) }),
    value,
  );
  return fc
    .tuple(fc.boolean(), fc.array(member, { maxLength: 6 }))
    .map(([whole, members]) => toJson([...(whole ? Object.entries(usual) : []), ...members]));
}

const encode = (json: string): string => Buffer.from(json).toString('base64url');

const usualClaims = {
  iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
  aud: '66666666-7777-8888-9999-aaaaaaaaaaaa',
  tid: tenant,
  ver: '2.0',
  azp: 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff',
  scp: 'Reports.Read',
  exp: 1798003600,
  nbf: 1797999000,
};

/** What is pasted as a token: three parts with any JSON in them, five parts, broken ones, text. */
export const hostilePaste: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        part(headerNames, { alg: 'RS256', kid: 'key-1', typ: 'JWT' }),
        part(claimNames, usualClaims),
        fc.constantFrom('', 'AAAA', 'AA==', '_-'),
      )
      .map(([header, claims, signature]) => `${encode(JSON.stringify(header))}.${encode(JSON.stringify(claims))}.${signature}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(part(headerNames, { alg: 'dir', enc: 'A128CBC-HS256' }), { minLength: 5, maxLength: 5 })
      .map(parts => parts.map(one => encode(JSON.stringify(one))).join('.')),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom('.', 'e30', 'eyJ', 'Bearer ', '"', '\n', '{"access_token":', '}', '%2E', '…', 'curl -H '), { maxLength: 12 })
      .map(list => list.join('')),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
);

const document = fc.oneof(
  { weight: 1, arbitrary: value },
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc.tuple(
          fc.constantFrom('issuer', 'jwks_uri', 'keys', ...names),
          fc.oneof(value, fc.constantFrom(`https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`, 'x')),
        ),
        { maxLength: 4 },
      )
      .map(toJson),
  },
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc
          .array(
            fc.tuple(
              fc.constantFrom('kty', 'use', 'kid', 'n', 'e', 'x', 'y', 'crv', 'x5c', 'x5t', 'k', 'alg'),
              fc.oneof(value, fc.constantFrom('RSA', 'EC', 'oct', 'sig', 'AQAB', 'P-256')),
            ),
            { maxLength: 8 },
          )
          .map(toJson),
        { maxLength: 4 },
      )
      .map(keys => ({ keys: [...keys, null, 1, 'x', []] })),
  },
);

const addresses = [
  `https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`,
  `https://login.microsoftonline.com/${tenant}/.well-known/openid-configuration`,
  `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`,
  `https://${tenant}.ciamlogin.com/${tenant}/v2.0/.well-known/openid-configuration`,
  'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
  'x',
  ...names,
];

/** Documents of any content under the addresses that policies name. */
export const hostileMetadata: fc.Arbitrary<Record<string, unknown>> = fc
  .array(fc.tuple(fc.constantFrom(...addresses), document), { maxLength: 8 })
  .map(entries => Object.fromEntries(entries));
