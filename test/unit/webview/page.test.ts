// @vitest-environment happy-dom
import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageMessage, PanelView } from '../../../src/panel-messages.js';
import { catalogueOf } from '../../../src/webview/messages/catalogue.js';
import { english } from '../../../src/webview/messages/english.js';
import { Page } from '../../../src/webview/page.js';
import { start } from '../../../src/webview/start.js';
import { storyView } from './story-view.js';

type FindingCode = PanelView['findings'][number]['code'];

const emptyView: PanelView = {
  version: 1,
  now: 0,
  token: null,
  document: null,
  policies: [],
  findings: [],
  sources: [],
  paths: null,
  actions: ['decode-token', 'open-sample'],
};

let root: HTMLElement;
let announcement: HTMLElement;
let sent: PageMessage[];
let page: Page;

afterEach(() => vi.restoreAllMocks());

beforeEach(() => {
  document.body.innerHTML = '<p id="announcement"></p><main id="panel"></main>';
  root = byId('panel');
  announcement = byId('announcement');
  sent = [];
  page = new Page(root, announcement, english, message => sent.push(message));
});

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`#${id} is missing`);
  return found;
}

function show(view: PanelView): void {
  page.receive({ type: 'view', view });
}

function buttonNamed(label: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find(each => each.textContent === label);
  if (found === undefined) throw new Error(`no button "${label}"`);
  return found;
}

function rowsOf(selector: string): string[][] {
  return [...root.querySelectorAll(`${selector} tbody tr`)].map(row => [...row.children].map(cell => cell.textContent));
}

describe('the answer', () => {
  it('shows status, word, sentence and the deciding token policy', () => {
    show(storyView);
    const verdict = root.querySelector('.verdict');
    expect(verdict?.querySelector('.status')?.textContent).toBe('401');
    expect(verdict?.querySelector('.word')?.textContent).toBe('Fails');
    expect(verdict?.querySelector('h1')?.textContent).toBe('The gateway answers 401 to this token.');
    buttonNamed('validate-azure-ad-token, line 9').click();
    expect(sent).toEqual([{ type: 'go-to', version: 7, place: { start: 289, end: 874, line: 9 }, fixes: false }]);
  });

  it('tells a screen reader the sentence, once for each change', () => {
    show(storyView);
    expect(announcement.textContent).toBe(
      'The gateway answers 401 to this token. Not read: <base /> (line 7). It runs first and can answer before.',
    );
    const told = announcement.firstChild;
    show({ ...storyView, version: 8, now: storyView.now + 60 });
    expect(announcement.firstChild).toBe(told);
  });

  it('invites to decode a token where none is set', () => {
    show(emptyView);
    expect(root.querySelector('h1')?.textContent).toBe('Token Doctor');
    expect(root.textContent).toContain('No token yet. Decode one to see how the gateway answers it.');
    expect(root.querySelectorAll('section')).toHaveLength(0);
  });

  it('says what the host says where there is no prediction', () => {
    show({ ...emptyView, document: { name: 'a.xml', prediction: null, notice: 'This document has no token policy.' } });
    expect(root.textContent).toContain('This document has no token policy.');
    expect(announcement.textContent).toBe('This document has no token policy.');
  });
});

describe('the checks', () => {
  it('stand in the order given, each with a word for its outcome', () => {
    show(storyView);
    expect(rowsOf('.checks').map(row => row.slice(0, 2))).toEqual([
      ['Source', 'Passes'],
      ['Form', 'Passes'],
      ['Signature', 'Not decided'],
      ['Lifetime', 'Passes'],
      ['Audience', 'Passes'],
      ['Issuer', 'Failsreported'],
      ['Application', 'Uncertain'],
      ['Claims', 'Passes'],
    ]);
  });

  it.each(Object.entries(english.words.outcomes))('say %s with the word "%s" beside an icon that is silent', (outcome, word) => {
    show(storyView);
    const badge = root.querySelector(`.checks .badge.${outcome}`);
    expect(badge?.textContent).toBe(word);
    expect(badge?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('name what is missing, how sure the statement is, and lead to its place', () => {
    show(storyView);
    const [, , signature, , , issuer] = rowsOf('.checks');
    expect(signature?.[2]).toContain('Needed to decide:https://login.microsoftonline.com/');
    expect(issuer?.[2]).toContain('documented');
    buttonNamed('line 9').click();
    expect(sent).toEqual([{ type: 'go-to', version: 7, place: { start: 323, end: 359, line: 9 }, fixes: false }]);
  });

  it('do not name again what their sentence names', () => {
    const address = 'https://login.microsoftonline.com/keys';
    show({
      ...storyView,
      policies: storyView.policies.map(policy => ({
        ...policy,
        prediction: policy.prediction && {
          ...policy.prediction,
          checks: policy.prediction.checks.map(check => ({ ...check, sentence: `Needed: ${address}`, missing: [address, 'tenant-id'] })),
        },
      })),
    });
    expect([...root.querySelectorAll('.missing')].map(list => list.textContent)).toEqual(Array.from({ length: 8 }, () => 'tenant-id'));
  });

  it("quote the gateway's own text once, with its code", () => {
    show(storyView);
    expect(root.querySelector('.report')?.textContent).toContain('The policy refuses (401) and the gateway reports IDX40001');
    const quotes = [...root.querySelectorAll('blockquote')].filter(quote => quote.textContent.startsWith('IDX40001: Issuer:'));
    expect(quotes).toHaveLength(1);
  });
});

describe('what came from outside', () => {
  const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>';

  it('stays text wherever it stands', () => {
    const { token } = storyView;
    const [policy] = storyView.policies;
    if (token === null || policy?.prediction == null) throw new Error('the story has both');
    show({
      ...storyView,
      token: {
        ...token,
        kindLabel: hostile,
        problem: hostile,
        cleaned: [hostile],
        summary: [{ label: hostile, words: hostile, value: hostile, claim: hostile }],
        times: [{ claim: 'exp', label: hostile, at: Number.MAX_SAFE_INTEGER, words: hostile, moment: hostile, state: 'bad' }],
        claims: [{ name: hostile, value: hostile, meaning: hostile, note: hostile, personal: false }],
      },
      document: {
        name: hostile,
        prediction: {
          outcome: 'fail',
          answer: '401',
          notRead: hostile,
          cure: { words: hostile, place: null, after: hostile },
          cause: { title: hostile, place: { uri: hostile, file: hostile, start: 0, end: 1, line: 1 }, fixes: hostile, after: hostile },
          headline: hostile,
          detail: hostile,
          policy: 0,
        },
        notice: null,
      },
      policies: [
        {
          ...policy,
          kind: hostile as 'validate-jwt',
          condition: hostile,
          prediction: {
            ...policy.prediction,
            reports: { check: 'issuer', idx: hostile, message: hostile, alternatives: [hostile] },
            checks: policy.prediction.checks.map(check => ({
              ...check,
              label: hostile,
              sentence: hostile,
              missing: [hostile],
              gatewayText: hostile,
            })),
          },
        },
      ],
      findings: storyView.findings.map(finding => ({ ...finding, title: hostile, code: hostile as FindingCode })),
      sources: storyView.sources.map(source => ({ ...source, address: hostile, problem: hostile, summary: hostile })),
    });
    expect(root.querySelectorAll('img, script')).toHaveLength(0);
    expect(root.textContent).toContain(hostile);
    expect([...root.querySelectorAll('*')].flatMap(each => [...each.attributes]).filter(each => each.name.startsWith('on'))).toEqual([]);
  });

  it('is never written as markup, style or address by the sources', () => {
    for (const file of readdirSync('src/webview').filter(name => name.endsWith('.ts'))) {
      const source = readFileSync(`src/webview/${file}`, 'utf8');
      expect(source, file).not.toMatch(
        /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|DOMParser|srcdoc|href|'style'/,
      );
    }
  });
});

describe('personal values', () => {
  it('are hidden until asked for, and hidden again', () => {
    show(storyView);
    expect(root.textContent).not.toContain('Ada Example');
    buttonNamed('Show personal values').click();
    expect(root.textContent).toContain('Ada Example');
    buttonNamed('Hide personal values').click();
    expect(root.textContent).not.toContain('Ada Example');
  });

  it('are hidden again after the token was cleared', () => {
    show(storyView);
    buttonNamed('Show personal values').click();
    show({ ...emptyView, version: 8 });
    show({ ...storyView, version: 9 });
    expect(root.textContent).not.toContain('Ada Example');
  });

  it('stay out of the state that VS Code keeps on disk', () => {
    const states: unknown[] = [];
    start(window, { postMessage: message => sent.push(message), getState: () => ({ version: 3 }), setState: state => states.push(state) });
    expect(sent).toEqual([{ type: 'ready', shown: 3 }]);
    window.dispatchEvent(new MessageEvent('message', { data: { type: 'view', view: storyView } }));
    expect(states).toEqual([{ version: 7 }]);
  });
});

describe('a new view', () => {
  it('leaves alone what did not change, and clicks then quote the new version', () => {
    show(storyView);
    const checks = root.querySelector('.checks');
    show({ ...storyView, version: 8 });
    expect(root.querySelector('.checks')).toBe(checks);
    buttonNamed('Clear Token').click();
    expect(sent).toEqual([{ type: 'run', version: 8, action: 'clear-token' }]);
  });

  it('gives the focus back to the same button', () => {
    show(storyView);
    buttonNamed('Go to line 9').focus();
    show({ ...storyView, version: 8, findings: storyView.findings.map(finding => ({ ...finding, title: `${finding.title} Again.` })) });
    expect(document.activeElement?.getAttribute('data-key')).toBe('finding-0');
    expect(document.activeElement?.isConnected).toBe(true);
  });

  it('takes no focus while the page does not have it: whoever types in the policy goes on typing there', () => {
    show(storyView);
    buttonNamed('Go to line 9').focus();
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    show({ ...storyView, version: 8, findings: storyView.findings.map(finding => ({ ...finding, title: `${finding.title} Again.` })) });
    expect(document.activeElement?.getAttribute('data-key') ?? null).toBeNull();
  });

  it('keeps unfolded what was unfolded', () => {
    show(storyView);
    const details = root.querySelector('details');
    if (details === null) throw new Error('the legend is missing');
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    show({ ...storyView, policies: storyView.policies.map(policy => ({ ...policy, condition: 'If this branch is taken' })) });
    const again = root.querySelector('details');
    expect(again).not.toBe(details);
    expect(again?.open).toBe(true);
  });
});

describe('what to do', () => {
  const told = (): string => root.querySelector('.told')?.textContent ?? '';
  const beside = (): string[] => [...root.querySelectorAll('[data-copied]')].map(each => each.textContent);

  /** A second finding with two things to copy, beside the story's one. */
  const twice: PanelView = {
    ...storyView,
    findings: [
      ...storyView.findings,
      {
        ...storyView.findings[0]!,
        code: 'token-version',
        steps: [
          { what: 'Ask for a new token.', copy: null },
          { what: 'Set the version.', copy: { kind: 'command', text: 'az ad app update --id x' } },
          { what: 'Or send this.', copy: { kind: 'letter', text: 'Please set\nthe version.' } },
        ],
      },
    ],
  };

  it('has a button for each text to copy, which says what it copies and for which step', () => {
    show(twice);
    const buttons = [...root.querySelectorAll<HTMLButtonElement>('.step button')];
    expect(buttons.map(each => [each.textContent, each.getAttribute('aria-label'), each.type])).toEqual([
      ['Copy element', 'Copy element: Use validate-jwt with the document of the tenant.', 'button'],
      ['Copy command', 'Copy command: Set the version.', 'button'],
      ['Copy text', 'Copy text: Or send this.', 'button'],
    ]);
    expect([...root.querySelectorAll('.step pre')].map(each => each.children.length)).toEqual([2, 1, 2]);
  });

  it('asks the host to copy, and sends no text', () => {
    show(twice);
    buttonNamed('Copy text').click();
    expect(sent).toEqual([{ type: 'copy', version: 7, finding: 2, step: 2 }]);
    expect([told(), ...beside()]).toEqual(['', '', '', '']);
  });

  it('says that it was copied, beside the button and to a screen reader, and leaves the answer alone', () => {
    show(twice);
    const answer = announcement.firstChild;
    page.receive({ type: 'copied', done: true, finding: 2, step: 1 });
    expect([told(), ...beside()]).toEqual(['Copied.', '', 'Copied.', '']);
    expect(root.querySelector('.told')?.getAttribute('role')).toBe('status');
    page.receive({ type: 'copied', done: false, finding: 0, step: 0 });
    const failed = 'Not copied. Select the text and copy it yourself.';
    expect([told(), ...beside()]).toEqual([failed, failed, '', '']);
    expect(announcement.firstChild).toBe(answer);
  });

  it('says it again for a second click: the words are gone in between', () => {
    show(twice);
    page.receive({ type: 'copied', done: true, finding: 0, step: 0 });
    buttonNamed('Copy element').click();
    expect(told()).toBe('');
  });
});

describe('the language', () => {
  it.each(['en', 'en-GB', 'xx', '', '__proto__'])('is English where the page says %j', code => {
    expect(catalogueOf(code)).toBe(english);
  });
});

describe('the rest', () => {
  it('offers the actions in the order given, the first as the next step', () => {
    show(storyView);
    const labels = [...root.querySelectorAll('.actions button')].map(each => [each.textContent, each.className]);
    expect(labels).toEqual([
      ['Show Tenant Metadata', 'primary'],
      ['Decode Token…', 'secondary'],
      ['Clear Token', 'secondary'],
    ]);
  });

  it.each(['.verdict', '.findings'])('leads from %s to the fixes of what fails', where => {
    show(storyView);
    [...root.querySelectorAll<HTMLButtonElement>(`${where} button`)].find(each => each.textContent === 'Show fixes')?.click();
    expect(sent).toEqual([{ type: 'go-to', version: 7, place: { start: 323, end: 359, line: 9 }, fixes: true }]);
  });

  it('says how severe a finding is', () => {
    show(storyView);
    expect([...root.querySelectorAll('.findings li')].map(item => item.querySelector('.for-screen-readers')?.textContent)).toEqual([
      'Error: ',
      'Information: ',
    ]);
  });

  it('says of each document where it came from, or why it is missing, and opens those at hand', () => {
    show(storyView);
    expect([...root.querySelectorAll('.sources .state')].map(state => state.textContent)).toEqual([
      'Available, fetched 3 minutes ago',
      'Failed, tried a minute ago',
      'Missing',
    ]);
    const [first] = storyView.sources;
    buttonNamed(first?.address ?? '').click();
    expect(sent).toEqual([{ type: 'open-source', version: 7, address: first?.address }]);
    expect(root.querySelectorAll('.sources button')).toHaveLength(1);
  });

  it('says what takes time, and stops saying it', () => {
    show(storyView);
    const busy = root.querySelector<HTMLElement>('.busy');
    expect(busy?.hidden).toBe(true);
    page.receive({ type: 'busy', words: 'Fetching…' });
    expect(busy?.hidden).toBe(false);
    expect(busy?.textContent).toBe('Fetching…');
    page.receive({ type: 'busy', words: null });
    expect(busy?.hidden).toBe(true);
  });

  it('has a heading for every section and a scope for every table heading', () => {
    show(storyView);
    for (const section of root.querySelectorAll('section, article')) {
      const heading = section.getAttribute('aria-labelledby');
      expect(heading === null ? null : document.getElementById(heading)?.textContent).toBeTruthy();
    }
    const headings = [...root.querySelectorAll('th')];
    expect(headings.length).toBeGreaterThan(0);
    expect(headings.every(heading => ['row', 'col'].includes(heading.getAttribute('scope') ?? ''))).toBe(true);
    expect([...root.querySelectorAll('table')].every(each => each.querySelector('caption') !== null)).toBe(true);
    expect([...root.querySelectorAll('h1, h2, h3')].map(each => each.tagName)).toEqual(['H1', 'H2', 'H2', 'H3', 'H2', 'H2', 'H2', 'H3']);
  });

  it('folds a very long value', () => {
    const { token } = storyView;
    if (token === null) throw new Error('the story has a token');
    const value = JSON.stringify(Array.from({ length: 200 }, (_, index) => `group-${index}`));
    show({ ...storyView, token: { ...token, claims: [{ name: 'groups', value, meaning: null, note: null, personal: false }] } });
    expect(root.querySelector('.claims details summary')?.textContent).toBe(`${value.length} characters`);
    expect(root.querySelector('.claims details code')?.textContent).toBe(value);
  });

  it('shows a moment that no date can say, without failing', () => {
    const { token } = storyView;
    if (token === null) throw new Error('the story has a token');
    show({
      ...storyView,
      token: { ...token, times: [{ claim: 'exp', label: 'Expires', at: 1e18, words: 'never', moment: '', state: 'good' }] },
    });
    expect(root.querySelector('.times time')?.getAttribute('datetime')).toBe('');
    expect(root.querySelector('meter')).toBeNull();
  });
});

describe('a text from outside', () => {
  it('shows what nobody sees, and what turns its direction, as what it is', () => {
    const { token, findings, sources } = storyView;
    if (token === null) throw new Error('The story has a token.');
    const hostile = <Row extends object>(rows: readonly Row[], members: readonly (keyof Row)[]): Row[] =>
      rows.map(row => ({ ...row, ...Object.fromEntries(members.map(member => [member, `api\u202ecod\u200b ${String(row[member])}`])) }));
    show({
      ...storyView,
      token: { ...token, claims: hostile(token.claims, ['name', 'value']), kindLabel: 'x\u2066' },
      findings: hostile(findings, ['title', 'detail', 'gatewayText']),
      sources: hostile(sources, ['address', 'purpose']),
    });
    const shown = document.body.textContent;
    expect(shown).not.toMatch(/[\u202e\u2066\u200b]/);
    for (const selector of ['.claims code', '.findings', '.sources']) {
      expect(root.querySelector(selector)?.textContent).toContain('api\\u202ecod\\u200b ');
    }
  });
});
