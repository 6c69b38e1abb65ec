import { describe, expect, it } from 'vitest';
import { claimFacts } from '../../../src/core/knowledge/claims.js';
import { say } from '../../../src/core/messages/message.js';
import { render } from '../../../src/core/messages/render.js';
import { decodeToken } from '../../../src/core/token/decode-token.js';
import { describeDuration } from '../../../src/core/messages/english/durations.js';
import { viewToken } from '../../../src/core/token/view-token.js';
import { writeTestToken } from './test-token.js';
import { englishCatalogue } from '../../../src/core/messages/english/index.js';

const now = 1_798_000_000;
const tenant = '11111111-2222-4333-8444-555555555555';
const api = '5d3f0b5e-7f0a-4a6e-9a4c-2f8b7b1f6e21';
const claims = {
  zzz: { a: 1 },
  scp: 'Orders.Read',
  exp: now + 41 * 60 + 5,
  nbf: now - 60,
  iat: now - 60,
  name: 'Ann',
  appid: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
  aud: `api://${api}`,
  iss: `https://${tenant}.ciamlogin.com/${tenant}/`,
};
const view = (payload: unknown, at = now) => viewToken(decodeToken(writeTestToken({ typ: 'JWT', alg: 'RS256', kid: 'k' }, payload)), at);

describe('viewToken', () => {
  it('puts the token in words', () => {
    const shown = view(claims);
    expect(shown.kindLabel).toBe('External ID access token, version 1.0 form');
    expect(shown.summary.map(({ label, words, value }) => [label, words, value])).toEqual([
      ['Issued by', `Entra External ID, tenant ${tenant}`, claims.iss],
      ['For the API', 'application ID URI', claims.aud],
      ['Requested by', 'Azure CLI, a client with the same id in every tenant', claims.appid],
      ['Caller', 'a user, through the app', null],
      ['May do', 'scopes', 'Orders.Read'],
      ['Signature', 'signed with RS256; reading a token does not verify it', null],
    ]);
    expect(shown.lifetime).toBe('Expires in 41 minutes.');
    expect(shown.times.map(({ label, words, moment, state }) => [label, words, moment, state])).toEqual([
      ['Issued', '60 seconds ago', '2026-12-23 04:25:40 UTC', 'good'],
      ['Valid from', '60 seconds ago', '2026-12-23 04:25:40 UTC', 'good'],
      ['Expires', 'in 41 minutes', '2026-12-23 05:07:45 UTC', 'good'],
    ]);
    expect(shown.claims.map(claim => claim.name)).toEqual(['iss', 'aud', 'appid', 'iat', 'nbf', 'exp', 'scp', 'name', 'zzz']);
    expect(shown.claims.filter(claim => claim.personal).map(claim => claim.name)).toEqual(['name', 'zzz']);
    expect(shown.claims.at(-1)).toEqual({ name: 'zzz', value: '{"a":1}', meaning: null, note: null, personal: true, source: null });
    expect(shown.header.map(member => member.name)).toEqual(['typ', 'alg', 'kid']);
  });

  it.each([
    [{ exp: now - 3 * 3600 }, 'Expired 3 hours ago.', 'bad'],
    [{ exp: now - 200 }, 'Expired 3 minutes ago.', 'soon'],
    [{ exp: now + 200 }, 'Expires in 3 minutes.', 'soon'],
    [{ exp: now }, 'Expires now.', 'soon'],
    [{ exp: now + 86400 * 30 }, 'Expires in 30 days.', 'good'],
    [{ nbf: now + 1800, exp: now + 3600 }, 'Not valid yet: it starts in 30 minutes.', 'bad'],
    [{ iss: 'x' }, 'Does not say when it expires.', undefined],
    [{ exp: 'soon' }, 'Its expiry is not a number of seconds.', undefined],
    [{ exp: now * 1000 }, 'Its times are in milliseconds, not in seconds.', undefined],
    [{ exp: 1e308 }, 'Its times are in milliseconds, not in seconds.', undefined],
  ])('says about %j: %s', (payload, lifetime, state) => {
    expect(view(payload).lifetime).toBe(lifetime);
    expect(view(payload).times[0]?.state).toBe(state);
  });

  it('holds neither compact form nor signature', () => {
    const token = writeTestToken({ alg: 'RS256' }, claims);
    const text = JSON.stringify(viewToken(decodeToken(`Bearer ${token}`), now));
    for (const part of token.split('.')) expect(text.includes(part)).toBe(false);
    expect(JSON.parse(text)).toMatchObject({ cleaned: ['the word before it, such as Bearer'] });
  });

  it('shows what is known of an unreadable text', () => {
    const shown = viewToken(decodeToken('nothing'), now);
    expect(shown).toMatchObject({ kind: 'unreadable', summary: [], times: [], lifetime: null, claims: [] });
    expect(shown.problem).toContain('not a token');
  });

  it('shows any value without a throw', () => {
    const hostile = '{"__proto__":1,"iss":["a"],"aud":{"x":1},"exp":"1e999","nbf":-1,"azp":null,"scp":5,"roles":[{"a":1},null],"":""}';
    const shown = viewToken(decodeToken(writeTestToken({ alg: 'RS256' }, hostile)), now);
    expect(shown.claims.map(claim => claim.name)).toContain('__proto__');
    expect(shown.claims.find(claim => claim.name === 'roles')?.value).toBe('[{"a":1},null]');
  });
});

describe('describeDuration', () => {
  it.each([
    [1, '1 second'],
    [119, '119 seconds'],
    [120, '2 minutes'],
    [7199, '119 minutes'],
    [7200, '2 hours'],
    [-172799, '47 hours'],
    [172800, '2 days'],
    [86400 * 800, '2 years'],
  ])('%d: %s', (seconds, words) => {
    expect(describeDuration(seconds)).toBe(words);
  });
});

describe('claimFacts', () => {
  it('lists each name once, each with one sentence', () => {
    const names = claimFacts.map(facts => `${facts.part} ${facts.name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const facts of claimFacts) expect(render(say('claim-meaning', facts), englishCatalogue)).toMatch(/^[A-Z].*\.$/);
  });
});
