import type { PanelView } from '../panel-messages.js';
import type { SourceRow } from '../view.js';
import type { PageContext } from './context.js';
import { button, element, table } from './dom.js';
import { icon } from './icons.js';
import type { IconName } from './icons.js';
import type { PageCatalogue } from './messages/catalogue.js';

/** The metadata documents and key sets that matter here: where each came from, when, and what was wrong with it. */
export function sourcesSection(view: PanelView, context: PageContext): HTMLElement | null {
  if (view.sources.length === 0) return null;
  const { sentences } = context.catalogue;
  return element(
    'section',
    { 'aria-labelledby': 'sources-heading' },
    element('h2', { id: 'sources-heading' }, sentences['sources-heading']()),
    table(
      'sources',
      sentences['sources-caption'](),
      sentences['source-columns'](),
      view.sources.map((source, index) => sourceRow(source, index, context)),
    ),
  );
}

function sourceRow(source: SourceRow, index: number, context: PageContext): HTMLTableRowElement {
  const { address } = source;
  const { words, sentences } = context.catalogue;
  const open = () => context.send({ type: 'open-source', version: context.version, address });
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element('span', {}, words.documents[source.document]),
      element('span', { class: 'quiet' }, ` ${source.purpose}`),
      source.from === null
        ? element('code', {}, address)
        : button(address, `source-${index}`, open, { class: 'link address', title: sentences['show-document']() }),
    ),
    element(
      'td',
      {},
      element('p', { class: 'state' }, icon(stateIcon(source)), stateWords(source, context.catalogue)),
      source.problem === null ? null : element('p', {}, source.problem),
      source.summary === null ? null : element('p', { class: 'quiet' }, source.summary),
    ),
  );
}

function stateIcon({ from, problem }: SourceRow): IconName {
  if (from === null) return problem === null ? 'unresolved' : 'fail';
  return problem === null ? 'pass' : 'uncertain';
}

function stateWords({ from, problem, moment }: SourceRow, { words, sentences }: PageCatalogue): string {
  if (from !== null) return sentences.available({ moment: moment ?? words.origins[from] });
  return problem === null ? sentences.missing({ moment }) : sentences.failed({ moment });
}
