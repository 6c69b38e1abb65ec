// What must hold of the network whatever a policy, a document or a file of named values says.
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { judgeAddress } from '../../src/core/metadata/judge-address.js';
import { Consent } from '../../src/extension/metadata/consent.js';
import { MetadataStore } from '../../src/extension/metadata/metadata-store.js';
import { editor, FakeNetwork } from '../harness/fetching-editor.js';
import { hostileMetadata } from '../harness/hostile.js';
import { policyUri, TestClient } from '../server/test-client.js';

vi.mock('vscode', async () => (await import('../harness/fetching-editor.js')).fetchingVscode);

const settings = { seed: 20260715, numRuns: 60 };
const guid = 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11';
const wellKnown = '/.well-known/openid-configuration';
const good = `https://login.microsoftonline.com/${guid}/v2.0${wellKnown}`;

/** A fresh editor and network, and a store that talks to a real server with this policy in front. */
async function start(policy: string): Promise<{ store: MetadataStore; client: TestClient; network: FakeNetwork }> {
  const network = new FakeNetwork();
  vi.stubGlobal('fetch', network.fetch);
  const client = await TestClient.start();
  const store = new MetadataStore(client, new Consent(), editor.log);
  await client.open(policy);
  await store.tellAgain();
  return { store, client, network };
}

const configs = (urls: readonly string[]): string => urls.map(url => `<openid-config url="${url}" />`).join('');
const policyOf = (inside: string): string => `<policies><inbound>${inside}</inbound></policies>`;

beforeEach(() => editor.reset());

describe('whatever stands in a document', () => {
  const nested = fc.tuple(fc.constantFrom('[', '{"a":'), fc.integer({ min: 1, max: 100_000 })).map(([open, depth]) => {
    const [inside, close] = open === '[' ? ['', ']'] : ['1', '}'];
    return `${open.repeat(depth)}${inside}${close.repeat(depth)}`;
  });
  const member = fc.constantFrom('issuer', 'jwks_uri', 'keys', 'x', 'scopes_supported', '__proto__', 'Keys');
  const body = fc.oneof(
    fc.json({ maxDepth: 8 }),
    nested,
    fc.tuple(member, nested).map(([name, deep]) => `{"issuer":"x","${name}":${deep}}`),
    hostileMetadata.map(documents => JSON.stringify(Object.values(documents)[0] ?? null)),
    fc.string({ maxLength: 20 }),
  );

  test('it is kept or becomes a problem of its address, and the server is told of others still', async () => {
    await fc.assert(
      fc.asyncProperty(body, body, async (fetched, saved) => {
        editor.reset();
        const [address, kept] = [`https://login.microsoftonline.com/${guid}${wellKnown}`, 'https://saved.example/x'];
        editor.settings = { 'metadata.savedDocuments': { [kept]: '/saved.json' } };
        editor.files = { '/saved.json': saved };
        const { store, client, network } = await start(policyOf(`<validate-jwt>${configs([address, kept])}</validate-jwt>`));
        network.documents = { [address]: fetched, [good]: '{"issuer":"good"}' };
        const { needed } = await store.fetchNeeded(policyUri, true);
        for (const one of needed.filter(({ document }) => document === 'configuration')) {
          expect([one.address, one.atHand || one.origin?.problem !== undefined]).toEqual([one.address, true]);
        }
        await client.type(policyOf(`<validate-jwt>${configs([good])}</validate-jwt>`));
        await store.fetchNeeded(policyUri, true);
        expect(await client.ask('apimTokenDoctor/metadata/text', { address: good })).toContain('good');
        expect(editor.logged.filter(line => line.includes('could not be told'))).toEqual([]);
      }),
      settings,
    );
  });
});

describe('whatever a policy makes of named values', () => {
  const secretValue = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9+/=!@#$%?&:]{8,40}$/).filter(text => !/^[0-9a-f-]{36}$/i.test(text)),
    fc.stringMatching(/^[A-Za-z0-9]{8,20}$/).map(word => `https://${word}:${word}@idp.example${wellKnown}`),
    fc.stringMatching(/^[A-Za-z0-9]{8,20}$/).map(word => `https://hooks.example.com/services/${word}`),
    fc.stringMatching(/^[A-Za-z0-9]{8,20}$/).map(word => `@("${word}")`),
  );
  const piece = fc.constantFrom(
    '{{secret}}',
    '{{marked}}',
    '{{tenant}}',
    'https://',
    'https://evil.example/',
    'https://login.microsoftonline.com/',
    '@',
    '/',
    '?',
    '#',
    '\\',
    '.',
    ':443',
    'x',
    '@(&quot;',
    '&quot;)',
    '&#10;',
    wellKnown,
  );
  const address = fc.array(piece, { minLength: 1, maxLength: 7 }).map(pieces => pieces.join(''));
  const policy = fc.oneof(
    fc.array(address, { minLength: 1, maxLength: 4 }).map(urls => `<validate-jwt>${configs(urls)}</validate-jwt>`),
    fc
      .tuple(address, fc.option(address))
      .map(
        ([tenant, endpoint]) =>
          `<validate-azure-ad-token tenant-id="${tenant}" authentication-endpoint="${endpoint ?? 'login.microsoftonline.com'}" />`,
      ),
  );

  test('no value unfit for its place and no secret is requested, asked about or logged, and none at all is logged', async () => {
    const seen = { requests: 0, withheld: 0 };
    await fc.assert(
      fc.asyncProperty(policy, secretValue, async (inside, secret) => {
        editor.reset();
        const marked = '5a1d7d0e-9d0e-4c57-02f3-b7a1c6de4c11';
        editor.settings = { namedValueFiles: ['/nv.json'] };
        editor.files = { '/nv.json': JSON.stringify({ secret, marked: { value: marked, secret: true }, tenant: guid }) };
        const { store, network } = await start(policyOf(inside));
        network.fallback = target => new Response(null, { status: 302, headers: { location: `${target}/again` } });
        const { needed } = await store.fetchNeeded(policyUri, true);
        seen.requests += network.requests.length;
        seen.withheld += needed.filter(({ withheld }) => withheld.length > 0).length;
        const plain = (texts: unknown): string => decodeAll(JSON.stringify(texts)).toLowerCase();
        const core =
          /[A-Za-z0-9]{8,}/.exec(secret.replace('https://hooks.example.com/services/', '').replace('https://', ''))?.[0] ?? secret;
        const outside = plain([network.requests, editor.questions, editor.logged, editor.notified]);
        for (const hidden of [core, marked]) expect(outside).not.toContain(hidden.toLowerCase());
        expect(plain(editor.logged)).not.toContain(guid);
      }),
      { ...settings, numRuns: 300 },
    );
    expect(Math.min(seen.requests, seen.withheld)).toBeGreaterThan(20);
  });

  /** A percent sign that begins nothing stays one. */
  function decodeAll(text: string): string {
    return text.replace(/%[0-9a-f]{2}/gi, code => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  }
});

describe('whatever a policy and documents name', () => {
  const host = fc.constantFrom(
    'a.example',
    'b.example',
    '127.0.0.1',
    '[::1]',
    'login.microsoftonline.com',
    'x.ciamlogin.com',
    'localhost:8443',
  );
  const path = fc.constantFrom(wellKnown, `/${guid}/v2.0${wellKnown}`, `/${guid}/discovery/v2.0/keys`, '/x?y', '/keys', '');
  const address = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(host, path, fc.nat({ max: 99 })).map(([at, behind, n]) => `https://${at}${behind}${behind === '/x?y' ? n : ''}`),
    },
    { weight: 1, arbitrary: fc.constantFrom('file:///x', 'data:,x', 'http://a.example/', '', 'x') },
  );

  test('a click asks once at most and stays within its bounds; nobody is asked who was not shown; without a click nobody is who was not before', async () => {
    const seen = { requests: 0, questions: 0, leftOut: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(address, { maxLength: 60 }),
        fc.array(address, { minLength: 1, maxLength: 10 }),
        fc.array(address, { maxLength: 10 }),
        fc.boolean(),
        async (urls, keySets, later, agrees) => {
          editor.reset();
          editor.answer = () => (agrees ? 'Fetch' : undefined);
          const { store, client, network } = await start(policyOf(`<validate-jwt>${configs(urls)}</validate-jwt>`));
          let next = 0;
          network.fallback = () => new Response(JSON.stringify({ issuer: 'x', jwks_uri: keySets[next++ % keySets.length] }));
          const { leftOut } = await store.fetchNeeded(policyUri, true);
          expect(editor.questions.length).toBeLessThanOrEqual(1);
          expect(network.requests.length).toBeLessThanOrEqual(20);
          expect(network.mostAtOnce).toBeLessThanOrEqual(4);
          if (editor.questions.length === 1 && !agrees) expect(network.requests.filter(each => !isExpected(each))).toEqual([]);
          const lines = editor.questions.flatMap(({ detail }) => detail.split('\n')).map(line => line.replace(/ \(Careful: .*$/, ''));
          const shownHosts = new Set(lines.filter(line => line.startsWith('https://')).map(line => new URL(line).host));
          for (const each of network.requests) {
            const isKeySet = keySets.some(keys => requestedAs(keys) === each) && shownHosts.has(new URL(each).host);
            expect([each, isExpected(each) || lines.includes(each) || isKeySet]).toEqual([each, true]);
          }
          const before = new Set(network.requests);
          network.requests.length = 0;
          await client.type(policyOf(`<validate-jwt>${configs([...urls, ...later])}</validate-jwt>`));
          vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * 3_600_000);
          await store.fetchNeeded(policyUri, false);
          vi.restoreAllMocks();
          expect(network.requests.filter(each => !before.has(each))).toEqual([]);
          expect(editor.questions.length).toBeLessThanOrEqual(1);
          seen.requests += before.size;
          seen.questions += editor.questions.length;
          seen.leftOut += leftOut;
        },
      ),
      settings,
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });

  function isExpected(each: string): boolean {
    return judgeAddress(each).kind === 'expected';
  }

  function requestedAs(each: string): string | null {
    const judged = judgeAddress(each);
    return judged.kind === 'refused' ? null : judged.address;
  }
});
