import type { PanelView } from '../panel-messages.js';
import type { PathRow, PathsCard, StationCard } from '../view.js';
import type { PageContext } from './context.js';
import { button, element, type Child } from './dom.js';
import { icon, type IconName } from './icons.js';
import type { PageCatalogue } from './messages/catalogue.js';

/** The stations of the path in one line: where the request goes, and where it is refused. */
export function stationsLine({ paths }: PanelView, context: PageContext): HTMLElement | null {
  if (paths === null || paths.stations.length === 0) return null;
  const { sentences, words } = context.catalogue;
  return element(
    'nav',
    { class: 'track', 'aria-label': sentences['path-heading']() },
    element(
      'ol',
      {},
      ...paths.stations.map(({ scope, kind, outcome, decides, place }, at) => {
        const said = words.stations[outcome];
        const go = (): void => context.send({ type: 'go-to-station', version: context.version, station: at });
        const content = [iconOf(outcome), element('span', {}, scope), element('span', { class: 'for-screen-readers' }, ` ${said}`)];
        const title = kind === null ? said : `${kind}: ${said}`;
        const shown = place === null ? element('span', { title }) : button('', `track-${at}`, go, { class: 'link', title });
        shown.append(...content.filter(each => each !== null));
        return element('li', { class: `${outcome}${decides ? ' decides' : ''}` }, shown);
      }),
    ),
  );
}

/** The path of the request: its stations one after the other, and where several paths meet the document, all of them to choose from. */
export function pathSection({ paths }: PanelView, context: PageContext): HTMLElement | null {
  if (paths === null) return null;
  const { sentences } = context.catalogue;
  const row = paths.rows[paths.inForce];
  return element(
    'div',
    { class: 'path' },
    row === undefined ? null : element('p', { class: 'path-name' }, row.name),
    element(
      'ol',
      { class: 'stations', 'aria-label': sentences['path-heading']() },
      ...paths.stations.map((each, at) => station(each, at, context)),
    ),
    ...paths.branches.map(words => element('p', {}, words)),
    paths.unread === null ? null : element('p', { class: 'quiet' }, paths.unread),
    paths.rows.length > 1 ? chooser(paths, context) : null,
  );
}

function station({ scope, kind, outcome, conditional, decides, place }: StationCard, at: number, context: PageContext): HTMLElement {
  const { sentences, words } = context.catalogue;
  const label = kind === null ? scope : sentences.station({ scope, kind });
  const go = (): void => context.send({ type: 'go-to-station', version: context.version, station: at });
  const shown = place === null ? label : button(label, `station-${at}`, go, { class: 'link' });
  return element(
    'li',
    { class: `station ${outcome}${decides ? ' decides' : ''}` },
    element('span', { class: 'station-name' }, shown),
    element(
      'span',
      { class: 'badge' },
      iconOf(outcome),
      words.stations[outcome],
      decides ? element('span', { class: 'tag' }, sentences['station-decides']()) : null,
    ),
    conditional ? element('span', { class: 'quiet' }, sentences['station-conditional']()) : null,
    place === null ? null : element('span', { class: 'quiet' }, sentences['station-place'](place)),
  );
}

const icons: Readonly<Partial<Record<StationCard['outcome'], IconName>>> = {
  pass: 'pass',
  fail: 'fail',
  uncertain: 'uncertain',
  unresolved: 'unresolved',
  answers: 'warning',
  'may-answer': 'uncertain',
  'not-read': 'unresolved',
};

function iconOf(outcome: StationCard['outcome']): Child {
  const name = icons[outcome];
  return name === undefined ? null : icon(name);
}

/** One button a path; the one in force is pressed. */
function chooser({ rows, inForce, more }: PathsCard, context: PageContext): HTMLElement {
  const { sentences } = context.catalogue;
  return element(
    'div',
    { class: 'paths', role: 'group', 'aria-labelledby': 'paths-heading' },
    element('h2', { id: 'paths-heading' }, sentences['paths-heading']({ count: rows.length + more })),
    element('ul', {}, ...rows.map((row, at) => element('li', {}, choice(row, at, at === inForce, context)))),
    more === 0 ? null : element('p', { class: 'quiet' }, sentences['paths-more']({ count: more })),
  );
}

function choice(row: PathRow, at: number, isInForce: boolean, context: PageContext): HTMLElement {
  const label = nameRow(row, context.catalogue);
  const choose = (): void => context.send({ type: 'choose-path', version: context.version, path: at });
  const made = button(label, `path-${row.key}`, choose, { class: 'choice', 'aria-pressed': String(isInForce) });
  if (row.outcome !== null) made.prepend(icon(row.outcome === 'answered' ? 'warning' : row.outcome), ' ');
  return made;
}

function nameRow({ name, answer }: PathRow, { sentences }: PageCatalogue): string {
  return answer === null ? name : sentences['path-choice']({ name, answer });
}
