import type { PanelView } from '../panel-messages.js';
import type { PageContext } from './context.js';
import { button, element } from './dom.js';

/** What the user can do now, the obvious next step first. */
export function actionsSection(view: PanelView, context: PageContext): HTMLElement | null {
  if (view.actions.length === 0) return null;
  const { words, sentences } = context.catalogue;
  const buttons = view.actions.map((action, index) =>
    button(words.actions[action], `action-${action}`, () => context.send({ type: 'run', version: context.version, action }), {
      class: index === 0 ? 'primary' : 'secondary',
    }),
  );
  return element('div', { class: 'actions', role: 'group', 'aria-label': sentences.actions() }, ...buttons);
}
