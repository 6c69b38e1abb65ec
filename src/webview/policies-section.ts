import type { PanelView } from '../panel-messages.js';
import type { CheckRow, PolicyCard, PolicyVerdict, ReportCard } from '../view.js';
import { goTo } from './context.js';
import type { PageContext } from './context.js';
import { button, element, foldable, table } from './dom.js';
import type { Child } from './dom.js';
import type { PageCatalogue } from './messages/catalogue.js';
import { outcomeBadge } from './verdict-section.js';

/** Every token policy with what the gateway tests, in its order. */
export function policiesSection(view: PanelView, context: PageContext): HTMLElement | null {
  if (view.policies.length === 0) return null;
  const { sentences } = context.catalogue;
  const judged = view.policies.some(policy => policy.prediction !== null);
  return element(
    'section',
    { 'aria-labelledby': 'policies-heading' },
    element('h2', { id: 'policies-heading' }, judged ? sentences['checks-heading']() : sentences['policies-heading']()),
    ...view.policies.map(policy => policyCard(policy, context)),
    judged ? foldable(sentences.legend(), 'legend', context.unfolded, context.setUnfolded, legend(context.catalogue)) : null,
  );
}

function policyCard(policy: PolicyCard, context: PageContext): HTMLElement {
  const key = `policy-${policy.index}`;
  const { sentences } = context.catalogue;
  const where = [policy.section, sentences.line({ line: policy.place.line })].filter(part => part !== null).join(', ');
  return element(
    'article',
    { class: 'policy', 'aria-labelledby': key },
    element(
      'div',
      { class: 'policy-title' },
      element(
        'h3',
        { id: key },
        button(policy.kind, key, () => goTo(context, policy.place), { class: 'link' }),
      ),
      element('span', { class: 'quiet' }, where),
      policy.prediction === null ? null : outcomeBadge(policy.prediction.outcome, context.catalogue, policy.prediction.answer),
    ),
    policy.condition === null ? null : element('p', { class: 'condition' }, policy.condition),
    ...(policy.prediction === null ? [] : verdictParts(policy, policy.prediction, context)),
  );
}

function verdictParts(policy: PolicyCard, prediction: PolicyVerdict, context: PageContext): Child[] {
  const { sentences } = context.catalogue;
  const reported = prediction.reports?.check ?? null;
  return [
    prediction.reports === null ? null : reportCard(prediction.reports, prediction.answer, context.catalogue),
    table(
      'checks',
      sentences['checks-caption']({ kind: policy.kind, line: policy.place.line }),
      sentences['check-columns'](),
      prediction.checks.map((check, index) => checkRow(check, `policy-${policy.index}-check-${index}`, check.check === reported, context)),
    ),
  ];
}

function reportCard(report: ReportCard, refuses: string, { sentences }: PageCatalogue): HTMLElement {
  const answer = sentences['gateway-reports']({ refuses });
  return element(
    'div',
    { class: 'report' },
    element('p', {}, answer, report.idx === null ? null : ' ', report.idx === null ? null : element('strong', {}, report.idx)),
    report.message === null
      ? element('p', { class: 'quiet' }, sentences['text-unknown']())
      : element('blockquote', {}, element('code', {}, report.message)),
    report.alternatives.length === 0
      ? null
      : element(
          'div',
          {},
          element('p', {}, sentences['may-report']()),
          element('ul', {}, ...report.alternatives.map(words => element('li', {}, words))),
        ),
  );
}

function checkRow(check: CheckRow, key: string, reported: boolean, context: PageContext): HTMLTableRowElement {
  const { place } = check;
  const { words, sentences } = context.catalogue;
  return element(
    'tr',
    { class: check.outcome },
    element('th', { scope: 'row' }, check.label),
    element(
      'td',
      {},
      outcomeBadge(check.outcome, context.catalogue),
      reported ? element('span', { class: 'tag' }, sentences.reported()) : null,
    ),
    element(
      'td',
      {},
      check.sentence === null ? null : element('p', {}, check.sentence),
      check.gatewayText === null || reported ? null : element('blockquote', {}, element('code', {}, check.gatewayText)),
      missingList(check, context.catalogue),
      element(
        'p',
        { class: 'quiet' },
        element('span', { title: words.certaintyMeanings[check.certainty] }, words.certainties[check.certainty]),
        place === null ? null : ' · ',
        place === null ? null : button(sentences.line({ line: place.line }), key, () => goTo(context, place), { class: 'link' }),
      ),
    ),
  );
}

/** What would decide the check, as far as the sentence does not name it already. */
function missingList({ missing, sentence }: CheckRow, { sentences }: PageCatalogue): HTMLElement | null {
  const unsaid = missing.filter(name => sentence === null || !sentence.includes(name));
  if (unsaid.length === 0) return null;
  const items = unsaid.map(name => element('li', {}, element('code', {}, name)));
  return element('div', {}, element('p', {}, sentences['needed-to-decide']()), element('ul', { class: 'missing' }, ...items));
}

/** Every word with its meaning. */
function pairWords<Name extends string>(
  words: Readonly<Record<Name, string>>,
  meanings: Readonly<Record<Name, string>>,
): [string, string][] {
  return (Object.keys(words) as Name[]).map(name => [words[name], meanings[name]]);
}

function legend({ words }: PageCatalogue): HTMLElement {
  const outcomes = pairWords(words.outcomes, words.outcomeMeanings);
  const certainties = pairWords(words.certainties, words.certaintyMeanings);
  return element(
    'dl',
    { class: 'legend' },
    ...[...outcomes, ...certainties].flatMap(([word, meaning]) => [element('dt', {}, word), element('dd', {}, meaning)]),
  );
}
