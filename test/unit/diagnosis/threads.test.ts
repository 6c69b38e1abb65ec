import { describe, expect, test } from 'vitest';
import { applyFix, decodeToken, findPrimary, judgeText, parseToken, runRules, type Facts, type Finding } from '../../../src/core/index.js';
import { Mint } from '../../harness/mint.js';
import { aboutAudiences } from './threads/about-audiences.js';
import { aboutClaims } from './threads/about-claims.js';
import { aboutIssuers } from './threads/about-issuers.js';
import { aboutKeys } from './threads/about-keys.js';
import { api, client, issuer1, issuer2, now, tenant, version1, version2, type Thread } from './threads/thread.js';

const threads: readonly Thread[] = [...aboutAudiences, ...aboutIssuers, ...aboutClaims, ...aboutKeys];
const mint = new Mint();

async function factsOf({ claims, header, signing, paste, exact, metadata }: Thread): Promise<Facts> {
  const keys = { keys: [{ ...(await mint.publish('RS256', 'throwaway')), kid: 'k1', use: 'sig' }] };
  const usual = {
    iss: issuer2,
    aud: api,
    azp: client,
    tid: tenant,
    ver: '2.0',
    scp: 'read',
    sub: 's',
    iat: now - 60,
    nbf: now - 60,
    exp: now + 3000,
  };
  const source = { header: { alg: 'RS256', typ: 'JWT', kid: 'k1', ...header }, payload: { ...usual, ...claims } };
  const token = await mint.mint(source, signing);
  const documents: Record<string, unknown> = {};
  for (const [address, issuer] of Object.entries({ [version1]: issuer1, [version2]: issuer2, ...metadata })) {
    if (issuer === null) continue;
    documents[address] = { issuer, jwks_uri: `${address}/keys` };
    documents[`${address}/keys`] = keys;
  }
  return { now, token: exact === undefined ? decodeToken(paste?.(token) ?? token) : parseToken(exact(token)), metadata: documents };
}

async function findCause(thread: Thread): Promise<{ cause: Finding | null; all: Finding[]; said: string }> {
  const facts = await factsOf(thread);
  const text = `<policies><inbound><base />${thread.policy}</inbound></policies>`;
  const judged = await judgeText(text, facts);
  const all = await runRules(judged);
  const cause = findPrimary(judged, all) ?? all.find(({ code }) => code === thread.code) ?? null;
  if (cause === null) return { cause, all, said: '' };
  const fixes = await applyFix(text, cause, facts);
  const steps = cause.nextSteps.flatMap(({ what, copy }) => [what, copy?.text ?? '']);
  return { cause, all, said: [cause.title, cause.detail, ...steps, ...fixes.map(({ title }) => title)].join('\n') };
}

describe.each(threads)('$source: $what', thread => {
  test('the first line says the cause, and what follows cures it', async () => {
    const { cause, all, said } = await findCause(thread);
    if (process.env['SHOW'] !== undefined)
      console.log(
        `#### ${thread.what}\n${all.map(f => `   ${f === cause ? '*' : ' '} ${f.severity} ${f.code}: ${f.title}`).join('\n')}\n${said}`,
      );
    expect(cause?.code, all.map(({ code, title }) => `${code}: ${title}`).join('\n')).toBe(thread.code);
    expect(cause?.title).toMatch(thread.title);
    expect(said).toMatch(thread.cure);
  });
});

test('each case has a source of its own', () => {
  expect(new Set(threads.map(({ source }) => source)).size).toBe(threads.length);
});
