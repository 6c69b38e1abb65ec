import type { PanelView, ShownOfToken } from '../panel-messages.js';
import type { ClaimRow, TokenCard, TokenPart } from '../token-cards.js';
import { comparisonTable } from './comparison-table.js';
import { copyButton, type PageContext } from './context.js';
import { button, element, foldable, table, type Child } from './dom.js';
import { icon } from './icons.js';
import { momentParts } from './validity-bar.js';

/** Longer values are folded, in UTF-16 code units. */
const longValue = 200;

const groups = ['issuer', 'audience', 'times', 'client', 'rights', 'person', 'other'] as const;

/** The token in words, then every claim and every member of the header with its meaning. Values that tell who a person is come only when asked for. */
export function claimsSection(view: PanelView, context: PageContext): HTMLElement | null {
  const { token } = view;
  if (token === null) return null;
  const { sentences } = context.catalogue;
  return element(
    'div',
    {},
    inWords(token, context),
    comparisonTable(view, context),
    token.count + token.header.length === 0 ? null : toolbar(view, token, context),
    token.json === null ? null : jsonParts(token.json, context),
    ...groups.map(group => groupTable(group, token, view.now, context)),
    token.more === 0 ? null : element('p', { class: 'quiet' }, sentences['claims-more']({ count: token.more })),
    token.header.length === 0 ? null : element('h2', { id: 'header-heading' }, sentences['header-heading']()),
    token.header.length === 0
      ? null
      : table(
          'claims',
          sentences['header-caption'](),
          sentences['claim-columns'](),
          token.header.map((row, index) => claimRow(row, `header-${index}`, 'header', view.now, context)),
        ),
  );
}

function inWords({ kindLabel, kindReason, problem, cleaned, summary }: TokenCard, { catalogue: { sentences } }: PageContext): HTMLElement {
  return element(
    'div',
    { class: 'in-words' },
    element('p', { class: 'kind' }, kindLabel),
    kindReason === '' ? null : element('p', { class: 'quiet' }, kindReason),
    problem === null ? null : element('p', { class: 'problem' }, icon('error'), problem),
    cleaned.length === 0 ? null : element('p', { class: 'quiet' }, sentences.cleaned({ what: cleaned })),
    summary.length === 0
      ? null
      : element('dl', { class: 'summary' }, ...summary.flatMap(({ label, words }) => [element('dt', {}, label), element('dd', {}, words)])),
  );
}

/** The filter is the host's to apply: it has all claims, the page only what it shows. */
function toolbar({ shown }: PanelView, token: TokenCard, context: PageContext): HTMLElement {
  const { sentences } = context.catalogue;
  const ask = (change: Partial<ShownOfToken>): void =>
    context.send({ type: 'show-of-token', version: context.version, ...shown, ...change });
  const filter = element('input', {
    type: 'search',
    'data-key': 'filter',
    value: shown.filter,
    maxlength: '200',
    placeholder: sentences['filter-claims'](),
    'aria-label': sentences['filter-claims'](),
    spellcheck: 'false',
    // A claim's value may be typed here. Without this a browser writes it to the disk, to restore it one day.
    autocomplete: 'off',
  });
  filter.addEventListener('input', () => ask({ filter: filter.value }));
  const toggle = (label: string, key: string, isOn: boolean, change: Partial<ShownOfToken>): HTMLButtonElement =>
    button(label, key, () => ask(change), { class: 'secondary small', 'aria-pressed': String(isOn) });
  return element(
    'div',
    { class: 'claim-tools' },
    filter,
    toggle(sentences['personal-values'](), 'personal', shown.personal, { personal: !shown.personal }),
    toggle(sentences['raw-json'](), 'json', shown.json, { json: !shown.json }),
    token.count === 0 ? null : copyButton(context, { kind: 'member', part: 'claims', name: null }, sentences['copy-claims']()),
  );
}

function jsonParts({ header, claims, cut }: NonNullable<TokenCard['json']>, context: PageContext): HTMLElement {
  const { sentences } = context.catalogue;
  const part = (name: TokenPart, heading: string, text: string): Child[] => [
    element(
      'p',
      { class: 'code-title' },
      element('span', {}, heading),
      copyButton(context, { kind: 'member', part: name, name: null }, sentences['copy-value']({ name: heading })),
    ),
    element('pre', { tabindex: '0', 'aria-label': heading }, text),
  ];
  return element(
    'div',
    { class: 'raw' },
    ...part('header', sentences['header-heading'](), header),
    ...part('claims', sentences['payload-heading'](), claims),
    cut ? element('p', { class: 'quiet' }, sentences['json-cut']()) : null,
  );
}

function groupTable(group: (typeof groups)[number], { claims }: TokenCard, now: number, context: PageContext): HTMLElement | null {
  const rows = claims.map((row, index) => ({ row, index })).filter(({ row }) => row.group === group);
  if (rows.length === 0) return null;
  const { words, sentences } = context.catalogue;
  const label = words.claimGroups[group];
  return element(
    'div',
    {},
    element('h2', {}, label),
    table(
      'claims',
      label,
      sentences['claim-columns'](),
      rows.map(({ row, index }) => claimRow(row, `claim-${index}`, 'claims', now, context)),
    ),
  );
}

function claimRow(row: ClaimRow, key: string, part: TokenPart, now: number, context: PageContext): HTMLTableRowElement {
  const { name, value, meaning } = row;
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, element('code', {}, name)),
    element('td', {}, ...valueParts(row, key, now, context), meaning === null ? null : element('p', { class: 'quiet meaning' }, meaning)),
    element(
      'td',
      { class: 'tools' },
      value === null ? null : copyButton(context, { kind: 'member', part, name }, context.catalogue.sentences['copy-value']({ name })),
    ),
  );
}

function valueParts(
  { name, value, entries, length, at, note, personal, meaning }: ClaimRow,
  key: string,
  now: number,
  context: PageContext,
): Child[] {
  const { sentences } = context.catalogue;
  if (value === null) return [element('p', { class: 'quiet' }, sentences.hidden({ isKnown: personal && meaning !== null }))];
  if (at !== null) return [element('p', {}, element('code', {}, value), ' ', ...momentParts(at, now, context))];
  const isLong = length > longValue;
  const whole = element('code', {}, value, value.length < length ? element('span', { class: 'quiet' }, sentences['value-cut']()) : null);
  const size =
    entries === null
      ? sentences.characters({ count: length })
      : name === 'groups'
        ? sentences.groups({ count: entries })
        : sentences.entries({ count: entries });
  return [
    isLong ? foldable(size, key, context.unfolded, context.setUnfolded, whole) : element('p', {}, whole),
    note === null ? null : element('p', { class: 'quiet' }, note),
  ];
}
