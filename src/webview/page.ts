import { showInvisible } from '../core/text/visible-text.js';
import type { HostMessage, PageMessage, PanelView, StepPlace } from '../panel-messages.js';
import { actionsSection } from './actions-section.js';
import { claimsSection } from './claims-section.js';
import type { PageContext } from './context.js';
import { element } from './dom.js';
import { findingsSection, stepKey } from './findings-section.js';
import type { PageCatalogue } from './messages/catalogue.js';
import { pathSection } from './path-section.js';
import { policiesSection } from './policies-section.js';
import { sourcesSection } from './sources-section.js';
import { tokenSection } from './token-section.js';
import { announce, verdictSection } from './verdict-section.js';

/** The sections from top to bottom, each with the part of the view that it shows. */
const sections = [
  { name: 'verdict', part: (view: PanelView) => [view.document, view.policies, view.token === null], write: verdictSection },
  { name: 'path', part: (view: PanelView) => view.paths, write: pathSection },
  { name: 'actions', part: (view: PanelView) => view.actions, write: actionsSection },
  { name: 'token', part: (view: PanelView) => [view.token, view.now], write: tokenSection },
  { name: 'policies', part: (view: PanelView) => view.policies, write: policiesSection },
  { name: 'findings', part: (view: PanelView) => view.findings, write: findingsSection },
  { name: 'sources', part: (view: PanelView) => view.sources, write: sourcesSection },
  { name: 'claims', part: (view: PanelView) => [view.token?.claims, view.token?.header], write: claimsSection },
] as const;

/** Writes views into the page. What did not change stays in place, so that focus, selection and scrolling survive. */
export class Page {
  readonly #announcement: HTMLElement;
  readonly #catalogue: PageCatalogue;
  readonly #send: (message: PageMessage) => void;
  readonly #busy = element('p', { class: 'busy', role: 'status', hidden: true });
  /** What is said of a click, apart from the answer: each is heard by itself. */
  readonly #told = element('p', { class: 'for-screen-readers told', role: 'status' });
  readonly #slots = new Map<string, HTMLElement>();
  readonly #shown = new Map<string, string>();
  readonly #unfolded = new Set<string>();
  #showsPersonal = false;
  #view: PanelView | null = null;

  constructor(root: HTMLElement, announcement: HTMLElement, catalogue: PageCatalogue, send: (message: PageMessage) => void) {
    this.#announcement = announcement;
    this.#catalogue = catalogue;
    this.#send = send;
    for (const { name } of sections) {
      const slot = element('div', { class: `slot-${name}` });
      this.#slots.set(name, slot);
      root.append(slot);
      if (name === 'actions') root.append(this.#busy, this.#told);
    }
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'view':
        this.#view = message.view;
        this.#write(message.view);
        break;
      case 'busy':
        this.#busy.textContent = showInvisible(message.words ?? '');
        this.#busy.hidden = message.words === null;
        break;
      case 'copied':
        this.#sayCopied(message);
        break;
    }
  }

  /** Beside the button for who looks, and in words for who listens. */
  #sayCopied({ done, ...at }: StepPlace & { readonly done: boolean }): void {
    const { sentences } = this.#catalogue;
    const words = done ? sentences.copied() : sentences['not-copied']();
    for (const place of document.querySelectorAll('[data-copied]'))
      place.textContent = place.getAttribute('data-copied') === stepKey(at) ? words : '';
    this.#told.textContent = words;
  }

  #write(view: PanelView): void {
    if (view.token === null) this.#showsPersonal = false;
    for (const { name, part, write } of sections) {
      const key = JSON.stringify([part(view), name === 'claims' && this.#showsPersonal]);
      const slot = this.#slots.get(name);
      if (slot === undefined || this.#shown.get(name) === key) continue;
      this.#shown.set(name, key);
      keepFocus(slot, () => {
        const section = write(view, this.#context());
        slot.replaceChildren(...(section === null ? [] : [section]));
      });
    }
    const words = showInvisible(announce(view, this.#catalogue));
    if (this.#announcement.textContent !== words) this.#announcement.textContent = words;
  }

  /** The version is read at the click: an unchanged section serves later views, too. */
  #context(): PageContext {
    const currentVersion = () => this.#view?.version ?? 0;
    return {
      get version() {
        return currentVersion();
      },
      catalogue: this.#catalogue,
      send: message => {
        // The same words again are heard again only after they were gone.
        if (message.type === 'copy') this.#told.textContent = '';
        this.#send(message);
      },
      showsPersonal: this.#showsPersonal,
      setShowsPersonal: shows => {
        this.#showsPersonal = shows;
        if (this.#view !== null) this.#write(this.#view);
      },
      unfolded: this.#unfolded,
      setUnfolded: (key, isOpen) => {
        if (isOpen) this.#unfolded.add(key);
        else this.#unfolded.delete(key);
      },
    };
  }
}

/**
 * Writes a slot anew and gives the focus back to the element of the same key, where it had it. A page that does not have the focus itself
 * must not take it: whoever types in the policy would go on typing here.
 */
function keepFocus(slot: HTMLElement, write: () => void): void {
  const focused = document.hasFocus() ? document.activeElement : null;
  const key = focused !== null && slot.contains(focused) ? focused.getAttribute('data-key') : null;
  write();
  if (key === null) return;
  for (const candidate of slot.querySelectorAll<HTMLElement>('[data-key]')) {
    if (candidate.getAttribute('data-key') === key) candidate.focus({ preventScroll: true });
  }
}
