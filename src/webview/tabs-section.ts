import type { PanelTab, PanelView } from '../panel-messages.js';
import { claimsSection } from './claims-section.js';
import { comparedSection } from './compared-section.js';
import type { PageContext } from './context.js';
import { button, element } from './dom.js';
import { gatewaySection } from './gateway-section.js';
import { pathSection } from './path-section.js';
import { sourcesSection } from './sources-section.js';

/** What stands below the answer, a tab each. A tab that has nothing to show is not there. */
const tabs: readonly { readonly name: PanelTab; readonly write: (view: PanelView, context: PageContext) => HTMLElement | null }[] = [
  { name: 'compared', write: comparedSection },
  { name: 'claims', write: claimsSection },
  { name: 'gateway', write: gatewaySection },
  { name: 'metadata', write: sourcesSection },
  { name: 'path', write: pathSection },
];

/** Tabs as the ARIA practices have them: one of them in the order of Tab, arrows, Home and End between them, shown as soon as they have the focus. */
export function tabsSection(view: PanelView, context: PageContext): HTMLElement | null {
  if (view.token === null && view.policies.length === 0 && view.explained === null) return null;
  const { words, sentences } = context.catalogue;
  const there = tabs.flatMap(({ name, write }) => {
    const content = write(view, context);
    return content === null ? [] : [{ name, content }];
  });
  const shown = there.find(({ name }) => name === context.state.tab) ?? there[0];
  if (shown === undefined) return null;
  const choose = (name: PanelTab): void => context.setState({ tab: name });
  const list = element(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': sentences['tabs-heading']() },
    ...there.map(({ name }) =>
      button(labelOf(name, view, context), `tab-${name}`, () => choose(name), {
        class: 'tab',
        role: 'tab',
        id: `tab-${name}`,
        'aria-selected': String(name === shown.name),
        'aria-controls': name === shown.name ? 'tab-panel' : false,
        tabindex: name === shown.name ? '0' : '-1',
        title: words.tabs[name],
      }),
    ),
  );
  list.addEventListener('keydown', event => {
    const next =
      there[
        stepOf(
          event.key,
          there.findIndex(({ name }) => name === shown.name),
          there.length,
        )
      ];
    if (next === undefined) return;
    event.preventDefault();
    choose(next.name);
  });
  return element(
    'section',
    { class: 'tabbed', 'aria-labelledby': 'tabs-heading' },
    element('h2', { id: 'tabs-heading', class: 'for-screen-readers' }, sentences['tabs-heading']()),
    list,
    element('div', { id: 'tab-panel', role: 'tabpanel', tabindex: '0', 'aria-labelledby': `tab-${shown.name}` }, shown.content),
  );
}

function labelOf(name: PanelTab, { token }: PanelView, { catalogue: { words, sentences } }: PageContext): string {
  return name === 'claims' && token !== null
    ? sentences['tab-with-count']({ label: words.tabs[name], count: token.count })
    : words.tabs[name];
}

/** Where a key leads from a tab; -1 for a key that leads nowhere. */
function stepOf(key: string, from: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % count;
    case 'ArrowLeft':
      return (from - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
