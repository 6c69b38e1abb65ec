import type { Copied, PageMessage, PanelTab } from '../panel-messages.js';
import type { Place } from '../token-cards.js';
import { button, element } from './dom.js';
import { icon } from './icons.js';
import type { PageCatalogue } from './messages/catalogue.js';

/** What the user has opened in the page; it is forgotten with the page. */
export interface PageState {
  readonly tab: PanelTab;
  /** Which token policy's checks are shown; null for the one that decides. */
  readonly policy: number | null;
  /** The check that is open; null for none, undefined for the one that fails. */
  readonly check: string | null | undefined;
}

/** What the sections need beside the view. */
export interface PageContext {
  /** The number of the view that is shown. */
  readonly version: number;
  /** What the page says by itself, in the language in force. */
  readonly catalogue: PageCatalogue;
  readonly send: (message: PageMessage) => void;
  readonly state: PageState;
  readonly setState: (change: Partial<PageState>) => void;
  /** The keys of the parts that are unfolded. */
  readonly unfolded: ReadonlySet<string>;
  readonly setUnfolded: (key: string, isOpen: boolean) => void;
}

/** Asks the host to show a place of the policy in its editor. */
export function goTo(context: PageContext, place: Place, fixes = false): void {
  context.send({ type: 'go-to', version: context.version, place, fixes });
}

/** A link to a line of the policy. */
export function lineLink(context: PageContext, place: Place, key: string): HTMLButtonElement {
  const { sentences } = context.catalogue;
  return button(sentences.line({ line: place.line }), key, () => goTo(context, place), { class: 'link' });
}

/** Asks the host to copy. It has the same view, and takes no text from here. */
export function copy(context: PageContext, what: Copied): void {
  context.send({ type: 'copy', version: context.version, what });
}

/** A small button that copies; `label`: what, for who hears it and who points at it. */
export function copyButton(context: PageContext, what: Copied, label: string): HTMLButtonElement {
  const key = copiedKey(what);
  const made = button('', key, () => copy(context, what), { class: 'icon-button', 'aria-label': label, title: label, 'data-copies': key });
  made.append(icon('copy'), element('span', { class: 'done' }, icon('done')));
  return made;
}

/** Names what is copied in the page. */
export function copiedKey(what: Copied): string {
  return `copy-${Object.values(what).join('-')}`;
}
