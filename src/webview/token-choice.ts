import type { PanelView, TokenChoice } from '../panel-messages.js';
import type { PageContext } from './context.js';
import { element } from './dom.js';
import type { PageCatalogue } from './messages/catalogue.js';

/** The token in force with its time left; where the session has several, as a list to choose from. */
export function tokenInForce(view: PanelView, context: PageContext): HTMLElement | null {
  const { sentences, words } = context.catalogue;
  const { tokens, token } = view;
  if (token === null && tokens.length === 0) return null;
  const expires = token?.times.find(({ claim }) => claim === 'exp')?.at ?? null;
  const isBroken = token !== null && token.problem !== null;
  const left =
    token === null || isBroken
      ? null
      : element(
          'span',
          { class: 'left', 'data-until': expires === null ? '' : String(expires) },
          sentences['time-left']({ seconds: expires === null ? null : expires - view.now }),
        );
  const choose = (index: number): void => context.send({ type: 'use-token', version: context.version, token: index });
  const name =
    tokens.length > 1 || token === null
      ? tokenSelect(
          'token',
          sentences['token-in-force'](),
          view,
          tokens.findIndex(({ isInForce }) => isInForce),
          choose,
          context,
        )
      : element('span', { title: token.kindLabel }, words.kinds[token.kind]);
  return element(
    'p',
    { class: 'of-token' },
    name,
    token?.sample === true ? element('span', { class: 'tag' }, sentences.sample()) : null,
    left,
  );
}

/** A list of the session's tokens. `chosen`: from 0; -1 for none. */
export function tokenSelect(
  key: string,
  label: string,
  { tokens, now }: PanelView,
  chosen: number,
  choose: (index: number) => void,
  { catalogue }: PageContext,
): HTMLSelectElement {
  const made = element(
    'select',
    { 'data-key': key, 'aria-label': label },
    chosen < 0 ? element('option', { value: '' }, catalogue.sentences['no-token-chosen']()) : null,
    ...tokens.map((token, index) =>
      element('option', { value: String(index), selected: index === chosen }, nameToken(token, index, now, catalogue)),
    ),
  );
  made.addEventListener('change', () => {
    if (made.value !== '') choose(Number(made.value));
  });
  return made;
}

/** How long the one in force lives stands beside the list. */
function nameToken(
  { kind, expires, isBroken, isInForce }: TokenChoice,
  index: number,
  now: number,
  { words, sentences }: PageCatalogue,
): string {
  const left = isBroken || isInForce ? '' : sentences['time-left']({ seconds: expires === null ? null : expires - now });
  return sentences['token-choice']({ number: index + 1, kind: words.kinds[kind], left });
}
