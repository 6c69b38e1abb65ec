import type { TokenCard } from '../token-cards.js';
import type { PageContext } from './context.js';
import { element, svg, type Child } from './dom.js';

/** Where the bar ends, in its own units. */
const width = 1000;

/** Where in its life the token is: from its beginning to its end, with now between them, or outside. Null where it says no end. */
export function validityBar({ times }: TokenCard, now: number, context: PageContext): HTMLElement | null {
  const { sentences } = context.catalogue;
  const momentOf = (claim: string): number | undefined => times.find(time => time.claim === claim)?.at;
  const [issued, begins, ends] = [momentOf('iat'), momentOf('nbf'), momentOf('exp')];
  const start = begins ?? issued;
  if (ends === undefined || start === undefined || ends <= start) return null;
  const [from, to] = [Math.min(start, issued ?? start, now), Math.max(ends, now)];
  const at = (moment: number): number => Math.round(((moment - from) / (to - from)) * width);
  const isValid = start <= now && now < ends;
  const bar = svg('svg', { viewBox: `0 0 ${width} 12`, preserveAspectRatio: 'none', class: 'life-bar', 'aria-hidden': 'true' });
  bar.append(
    svg('rect', { class: 'track', x: '0', y: '4', width: String(width), height: '4' }),
    svg('rect', { class: 'life', x: String(at(start)), y: '4', width: String(at(ends) - at(start)), height: '4' }),
    svg('rect', {
      class: 'spent',
      x: String(at(start)),
      y: '4',
      width: String(Math.max(0, at(Math.min(now, ends)) - at(start))),
      height: '4',
    }),
    svg('rect', { class: 'now', x: String(Math.min(width - 4, at(now))), y: '0', width: '4', height: '12' }),
  );
  const labels = (['iat', 'nbf', 'exp'] as const).flatMap(claim => {
    const moment = momentOf(claim);
    return moment === undefined ? [] : [element('li', {}, element('code', {}, claim), ' ', ...momentParts(moment, now, context))];
  });
  return element(
    'div',
    { class: `life-of ${isValid ? 'valid' : 'invalid'}`, role: 'group', 'aria-label': sentences['lifetime-heading']() },
    bar,
    element('ul', { class: 'moments' }, ...labels),
  );
}

/** A moment as the user's clock shows it, with UTC at hand, and how far it is. */
export function momentParts(at: number, now: number, { catalogue: { sentences } }: PageContext): Child[] {
  const date = new Date(at * 1000);
  if (Number.isNaN(date.getTime())) return [element('time', { datetime: '' }, String(at))];
  const today = new Date(now * 1000).toDateString() === date.toDateString();
  // As the user's own clock writes it.
  const local = today ? date.toLocaleTimeString() : date.toLocaleString();
  const utc = date.toISOString().replace('T', ' ').replace('.000Z', ' UTC');
  return [
    element('time', { datetime: date.toISOString(), title: utc }, local),
    ' ',
    element('span', { class: 'quiet', 'data-from-now': String(at) }, sentences['from-now']({ seconds: at - now })),
  ];
}
