import type { PanelView } from '../panel-messages.js';
import type { SourceRow } from '../view.js';
import { shownPolicy } from './checks-section.js';
import type { PageContext } from './context.js';
import { button, element, table } from './dom.js';
import { icon, type IconName } from './icons.js';
import { outcomeBadge } from './verdict-section.js';

/** The metadata documents and key sets that matter here: what they say of the signature, where each came from, when, and what was wrong with it. */
export function sourcesSection(view: PanelView, context: PageContext): HTMLElement | null {
  if (view.sources.length === 0) return null;
  const { words, sentences } = context.catalogue;
  const policy = shownPolicy(view, context);
  const signature = policy?.prediction?.checks.find(({ check }) => check === 'signature');
  const kid = policy?.compared.find(({ name, part }) => name === 'kid' && part === 'header')?.value ?? null;
  const fetch = (): void => context.send({ type: 'run', version: context.version, action: 'fetch-metadata' });
  return element(
    'div',
    {},
    signature === undefined
      ? null
      : element(
          'p',
          { class: 'verified' },
          element('strong', {}, signature.label),
          outcomeBadge(signature.outcome, context.catalogue),
          kid === null ? null : element('span', { class: 'quiet' }, sentences['signed-with-key'](), ' ', element('code', {}, kid)),
        ),
    signature?.sentence == null ? null : element('p', {}, signature.sentence),
    table(
      'sources',
      sentences['sources-caption'](),
      sentences['source-columns'](),
      view.sources.map((source, index) => sourceRow(source, index, context)),
    ),
    view.actions.includes('fetch-metadata')
      ? element('p', {}, button(words.actions['fetch-metadata'], 'fetch', fetch, { class: 'secondary' }))
      : null,
  );
}

function sourceRow(source: SourceRow, index: number, context: PageContext): HTMLTableRowElement {
  const { address } = source;
  const { words, sentences } = context.catalogue;
  const open = (): void => context.send({ type: 'open-source', version: context.version, address });
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element('span', {}, words.documents[source.document]),
      element('span', { class: 'quiet' }, ` ${source.purpose}`),
      element('code', {}, address),
    ),
    element(
      'td',
      {},
      element('p', { class: 'state' }, icon(stateIcon(source)), stateWords(source, context)),
      source.problem === null ? null : element('p', {}, source.problem),
      source.summary === null ? null : element('p', { class: 'quiet' }, source.summary),
      source.from === null
        ? null
        : button(sentences['show-document'](), `source-${index}`, open, {
            class: 'link',
            'aria-label': sentences['spoken-show-document']({ address }),
          }),
    ),
  );
}

function stateIcon({ from, problem }: SourceRow): IconName {
  if (from === null) return problem === null ? 'unresolved' : 'fail';
  return problem === null ? 'pass' : 'uncertain';
}

function stateWords({ from, problem, moment }: SourceRow, { catalogue: { words, sentences } }: PageContext): string {
  if (from !== null) return sentences.available({ moment: moment ?? words.origins[from] });
  return problem === null ? sentences.missing({ moment }) : sentences.failed({ moment });
}
