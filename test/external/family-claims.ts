// Hand-written cases about audiences, issuers and the JSON that they stand in.
import type { Question } from './ask-oracle.js';
import { now } from './choices.js';
import { askJwt, type Odd } from './family-parts.js';

const guid = '5d3f0b5e-7f0a-4a6e-9a4c-2f8b7b1f6e21';

function listAudiences(): Record<string, Odd> {
  const values: Record<string, unknown> = {
    text: 'api',
    other: 'other',
    empty: '',
    blank: ' ',
    slash: 'api/',
    'two slashes': 'api//',
    'upper case': 'API',
    'space behind': 'api ',
    'space in front': ' api',
    'line break behind': 'api\n',
    'tab inside': 'a\tpi',
    'no-break space behind': 'api\u00a0',
    'zero width space behind': 'api\u200b',
    'combining letter': 'apı',
    null: null,
    true: true,
    false: false,
    zero: 0,
    number: 42,
    fraction: 1.5,
    list: ['api'],
    'list, second': ['other', 'api'],
    'list without': ['other'],
    'list with slash': ['other', 'api/'],
    'list empty': [],
    'list of empty': [''],
    'list of blanks': [' ', ''],
    'list with null': [null, 'api'],
    'list of null': [null],
    'list with number': [42, 'api'],
    'list of numbers': [42],
    'list with true': [true, 'api'],
    'list with a list': [['api']],
    'list with a list beside': [['other'], 'api'],
    'list with an object': [{}, 'api'],
    'list of two the same': ['api', 'api'],
    object: { api: 1 },
    'empty object': {},
    'text that looks like a list': '["api"]',
    'with comma': 'api,other',
    guid: guid,
    'guid in upper case': guid.toUpperCase(),
    'guid as address': `api://${guid}`,
    'guid in braces': `{${guid}}`,
    address: 'https://api.example',
    'address with slash': 'https://api.example/',
    'address in upper case': 'HTTPS://api.example/',
    'address with port': 'https://api.example:443/',
    'address with path': 'https://api.example/x',
    composed: '\u00e9',
    decomposed: 'e\u0301',
    'number as text': '42',
    'true as text': 'true',
    long: 'a'.repeat(20000),
    many: [...Array.from({ length: 300 }, (_, index) => `a${String(index)}`), 'api'],
  };
  const lists: Record<string, readonly string[] | undefined> = {
    api: ['api'],
    'api and another': ['x', 'api'],
    slash: ['api/'],
    empty: [''],
    blank: [' '],
    'empty and api': ['', 'api'],
    'upper case': ['API'],
    space: ['api '],
    'line break': ['\n  api\n'],
    guid: [guid],
    'guid as address': [`api://${guid}`],
    address: ['https://api.example'],
    'address with slash': ['https://api.example/'],
    number: ['42'],
    true: ['true', 'True'],
    composed: ['\u00e9'],
    'list as text': ['["api"]', 'api,other'],
    none: [],
    'slash only': ['/'],
  };
  const odds: Record<string, Odd> = { 'audience absent': { claims: { aud: undefined } } };
  for (const [list, audiences] of Object.entries(lists)) {
    odds[`audience absent, policy ${list}`] = { claims: { aud: undefined }, ...(audiences === undefined ? {} : { audiences }) };
    for (const [name, aud] of Object.entries(values))
      odds[`audience ${name}, policy ${list}`] = { claims: { aud }, ...(audiences === undefined ? {} : { audiences }) };
  }
  return odds;
}

function listIssuers(): Record<string, Odd> {
  const values: Record<string, unknown> = {
    same: 'https://idp.example',
    slash: 'https://idp.example/',
    'upper case': 'https://IDP.example',
    http: 'http://idp.example',
    port: 'https://idp.example:443',
    space: 'https://idp.example ',
    'line break': 'https://idp.example\n',
    empty: '',
    blank: '  ',
    tab: '\t',
    null: null,
    number: 1,
    true: true,
    list: ['https://idp.example'],
    'list of two': ['https://idp.example', 'x'],
    'list empty': [],
    object: {},
    template: 'https://idp.example/{tenantid}',
    'with comma': 'https://idp.example, https://b.example',
    'with quote': "https://idp.example/o'neil",
    'with control letters': 'https://idp.example/\u0007\u0000\u200b',
    urn: 'urn:idp',
    'no address': 'idp',
    unicode: 'https://ídp.example',
    punycode: 'https://xn--dp-eja.example',
    percent: 'https://idp.example/%41',
    long: `https://idp.example/${'x'.repeat(3000)}`,
  };
  const policies: Record<string, Odd> = {
    document: {},
    'document with slash': { published: ['https://idp.example/'] },
    'document empty': { published: [''] },
    'listed beside': { issuers: ['https://other.example'], published: ['https://b.example'] },
    listed: { issuers: ['https://idp.example'], published: ['https://b.example'] },
    'listed with spaces': { issuers: [' https://idp.example '], published: ['https://b.example'] },
    'listed empty': { issuers: [''], published: ['https://b.example'] },
    'listed urn': { issuers: ['urn:idp', 'idp', '1', 'true', 'True'], published: ['https://b.example'] },
    'listed odd': {
      issuers: ["https://idp.example/o'neil", 'https://idp.example/%41', 'https://ídp.example'],
      published: ['https://b.example'],
    },
    'listed none': { issuers: [], published: ['https://b.example'] },
  };
  const odds: Record<string, Odd> = {};
  for (const [name, policy] of Object.entries(policies)) {
    odds[`issuer absent, ${name}`] = { ...policy, claims: { iss: undefined } };
    for (const [value, iss] of Object.entries(values)) odds[`issuer ${value}, ${name}`] = { ...policy, claims: { iss } };
  }
  return odds;
}

/** How the JSON of claims and header may be written. */
function listTexts(): Record<string, Odd> {
  const body = `"iss":"https://idp.example","aud":"api","sub":"s","nbf":${String(now - 600)},"exp":${String(now + 3000)}`;
  const claims: Record<string, string> = {
    plain: `{${body}}`,
    spaced: `\r\n\t { ${body} } \n`,
    'byte order mark': `\ufeff{${body}}`,
    'trailing comma': `{${body},}`,
    'leading comma': `{,${body}}`,
    comment: `{${body}/* x */}`,
    'line comment': `{${body}// x\n}`,
    'single quotes': `{${body}}`.replaceAll('"', "'"),
    'names without quotes': `{${body}}`.replace(/"(\w+)":/g, '$1:'),
    'something behind': `{${body}}x`,
    'two objects': `{${body}}{${body}}`,
    'null byte behind': `{${body}}\0`,
    list: `[{${body}}]`,
    text: '"claims"',
    number: '1',
    null: 'null',
    'empty object': '{}',
    'nothing but space': ' ',
    'audience twice': `{"aud":"other",${body}}`,
    'audience twice, last other': `{${body},"aud":"other"}`,
    'issuer twice': `{"iss":"x",${body}}`,
    'expiry twice': `{"exp":1,${body}}`,
    'expiry twice, last past': `{${body},"exp":1}`,
    'name escaped': `{"\\u0061ud":"other",${body}}`,
    'name escaped, last': `{${body},"\\u0061ud":"other"}`,
    'value escaped': `{${body}}`.replace('"api"', '"\\u0061pi"'),
    'slash escaped': `{${body}}`.replace('https://', 'https:\\/\\/'),
    'escape unknown': `{${body},"x":"\\q"}`,
    'escape cut': `{${body},"x":"\\u00"}`,
    'half a pair': `{${body},"x":"\\ud800"}`,
    pair: `{${body},"x":"\\ud83d\\ude00"}`,
    'tab in a text': `{${body},"x":"a\tb"}`,
    'line break in a text': `{${body},"x":"a\nb"}`,
    deep: `{${body},"x":${'['.repeat(60)}${']'.repeat(60)}}`,
    'too deep': `{${body},"x":${'['.repeat(70)}${']'.repeat(70)}}`,
    'deep objects': `{${body},"x":${'{"a":'.repeat(60)}1${'}'.repeat(60)}}`,
    'too deep objects': `{${body},"x":${'{"a":'.repeat(70)}1${'}'.repeat(70)}}`,
    'large number': `{${body},"x":1${'0'.repeat(400)}}`,
    'number with leading zero': `{${body},"x":01}`,
    'number with plus': `{${body},"x":+1}`,
    'number ends with point': `{${body},"x":1.}`,
    'not a number': `{${body},"x":NaN}`,
    infinity: `{${body},"x":Infinity}`,
    undefined: `{${body},"x":undefined}`,
    True: `{${body},"x":True}`,
    'name empty': `{${body},"":1}`,
    'name of the prototype': `{${body},"__proto__":{"aud":"x"},"constructor":1}`,
    'no-break space': `{${body}\u00a0}`,
    'missing comma': `{${body} "x":1}`,
    'missing value': `{${body},"x":}`,
    unicode: `{${body},"x":"日本 😀 é"}`,
    'half of a letter': `{${body},"x":"\ud800"}`,
  };
  const odds: Record<string, Odd> = {};
  for (const [name, claimsText] of Object.entries(claims)) odds[`json ${name}`] = { claimsText };
  const header = '"alg":"RS256","typ":"JWT","kid":"r1"';
  const headers: Record<string, string> = {
    spaced: ` { ${header} } `,
    'byte order mark': `\ufeff{${header}}`,
    'trailing comma': `{${header},}`,
    comment: `{${header}/* x */}`,
    'single quotes': `{${header}}`.replaceAll('"', "'"),
    'something behind': `{${header}}x`,
    list: `[{${header}}]`,
    null: 'null',
    'empty object': '{}',
    'kid twice': `{"kid":"x",${header}}`,
    'kid twice, last other': `{${header},"kid":"x"}`,
    'alg twice': `{"alg":"none",${header}}`,
    'alg twice, last none': `{${header},"alg":"none"}`,
    'alg in upper case name': `{${header.replace('alg', 'ALG')}}`,
    'kid in upper case name': `{${header.replace('kid', 'KID')}}`,
    'alg escaped': `{${header.replace('RS256', '\\u0052S256')}}`,
    deep: `{${header},"x":${'['.repeat(60)}${']'.repeat(60)}}`,
    'too deep': `{${header},"x":${'['.repeat(70)}${']'.repeat(70)}}`,
    'large number': `{${header},"x":1${'0'.repeat(400)}}`,
    'unclosed text': `{${header},"x":"`,
    'nothing but space': ' ',
    unicode: `{${header},"x":"日本 😀 é"}`,
    'number 1.5': `{${header},"x":1.5}`,
  };
  for (const [name, headerText] of Object.entries(headers)) odds[`json header ${name}`] = { headerText };
  return odds;
}

export function askAboutAudiences(): Question[] {
  return Object.entries(listAudiences()).map(([name, odd]) => askJwt(`claims/${name}`, odd));
}

export function askAboutIssuers(): Question[] {
  return Object.entries({ ...listIssuers(), ...listTexts() }).map(([name, odd]) => askJwt(`claims/${name}`, odd));
}
