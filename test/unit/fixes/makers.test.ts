// What the makers of fixes that need no token write, letter by letter, and where they keep their hands off.
import { describe, expect, it } from 'vitest';
import { applyFix, diagnose, rewrite, type Facts, type Fix } from '../../../src/core/index.js';

const tenant = '11111111-2222-3333-4444-555555555555';
const config = (version: string, id = tenant): string =>
  `<openid-config url="https://login.microsoftonline.com/${id}${version}/.well-known/openid-configuration" />`;
const jwt = (...children: string[]): string =>
  `<policies><inbound><validate-jwt header-name="Authorization">${children.join('')}</validate-jwt></inbound></policies>`;

async function fixesFor(text: string, code: string, more: Partial<Facts> = {}): Promise<Fix[]> {
  const facts: Facts = { now: 1798000000, metadata: {}, ...more };
  const finding = (await diagnose(text, facts)).find(found => found.code === code);
  return finding === undefined ? [] : applyFix(text, finding, facts);
}

const texts = (fixes: readonly Fix[]): string[] => fixes.map(({ text }) => text);

describe('a claim that Microsoft Entra does not send', () => {
  const required = (attributes: string): string =>
    jwt(config('/v2.0'), `<required-claims><claim ${attributes}><value>a</value></claim></required-claims>`);

  it.each([
    ['name="role"', 'name="roles"'],
    ['name="role" match="any" separator=","', 'name="roles" match="any" separator=","'],
    ['name="scope"', 'name="scp" separator=" "'],
    ['name="scope" match="any"', 'name="scp" match="any" separator=" "'],
    ['match="any" name="scope"', 'match="any" name="scp" separator=" "'],
    ['name="scope" separator=" "', 'name="scp" separator=" "'],
    ['separator="," name="scope"', 'separator=" " name="scp"'],
  ])('%s gives way to the one that it sends, scp split at its spaces', async (before, after) => {
    const fixes = await fixesFor(required(before), 'foreign-claim');
    expect(texts(fixes)).toEqual([required(after)]);
    expect(fixes[0]?.widens).toBe(true);
  });
});

describe('a list without entries', () => {
  it.each([
    ['audiences', true],
    ['issuers', true],
    ['required-claims', false],
  ])('%s goes, unasked only where no token can have been refused for it', async (name, widens) => {
    const fixes = await fixesFor(jwt(config('/v2.0'), `<${name}></${name}>`), 'empty-list');
    expect(fixes.map(fix => [fix.text, fix.widens, fix.preferred])).toEqual([[jwt(config('/v2.0')), widens, !widens]]);
  });

  it('stays where a comment stands in it', async () => {
    expect(await fixesFor(jwt(config('/v2.0'), '<audiences><!-- later --></audiences>'), 'empty-list')).toEqual([]);
  });

  it('is never preferred where a claim loses its value', async () => {
    const claim = (value: string): string => jwt(config('/v2.0'), `<required-claims><claim name="a">${value}</claim></required-claims>`);
    const fixes = await fixesFor(claim('<value></value>'), 'empty-list');
    expect(fixes.map(fix => [fix.widens, fix.preferred])).toEqual([[true, false]]);
  });
});

describe('metadata and claims of different versions', () => {
  const claims = (name: string, value: string): string =>
    `<required-claims><claim name="${name}"><value>${value}</value></claim></required-claims>`;

  it.each([
    ['/v2.0', '1.0', '2.0', ''],
    ['', '2.0', '1.0', '/v2.0'],
  ])('come together at the claim ver, or at the metadata: %s', async (path, version, other, otherPath) => {
    expect(texts(await fixesFor(jwt(config(path), claims('ver', version)), 'metadata-version'))).toEqual([
      jwt(config(path), claims('ver', other)),
      jwt(config(otherPath), claims('ver', version)),
    ]);
  });

  it.each([
    ['/v2.0', 'appid', 'azp'],
    ['', 'azp', 'appid'],
    ['/v2.0', 'appidacr', 'azpacr'],
    ['', 'azpacr', 'appidacr'],
  ])('come together at the name: %s %s', async (path, name, counterpart) => {
    expect(texts(await fixesFor(jwt(config(path), claims(name, 'x')), 'metadata-version'))[0]).toBe(
      jwt(config(path), claims(counterpart, 'x')),
    );
  });

  it('take the listed issuers with them, where their other form is known', async () => {
    const issuers = (...list: string[]): string => `<issuers>${list.map(issuer => `<issuer>${issuer}</issuer>`).join('')}</issuers>`;
    const [first, second] = [`https://sts.windows.net/${tenant}/`, `https://login.microsoftonline.com/${tenant}/v2.0`];
    const claim = claims('appid', 'x');
    expect(texts(await fixesFor(jwt(config('/v2.0'), issuers(second), claim), 'metadata-version')).at(-1)).toBe(
      jwt(config(''), issuers(first), claim),
    );
    const odd = jwt(config('/v2.0'), issuers(second, 'https://idp.example/'), claims('appid', 'x'));
    expect((await fixesFor(odd, 'metadata-version')).filter(({ text }) => text.includes(config('')))).toEqual([]);
  });
});

describe('an address where the gateway waits for a key', () => {
  const document = 'https://login.microsoftonline.com/common/.well-known/openid-configuration';
  const keys = (...list: string[]): string => `<issuer-signing-keys>${list.map(key => `<key>${key}</key>`).join('')}</issuer-signing-keys>`;

  it.each([
    ['in the place of the list', jwt(keys(document)), jwt(`<openid-config url="${document}" />`)],
    ['before the other keys', jwt(keys(document, '{{key}}')), jwt(`<openid-config url="${document}" />${keys('{{key}}')}`)],
    ['nowhere, where it is known', jwt(`<openid-config url="${document}" />${keys(document)}`), jwt(`<openid-config url="${document}" />`)],
  ])('becomes a document, %s', async (_, before, after) => {
    expect(texts(await fixesFor(before, 'address-as-key'))).toEqual([after]);
  });
});

describe('a broken document', () => {
  it('is mended as a whole or not at all: two slips of different kinds are two decisions', async () => {
    const text = (url: string, quote: string): string =>
      `<policies><inbound><rewrite-uri template="/a?b=1${url}c=2" /><mock-response status-code=${quote}200${quote} /></inbound></policies>`;
    expect(texts(await fixesFor(text('&', '"'), 'policy-not-well-formed'))).toEqual([text('&amp;', '"')]);
    expect(texts(await fixesFor(text('&amp;', ''), 'policy-not-well-formed'))).toEqual([text('&amp;', '"')]);
    expect(await fixesFor(text('&', ''), 'policy-not-well-formed')).toEqual([]);
  });
});

describe('a value that cannot be', () => {
  const claim = (match: string): string =>
    jwt(config('/v2.0'), `<required-claims><claim name="a"${match}><value>x</value></claim></required-claims>`);
  it.each([
    ['ayn', ' match="any"'],
    ['anyy', ' match="any"'],
    ['lal', ' match="all"'],
    ['both', ' match="all"'],
    ['one', ' match="any"'],
    // Empty, it is the default, which is what it stood for.
    ['', ''],
  ])('match="%s" becomes what was meant', async (written, meant) => {
    expect(texts(await fixesFor(claim(` match="${written}"`), 'invalid-value'))).toEqual([claim(meant)]);
  });

  it.each(['an', 'al', 'nothing', 'anyall'])('match="%s" stays', async written => {
    expect(await fixesFor(claim(` match="${written}"`), 'invalid-value')).toEqual([]);
  });
});

describe('the rewrite', () => {
  const azure = (attributes: string, children = ''): string =>
    `<policies><inbound><validate-azure-ad-token ${attributes}>${children}</validate-azure-ad-token></inbound></policies>`;
  const write = async (text: string, variant: 'v1' | 'v2', namedValues: Readonly<Record<string, string>> = {}): Promise<string> => {
    const [result] = await rewrite(text, 'to-validate-jwt', variant, { now: 0, metadata: {}, namedValues });
    if (result === undefined) throw new Error('There is one element.');
    return 'reason' in result ? result.reason : result.text;
  };

  it('keeps the named value of an endpoint, unless it ends in a slash', async () => {
    const text = azure('tenant-id="{{t}}" authentication-endpoint="{{endpoint}}"');
    const url = (endpoint: string): string => `url="${endpoint}/{{t}}/v2.0/.well-known/openid-configuration"`;
    expect(await write(text, 'v2', { endpoint: 'https://login.microsoftonline.us' })).toContain(url('{{endpoint}}'));
    expect(await write(text, 'v2', { endpoint: 'https://login.microsoftonline.us/' })).toContain(url('https://login.microsoftonline.us'));
    expect(
      await write(azure('tenant-id="{{t}}" authentication-endpoint="{{endpoint}}/"'), 'v2', {
        endpoint: 'https://login.microsoftonline.us',
      }),
    ).toContain(url('{{endpoint}}'));
  });

  it('writes ids in lower case, and the names of named values as they are', async () => {
    const id = 'BBBBBBBB-CCCC-DDDD-EEEE-FFFFFFFFFFFF';
    const clients = (...list: string[]): string =>
      `<client-application-ids>${list.map(each => `<application-id>${each}</application-id>`).join('')}</client-application-ids>`;
    const text = await write(azure(`tenant-id="${tenant}"`, clients(id, ' {{Client}} ', '{{Two}}{{Three}}')), 'v2');
    expect(text).toContain(`<value>${id.toLowerCase()}</value>`);
    for (const kept of ['{{Client}}', '{{Two}}{{Three}}']) expect(text).toContain(kept);
  });

  it('refuses a list of ids with anything else in it', async () => {
    for (const children of [
      '<client-id>x</client-id>',
      '<application-id>x</application-id><client-id>x</client-id>',
      'x',
      '<application-id><a /></application-id>',
    ])
      expect(
        await write(azure(`tenant-id="${tenant}"`, `<client-application-ids>${children}</client-application-ids>`), 'v2'),
      ).not.toContain('<validate-jwt');
    expect(
      await write(
        azure(`tenant-id="${tenant}"`, '<backend-application-ids><application-id a="b">x</application-id></backend-application-ids>'),
        'v2',
      ),
    ).not.toContain('<validate-jwt');
  });

  it('keeps, on its way back, what was noted on the list of claims, whether or not the list goes with its only claim', async () => {
    const original = azure(`tenant-id="${tenant}"`, '<client-application-ids><application-id>x</application-id></client-application-ids>');
    const [there] = await rewrite(original, 'to-validate-jwt', 'both', { now: 0, metadata: {} });
    if (there === undefined || 'reason' in there) throw new Error('It is rewritten.');
    const noted = there.text
      .replace('<required-claims>', '<!-- before --><required-claims>')
      .replace('</required-claims>', '<!-- inside --></required-claims>');
    const back = async (text: string): Promise<string> => {
      const [result] = await rewrite(text, 'to-validate-azure-ad-token', undefined, { now: 0, metadata: {} });
      return result === undefined || 'reason' in result ? 'refused' : result.text;
    };
    const more = noted.replaceAll('</required-claims>', '<claim name="idtyp" /></required-claims>');
    for (const text of [await back(noted), await back(more)])
      for (const note of ['before', 'inside']) expect(text.match(new RegExp(`<!-- ${note} -->`, 'g'))).toHaveLength(1);
    expect(await back(more)).toContain('<required-claims><claim name="idtyp" /></required-claims>');
  });
});
