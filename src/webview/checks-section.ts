import type { PanelView } from '../panel-messages.js';
import type { CheckRow, FindingRow, PolicyCard } from '../view.js';
import { goTo, lineLink, type PageContext } from './context.js';
import { button, element, type Child } from './dom.js';
import { findingItem } from './finding-item.js';
import { icon } from './icons.js';
import { outcomeBadge } from './verdict-section.js';

/** The chip of what is found in the policy whatever the token is. */
const policyChip = 'policy';

/** What the gateway tests, as chips: the one that fails is open. Below them what is found in the policy itself. */
export function checksSection(view: PanelView, context: PageContext): HTMLElement | null {
  const policy = shownPolicy(view, context);
  const others = view.findings.filter(({ check, policy: of }) => check === null || (policy !== null && of !== policy.index));
  if (policy === null && others.length === 0) return null;
  const { sentences } = context.catalogue;
  const checks = policy?.prediction?.checks ?? [];
  const open = openChip(policy, others, context);
  const toggle = (chip: string) => (): void => context.setState({ check: chip === open ? null : chip });
  return element(
    'section',
    { class: 'checks', 'aria-labelledby': 'checks-heading' },
    element('h2', { id: 'checks-heading', class: 'for-screen-readers' }, sentences['checks-heading']()),
    view.policies.length > 1 ? policyChoice(view, policy, context) : null,
    element(
      'ul',
      { class: 'chips' },
      ...checks.map(({ check, label, outcome }) => element('li', {}, chip(check, label, outcome, open === check, toggle(check), context))),
      others.length === 0
        ? null
        : element(
            'li',
            {},
            chip(
              policyChip,
              sentences['policy-findings']({ count: others.length }),
              worstOf(others),
              open === policyChip,
              toggle(policyChip),
              context,
            ),
          ),
    ),
    open === null ? null : detailOf(open, policy, view, others, context),
  );
}

/** The token policy that the user chose, else the one that decides, else the first. */
export function shownPolicy({ policies, document }: PanelView, { state }: PageContext): PolicyCard | null {
  const decides = document?.prediction?.policy ?? null;
  const find = (wanted: number | null): PolicyCard | undefined => policies.find(({ index }) => index === wanted);
  return find(state.policy) ?? find(decides) ?? policies[0] ?? null;
}

/** What is open where the user has chosen nothing: the check that is reported, else the first that does not pass. */
function openChip(policy: PolicyCard | null, others: readonly FindingRow[], { state }: PageContext): string | null {
  const checks = policy?.prediction?.checks ?? [];
  const known = checks.some(({ check }) => check === state.check) || (state.check === policyChip && others.length > 0);
  if (state.check === null || known) return state.check ?? null;
  const first = policy?.prediction?.reports?.check ?? checks.find(({ outcome }) => outcome !== 'pass')?.check;
  return first ?? (checks.length === 0 && others.length > 0 ? policyChip : null);
}

function chip(
  name: string,
  label: string,
  outcome: CheckRow['outcome'] | FindingRow['severity'],
  isOpen: boolean,
  toggle: () => void,
  { catalogue: { words } }: PageContext,
): HTMLButtonElement {
  const said =
    outcome in words.outcomes ? words.outcomes[outcome as CheckRow['outcome']] : words.severities[outcome as FindingRow['severity']];
  const made = button('', `chip-${name}`, toggle, {
    class: `chip ${outcome}`,
    'aria-expanded': String(isOpen),
    'aria-controls': isOpen ? 'check-detail' : false,
    title: said,
  });
  made.append(icon(outcome), element('span', {}, label), element('span', { class: 'for-screen-readers' }, ` ${said}`));
  return made;
}

/** The mildest last. */
const weights: readonly FindingRow['severity'][] = ['error', 'warning', 'information', 'hint'];

function worstOf(findings: readonly FindingRow[]): FindingRow['severity'] {
  return weights.find(severity => findings.some(finding => finding.severity === severity)) ?? 'hint';
}

function detailOf(
  open: string,
  policy: PolicyCard | null,
  view: PanelView,
  others: readonly FindingRow[],
  context: PageContext,
): HTMLElement {
  const check = policy?.prediction?.checks.find(each => each.check === open);
  const own = view.findings.filter(finding =>
    check === undefined ? others.includes(finding) : finding.check === open && finding.policy === policy?.index,
  );
  const verdict = view.document?.prediction ?? null;
  return element(
    'div',
    {
      id: 'check-detail',
      class: `detail-of ${check?.outcome ?? 'policy'}`,
      role: 'region',
      'aria-label': check?.label ?? context.catalogue.sentences['policy-findings']({ count: others.length }),
    },
    ...(check === undefined ? [] : checkParts(check, own, context)),
    own.length === 0
      ? null
      : element('ul', { class: 'findings' }, ...own.map(finding => findingItem(finding, view.findings.indexOf(finding), verdict, context))),
  );
}

/** `own`: the findings that say why. */
function checkParts(check: CheckRow, own: readonly FindingRow[], context: PageContext): Child[] {
  const { words, sentences } = context.catalogue;
  const { outcome, certainty, place, sentence, missing } = check;
  const isExplained = own.length > 0;
  const said = isExplained ? own.flatMap(({ title, detail }) => [title, detail ?? '']) : [sentence ?? ''];
  const unsaid = missing.filter(name => !said.some(text => text.includes(name)));
  return [
    element(
      'p',
      { class: 'check-line' },
      element('strong', {}, check.label),
      outcomeBadge(outcome, context.catalogue),
      place === null ? null : lineLink(context, place, 'check-place'),
      element('span', { class: 'quiet', title: words.certaintyMeanings[certainty] }, words.certainties[certainty]),
    ),
    isExplained || sentence === null ? null : element('p', {}, sentence),
    outcome === 'pass' && sentence === null ? element('p', { class: 'quiet' }, words.outcomeMeanings.pass) : null,
    unsaid.length === 0
      ? null
      : element(
          'div',
          {},
          element('p', {}, sentences['needed-to-decide']()),
          element('ul', { class: 'missing' }, ...unsaid.map(name => element('li', {}, element('code', {}, name)))),
        ),
  ];
}

/** One button a token policy; the one whose checks are shown is pressed. */
function policyChoice({ policies }: PanelView, shown: PolicyCard | null, context: PageContext): HTMLElement {
  const { sentences } = context.catalogue;
  return element(
    'ul',
    { class: 'policies', 'aria-label': sentences['policies-heading']() },
    ...policies.map(policy => {
      const { kind, place, prediction, condition, index } = policy;
      const key = `policy-${index}`;
      const made = button(
        sentences['policy-at-line']({ kind, line: place.line }),
        key,
        () => context.setState({ policy: index, check: undefined }),
        {
          class: 'choice',
          'aria-pressed': String(policy === shown),
        },
      );
      if (prediction !== null) made.append(' ', outcomeBadge(prediction.outcome, context.catalogue, prediction.answer));
      return element(
        'li',
        {},
        made,
        condition === null ? null : element('p', { class: 'quiet condition' }, condition),
        policy === shown
          ? button(sentences['go-to-line']({ line: place.line }), `${key}-go`, () => goTo(context, place), { class: 'link' })
          : null,
      );
    }),
  );
}
