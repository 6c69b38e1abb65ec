import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { englishCatalogue, germanCatalogue, judgeText, makeFixes, render, runRules, say, wordVerdict } from '../../../src/core/index.js';
import { english as englishExtension } from '../../../src/extension/messages/english/index.js';
import { german as germanExtension } from '../../../src/extension/messages/german/index.js';
import { englishServer } from '../../../src/server/sentences/english/index.js';
import { germanServer } from '../../../src/server/sentences/german/index.js';
import { english as englishPage } from '../../../src/webview/messages/english.js';
import { german as germanPage } from '../../../src/webview/messages/german.js';
import { judgeCase, listCases } from '../../harness/fixture-runner.js';
import { Mint } from '../../harness/mint.js';
import { valuesOf } from '../../harness/sentence-values.js';

const root = path.join(import.meta.dirname, '..', '..', '..');
const readWords = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** Each text of two catalogues, written with the same values: `⟦name⟧` stands for each value that is a text. */
interface Pair {
  readonly name: string;
  readonly english: string;
  readonly german: string;
}

/** What stands for the value of that name. */
const mark = (name: string): string => `⟦${name}⟧`;

/** Values that say their names; those that are no texts are as in every sentence. */
function markedValues(sentence: string, listed: boolean): object {
  const plain = valuesOf(sentence, 'text', listed) as Record<string, unknown>;
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (typeof name === 'symbol') return name === Symbol.toPrimitive ? () => mark('value') : undefined;
        const value = plain[name];
        if (value === 'text') return mark(name);
        return Array.isArray(value) && value.includes('text') ? [mark(name), mark(name)] : value;
      },
    },
  );
}

function pair(english: unknown, german: unknown, name: string): Pair[] {
  if (typeof english === 'string') return [{ name, english, german: String(german) }];
  if (typeof english === 'function') {
    const sentence = name.split('/').at(-1) ?? '';
    const write = (text: unknown, listed: boolean): unknown => (text as (values: object) => unknown)(markedValues(sentence, listed));
    return [false, true].flatMap(listed => {
      try {
        return pair(write(english, listed), write(german, listed), name);
      } catch {
        // It wants a text where there is a list, or the reverse: the other turn writes it.
        return [];
      }
    });
  }
  if (typeof english !== 'object' || english === null) return [];
  return Object.entries(english).flatMap(([key, value]) => pair(value, (german as Record<string, unknown>)[key], `${name}/${key}`));
}

const parts = [
  ['core', englishCatalogue, germanCatalogue],
  ['server', englishServer, germanServer],
  ['extension', englishExtension, germanExtension],
  ['page', englishPage, germanPage],
  ['manifest', readWords('package.nls.json'), readWords('package.nls.de.json')],
] as const;

const pairs = parts.flatMap(([name, english, german]) => pair(english, german, name));

/** What has no word of its own, or the same one in both languages: values and signs, names of products and terms, a text that others write. */
const same: readonly RegExp[] = [
  /^core\/sentences\/comment-/,
  /^core\/steps\/.*\/copy\//,
  // These are written from values for which this test has no word.
  /^core\/sentences\/(?:after-fix|hover-tenant-word|rewrite-refused-value|token-problem\/title)$/,
  /^server\/(?:scope|scopeProblem)$/,
  /^page\/sentences\/(?:spoken-severity|spoken-copy|from-now)$/,
  // Names, terms and texts of others.
  /^extension\/sentences\/get-(?:scope|tenant)$/,
  /^core\/(?:sentences\/gateway-text|words\/summary\/(?:externalId|b2c)|errors\/who\/entra)$/,
  /^extension\/sentences\/(?:panel-title|decode-placeholder|explain-placeholder|supply-placeholder|status-name|status-text)$/,
  /^page\/(?:words\/(?:severities\/information|kinds\/(?:external-id-v1|external-id-v2|b2c|graph)|claimGroups\/(?:client|person))|sentences\/(?:product|header-heading|payload-heading|claim-column|claim-columns\/0|compared-columns\/0))$/,
  /^manifest\/category$/,
];

function marksIn(text: string): string[] {
  return [...new Set(text.match(/⟦[^⟧]*⟧/g) ?? [])].sort();
}

describe('German', () => {
  test('says everything, in words of its own', () => {
    expect(pairs.length).toBeGreaterThan(1800);
    const alike = pairs.filter(({ english, german }) => /[a-z]{3}/.test(english.replace(/⟦[^⟧]*⟧/g, '')) && english === german);
    expect([...new Set(alike.map(({ name }) => name))].filter(name => !same.some(pattern => pattern.test(name)))).toEqual([]);
  });

  test('quotes the same values in each sentence', () => {
    const differing = pairs.filter(({ english, german }) => marksIn(english).join() !== marksIn(german).join());
    expect(differing.map(({ name, english, german }) => `${name}: ${english} | ${german}`)).toEqual([]);
  });

  test('counts as German does', () => {
    const { times } = germanCatalogue.words;
    const ago = [1, 59, 150, 7_300, 86_400 * 2, 86_400 * 400, 86_400 * 800].map(seconds => times.ago(seconds));
    expect(ago).toEqual([
      'vor 1 Sekunde',
      'vor 59 Sekunden',
      'vor 2 Minuten',
      'vor 2 Stunden',
      'vor 2 Tagen',
      'vor 400 Tagen',
      'vor 2 Jahren',
    ]);
    expect(germanExtension.sentences['forget-done']({ count: 1 })).toBe('1 angegebener Wert ist vergessen.');
    expect(germanExtension.sentences['forget-done']({ count: 2 })).toBe('2 angegebene Werte sind vergessen.');
    expect(germanExtension.sentences['fix-all-count']({ places: 1, files: 2 })).toBe('1 Stelle in 2 Dateien');
    expect(germanCatalogue.sentences['claims-missing']({ names: ['a'], claims: [] })).toMatchObject({
      title: expect.stringContaining('fehlt der Claim a'),
    });
    expect(germanCatalogue.sentences['claims-missing']({ names: ['a', 'b'], claims: [] })).toMatchObject({
      title: expect.stringContaining('fehlen die Claims a, b'),
    });
  });

  test('is what findings, fixes and the verdict say, in whole titles', async () => {
    const mint = new Mint();
    const cut: string[] = [];
    let count = 0;
    for (const { rule, name, folder } of listCases()) {
      const { findings } = await judgeCase(folder, mint, germanCatalogue);
      count += findings.length;
      for (const { title, message } of findings)
        if (title.length > 120 || !/[.?!]$/.test(title) || /undefined|NaN|\[object/.test(message)) cut.push(`${rule}/${name}: ${title}`);
    }
    expect(count).toBeGreaterThan(250);
    expect(cut).toEqual([]);
  });

  test('is plain', async () => {
    const text =
      '<policies><inbound><validate-jwt header-name="Authorization"><required-claims><claim name="scp" match="any"><value>a</value><value>b</value></claim></required-claims></validate-jwt></inbound></policies>';
    const judged = await judgeText(text, { now: 0, metadata: {}, catalogue: germanCatalogue });
    const findings = await runRules(judged);
    expect(findings.map(({ title }) => title)).toEqual([
      'Ohne Schlüssel lässt sich keine Signatur prüfen: Jedes Token scheitert. openid-config des Issuers ergänzen.',
    ]);
    const fixes = await Promise.all(findings.map(finding => makeFixes(judged, finding)));
    expect(fixes.flat().map(({ title }) => title)).toContain(
      'Eine openid-config mit einem Platz für den eigenen Tenant einfügen: Seine Tokens werden akzeptiert',
    );
    expect(render(say('gateway-text', { text: 'IDX10205: Issuer validation failed.' }), germanCatalogue)).toBe(
      'Gateway: IDX10205: Issuer validation failed.',
    );
    expect(judged.verdict && wordVerdict(judged.verdict, judged.lines, germanCatalogue)).toBeNull();
  });
});
