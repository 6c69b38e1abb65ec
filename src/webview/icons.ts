import { svg } from './dom.js';

/** Shapes on a 16 × 16 ground: a circle or another outline, and the sign in it. They differ in shape, not only in colour. */
const shapes = {
  pass: ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z', 'M5 8.2l2.1 2.1L11.2 6'],
  fail: ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z', 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8'],
  uncertain: ['M8 1.8L15 14H1z', 'M8 6.4v3.4M8 11.7v.3'],
  unresolved: ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z', 'M6.2 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.2M8 11.3v.2'],
  error: ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z', 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8'],
  warning: ['M8 1.8L15 14H1z', 'M8 6.4v3.4M8 11.7v.3'],
  information: ['M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z', 'M8 7.4v4M8 4.8v.3'],
  hint: ['M8 1.5a4.5 4.5 0 0 0-2.5 8.2v2.1h5V9.7A4.5 4.5 0 0 0 8 1.5z', 'M6.2 14h3.6'],
  copy: ['M5.5 4.5v-2h8v8h-2', 'M2.5 5.5h8v8h-8z'],
  done: ['M3 8.5l3.2 3.2L13 5'],
} as const;

export type IconName = keyof typeof shapes;

/** Draws an icon. It says nothing to a screen reader: a word stands beside it. */
export function icon(name: IconName): SVGSVGElement {
  const drawing = svg('svg', { viewBox: '0 0 16 16', class: `icon ${name}`, 'aria-hidden': 'true' });
  drawing.append(...shapes[name].map(d => svg('path', { d })));
  return drawing;
}
