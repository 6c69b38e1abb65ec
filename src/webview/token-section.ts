import type { PanelView } from '../panel-messages.js';
import type { TimeLine } from '../core/index.js';
import type { TokenCard } from '../view.js';
import { element } from './dom.js';
import { icon } from './icons.js';

const timeIcons = { good: 'pass', soon: 'uncertain', bad: 'fail' } as const;
const timeWords = { good: 'in order', soon: 'at its limit', bad: 'invalid now' } as const;

/** The token in words: its kind, who issued it for whom, and its times. */
export function tokenSection(view: PanelView): HTMLElement | null {
  const { token } = view;
  if (token === null) return null;
  return element(
    'section',
    { 'aria-labelledby': 'token-heading' },
    element('h2', { id: 'token-heading' }, 'Token'),
    element('p', { class: 'kind' }, token.kindLabel, token.sample ? element('span', { class: 'tag' }, 'sample') : null),
    token.kindReason ? element('p', { class: 'quiet' }, token.kindReason) : null,
    token.problem === null ? null : element('p', { class: 'problem' }, icon('error'), token.problem),
    token.cleaned.length === 0 ? null : element('p', { class: 'quiet' }, `Taken off the pasted text: ${token.cleaned.join(', ')}.`),
    token.summary.length === 0 ? null : element('dl', { class: 'summary' }, ...token.summary.flatMap(summaryRow)),
    token.times.length === 0 ? null : element('ul', { class: 'times' }, ...token.times.map(timeRow)),
    lifetime(token, view.now),
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

function timeRow(row: TimeLine): HTMLElement {
  return element(
    'li',
    { class: row.state },
    icon(timeIcons[row.state]),
    element('span', { class: 'time-label' }, `${row.label} `),
    element('strong', {}, row.words),
    row.state === 'good' ? null : element('span', { class: 'tag' }, timeWords[row.state]),
    element('time', { datetime: instant(row.at) }, row.moment),
  );
}

/** Where in its life the token is; null where it does not say both ends. */
function lifetime(token: TokenCard, now: number): HTMLElement | null {
  const begin = token.times.find(row => row.claim === 'nbf') ?? token.times.find(row => row.claim === 'iat');
  const end = token.times.find(row => row.claim === 'exp');
  if (begin === undefined || end === undefined || end.at <= begin.at) return null;
  const passed = Math.min(Math.max(now - begin.at, 0), end.at - begin.at);
  const label = `${Math.round((100 * passed) / (end.at - begin.at))} % of the token's lifetime has passed`;
  return element('meter', { min: '0', max: String(end.at - begin.at), value: String(passed), 'aria-label': label, title: label });
}

/** A moment for machines; empty where it lies outside of what a date can say. */
function instant(at: number): string {
  const date = new Date(at * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
