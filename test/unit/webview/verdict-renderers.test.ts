// @vitest-environment happy-dom
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatNames } from '../../../src/cli/formats/registry.js';
import {
  decodeToken,
  judgePaths,
  judgeText,
  offerFixes,
  readScopes,
  render,
  say,
  Verdict,
  wordPolicy,
  type Judged,
} from '../../../src/core/index.js';
import { toVerdict } from '../../../src/server/view/policy-cards.js';
import { english } from '../../../src/webview/messages/english.js';
import { Page } from '../../../src/webview/page.js';
import { writeReport, type WholeReport } from '../../harness/write-report.js';
import { writeTestToken } from '../token/test-token.js';
import { storyView } from './story-view.js';
import { englishCatalogue } from '../../../src/core/messages/english/index.js';

/** A document as it is judged, as if its token policy had answered that. */
async function judgeAs(
  outcome: 'pass' | 'fail',
  inbound: string,
  [open, close] = ['<policies><inbound>', '</inbound></policies>'],
): Promise<Judged> {
  const token = decodeToken(writeTestToken({ alg: 'RS256' }, { iss: 'https://idp.example/' }));
  const judged = await judgeText(`${open}${inbound}${close}`, { now: 1_798_000_000, metadata: {}, token });
  const policy = judged.policies.length > 0 ? 0 : null;
  return { ...judged, verdict: Verdict.reach(judged.document, judged.policies, { outcome, policy, because: null, predictions: [] }) };
}

function reportOf(judged: Judged): WholeReport {
  return {
    now: 0,
    version: '1.2.3',
    failOn: 'error',
    token: judged.facts.token ?? null,
    documents: [{ path: 'p.xml', host: null, embedded: null, fileLines: judged.lines, judged, findings: [] }],
  };
}

function showPage(judged: Judged): { readonly root: HTMLElement; readonly announcement: HTMLElement } {
  const [root, announcement] = [document.createElement('main'), document.createElement('p')];
  const prediction = toVerdict(judged, judged.lines, null, null);
  const shown = { name: 'p.xml', prediction, notice: null };
  new Page(root, announcement, english, () => undefined).receive({
    type: 'view',
    view: { ...storyView, document: shown, policies: [], findings: [] },
  });
  return { root, announcement };
}

/** Everybody who shows what the gateway answers to a request: each writes all of it into one text. */
const renderers: Readonly<Record<string, (judged: Judged) => string>> = {
  ...Object.fromEntries(formatNames.map(name => [`the format ${name}`, (judged: Judged) => writeReport(name, reportOf(judged))])),
  'the panel': judged => showPage(judged).root.querySelector('.verdict')?.textContent ?? '',
  'the announcement of the panel': judged => showPage(judged).announcement.textContent,
};

const element = '<validate-jwt header-name="Authorization" />';
const unread = `<base /><include-fragment fragment-id="check-token" />${element}`;

describe.each(Object.entries(renderers))('%s', (_, write) => {
  it('says that a 200 is one as far as read, and what was not', async () => {
    const text = write(await judgeAs('pass', unread));
    expect(text).toContain('200 as far as read');
    expect(text.replaceAll('200 as far as read', '')).not.toMatch(/\b200\b/);
    expect(text).toContain('check-token');
    expect(text).toMatch(/base/);
  });

  it('names what was not read before a refusal, and nothing behind it', async () => {
    const text = write(
      await judgeAs('fail', `<include-fragment fragment-id="first" />${element}<include-fragment fragment-id="second" />`),
    );
    expect(text).toContain('first');
    expect(text).not.toContain('second');
  });

  it('says 200 alone where everything was read', async () => {
    const text = write(await judgeAs('pass', element));
    expect(text).toMatch(/\b200\b/);
    expect(text).not.toContain('as far as read');
  });

  it.each([
    ['a fragment, which some policy includes', ['<fragment>', '</fragment>']],
    ['a document that breaks', ['<policies><inbound>', '<a></inbound></policies>']],
  ] as const)('says so of %s', async (_what, [open, close]) => {
    expect(write(await judgeAs('pass', element, [open, close]))).toContain('200 as far as read');
  });
});

/** A report on the paths of an API whose inbound section is that. */
async function reportOfPaths(inbound: string): Promise<WholeReport> {
  const token = decodeToken(writeTestToken({ alg: 'RS256' }, { iss: 'https://idp.example/' }));
  const scopes = readScopes([
    { path: 'policy.xml', text: '<policies><inbound /></policies>' },
    { path: 'apis/a/policy.xml', text: `<policies><inbound><base />${inbound}</inbound></policies>` },
  ]);
  const { paths } = await judgePaths(scopes, { facts: { now: 1_798_000_000, metadata: {}, token } });
  return { now: 0, version: '1.2.3', failOn: 'error', token, documents: [], paths: paths.map(path => ({ ...path, set: null })) };
}

describe.each(formatNames)('the format %s, of a path', name => {
  it.each([false, true])('never says 200 alone where something was not read (in full: %s)', async isFull => {
    const report = { ...(await reportOfPaths('<include-fragment fragment-id="check-token" />')), isFull };
    const text = writeReport(name, report);
    expect(text).toContain('200 as far as read');
    // The status stands in JSON beside what was not read.
    expect(text.replaceAll('200 as far as read', '').replace(/"status": 200/g, '')).not.toMatch(/\b200\b/);
    expect(text).toContain('check-token');
  });

  it('says 200 alone where everything was read', async () => {
    expect(writeReport(name, await reportOfPaths(''))).not.toContain('as far as read');
  });
});

describe('what was not read', () => {
  it('is said of a document that has no token policy itself', async () => {
    const judged = await judgeAs('pass', '<base /><include-fragment fragment-id="check-token" />');
    for (const name of ['text', 'json', 'sarif', 'github'] as const)
      expect(writeReport(name, reportOf(judged)), name).toContain('check-token');
  });

  it('leaves out what stands on the way out, and what a comment holds', async () => {
    const judged = await judgeAs('pass', `<base /><!-- <include-fragment fragment-id="a" /> -->${element}`, [
      '<policies><inbound>',
      '</inbound><outbound><base /></outbound></policies>',
    ]);
    expect(judged.verdict?.notRead).toEqual([{ kind: 'base', name: null, start: 19, end: 27 }]);
  });

  it('has no way around: whoever reads a verdict is in the list', () => {
    const root = path.join(import.meta.dirname, '../../../src');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts') && !name.startsWith('core'));
    const reads = (name: string): boolean =>
      /\bverdict\b\??\.|wordVerdict|wordPath|\bverdict\b[,:} ].*= judged|judged: \{[^}]*\bverdict\b/.test(
        readFileSync(path.join(root, name), 'utf8'),
      );
    expect(files.filter(reads).sort()).toEqual([
      // Tried in test/unit/cli/mcp.test.ts.
      'agent/describe-document.ts',
      // Exit code and choice of fixes: it shows nothing.
      'cli/formats/azure.ts',
      'cli/formats/github.ts',
      'cli/formats/json.ts',
      'cli/formats/junit.ts',
      'cli/formats/paths-json.ts',
      'cli/formats/paths-text.ts',
      'cli/formats/sarif.ts',
      'cli/formats/text.ts',
      // Exit code: it shows nothing.
      'cli/report.ts',
      'cli/tell-documents.ts',
      // The values of the difference and the gateway's text, for the clipboard.
      'extension/panel/copied-text.ts',
      // What they show of a path is tried in test/server/paths.test.ts.
      // The answer without its status: which code is expected.
      'server/features/explain.ts',
      'server/features/paths.ts',
      // A cause has no status.
      'server/view/find-cause.ts',
      'server/view/find-cure.ts',
      'server/view/make-view.ts',
      'server/view/path-cards.ts',
      'server/view/policy-cards.ts',
      // Stations have no status.
      'server/view/station-cards.ts',
      'server/view/write-report.ts',
      // What the answer says already is not said twice.
      'webview/finding-item.ts',
      'webview/verdict-section.ts',
    ]);
  });
});

describe('one token policy', () => {
  it('accepts or refuses; a status of a request it has none', () => {
    expect(wordPolicy({ outcome: 'pass', status: 200 }, englishCatalogue)).toBe('accepts');
    expect(wordPolicy({ outcome: 'fail', status: 401 }, englishCatalogue)).toBe('refuses (401)');
    for (const outcome of ['pass', 'uncertain', 'unresolved'] as const)
      expect(render(say('policy-answer', { outcome, status: 200, check: null }), englishCatalogue)).not.toContain('200');
  });

  it('says 200 in no title of a fix where something was not read', async () => {
    const text = `<policies><inbound>${unread.replace(' />', ' />')}</inbound></policies>`;
    const { facts } = await judgeAs('pass', unread);
    const judged = await judgeText(text, facts);
    const fix = {
      title: 'a: b',
      code: 'no-keys' as const,
      preferred: false,
      widens: false,
      certainty: 'inferred' as const,
      edits: [],
      text,
      neutral: true,
    };
    for (const { title } of await offerFixes(judged, [fix]))
      expect(title.replaceAll('200 as far as read', '')).not.toMatch(/\b200(?!.*as far as read)/);
  });
});
