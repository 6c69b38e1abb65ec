import type { PanelView } from '../panel-messages.js';
import type { CheckRow, PolicyCard, PolicyVerdict, ReportCard } from '../view.js';
import { goTo } from './context.js';
import type { PageContext } from './context.js';
import { button, element, foldable, table } from './dom.js';
import type { Child } from './dom.js';
import { certaintyMeanings, certaintyWords, outcomeMeanings, outcomeWords } from './labels.js';
import { outcomeBadge } from './verdict-section.js';

/** Every token policy with what the gateway tests, in its order. */
export function policiesSection(view: PanelView, context: PageContext): HTMLElement | null {
  if (view.policies.length === 0) return null;
  const judged = view.policies.some(policy => policy.prediction !== null);
  return element(
    'section',
    { 'aria-labelledby': 'policies-heading' },
    element('h2', { id: 'policies-heading' }, judged ? 'What the gateway tests' : 'Token policies'),
    ...view.policies.map(policy => policyCard(policy, context)),
    judged ? foldable('What these words mean', 'legend', context.unfolded, context.setUnfolded, legend()) : null,
  );
}

function policyCard(policy: PolicyCard, context: PageContext): HTMLElement {
  const key = `policy-${policy.index}`;
  const where = [policy.section, `line ${policy.place.line}`].filter(part => part !== null).join(', ');
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
      policy.prediction === null ? null : outcomeBadge(policy.prediction.outcome, policy.prediction.answer),
    ),
    policy.condition === null ? null : element('p', { class: 'condition' }, policy.condition),
    ...(policy.prediction === null ? [] : verdictParts(policy, policy.prediction, context)),
  );
}

function verdictParts(policy: PolicyCard, prediction: PolicyVerdict, context: PageContext): Child[] {
  const reported = prediction.reports?.check ?? null;
  return [
    prediction.reports === null ? null : reportCard(prediction.reports, prediction.answer),
    table(
      'checks',
      `Checks of ${policy.kind}, line ${policy.place.line}`,
      ['Check', 'Outcome', 'Why'],
      prediction.checks.map((check, index) => checkRow(check, `policy-${policy.index}-check-${index}`, check.check === reported, context)),
    ),
  ];
}

function reportCard(report: ReportCard, refuses: string): HTMLElement {
  const answer = `The policy ${refuses} and the gateway reports`;
  return element(
    'div',
    { class: 'report' },
    element('p', {}, answer, report.idx === null ? null : ' ', report.idx === null ? null : element('strong', {}, report.idx)),
    report.message === null
      ? element('p', { class: 'quiet' }, 'Its text is not known.')
      : element('blockquote', {}, element('code', {}, report.message)),
    report.alternatives.length === 0
      ? null
      : element(
          'div',
          {},
          element('p', {}, 'It may report instead:'),
          element('ul', {}, ...report.alternatives.map(words => element('li', {}, words))),
        ),
  );
}

function checkRow(check: CheckRow, key: string, reported: boolean, context: PageContext): HTMLTableRowElement {
  const { place } = check;
  return element(
    'tr',
    { class: check.outcome },
    element('th', { scope: 'row' }, check.label),
    element('td', {}, outcomeBadge(check.outcome), reported ? element('span', { class: 'tag' }, 'reported') : null),
    element(
      'td',
      {},
      check.sentence === null ? null : element('p', {}, check.sentence),
      check.gatewayText === null || reported ? null : element('blockquote', {}, element('code', {}, check.gatewayText)),
      missingList(check),
      element(
        'p',
        { class: 'quiet' },
        element('span', { title: certaintyMeanings[check.certainty] }, certaintyWords[check.certainty]),
        place === null ? null : ' · ',
        place === null ? null : button(`line ${place.line}`, key, () => goTo(context, place), { class: 'link' }),
      ),
    ),
  );
}

/** What would decide the check, as far as the sentence does not name it already. */
function missingList({ missing, sentence }: CheckRow): HTMLElement | null {
  const unsaid = missing.filter(name => sentence === null || !sentence.includes(name));
  if (unsaid.length === 0) return null;
  const items = unsaid.map(name => element('li', {}, element('code', {}, name)));
  return element('div', {}, element('p', {}, 'What would decide it:'), element('ul', { class: 'missing' }, ...items));
}

/** Every word with its meaning. */
function pairWords<Name extends string>(
  words: Readonly<Record<Name, string>>,
  meanings: Readonly<Record<Name, string>>,
): [string, string][] {
  return (Object.keys(words) as Name[]).map(name => [words[name], meanings[name]]);
}

function legend(): HTMLElement {
  const outcomes = pairWords(outcomeWords, outcomeMeanings);
  const certainties = pairWords(certaintyWords, certaintyMeanings);
  return element(
    'dl',
    { class: 'legend' },
    ...[...outcomes, ...certainties].flatMap(([word, meaning]) => [element('dt', {}, word), element('dd', {}, meaning)]),
  );
}
