import type { NextStep } from '../core/index.js';
import type { PanelView, StepPlace } from '../panel-messages.js';
import type { FindingRow } from '../view.js';
import { goTo } from './context.js';
import type { PageContext } from './context.js';
import { button, element } from './dom.js';
import { icon } from './icons.js';

/** What the diagnosis says about the document, with the way to each place and its fixes. */
export function findingsSection(view: PanelView, context: PageContext): HTMLElement | null {
  if (view.findings.length === 0) return null;
  return element(
    'section',
    { 'aria-labelledby': 'findings-heading' },
    element('h2', { id: 'findings-heading' }, context.catalogue.sentences['findings-heading']()),
    element('ul', { class: 'findings' }, ...view.findings.map((finding, index) => findingItem(finding, index, context))),
  );
}

function findingItem(finding: FindingRow, index: number, context: PageContext): HTMLElement {
  const { place, code, severity } = finding;
  const { line } = place;
  const { sentences } = context.catalogue;
  return element(
    'li',
    { class: severity },
    icon(severity),
    element(
      'div',
      {},
      element(
        'p',
        {},
        element('span', { class: 'for-screen-readers' }, sentences['spoken-severity']({ severity })),
        element('strong', {}, finding.title),
      ),
      finding.detail === null ? null : element('p', {}, finding.detail),
      ...finding.steps.map((step, number) => stepItem(step, { finding: index, step: number }, context)),
      finding.gatewayText === null ? null : element('blockquote', {}, element('code', {}, finding.gatewayText)),
      element(
        'p',
        { class: 'quiet' },
        `${code} · `,
        button(sentences['go-to-line']({ line }), `finding-${index}`, () => goTo(context, place), {
          class: 'link',
          'aria-label': sentences['spoken-go-to-line']({ line, code }),
        }),
        finding.fixable ? ' · ' : null,
        finding.fixable
          ? button(sentences['show-fixes'](), `fixes-${index}`, () => goTo(context, place, true), {
              class: 'link',
              'aria-label': sentences['spoken-show-fixes']({ line, code }),
            })
          : null,
      ),
    ),
  );
}

/** One thing to do, with what to copy below it. The host copies: it has the same view, and takes no text from here. */
function stepItem({ what, copy }: NextStep, at: StepPlace, context: PageContext): HTMLElement {
  if (copy === null) return element('div', { class: 'step' }, element('p', {}, what));
  const { words, sentences } = context.catalogue;
  const { kind, text } = copy;
  const key = stepKey(at);
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
        button(words.copyLabels[kind], key, () => context.send({ type: 'copy', version: context.version, ...at }), {
          class: 'secondary small',
          'aria-label': sentences['spoken-copy']({ kind, what }),
        }),
        element('span', { class: 'quiet', 'data-copied': key, 'aria-hidden': 'true' }),
      ),
    ),
  );
}

/** Names a step of a finding in the page. */
export function stepKey({ finding, step }: StepPlace): string {
  return `copy-${finding}-${step}`;
}
