import type { PanelView } from '../panel-messages.js';
import type { NextStep } from '../core/index.js';
import type { FindingRow } from '../view.js';
import { goTo } from './context.js';
import type { PageContext } from './context.js';
import { button, element } from './dom.js';
import { icon } from './icons.js';
import { severityWords } from './labels.js';

/** What the diagnosis says about the document, with the way to each place and its fixes. */
export function findingsSection(view: PanelView, context: PageContext): HTMLElement | null {
  if (view.findings.length === 0) return null;
  return element(
    'section',
    { 'aria-labelledby': 'findings-heading' },
    element('h2', { id: 'findings-heading' }, 'Findings'),
    element('ul', { class: 'findings' }, ...view.findings.map((finding, index) => findingItem(finding, index, context))),
  );
}

function findingItem(finding: FindingRow, index: number, context: PageContext): HTMLElement {
  const { place } = finding;
  return element(
    'li',
    { class: finding.severity },
    icon(finding.severity),
    element(
      'div',
      {},
      element(
        'p',
        {},
        element('span', { class: 'for-screen-readers' }, `${severityWords[finding.severity]}: `),
        element('strong', {}, finding.title),
      ),
      finding.detail === null ? null : element('p', {}, finding.detail),
      ...finding.steps.map(stepItem),
      finding.gatewayText === null ? null : element('blockquote', {}, element('code', {}, finding.gatewayText)),
      element(
        'p',
        { class: 'quiet' },
        `${finding.code} · `,
        button(`Go to line ${place.line}`, `finding-${index}`, () => goTo(context, place), {
          class: 'link',
          'aria-label': `Go to line ${place.line}: ${finding.code}`,
        }),
        finding.fixable ? ' · ' : null,
        finding.fixable
          ? button('Show fixes', `fixes-${index}`, () => goTo(context, place, true), {
              class: 'link',
              'aria-label': `Show fixes for ${finding.code}, line ${place.line}`,
            })
          : null,
      ),
    ),
  );
}

/** One thing to do, with what to copy below it. */
function stepItem({ what, copy }: NextStep): HTMLElement {
  const lines = copy === null ? [] : copy.text.split('\n').map(line => element('div', {}, line));
  return element('div', { class: 'step' }, element('p', {}, what), lines.length === 0 ? null : element('pre', {}, ...lines));
}
