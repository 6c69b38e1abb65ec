import type { PanelView } from '../panel-messages.js';
import type { TimeLine } from '../core/index.js';
import type { TokenCard } from '../view.js';
import type { PageContext } from './context.js';
import { element } from './dom.js';
import { icon } from './icons.js';
import type { PageCatalogue } from './messages/catalogue.js';

const timeIcons = { good: 'pass', soon: 'uncertain', bad: 'fail' } as const;

/** The token in words: its kind, who issued it for whom, and its times. */
export function tokenSection(view: PanelView, { catalogue }: PageContext): HTMLElement | null {
  const { token } = view;
  if (token === null) return null;
  const { sentences } = catalogue;
  return element(
    'section',
    { 'aria-labelledby': 'token-heading' },
    element('h2', { id: 'token-heading' }, sentences['token-heading']()),
    element('p', { class: 'kind' }, token.kindLabel, token.sample ? element('span', { class: 'tag' }, sentences.sample()) : null),
    token.kindReason === '' ? null : element('p', { class: 'quiet' }, token.kindReason),
    token.problem === null ? null : element('p', { class: 'problem' }, icon('error'), token.problem),
    token.cleaned.length === 0 ? null : element('p', { class: 'quiet' }, sentences.cleaned({ what: token.cleaned })),
    token.summary.length === 0 ? null : element('dl', { class: 'summary' }, ...token.summary.flatMap(summaryRow)),
    token.times.length === 0 ? null : element('ul', { class: 'times' }, ...token.times.map(row => timeRow(row, catalogue))),
    lifetime(token, view.now, catalogue),
  );
}

function summaryRow(row: TokenCard['summary'][number]): HTMLElement[] {
  const said = element(
    'dd',
    {},
    element('span', {}, row.words),
    row.value === null
      ? null
      : element(
          'span',
          { class: 'verbatim' },
          row.claim === null ? null : element('code', {}, `${row.claim} = `),
          element('code', {}, row.value),
        ),
  );
  return [element('dt', {}, row.label), said];
}

function timeRow(row: TimeLine, { words }: PageCatalogue): HTMLElement {
  return element(
    'li',
    { class: row.state },
    icon(timeIcons[row.state]),
    element('span', { class: 'time-label' }, `${row.label} `),
    element('strong', {}, row.words),
    row.state === 'good' ? null : element('span', { class: 'tag' }, words.times[row.state]),
    element('time', { datetime: instant(row.at) }, row.moment),
  );
}

/** Where in its life the token is; null where it does not say both ends. */
function lifetime(token: TokenCard, now: number, { sentences }: PageCatalogue): HTMLElement | null {
  const begin = token.times.find(row => row.claim === 'nbf') ?? token.times.find(row => row.claim === 'iat');
  const end = token.times.find(row => row.claim === 'exp');
  if (begin === undefined || end === undefined || end.at <= begin.at) return null;
  const passed = Math.min(Math.max(now - begin.at, 0), end.at - begin.at);
  const label = sentences['lifetime-passed']({ percent: Math.round((100 * passed) / (end.at - begin.at)) });
  return element('meter', { min: '0', max: String(end.at - begin.at), value: String(passed), 'aria-label': label, title: label });
}

/** A moment for machines; empty where it lies outside of what a date can say. */
function instant(at: number): string {
  const date = new Date(at * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
