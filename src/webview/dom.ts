import { showInvisible } from '../core/text/visible-text.js';

/** What may stand inside an element. Text is only ever set as text, never as markup. */
export type Child = Node | string | null;

/** Attributes as they stand in markup; `true` writes the bare attribute, `false` leaves it out. */
type Attributes = Readonly<Record<string, string | boolean>>;

/** Makes an element. What nobody sees in a text, or what turns its direction, is shown as what it is. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter(child => child !== null).map(child => (typeof child === 'string' ? showInvisible(child) : child)));
  return made;
}

/** Makes a button. `key` names it across renderings, so that the keyboard focus survives them. */
export function button(label: string, key: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', 'data-key': key, ...attributes }, label);
  made.addEventListener('click', onClick);
  return made;
}

/** A part that unfolds. `isOpen` and `onToggle` keep its state across renderings. */
export function foldable(
  summary: string,
  key: string,
  open: ReadonlySet<string>,
  onToggle: (key: string, isOpen: boolean) => void,
  ...children: readonly Child[]
): HTMLDetailsElement {
  const made = element('details', { open: open.has(key) }, element('summary', { 'data-key': key }, summary), ...children);
  made.addEventListener('toggle', () => onToggle(key, made.open));
  return made;
}

const drawing = 'http://www.w3.org/2000/svg';

/** Makes a part of a drawing. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS(drawing, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** A table with headings for its columns. Each row's cells come ready, its own heading first. */
export function table(
  className: string,
  caption: string,
  columns: readonly string[],
  rows: readonly HTMLTableRowElement[],
): HTMLTableElement {
  return element(
    'table',
    { class: className },
    element('caption', { class: 'for-screen-readers' }, caption),
    element('thead', {}, element('tr', {}, ...columns.map(column => element('th', { scope: 'col' }, column)))),
    element('tbody', {}, ...rows),
  );
}
