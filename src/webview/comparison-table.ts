import type { PanelView } from '../panel-messages.js';
import type { ComparisonRow } from '../token-cards.js';
import { compareValues, type ValuePiece } from './compare-values.js';
import type { PageContext } from './context.js';
import { element, table, type Child } from './dom.js';

/** The token in force beside another one, what differs first. */
export function comparisonTable({ comparison, token }: PanelView, context: PageContext): HTMLElement | null {
  if (comparison === null || token === null) return null;
  const { words, sentences } = context.catalogue;
  const differing = comparison.rows.filter(({ differs }) => differs).length;
  const columns = [sentences['claim-column'](), words.kinds[token.kind], words.kinds[comparison.kind]];
  return element(
    'div',
    { class: 'comparison' },
    element('h2', { id: 'comparison-heading' }, sentences['comparison-heading']({ differing, same: comparison.rows.length - differing })),
    table(
      'compared-tokens',
      sentences['comparison-caption'](),
      columns,
      comparison.rows.map(row => comparisonRow(row, context)),
    ),
    comparison.more === 0 ? null : element('p', { class: 'quiet' }, sentences['claims-more']({ count: comparison.more })),
  );
}

function comparisonRow(
  { name, own, other, differs, hidden }: ComparisonRow,
  { catalogue: { sentences } }: PageContext,
): HTMLTableRowElement {
  const [mine, theirs] = own !== null && other !== null ? compareValues(own, other) : [null, null];
  const cell = (value: string | null, pieces: readonly ValuePiece[] | null): Child[] => {
    if (hidden) return [element('span', { class: 'quiet' }, sentences.hidden({ isKnown: true }))];
    if (value === null) return [element('span', { class: 'quiet' }, sentences['has-none']())];
    return [
      element(
        'code',
        { title: value },
        ...(pieces ?? [{ shown: value, differs: true }]).map(piece =>
          piece.differs ? element('mark', {}, piece.shown) : element('span', {}, piece.shown),
        ),
      ),
    ];
  };
  return element(
    'tr',
    { class: differs ? 'differs' : 'same' },
    element('th', { scope: 'row' }, element('code', {}, name)),
    element('td', {}, ...cell(own, mine)),
    element('td', {}, ...cell(other, theirs)),
  );
}
