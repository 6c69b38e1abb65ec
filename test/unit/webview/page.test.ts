// @vitest-environment happy-dom
import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageMessage, PanelView } from '../../../src/panel-messages.js';
import { catalogueOf } from '../../../src/webview/messages/catalogue.js';
import { english } from '../../../src/webview/messages/english.js';
import { Page } from '../../../src/webview/page.js';
import { start } from '../../../src/webview/start.js';
import { emptyContent } from './empty-content.js';
import { storyView } from './story-view.js';

type FindingCode = PanelView['findings'][number]['code'];

const emptyView: PanelView = { ...emptyContent, version: 1 };

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

function tab(label: string): void {
  [...root.querySelectorAll<HTMLButtonElement>('[role=tab]')].find(each => each.textContent.startsWith(label))?.click();
}

describe('the answer', () => {
  it('shows status, place, token and cause, and leads to the line', () => {
    show(storyView);
    const verdict = root.querySelector('.verdict');
    expect(verdict?.querySelector('.status')?.textContent).toBe('401');
    expect(verdict?.querySelector('.answer .for-screen-readers')?.textContent).toBe('Fails');
    expect(verdict?.querySelector('h1')?.textContent).toMatch(/^External ID issued this token/);
    expect(verdict?.querySelector('.of-token')?.textContent).toBe('External ID v1.0sample41 min left');
    buttonNamed('story.policy.xml:9').click();
    expect(sent).toEqual([{ type: 'go-to', version: 7, place: { start: 323, end: 359, line: 9 }, fixes: false }]);
  });

  it('marks of the two values only what differs, shortens ids, and has both whole to point at and to copy', () => {
    show(storyView);
    const [found, wanted] = [...root.querySelectorAll('.difference dd')];
    expect(found?.querySelector('code')?.textContent).toBe('https://1111…5555.ciamlogin.com/1111…5555/');
    expect([...(found?.querySelectorAll('mark') ?? [])].map(each => each.textContent)).toEqual(['1111…5555.ciamlogin']);
    expect([...(wanted?.querySelectorAll('mark') ?? [])].map(each => each.textContent)).toEqual(['login.microsoftonline', 'v2.0']);
    expect(found?.querySelector('code')?.title).toBe(storyView.document?.prediction?.difference?.found);
    wanted?.querySelector('button')?.click();
    expect(sent).toEqual([{ type: 'copy', version: 7, what: { kind: 'difference', side: 'wanted' } }]);
  });

  it('has the cure as its one primary button, with the answer that follows, and the others behind it', () => {
    show(storyView);
    const primary = [...root.querySelectorAll<HTMLButtonElement>('.primary')];
    expect(primary.map(each => each.textContent)).toEqual(['Rewrite line 9 → 200 if the signature is right']);
    expect(root.querySelector('.afterwards')?.textContent).toContain('tokens issued by login.microsoftonline.com are no longer accepted');
    const more = root.querySelector<HTMLDetailsElement>('.cure details');
    expect([more?.open, more?.querySelector('summary')?.textContent]).toEqual([false, '1 more']);
    primary[0]?.click();
    more?.querySelector('button')?.click();
    expect(sent).toEqual([
      { type: 'fix', version: 7, fix: 0 },
      { type: 'fix', version: 7, fix: 1 },
    ]);
  });

  it('offers what gets another token where that is the cure: what there is to copy, else the clipboard', () => {
    const cure = { kind: 'token', words: 'Another token is the cure.', step: { finding: 0, step: 0 } } as const;
    showVerdict({ cure });
    expect([...root.querySelectorAll('.cure button')].map(each => [each.textContent, each.className])).toEqual([
      ['Copy element', 'primary'],
      ['Decode Token from Clipboard', 'secondary'],
    ]);
    showVerdict({ cure: { ...cure, step: null } });
    buttonNamed('Decode Token from Clipboard').click();
    expect(sent).toEqual([{ type: 'run', version: 8, action: 'decode-token-from-clipboard' }]);
    expect(root.querySelector('.cure')?.textContent).toContain('Another token is the cure.');
  });

  it('has one quiet line for what was not read and not checked, each with its own way', () => {
    show(storyView);
    const line = root.querySelector('.verdict .open');
    expect(line?.textContent).toBe(
      'Not read: <base /> (line 7). It runs first and can answer before.Go to line 7Signature not checked.Fetch keys',
    );
    buttonNamed('Go to line 7').click();
    buttonNamed('Fetch keys').click();
    expect(sent).toEqual([
      { type: 'go-to', version: 7, place: { start: 240, end: 248, line: 7 }, fixes: false },
      { type: 'run', version: 7, action: 'fetch-metadata' },
    ]);
  });

  it('offers to fetch what is missing where nothing is decided', () => {
    showVerdict({ outcome: 'unresolved', answer: null, cure: null, difference: null, headline: 'The keys are missing.' });
    expect([...root.querySelectorAll('.primary')].map(each => each.textContent)).toEqual(['Fetch Tenant Metadata']);
    expect(root.querySelector('.answer')?.textContent).toBe('Not decided');
  });

  it('tells a screen reader the status and the cause, once for each change', () => {
    show(storyView);
    expect(announcement.textContent).toBe(
      '401. External ID issued this token, and validate-azure-ad-token accepts only workforce issuers. Use validate-jwt. Not read: <base /> (line 7). It runs first and can answer before.',
    );
    const told = announcement.firstChild;
    show({ ...storyView, version: 8, now: storyView.now + 60 });
    expect(announcement.firstChild).toBe(told);
  });

  it('invites to decode a token where none is set', () => {
    show(emptyView);
    expect(root.querySelector('h1')?.textContent).toBe('Token Doctor');
    expect(root.textContent).toContain('No token yet. Decode one to see how the gateway answers it.');
    expect([...root.querySelectorAll('.actions button')].map(each => [each.textContent, each.className])).toEqual([
      ['Decode Token from Clipboard', 'primary'],
      ['Decode Token…', 'secondary'],
      ['Open Sample', 'secondary'],
    ]);
    expect(root.querySelectorAll('section')).toHaveLength(0);
  });

  it('says what the host says where there is no prediction', () => {
    show({ ...emptyView, document: { name: 'a.xml', prediction: null, notice: 'This document has no token policy.' } });
    expect(root.textContent).toContain('This document has no token policy.');
    expect(announcement.textContent).toBe('This document has no token policy.');
  });

  it('says, and shows, that another file is in front', () => {
    show({ ...storyView, away: true });
    expect(root.classList.contains('away')).toBe(true);
    expect(root.querySelector('.verdict')?.textContent).toContain('Another file is in front.');
    show({ ...storyView, version: 8 });
    expect(root.classList.contains('away')).toBe(false);
  });

  it('comes into view with a new token, and stays where it is with the same', () => {
    const scroll = vi.spyOn(root, 'scrollIntoView').mockImplementation(() => undefined);
    show(storyView);
    show({ ...storyView, version: 8, now: storyView.now + 60 });
    expect(scroll).not.toHaveBeenCalled();
    show({ ...storyView, version: 9, token: storyView.token && { ...storyView.token, id: 'second' } });
    expect(scroll).toHaveBeenCalledTimes(1);
  });

  it('counts down by itself', () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    show(storyView);
    clock.mockReturnValue(61_000);
    page.tick();
    expect(root.querySelector('.left')?.textContent).toBe('39 min left');
    clock.mockReturnValue(3_600_000);
    page.tick();
    expect(root.querySelector('.left')?.textContent).toBe('expired 19 min ago');
  });
});

function showVerdict(change: Partial<NonNullable<NonNullable<PanelView['document']>['prediction']>>): void {
  const { document: card } = storyView;
  if (card?.prediction == null) throw new Error('The story has an answer.');
  show({ ...storyView, version: 8, document: { ...card, prediction: { ...card.prediction, ...change } } });
}

describe('the checks', () => {
  const chips = (): string[][] =>
    [...root.querySelectorAll('.chip')].map(each => [...each.querySelectorAll('span')].map(part => part.textContent.trim()));
  const open = (): string | undefined => root.querySelector('.chip[aria-expanded="true"] span')?.textContent;
  const choose = (label: string): void =>
    root.querySelectorAll<HTMLButtonElement>('.chip').forEach(each => void (each.textContent.startsWith(label) && each.click()));

  it('are chips in the order given, each with a word for its outcome; the one that fails is open', () => {
    show(storyView);
    expect(chips()).toEqual([
      ['Source', 'Passes'],
      ['Form', 'Passes'],
      ['Signature', 'Not decided'],
      ['Lifetime', 'Passes'],
      ['Audience', 'Passes'],
      ['Issuer', 'Fails'],
      ['Application', 'Uncertain'],
      ['Claims', 'Passes'],
    ]);
    expect(open()).toBe('Issuer');
    expect(root.querySelector('#check-detail')?.textContent).toContain('The gateway answers 401.');
    expect(root.querySelector('#check-detail .findings strong')).toBeNull();
  });

  it.each(Object.entries(english.words.outcomes))('say %s with the word "%s" beside an icon that is silent', (outcome, word) => {
    show(storyView);
    const chip = root.querySelector(`.chip.${outcome}`);
    expect(chip?.textContent).toContain(word);
    expect(chip?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('open one at a time, close on a second click, and stay as they are with the next view', () => {
    show(storyView);
    choose('Signature');
    expect(open()).toBe('Signature');
    expect(root.querySelector('#check-detail')?.textContent).toContain('The signature was not verified: the signing keys');
    show({ ...storyView, version: 8, findings: [...storyView.findings] });
    expect(open()).toBe('Signature');
    choose('Signature');
    expect([open(), root.querySelector('#check-detail')]).toEqual([undefined, null]);
  });

  it('name what is missing, how sure the statement is, and lead to its place', () => {
    show(storyView);
    expect(root.querySelector('.check-line')?.textContent).toContain('documented');
    buttonNamed('line 9').click();
    expect(sent).toEqual([{ type: 'go-to', version: 7, place: { start: 323, end: 359, line: 9 }, fixes: false }]);
    choose('Signature');
    expect(root.querySelector('#check-detail')?.textContent).toContain('Needed to decide:https://login.microsoftonline.com/');
  });

  it('do not name again what their sentence names', () => {
    const address = 'https://login.microsoftonline.com/keys';
    show({
      ...storyView,
      findings: [],
      policies: storyView.policies.map(policy => ({
        ...policy,
        prediction: policy.prediction && {
          ...policy.prediction,
          checks: policy.prediction.checks.map(check => ({ ...check, sentence: `Needed: ${address}`, missing: [address, 'tenant-id'] })),
        },
      })),
    });
    expect([...root.querySelectorAll('.missing')].map(list => list.textContent)).toEqual(['tenant-id']);
  });

  it('have one more chip for what is found in the policy whatever the token is', () => {
    const [first] = storyView.findings;
    if (first === undefined) throw new Error('The story has a finding.');
    show({
      ...storyView,
      findings: [...storyView.findings, { ...first, code: 'unknown-attribute', check: null, title: 'An attribute is unknown.' }],
    });
    expect(chips().at(-1)).toEqual(['1 finding', 'Error']);
    choose('1 finding');
    expect(root.querySelector('#check-detail .findings')?.textContent).toContain('Error: An attribute is unknown.');
    buttonNamed('Show fixes').click();
    expect(sent).toEqual([{ type: 'go-to', version: 7, place: { start: 323, end: 359, line: 9 }, fixes: true }]);
  });

  it('are those of the token policy that is chosen, where there are several', () => {
    const [policy] = storyView.policies;
    if (policy === undefined) throw new Error('The story has a token policy.');
    show({
      ...storyView,
      policies: [policy, { ...policy, index: 1, kind: 'validate-jwt', condition: 'If x', prediction: null, compared: [] }],
    });
    expect([...root.querySelectorAll('.policies .choice')].map(each => each.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
    expect(root.querySelector('.policies')?.textContent).toContain('If x');
    root.querySelectorAll<HTMLButtonElement>('.policies .choice')[1]?.click();
    expect([...root.querySelectorAll('.policies .choice')].map(each => each.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
  });
});

describe('the tabs', () => {
  const tabs = (): (string | null)[][] =>
    [...root.querySelectorAll('[role=tab]')].map(each => [
      each.textContent,
      each.getAttribute('aria-selected'),
      each.getAttribute('tabindex'),
    ]);

  it('are tabs: one selected and in the order of Tab, with its panel named after it', () => {
    show(storyView);
    expect(tabs()).toEqual([
      ['Token and policy', 'true', '0'],
      ['All claims (9)', 'false', '-1'],
      ["Gateway's text", 'false', '-1'],
      ['Metadata', 'false', '-1'],
    ]);
    const panel = root.querySelector('[role=tabpanel]');
    expect(panel?.getAttribute('aria-labelledby')).toBe('tab-compared');
    expect(document.getElementById('tab-compared')?.getAttribute('aria-controls')).toBe(panel?.id);
  });

  it.each([
    ['ArrowRight', 'claims'],
    ['ArrowLeft', 'metadata'],
    ['End', 'metadata'],
    ['Home', 'compared'],
  ])('are changed by %s, and keep the focus', (key, name) => {
    show(storyView);
    document.getElementById('tab-compared')?.focus();
    document.getElementById('tab-compared')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect(root.querySelector('[aria-selected=true]')?.id).toBe(`tab-${name}`);
    expect(document.activeElement?.id).toBe(`tab-${name}`);
  });

  it('compare token and policy: what fails first, with what the policy takes and its line', () => {
    show(storyView);
    const rows = rowsOf('.compared');
    expect(rows.map(([name]) => name)).toEqual(['kid', 'iss', 'appid', 'exp', 'aud']);
    expect(rows[1]).toEqual([
      'iss',
      expect.stringContaining('The policy takes https://login.microsoftonline.com/1111…5555/v2.0'),
      'Failsline 9',
      '',
    ]);
    root.querySelector<HTMLButtonElement>('.compared tr:nth-child(5) .icon-button')?.click();
    expect(sent).toEqual([{ type: 'copy', version: 7, what: { kind: 'member', part: 'claims', name: 'aud' } }]);
  });

  it('show the life of the token, in local time with UTC at hand', () => {
    show(storyView);
    expect([...root.querySelectorAll('.moments li')].map(each => each.textContent.split(' ')[0])).toEqual(['iat', 'nbf', 'exp']);
    expect(root.querySelector('.moments li:last-child time')?.getAttribute('title')).toBe('2026-12-23 05:26:40 UTC');
    expect(root.querySelector('.moments li:last-child .quiet')?.textContent).toBe('in 41 min');
    expect(root.querySelectorAll('.life-bar rect')).toHaveLength(4);
  });

  it('list all claims in groups, lists by how many they are, and hide what tells of a person', () => {
    show(storyView);
    tab('All claims');
    expect([...root.querySelectorAll('[role=tabpanel] h2')].map(each => each.textContent)).toEqual([
      'Who issued it',
      'For whom',
      'When',
      'Client',
      'Scopes and roles',
      'Person',
      'Others',
      'Header',
    ]);
    expect(root.querySelector('[role=tabpanel]')?.textContent).toContain('hidden (personal)');
    expect(root.querySelector('[role=tabpanel]')?.textContent).toContain('hidden (may be personal)');
  });

  it("quote the gateway's own text once, with its code, and keep apart from it what we say of other codes", () => {
    show(storyView);
    tab("Gateway's text");
    const panel = root.querySelector('[role=tabpanel]');
    expect(panel?.textContent).toContain('The policy refuses (401) and the gateway reports IDX40001');
    expect([...root.querySelectorAll('blockquote')].filter(quote => quote.textContent.startsWith('IDX40001: Issuer:'))).toHaveLength(1);
    const alternative = panel?.querySelector('.alternatives li');
    expect([...(alternative?.children ?? [])].map(each => each.textContent)).toEqual([
      'IDX10503',
      'The signature was not verified, because the signing keys are not at hand.',
    ]);
  });

  it('say of each document where it came from, or why it is missing, fetch in place, and open those at hand', () => {
    show(storyView);
    tab('Metadata');
    expect([...root.querySelectorAll('.sources .state')].map(state => state.textContent)).toEqual([
      'Available, fetched 3 minutes ago',
      'Failed, tried a minute ago',
      'Missing',
    ]);
    expect(root.querySelector('.verified')?.textContent).toContain("The token's key: sample-key-1");
    const [first] = storyView.sources;
    buttonNamed('Open JSON').click();
    buttonNamed('Fetch Tenant Metadata').click();
    expect(sent).toEqual([
      { type: 'open-source', version: 7, address: first?.address },
      { type: 'run', version: 7, action: 'fetch-metadata' },
    ]);
    expect(root.querySelectorAll('.sources button')).toHaveLength(1);
  });

  it('come to what the host asks to be shown', () => {
    const view = { ...storyView, explained: [explanation] };
    show(view);
    page.receive({ type: 'show', tab: 'gateway' });
    const explained = root.querySelector('.explained');
    expect(explained?.textContent).toContain('IDX10214 The gateway itself answered.');
    expect(explained?.querySelector('.matches')?.textContent).toContain('it was another token');
    expect([...root.querySelectorAll('.cures li')].map(each => each.textContent)).toEqual(['Ask for a token for this API.']);
    // A step without anything to copy says no more than the cures.
    expect([...(explained?.querySelectorAll('.step') ?? [])].map(each => each.querySelector('p')?.textContent)).toEqual(['Ask for one.']);
    buttonNamed('Copy command').click();
    buttonNamed('Show fixes at line 9').click();
    expect(sent).toEqual([
      { type: 'copy', version: 7, what: { kind: 'explained-step', explanation: 0, step: 1 } },
      { type: 'go-to', version: 7, place: { start: 1, end: 2, line: 9 }, fixes: true },
    ]);
  });
});

const explanation: NonNullable<PanelView['explained']>[number] = {
  idx: 'IDX10214',
  matches: 'Your text says IDX10214; for the token in force IDX40001 is expected: it was another token, or another policy.',
  answeredBy: 'The gateway itself answered.',
  explanation: 'The audience is not accepted.',
  cures: ['Ask for a token for this API.'],
  nextSteps: [
    { what: 'Look at aud.', copy: null },
    { what: 'Ask for one.', copy: { kind: 'command', text: 'az account get-access-token' } },
  ],
  place: null,
  findings: [
    {
      code: 'external-id-unsupported',
      title: 'Use validate-jwt.',
      message: 'Use validate-jwt.',
      place: { start: 1, end: 2, line: 9 },
      fix: 'Rewrite',
    },
  ],
};

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
        claims: token.claims.map(claim => ({ ...claim, name: hostile, value: hostile, meaning: hostile, note: hostile })),
        json: { header: hostile, claims: hostile, cut: true },
      },
      explained: [
        {
          ...explanation,
          idx: hostile,
          answeredBy: hostile,
          explanation: hostile,
          matches: hostile,
          cures: [hostile],
          nextSteps: [{ what: hostile, copy: { kind: 'command', text: hostile } }],
        },
      ],
      document: {
        name: hostile,
        prediction: {
          outcome: 'fail',
          answer: '401',
          notRead: hostile,
          notReadAt: null,
          cause: null,
          difference: { name: hostile, found: hostile, wanted: hostile, others: 1, place: null },
          cure: {
            kind: 'fixes',
            fixes: [
              { title: hostile, label: hostile, after: hostile, code: 'to-validate-jwt', finding: 'weak-key', widens: true, fails: true },
            ],
          },
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
          compared: policy.compared.map(row => ({ ...row, name: hostile, value: hostile, wanted: [hostile], meaning: hostile })),
          prediction: {
            ...policy.prediction,
            reports: {
              check: 'issuer',
              idx: hostile,
              message: hostile,
              alternatives: [{ label: hostile, idx: hostile, because: hostile }],
            },
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
    for (const name of ['Token and policy', 'All claims', "Gateway's text", 'Metadata']) {
      tab(name);
      expect(root.querySelectorAll('img, script')).toHaveLength(0);
      expect(root.querySelector('[role=tabpanel]')?.textContent).toContain(hostile);
      expect([...root.querySelectorAll('*')].flatMap(each => [...each.attributes]).filter(each => each.name.startsWith('on'))).toEqual([]);
    }
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
  it('are asked for, and asked for no more: the page does not have them before', () => {
    show(storyView);
    tab('All claims');
    const pressed = (): string | null => buttonNamed('Personal values').getAttribute('aria-pressed');
    expect(pressed()).toBe('false');
    buttonNamed('Personal values').click();
    show({ ...storyView, version: 8, shown: { personal: true, json: false, filter: '' } });
    expect(pressed()).toBe('true');
    buttonNamed('Personal values').click();
    expect(sent).toEqual([
      { type: 'show-of-token', version: 7, personal: true, json: false, filter: '' },
      { type: 'show-of-token', version: 8, personal: false, json: false, filter: '' },
    ]);
  });

  it('stay out of the state that VS Code keeps on disk', () => {
    const states: unknown[] = [];
    start(window, { postMessage: message => sent.push(message), getState: () => ({ version: 3 }), setState: state => states.push(state) });
    expect(sent).toEqual([{ type: 'ready', shown: 3 }]);
    window.dispatchEvent(new MessageEvent('message', { data: { type: 'view', view: storyView } }));
    expect(states).toEqual([{ version: 7 }]);
  });

  it('stay out of what a browser keeps of inputs: what is typed into one may be such a value', () => {
    show(storyView);
    const inputs = [...root.querySelectorAll<HTMLElement>('[role=tab]')].flatMap(each => {
      each.click();
      return [...root.querySelectorAll('input, textarea')];
    });
    expect(inputs.map(each => each.getAttribute('aria-label'))).toEqual(['Filter claims']);
    for (const each of inputs) expect(each.getAttribute('autocomplete')).toBe('off');
  });
});

describe('the filter', () => {
  it('is applied by the host, and keeps the focus and what is typed meanwhile', () => {
    show(storyView);
    tab('All claims');
    const filter = root.querySelector('input');
    if (filter === null) throw new Error('There is no filter.');
    filter.focus();
    filter.value = 'au';
    filter.dispatchEvent(new Event('input'));
    expect(sent).toEqual([{ type: 'show-of-token', version: 7, personal: false, json: false, filter: 'au' }]);
    filter.value = 'aud';
    const { token } = storyView;
    show({
      ...storyView,
      version: 8,
      shown: { personal: false, json: false, filter: 'au' },
      token: token && { ...token, claims: token.claims.slice(0, 1) },
    });
    expect(document.activeElement).toBe(root.querySelector('input'));
    expect(root.querySelector('input')?.value).toBe('aud');
    expect(root.querySelectorAll('[role=tabpanel] .claims tbody tr')).toHaveLength(4);
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

  const again = (): PanelView => ({
    ...storyView,
    version: 8,
    findings: storyView.findings.map(each => ({ ...each, detail: `${each.detail} Again.` })),
  });

  it('gives the focus back to the same button', () => {
    show(storyView);
    buttonNamed('Go to line 9').focus();
    show(again());
    expect(document.activeElement?.getAttribute('data-key')).toBe('finding-0');
    expect(document.activeElement?.isConnected).toBe(true);
  });

  it('takes no focus while the page does not have it: whoever types in the policy goes on typing there', () => {
    show(storyView);
    buttonNamed('Go to line 9').focus();
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    show(again());
    expect(document.activeElement?.getAttribute('data-key') ?? null).toBeNull();
  });

  it('keeps unfolded what was unfolded', () => {
    show(storyView);
    const details = root.querySelector<HTMLDetailsElement>('.cure details');
    if (details === null) throw new Error('There are no other fixes.');
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    show({ ...storyView, version: 8, away: true });
    const written = root.querySelector<HTMLDetailsElement>('.cure details');
    expect(written).not.toBe(details);
    expect(written?.open).toBe(true);
  });
});

describe('the tokens of the session', () => {
  const two: PanelView = {
    ...storyView,
    tokens: [...storyView.tokens, { kind: 'external-id-v2', sample: false, isInForce: false, isBroken: false, expires: null }],
  };

  it('are a list to choose from where there are several', () => {
    show(two);
    const select = root.querySelector<HTMLSelectElement>('.of-token select');
    expect([...(select?.options ?? [])].map(each => each.textContent)).toEqual(['1: External ID v1.0', '2: External ID v2.0, no expiry']);
    if (select === null) return;
    select.value = '1';
    select.dispatchEvent(new Event('change'));
    expect(sent).toEqual([{ type: 'use-token', version: 7, token: 1 }]);
  });

  it('are compared: what differs is marked, and nothing is said that is hidden', () => {
    show({
      ...two,
      comparedWith: 1,
      comparison: {
        kind: 'external-id-v2',
        more: 0,
        rows: [
          { name: 'ver', part: 'claims', own: '1.0', other: '2.0', differs: true, hidden: false },
          { name: 'name', part: 'claims', own: null, other: null, differs: true, hidden: true },
          { name: 'aud', part: 'claims', own: 'a', other: 'a', differs: false, hidden: false },
        ],
      },
    });
    tab('All claims');
    expect(root.querySelector('#comparison-heading')?.textContent).toBe('2 differ, 1 are the same');
    expect([...root.querySelectorAll('.compared-tokens mark')].map(each => each.textContent)).toEqual(['1', '2']);
    buttonNamed('Stop comparing').click();
    expect(sent).toEqual([{ type: 'compare', version: 7, token: null }]);
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
    expect(sent).toEqual([{ type: 'copy', version: 7, what: { kind: 'step', finding: 2, step: 2 } }]);
    expect([told(), ...beside()]).toEqual(['', '', '', '', '']);
  });

  it('says that it was copied, beside the button and to a screen reader, and leaves the answer alone', () => {
    show(twice);
    const answer = announcement.firstChild;
    page.receive({ type: 'copied', done: true, what: { kind: 'step', finding: 2, step: 1 } });
    expect([told(), ...beside()]).toEqual(['Copied.', '', 'Copied.', '', '']);
    expect(root.querySelector('.told')?.getAttribute('role')).toBe('status');
    page.receive({ type: 'copied', done: false, what: { kind: 'step', finding: 0, step: 0 } });
    const failed = 'Not copied. Select the text and copy it yourself.';
    expect([told(), ...beside()]).toEqual([failed, failed, '', '', '']);
    expect(announcement.firstChild).toBe(answer);
  });

  it('shows on a small button that it was copied', () => {
    show(twice);
    page.receive({ type: 'copied', done: true, what: { kind: 'difference', side: 'found' } });
    expect([...root.querySelectorAll('.difference .icon-button')].map(each => each.classList.contains('copied'))).toEqual([true, false]);
  });

  it('says it again for a second click: the words are gone in between', () => {
    show(twice);
    page.receive({ type: 'copied', done: true, what: { kind: 'step', finding: 0, step: 0 } });
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
  it('has the report and the quiet actions at its end, without those that have their own place', () => {
    show(storyView);
    expect([...root.querySelectorAll('.token-bar button')].map(each => each.textContent)).toEqual([
      'Copy Redacted Report',
      'Decode Token…',
      'Clear Token',
    ]);
    buttonNamed('Copy Redacted Report').click();
    expect(sent).toEqual([{ type: 'copy', version: 7, what: { kind: 'report' } }]);
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

  it('has a name for every section, and a scope for every heading of a table, in every tab', () => {
    show(storyView);
    for (const name of ['Token and policy', 'All claims', "Gateway's text", 'Metadata']) {
      tab(name);
      for (const section of root.querySelectorAll('section, article[aria-labelledby]')) {
        const heading = section.getAttribute('aria-labelledby');
        expect(section.getAttribute('aria-label') ?? (heading && document.getElementById(heading)?.textContent)).toBeTruthy();
      }
      expect([...root.querySelectorAll('th')].every(heading => ['row', 'col'].includes(heading.getAttribute('scope') ?? ''))).toBe(true);
      expect([...root.querySelectorAll('table')].every(each => each.querySelector('caption') !== null)).toBe(true);
      expect([...root.querySelectorAll('button')].every(each => each.textContent !== '' || each.hasAttribute('aria-label'))).toBe(true);
      const ids = [...root.querySelectorAll('[id]')].map(each => each.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('folds a very long value, and says of groups how many they are', () => {
    const { token } = storyView;
    const [first] = token?.claims ?? [];
    if (token === null || first === undefined) throw new Error('the story has a token');
    const value = JSON.stringify(Array.from({ length: 200 }, (_, index) => `group-${index}`));
    const groups = { ...first, name: 'groups', value: value.slice(0, 2000), length: value.length, entries: 200 };
    show({ ...storyView, token: { ...token, claims: [groups, { ...groups, name: 'x', entries: null, value }] } });
    tab('All claims');
    expect([...root.querySelectorAll('.claims summary')].map(each => each.textContent)).toEqual([
      '200 groups',
      `${value.length} characters`,
    ]);
    expect(root.querySelector('.claims details code')?.textContent).toContain('copying takes all of it');
  });

  it('shows a moment that no date can say, without failing', () => {
    const { token } = storyView;
    if (token === null) throw new Error('the story has a token');
    show({
      ...storyView,
      token: {
        ...token,
        times: [{ claim: 'exp', label: 'Expires', at: 1e18, words: 'never', moment: '', state: 'good' }],
        claims: token.claims.map(claim => ({ ...claim, at: 1e18 })),
      },
    });
    expect(root.querySelector('.life-bar')).toBeNull();
    tab('All claims');
    expect(root.querySelector('time')?.getAttribute('datetime')).toBe('');
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
    for (const [name, selector] of [
      ['All claims', '.claims code'],
      ['Metadata', '.sources'],
      ['Metadata', '.findings'],
    ] as const) {
      tab(name);
      expect(document.body.textContent).not.toMatch(/[\u202e\u2066\u200b]/);
      expect(root.querySelector(selector)?.textContent).toContain('api\\u202ecod\\u200b ');
    }
  });
});
