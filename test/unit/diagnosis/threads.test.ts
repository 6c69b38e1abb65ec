import { describe, expect, test } from 'vitest';
import { applyFix, decodeToken, findPrimary, judgeText, parseToken, runRules, type Finding } from '../../../src/core/index.js';
import { Mint } from '../../harness/mint.js';
import { aboutAudiences } from './threads/about-audiences.js';
import { aboutClaims } from './threads/about-claims.js';
import { aboutIssuers } from './threads/about-issuers.js';
import { aboutKeys } from './threads/about-keys.js';
import { api, client, issuer1, issuer2, now, otherTenant, tenant, version1, version2, type Thread } from './threads/thread.js';

const threads: readonly Thread[] = [...aboutAudiences, ...aboutIssuers, ...aboutClaims, ...aboutKeys];
const mint = new Mint();

/** All of a case that has names in it. */
interface Story {
  readonly text: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  /** OpenID configurations: address → issuer. */
  readonly issuers: Readonly<Record<string, string | null>>;
}

function tell({ policy, header, claims, metadata }: Thread): Story {
  const ids = { iss: issuer2, aud: api, azp: client, tid: tenant, ver: '2.0', scp: 'read', sub: 's' };
  return {
    text: `<policies><inbound><base />${policy}</inbound></policies>`,
    header: { alg: 'RS256', typ: 'JWT', kid: 'k1', ...header },
    payload: { ...ids, iat: now - 60, nbf: now - 60, exp: now + 3000, ...claims },
    issuers: { [version1]: issuer1, [version2]: issuer2, ...metadata },
  };
}

const shift = (pair: string): string => ((Number.parseInt(pair, 16) * 7 + 3) % 256).toString(16).padStart(2, '0');

/** Other ids and names. What a title shortens is the beginning of an id. */
function rename(text: string): string {
  const ids = [tenant, otherTenant, api, client].map((id): [string, string] => [id, id.replace(/[0-9a-f]{2}/g, shift)]);
  const names: [string, string][] = [...ids, ['contoso', 'fabrikam'], ['orders', 'invoices'], ['partner', 'supplier']];
  return names.reduce((changed, [from, to]) => changed.replaceAll(from, to).replaceAll(from.slice(0, 8), to.slice(0, 8)), text);
}

/** The same of somebody else, with the claims the other way round. */
function retell(story: Story): Story {
  const told = JSON.parse(rename(JSON.stringify(story))) as Story;
  return { ...told, payload: Object.fromEntries(Object.entries(told.payload).reverse()) };
}

async function findCause({ text, header, payload, issuers }: Story, { signing, paste, exact, code }: Thread): Promise<Found> {
  const keys = { keys: [{ ...(await mint.publish('RS256', 'throwaway')), kid: 'k1', use: 'sig' }] };
  const metadata: Record<string, unknown> = {};
  for (const [address, issuer] of Object.entries(issuers)) {
    if (issuer === null) continue;
    metadata[address] = { issuer, jwks_uri: `${address}/keys` };
    metadata[`${address}/keys`] = keys;
  }
  const minted = await mint.mint({ header, payload }, signing);
  const token = exact === undefined ? decodeToken(paste?.(minted) ?? minted) : parseToken(exact(minted));
  const facts = { now, token, metadata };
  const judged = await judgeText(text, facts);
  const all = await runRules(judged);
  const cause = findPrimary(judged, all) ?? all.find(finding => finding.code === code) ?? null;
  const fixes = cause === null ? [] : await applyFix(text, cause, facts);
  const steps = cause?.nextSteps.flatMap(({ what, copy }) => [what, copy?.text ?? '']) ?? [];
  return { cause, all, said: [cause?.title, cause?.detail, ...steps, ...fixes.map(({ title }) => title)].join('\n') };
}

interface Found {
  readonly cause: Finding | null;
  readonly all: readonly Finding[];
  /** Title, detail, next steps and fixes of the cause. */
  readonly said: string;
}

describe.each(threads)('$source: $what', thread => {
  test.each([
    ['as somebody tells it', tell, (text: string) => text],
    ['with other names', (told: Thread) => retell(tell(told)), rename],
  ])('the first line says the cause, and what follows cures it: %s', async (_, write, name) => {
    const { cause, all, said } = await findCause(write(thread), thread);
    const pattern = ({ source, flags }: RegExp): RegExp => new RegExp(name(source), flags);
    expect(cause?.code, all.map(({ code, title }) => `${code}: ${title}`).join('\n')).toBe(thread.code);
    expect(cause?.title).toMatch(pattern(thread.title));
    expect(said).toMatch(pattern(thread.cure));
  });
});

test('each case has a source of its own', () => {
  expect(new Set(threads.map(({ source }) => source)).size).toBe(threads.length);
});
