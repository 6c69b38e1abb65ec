import { showInvisible } from '../core/text/visible-text.js';
import type { Copied, HostMessage, PageMessage, PanelView } from '../panel-messages.js';
import { checksSection } from './checks-section.js';
import { copiedKey, type PageContext, type PageState } from './context.js';
import { element } from './dom.js';
import type { PageCatalogue } from './messages/catalogue.js';
import { stationsLine } from './path-section.js';
import { tabsSection } from './tabs-section.js';
import { tokenBar } from './token-bar.js';
import { announce, verdictSection } from './verdict-section.js';

/** What a section shows: it is written anew only when this has changed. */
type Part = (view: PanelView, state: PageState) => unknown;

const sections: readonly { readonly name: string; readonly part: Part; readonly write: typeof tabsSection }[] = [
  {
    name: 'verdict',
    part: view => [view.document, view.policies, view.token, view.tokens, view.actions, view.away, view.findings],
    write: verdictSection,
  },
  {
    name: 'checks',
    part: (view, { check, policy }) => [view.policies, view.findings, view.document?.prediction, check, check === undefined, policy],
    write: checksSection,
  },
  { name: 'track', part: view => view.paths, write: stationsLine },
  { name: 'tabs', part: (view, { tab, policy }) => [{ ...view, version: 0 }, tab, policy], write: tabsSection },
  {
    name: 'bar',
    part: view => [view.token?.id, view.tokens, view.actions, view.comparedWith, view.document?.prediction === null],
    write: tokenBar,
  },
];

/** Writes views into the page. What did not change stays in place, so that focus, selection and scrolling survive. */
export class Page {
  readonly #root: HTMLElement;
  readonly #announcement: HTMLElement;
  readonly #catalogue: PageCatalogue;
  readonly #send: (message: PageMessage) => void;
  readonly #busy = element('p', { class: 'busy', role: 'status', hidden: true });
  /** What is said of a click, apart from the answer: each is heard by itself. */
  readonly #told = element('p', { class: 'for-screen-readers told', role: 'status' });
  readonly #slots = new Map<string, HTMLElement>();
  readonly #shown = new Map<string, string>();
  readonly #unfolded = new Set<string>();
  #state: PageState = { tab: 'compared', policy: null, check: undefined };
  #view: PanelView | null = null;
  /** When the newest view came, by this page's clock (milliseconds). */
  #received = 0;

  constructor(root: HTMLElement, announcement: HTMLElement, catalogue: PageCatalogue, send: (message: PageMessage) => void) {
    this.#root = root;
    this.#announcement = announcement;
    this.#catalogue = catalogue;
    this.#send = send;
    for (const { name } of sections) {
      const slot = element('div', { class: `slot-${name}` });
      this.#slots.set(name, slot);
      root.append(slot);
      if (name === 'verdict') root.append(this.#busy, this.#told);
    }
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'view':
        this.#take(message.view);
        break;
      case 'busy':
        this.#busy.textContent = showInvisible(message.words ?? '');
        this.#busy.hidden = message.words === null;
        break;
      case 'copied':
        this.#sayCopied(message.what, message.done);
        break;
      case 'show':
        this.#change({ tab: message.tab });
        this.#slots.get('tabs')?.scrollIntoView({ block: 'start' });
        break;
    }
  }

  /** Writes anew how much time is left. */
  tick(): void {
    if (this.#view === null) return;
    const now = this.#view.now + Math.floor((performance.now() - this.#received) / 1000);
    const { sentences } = this.#catalogue;
    const write = (attribute: string, words: (seconds: number) => string): void => {
      for (const place of this.#root.querySelectorAll(`[${attribute}]`)) {
        const at = place.getAttribute(attribute) ?? '';
        const said = at === '' ? null : words(Number(at) - now);
        if (said !== null && place.textContent !== said) place.textContent = said;
      }
    };
    write('data-until', seconds => sentences['time-left']({ seconds }));
    write('data-from-now', seconds => sentences['from-now']({ seconds }));
  }

  #take(view: PanelView): void {
    const before = this.#view;
    this.#view = view;
    this.#received = performance.now();
    // What was opened of one document, or for one token, means nothing for the next.
    if (before?.token?.id !== view.token?.id || before?.document?.name !== view.document?.name)
      this.#state = { ...this.#state, policy: null, check: undefined };
    this.#root.classList.toggle('away', view.away);
    this.#write(view);
    // The answer to a new token is at the top.
    if (before !== null && view.token !== null && before.token?.id !== view.token.id) this.#root.scrollIntoView({ block: 'start' });
  }

  /** Beside the button for who looks, and in words for who listens. */
  #sayCopied(what: Copied, done: boolean): void {
    const { sentences } = this.#catalogue;
    const words = done ? sentences.copied() : sentences['not-copied']();
    const key = copiedKey(what);
    for (const place of document.querySelectorAll('[data-copied]'))
      place.textContent = place.getAttribute('data-copied') === key ? words : '';
    for (const place of document.querySelectorAll('[data-copies]'))
      place.classList.toggle('copied', done && place.getAttribute('data-copies') === key);
    this.#told.textContent = words;
  }

  #change(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    if (this.#view !== null) this.#write(this.#view);
  }

  #write(view: PanelView): void {
    for (const { name, part, write } of sections) {
      const key = JSON.stringify(part(view, this.#state));
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
    const currentVersion = (): number => this.#view?.version ?? 0;
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
      state: this.#state,
      setState: change => this.#change(change),
      unfolded: this.#unfolded,
      setUnfolded: (key, isOpen) => {
        if (isOpen) this.#unfolded.add(key);
        else this.#unfolded.delete(key);
      },
    };
  }
}

/**
 * Writes a slot anew and gives the focus back to the element of the same key, where it had it, with what is typed into it. A page that does not
 * have the focus itself must not take it: whoever types in the policy would go on typing here.
 */
function keepFocus(slot: HTMLElement, write: () => void): void {
  const focused = document.hasFocus() ? document.activeElement : null;
  const key = focused !== null && slot.contains(focused) ? focused.getAttribute('data-key') : null;
  const typed = focused instanceof HTMLInputElement ? { value: focused.value, caret: focused.selectionStart } : null;
  const isTab = focused?.getAttribute('role') === 'tab';
  write();
  if (key === null) return;
  const wanted = isTab ? '[role="tab"][aria-selected="true"]' : null;
  for (const candidate of slot.querySelectorAll<HTMLElement>(wanted ?? '[data-key]')) {
    if (wanted === null && candidate.getAttribute('data-key') !== key) continue;
    if (typed !== null && candidate instanceof HTMLInputElement) {
      candidate.value = typed.value;
      candidate.setSelectionRange(typed.caret, typed.caret);
    }
    candidate.focus({ preventScroll: true });
  }
}
