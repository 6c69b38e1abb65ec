import type { PanelView } from '../panel-messages.js';
import type { CheckRow, ErrorExplanation, PolicyVerdict, RelatedFinding } from '../view.js';
import { shownPolicy } from './checks-section.js';
import { copyButton, goTo, lineLink, type PageContext } from './context.js';
import { button, element, type Child } from './dom.js';
import { stepItem } from './finding-item.js';

/** What the gateway reports in its own words, what else it may report, and what a pasted error means. */
export function gatewaySection(view: PanelView, context: PageContext): HTMLElement | null {
  const { words, sentences } = context.catalogue;
  const prediction = shownPolicy(view, context)?.prediction ?? null;
  const explain = (): void => context.send({ type: 'run', version: context.version, action: 'explain-gateway-error' });
  return element(
    'div',
    {},
    ...(view.explained === null ? [] : explanationParts(view.explained, context)),
    ...(prediction === null ? [] : reportParts(prediction, context)),
    prediction === null || prediction.reports !== null ? null : element('p', { class: 'quiet' }, sentences['nothing-reported']()),
    element('p', { class: 'explain' }, button(words.actions['explain-gateway-error'], 'explain', explain, { class: 'secondary' })),
  );
}

function reportParts({ reports, answer, checks }: PolicyVerdict, context: PageContext): Child[] {
  if (reports === null) return [];
  const { sentences } = context.catalogue;
  const { idx, message, alternatives } = reports;
  const others = checks.filter(({ check, outcome, gatewayText }) => check !== reports.check && outcome === 'fail' && gatewayText !== null);
  return [
    element(
      'h2',
      {},
      sentences['gateway-reports']({ refuses: answer }),
      idx === null ? null : ' ',
      idx === null ? null : element('strong', {}, idx),
    ),
    message === null
      ? element('p', { class: 'quiet' }, sentences['text-unknown']())
      : element(
          'div',
          { class: 'report' },
          element('blockquote', {}, element('code', {}, message)),
          copyButton(context, { kind: 'gateway-text' }, sentences['copy-gateway-text']()),
        ),
    alternatives.length === 0 ? null : element('p', {}, sentences['may-report']()),
    alternatives.length === 0
      ? null
      : element(
          'ul',
          { class: 'alternatives' },
          ...alternatives.map(({ label, idx: code, because }) =>
            element('li', {}, element('strong', {}, code ?? label), element('span', { class: 'quiet' }, because)),
          ),
        ),
    ...(others.length === 0
      ? []
      : [element('p', {}, sentences['fails-next']()), element('ul', { class: 'next' }, ...others.map(nextItem))]),
  ];
}

function nextItem({ label, gatewayText }: CheckRow): HTMLElement {
  return element('li', {}, element('strong', {}, label), element('blockquote', {}, element('code', {}, gatewayText ?? '')));
}

function explanationParts(explanations: readonly ErrorExplanation[], context: PageContext): Child[] {
  const { sentences } = context.catalogue;
  return [
    element(
      'h2',
      { id: 'explained-heading' },
      element('span', {}, sentences['explained-heading']()),
      copyButton(context, { kind: 'explanation' }, sentences['copy-explanation']()),
    ),
    ...explanations.map((each, index) => explanationCard(each, index, context)),
  ];
}

function explanationCard(
  { idx, matches, answeredBy, explanation, cures, nextSteps, place, findings }: ErrorExplanation,
  index: number,
  context: PageContext,
): HTMLElement {
  return element(
    'article',
    { class: 'explained' },
    element('p', {}, idx === null ? null : element('strong', {}, idx), idx === null ? null : ' ', answeredBy),
    matches === null ? null : element('p', { class: 'matches' }, matches),
    element('p', {}, explanation),
    element('ul', { class: 'cures' }, ...cures.map(cure => element('li', {}, cure))),
    // Without anything to copy the steps are the cures.
    ...nextSteps.map((step, number) =>
      step.copy === null ? null : stepItem(step, { kind: 'explained-step', explanation: index, step: number }, context),
    ),
    ...findings.map((finding, number) => relatedItem(finding, `related-${index}-${number}`, context)),
    place === null ? null : element('p', {}, lineLink(context, place, `explained-${index}`)),
  );
}

/** What was found in the policy anyway, with its fix where it has one. */
function relatedItem({ title, place, fix }: RelatedFinding, key: string, context: PageContext): HTMLElement {
  const { sentences } = context.catalogue;
  return element(
    'p',
    { class: 'related' },
    element('span', {}, `${title} `),
    fix === null
      ? lineLink(context, place, key)
      : button(sentences['show-fixes-at']({ line: place.line }), key, () => goTo(context, place, true), { class: 'link', title: fix }),
  );
}
