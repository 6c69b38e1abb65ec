import type { PanelView } from '../panel-messages.js';
import type { ClaimRow } from '../view.js';
import type { PageContext } from './context.js';
import { button, element, foldable, table } from './dom.js';

/** Above this many characters a value is folded, so that a list of two hundred groups does not bury the rest. */
const longValue = 300;

/** Every claim and every member of the header, with its meaning. Values that tell who a person is are hidden until asked for. */
export function claimsSection(view: PanelView, context: PageContext): HTMLElement | null {
  const { token } = view;
  if (token === null || token.claims.length + token.header.length === 0) return null;
  const { sentences } = context.catalogue;
  const personal = [...token.claims, ...token.header].filter(row => row.personal).length;
  return element(
    'section',
    { 'aria-labelledby': 'claims-heading' },
    element(
      'div',
      { class: 'claims-title' },
      element('h2', { id: 'claims-heading' }, sentences['claims-heading']()),
      personal === 0
        ? null
        : button(
            context.showsPersonal ? sentences['hide-personal']() : sentences['show-personal'](),
            'personal',
            () => context.setShowsPersonal(!context.showsPersonal),
            {
              class: 'secondary small',
            },
          ),
    ),
    token.claims.length === 0 ? null : claimTable(sentences['claims-caption'](), 'claim', token.claims, context),
    token.header.length === 0 ? null : element('h3', {}, sentences['header-heading']()),
    token.header.length === 0 ? null : claimTable(sentences['header-caption'](), 'header', token.header, context),
  );
}

function claimTable(caption: string, prefix: string, rows: readonly ClaimRow[], context: PageContext): HTMLTableElement {
  return table(
    'claims',
    caption,
    context.catalogue.sentences['claim-columns'](),
    rows.map((row, index) => claimRow(row, `${prefix}-${index}`, context)),
  );
}

function claimRow(row: ClaimRow, key: string, context: PageContext): HTMLTableRowElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, element('code', {}, row.name)),
    valueCell(row, key, context),
    element('td', { class: 'quiet' }, row.meaning ?? ''),
  );
}

function valueCell(row: ClaimRow, key: string, context: PageContext): HTMLTableCellElement {
  const { sentences } = context.catalogue;
  if (row.personal && !context.showsPersonal) return element('td', { class: 'quiet' }, sentences.hidden({ isKnown: row.meaning !== null }));
  const value = element('code', {}, row.value);
  return element(
    'td',
    {},
    row.value.length > longValue
      ? foldable(sentences.characters({ count: row.value.length }), key, context.unfolded, context.setUnfolded, value)
      : value,
    row.note === null ? null : element('p', { class: 'quiet' }, row.note),
  );
}
