import type { NextStep } from '../core/index.js';
import type { Copied } from '../panel-messages.js';
import type { FindingRow, Verdict } from '../view.js';
import { copiedKey, copy, goTo, type PageContext } from './context.js';
import { button, element, foldable } from './dom.js';
import { icon } from './icons.js';
import { showsDetail } from './verdict-section.js';

/** One finding with what to do. `index`: its place in the view; `verdict`: says the cause already, so that it is not said twice. */
export function findingItem(finding: FindingRow, index: number, verdict: Verdict | null, context: PageContext): HTMLElement {
  const { place, code, severity, title, detail, fixable } = finding;
  const { line } = place;
  const { sentences } = context.catalogue;
  return element(
    'li',
    { class: severity },
    title === verdict?.headline ? null : icon(severity),
    element(
      'div',
      {},
      title === verdict?.headline
        ? null
        : element(
            'p',
            {},
            element('span', { class: 'for-screen-readers' }, sentences['spoken-severity']({ severity })),
            element('strong', {}, title),
          ),
      detail === null || (verdict !== null && detail === verdict.detail && showsDetail(verdict)) ? null : element('p', {}, detail),
      stepsOf(finding, index, context),
      element(
        'p',
        { class: 'quiet code-line' },
        button(sentences['go-to-line']({ line }), `finding-${index}`, () => goTo(context, place), {
          class: 'link',
          'aria-label': sentences['spoken-go-to-line']({ line, code }),
        }),
        fixable
          ? button(sentences['show-fixes'](), `fixes-${index}`, () => goTo(context, place, true), {
              class: 'link',
              'aria-label': sentences['spoken-show-fixes']({ line, code }),
            })
          : null,
        element('span', {}, code),
      ),
    ),
  );
}

/** What a fix does as well is folded. */
function stepsOf({ steps, fixable }: FindingRow, index: number, context: PageContext): HTMLElement | null {
  if (steps.length === 0) return null;
  const items = steps.map((step, number) => stepItem(step, { kind: 'step', finding: index, step: number }, context));
  if (!fixable) return element('div', {}, ...items);
  return foldable(context.catalogue.sentences['by-hand'](), `steps-${index}`, context.unfolded, context.setUnfolded, ...items);
}

/** One thing to do, with what to copy below it; `place`: where the host finds that. */
export function stepItem({ what, copy: copied }: NextStep, place: Copied, context: PageContext): HTMLElement {
  if (copied === null) return element('div', { class: 'step' }, element('p', {}, what));
  const { words, sentences } = context.catalogue;
  const { kind, text } = copied;
  const key = copiedKey(place);
  return element(
    'div',
    { class: 'step' },
    element('p', {}, what),
    element(
      'div',
      { class: 'copy' },
      element('pre', {}, ...text.split('\n').map(line => element('div', {}, line))),
      element(
        'p',
        {},
        button(words.copyLabels[kind], key, () => copy(context, place), {
          class: 'secondary small',
          'aria-label': sentences['spoken-copy']({ kind, what }),
        }),
        element('span', { class: 'quiet', 'data-copied': key, 'aria-hidden': 'true' }),
      ),
    ),
  );
}
