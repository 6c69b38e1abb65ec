import type { PanelActionName, PanelView } from '../panel-messages.js';
import { copiedKey, copy, type PageContext } from './context.js';
import { button, element } from './dom.js';
import { tokenSelect } from './token-choice.js';

/** What can be done with the tokens of the session: the quiet end of the panel. */
export function tokenBar(view: PanelView, context: PageContext): HTMLElement | null {
  if (view.token === null) return null;
  const { words, sentences } = context.catalogue;
  const run = (action: PanelActionName) => (): void => context.send({ type: 'run', version: context.version, action });
  const report = { kind: 'report' } as const;
  return element(
    'footer',
    { class: 'token-bar' },
    view.tokens.length < 2 ? null : comparing(view, context),
    element(
      'div',
      { class: 'actions', role: 'group', 'aria-label': sentences.actions() },
      view.document?.prediction == null
        ? null
        : button(sentences['copy-report'](), copiedKey(report), () => copy(context, report), { class: 'secondary' }),
      ...view.actions
        .filter(action => !elsewhere.includes(action))
        .map(action => button(words.actions[action], `action-${action}`, run(action), { class: 'secondary' })),
      element('span', { class: 'quiet', 'data-copied': copiedKey(report), 'aria-hidden': 'true' }),
    ),
  );
}

/** What has its own place above. */
const elsewhere: readonly PanelActionName[] = ['fetch-metadata', 'explain-gateway-error'];

function comparing(view: PanelView, context: PageContext): HTMLElement {
  const { sentences } = context.catalogue;
  const compare = (token: number | null): void => {
    context.send({ type: 'compare', version: context.version, token });
    if (token !== null) context.setState({ tab: 'claims' });
  };
  return element(
    'p',
    { class: 'comparing' },
    element('span', { 'aria-hidden': 'true' }, sentences['compare-with']()),
    tokenSelect('compare', sentences['compare-with'](), view, view.comparedWith ?? -1, compare, context),
    view.comparedWith === null ? null : button(sentences['compare-no-more'](), 'compare-end', () => compare(null), { class: 'link' }),
  );
}
