// Of a token's values an agent gets those of a few claims; of all others it gets the names and what came of them. Every case of the rules is played
// with a token whose other values are marked, and no mark may come out.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { callTool } from '../../../src/agent/call-tool.js';
import { englishCatalogue, shownClaims, type Judged } from '../../../src/core/index.js';
import { listPrivateValues } from '../../../src/core/token/private-values.js';
import { judgeCase, listCases } from '../../harness/fixture-runner.js';
import { Mint, type Signing, type TokenSource } from '../../harness/mint.js';
import { sourceOf } from './memory-source.js';

const mark = 'QZ7x';
const markedNumber = 770077007;

/** Marks every word of every text, and every number, so that no piece of a value is without a mark. */
function markValue(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? value : value.replace(/\S+/g, word => `${mark}${word}${mark}`);
  if (typeof value === 'number') return markedNumber;
  if (Array.isArray(value)) return value.map(markValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, markValue(each)]));
}

/** Claims that most tokens have, beside those of the case. */
const personal = {
  name: 'Ada Lovelace',
  preferred_username: 'ada@example.org',
  email: 'ada@example.org',
  oid: '99999999-0000-4000-8000-000000000009',
  sub: 'subject-of-ada',
  groups: ['11111111-0000-4000-8000-000000000001'],
  roles: ['Reader', 'a', '7'],
  scp: 'Orders.Read Files.Read',
  address: { street: 'Hidden Lane', inside: [{ more: 'deeper' }] },
  uti: 'u-t-i',
  auth_time: 12345678,
};

/** Mints the tokens of the cases with marks: in all claims but those that are shown, and in the header. */
class MarkingMint extends Mint {
  /** `marksKeys`: also the names of keys, so that no key is found any more. */
  constructor(private readonly marksKeys: boolean) {
    super();
  }

  override async mint({ header, payload }: TokenSource, signing?: Signing): Promise<string> {
    const own = (part: TokenSource['header'], plain: readonly string[]): [string, unknown][] =>
      Object.entries(part).map(([name, value]) => [name, plain.includes(name) ? value : markValue(value)]);
    const kept = this.marksKeys ? ['alg', 'typ', 'enc'] : ['alg', 'typ', 'enc', 'kid', 'x5t'];
    return super.mint(
      {
        header: Object.fromEntries(own({ jku: 'https://keys.example/', own: 'own-member', ...header }, kept)),
        payload: Object.fromEntries(own({ ...personal, ...payload }, shownClaims)),
      },
      signing,
    );
  }
}

const cases = listCases().filter(({ folder }) => existsSync(path.join(folder, 'token.json')));

/** All that an agent gets of one policy and its token: the check, and every change that it can ask for. */
async function askEverything(judged: Judged, keepsClaims = true): Promise<string> {
  const source = await sourceOf(judged, keepsClaims);
  const call = async (name: string, input: object): Promise<string> =>
    JSON.stringify(await callTool(source, name, input, { aborted: false }));
  const checked = await call('check_policies', {});
  const asked = [...checked.matchAll(/"change":"([a-z-]+)","variant":(?:"([\w-]+)"|null)/g)].map(([, change = '', variant]) => ({
    change,
    ...(variant === undefined ? {} : { variant }),
  }));
  const all = new Map([...asked, { change: 'to-validate-jwt', variant: 'token' }].map(each => [JSON.stringify(each), each]));
  const diffs: string[] = [];
  for (const each of all.values()) diffs.push(await call('propose_policy_change', { path: 'policy.xml', ...each }));
  return [checked, ...diffs].join('\n');
}

const plain = new Mint();
const marks = new RegExp(`${mark}|${String(markedNumber)}`, 'i');

/** Keys that are found, and keys that nobody knows: every case has the one or the other. */
const mints = [new MarkingMint(false), new MarkingMint(true)];

describe.each(cases.map((each, index) => ({ ...each, index })))('$rule/$name', ({ folder, index }) => {
  it('lets no other value of the token out', async () => {
    const { judged } = await judgeCase(folder, mints[index % 2] ?? new Mint(), englishCatalogue);
    const told = await askEverything(judged);
    expect(told.split('\n').find(line => marks.test(line))).toBeUndefined();
  });

  it('nor where its policy writes the same value', async () => {
    const { judged } = await judgeCase(folder, plain, englishCatalogue);
    const { token } = judged.facts;
    const source = await sourceOf(judged);
    const told = JSON.stringify(await callTool(source, 'check_policies', {}, { aborted: false }));
    // Single words stand in sentences and in codes, too.
    const values = token === undefined ? [] : listPrivateValues(token).filter(({ text }) => text.length > 8 && !/^[a-z-]+$/.test(text));
    const stands = (text: string): boolean =>
      new RegExp(
        `(?<![\\p{L}\\p{N}])${JSON.stringify(text)
          .slice(1, -1)
          .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
        'u',
      ).test(told);
    expect(values.find(({ text }) => stands(text))).toBeUndefined();
  });
});

it('would show the marks where nothing were kept back', async () => {
  let shown = 0;
  for (const { folder } of cases.filter(({ rule }) => rule === 'claim-mismatch')) {
    const { judged } = await judgeCase(folder, new MarkingMint(false), englishCatalogue);
    if (marks.test(await askEverything(judged, false))) shown += 1;
  }
  expect(shown).toBeGreaterThan(2);
});
