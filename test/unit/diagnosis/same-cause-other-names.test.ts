import { readFileSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { applyFix, decodeToken, diagnose, type Facts } from '../../../src/core/index.js';
import { defaultNow, listCases } from '../../harness/fixture-runner.js';
import { Mint, type TokenSource } from '../../harness/mint.js';

const mint = new Mint();

/** What a token decides, with keys that are published. */
const cases = listCases().filter(
  ({ rule, folder }) =>
    /^(?:audience|issuer|application|claim)-(?:mismatch|missing)$/.test(rule) &&
    existsSync(path.join(folder, 'token.json')) &&
    existsSync(path.join(folder, 'metadata')) &&
    !existsSync(path.join(folder, 'case.json')),
);

/** Other ids and names of the same length, so that what is shortened is shortened alike. */
const swaps: readonly (readonly [from: RegExp, to: string])[] = [
  ['11111111-2222-3333-4444-555555555555', 'd2f1a0c4-91b3-4e6a-8c55-3f7e2ab9c610'],
  ['66666666-7777-8888-9999-aaaaaaaaaaaa', '4a6d8e02-77c1-4b39-9f0e-1d2c3b4a5968'],
  ['bbbbbbbb-cccc-dddd-eeee-ffffffffffff', 'c81f5e77-2a90-4d1b-b6f3-90ab12cd34ef'],
  ['34343434-5656-7878-9090-121212121212', '7be0a9d3-5c24-4f8e-a1d6-6f5e4d3c2b1a'],
  ['dddddddd-1111-2222-3333-444444444444', '0f9e8d7c-6b5a-4c3d-9e2f-1a0b9c8d7e6f'],
  ['66666666-7777-8888-9999-AAAAAAAAAAAA', '4A6D8E02-77C1-4B39-9F0E-1D2C3B4A5968'],
  ['fabrikam', 'wingtips'],
  ['fabr…', 'wing…'],
  ['orders', 'ledger'],
  ['Orders', 'Ledger'],
].flatMap(([from = '', to = '']) => [
  [new RegExp(from, 'g'), to] as const,
  // The first block, as titles have it.
  ...(from.includes('-') ? [[new RegExp(`${from.slice(0, 8)}…`, 'g'), `${to.slice(0, 8)}…`] as const] : []),
]);
const swap = (text: string): string => swaps.reduce((done, [from, to]) => done.replace(from, to), text);
const keep = (text: string): string => text;

async function wordsOf(folder: string, change: (text: string) => string, turn: boolean): Promise<string[]> {
  const read = (file: string): string => change(readFileSync(path.join(folder, file), 'utf8'));
  const source = JSON.parse(read('token.json')) as TokenSource;
  const payload = turn ? Object.fromEntries(Object.entries(source.payload).reverse()) : source.payload;
  const algorithm = String(source.header['alg']);
  const documents = readdirSync(path.join(folder, 'metadata')).map(
    file => JSON.parse(read(`metadata/${file}`)) as Record<string, { keys?: unknown }>,
  );
  const published = async (slot: 'throwaway' | 'other'): Promise<object[]> => [
    { ...(await mint.publish(algorithm, slot)), use: 'sig', kid: source.header['kid'] },
  ];
  const metadata: Record<string, unknown> = {};
  for (const [address, document] of documents.flatMap(each => Object.entries(each))) {
    const keys =
      document.keys === '<throwaway>' || document.keys === '<other>'
        ? await published(document.keys === '<other>' ? 'other' : 'throwaway')
        : document.keys;
    metadata[address] = keys === undefined ? document : { ...document, keys };
  }
  const facts: Facts = { now: defaultNow, token: decodeToken(await mint.mint({ ...source, payload })), metadata };
  const text = read('policy.xml');
  const words: string[] = [];
  for (const finding of await diagnose(text, facts)) {
    words.push(`${finding.code} ${finding.severity} ${finding.title} | ${finding.detail ?? ''}`);
    for (const fix of await applyFix(text, finding, facts)) words.push(`${fix.title}\n${fix.text}`);
  }
  return words;
}

test('there are cases of every kind', () => {
  expect(new Set(cases.map(({ rule }) => rule)).size).toBe(5);
  expect(cases.length).toBeGreaterThan(30);
});

test.each(cases)('$rule/$name is the same with other ids, other names and the claims turned round', async ({ folder }) => {
  const words = await wordsOf(folder, keep, false);
  expect(words.length).toBeGreaterThan(0);
  expect(await wordsOf(folder, keep, true)).toEqual(words);
  expect(await wordsOf(folder, swap, true)).toEqual(words.map(swap));
});
