// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../../src/panel-messages.js';
import { english } from '../../../src/webview/messages/english.js';
import { Page } from '../../../src/webview/page.js';
import type { PathsCard, StationCard } from '../../../src/view.js';
import { storyView } from './story-view.js';

const place = (file: string, line: number) => ({ uri: `file:///repo/${file}`, file, line, start: 0, end: 10 });
const bare: StationCard = {
  scope: 'API orders',
  kind: null,
  outcome: 'silent',
  conditional: false,
  decides: false,
  place: place('apis/orders/policy.xml', 1),
};
const paths: PathsCard = {
  rows: [
    { key: 'a', name: 'orders / get (product starter)', answer: '401 audience', outcome: 'fail' },
    { key: 'b', name: 'orders / get (no product)', answer: '200', outcome: 'pass' },
  ],
  inForce: 0,
  more: 3,
  stations: [
    {
      ...bare,
      scope: 'product starter',
      kind: 'validate-jwt',
      outcome: 'fail',
      decides: true,
      place: place('products/starter/policy.xml', 4),
    },
    bare,
    { ...bare, scope: 'operation get', kind: 'base', outcome: 'not-read', conditional: true, place: null },
  ],
  branches: ['If `x`: 401.'],
  unread: 'Not read, because too long: apis/stock/specification.json.',
};

let root: HTMLElement;
let sent: PageMessage[];

beforeEach(() => {
  document.body.innerHTML = '<p id="announcement"></p><main id="panel"></main>';
  root = document.querySelector('main') ?? document.body;
  sent = [];
  new Page(root, document.createElement('p'), english, message => sent.push(message)).receive({
    type: 'view',
    view: { ...storyView, paths },
  });
  document.getElementById('tab-path')?.click();
});

describe('a verdict that another file decides', () => {
  it('leads to the place of its cause, and to the fixes there, without naming a file to the host', () => {
    const prediction = storyView.document?.prediction ?? null;
    const cause = { title: 'Wrong issuer.', place: place('fragments/check.xml', 2), fixes: 'Show fixes', after: '→ 200' };
    root.textContent = '';
    const page = new Page(root, document.createElement('p'), english, message => sent.push(message));
    const shown = { name: 'policy.xml', prediction: prediction && { ...prediction, cure: null, cause }, notice: null };
    page.receive({ type: 'view', view: { ...storyView, document: shown, policies: [] } });
    const button = (words: string) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === words);
    button('fragments/check.xml:2')?.click();
    button('Show fixes → 200')?.click();
    expect(sent).toEqual([
      { type: 'go-to-cause', version: storyView.version, fixes: false },
      { type: 'go-to-cause', version: storyView.version, fixes: true },
    ]);
    expect(root.querySelector('.verdict')?.textContent).toContain('Show fixes → 200');
  });
});

describe('the path of the request', () => {
  it('says what was not read of the files', () => {
    expect(root.querySelector('.path')?.textContent).toContain('Not read, because too long: apis/stock/specification.json.');
  });

  it('is a list of stations, each with its outcome and its place', () => {
    const stations = [...root.querySelectorAll('.stations > li')].map(each => each.textContent);
    expect(stations).toEqual([
      'product starter: validate-jwtrefusesdecidesproducts/starter/policy.xml:4',
      'API ordersno token policyapis/orders/policy.xml:1',
      'operation get: basenot readonly in one branch of choose',
    ]);
    expect(root.querySelector('.path')?.textContent).toContain('If `x`: 401.');
    root.querySelectorAll<HTMLButtonElement>('.stations button')[1]?.click();
    expect(sent).toEqual([{ type: 'go-to-station', version: 7, station: 1 }]);
  });

  it('is one line under the answer, each station with its outcome, the one that decides told apart', () => {
    const stations = [...root.querySelectorAll('.track li')];
    expect(stations.map(each => each.textContent)).toEqual([
      'product starter refuses',
      'API orders no token policy',
      'operation get not read',
    ]);
    expect(stations.map(each => each.classList.contains('decides'))).toEqual([true, false, false]);
    stations[1]?.querySelector('button')?.click();
    expect(sent).toEqual([{ type: 'go-to-station', version: 7, station: 1 }]);
  });

  it('lets one of several paths be in force, and says which one is', () => {
    const choices = [...root.querySelectorAll<HTMLButtonElement>('.paths button')];
    expect(choices.map(each => [each.textContent.trim(), each.getAttribute('aria-pressed')])).toEqual([
      ['orders / get (product starter): 401 audience', 'true'],
      ['orders / get (no product): 200', 'false'],
    ]);
    expect(root.querySelector('.paths')?.textContent).toContain('5 paths meet this policy');
    expect(root.querySelector('.paths')?.textContent).toContain('3 more are not listed.');
    choices[1]?.click();
    expect(sent).toEqual([{ type: 'choose-path', version: 7, path: 1 }]);
  });
});
