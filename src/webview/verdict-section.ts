import type { PanelActionName, PanelView } from '../panel-messages.js';
import type { Outcome } from '../core/index.js';
import type { Difference, Verdict } from '../view.js';
import { compareValues, type ValuePiece } from './compare-values.js';
import { copyButton, goTo, type PageContext } from './context.js';
import { cureSection } from './cure-section.js';
import { button, element, type Child } from './dom.js';
import { icon } from './icons.js';
import type { PageCatalogue } from './messages/catalogue.js';
import { tokenInForce } from './token-choice.js';

/** The answer of the gateway: status, cause, the values that should be one, and the cure. */
export function verdictSection(view: PanelView, context: PageContext): HTMLElement {
  const { sentences } = context.catalogue;
  const verdict = view.document?.prediction ?? null;
  if (verdict === null) return emptyCard(view, context);
  return element(
    'header',
    { class: `verdict ${verdict.outcome}` },
    element(
      'div',
      { class: 'verdict-top' },
      answerBadge(verdict, context.catalogue),
      element('p', { class: 'where' }, placeOf(view, verdict, context)),
      tokenInForce(view, context),
    ),
    view.away ? element('p', { class: 'quiet' }, sentences.away()) : null,
    element('h1', {}, verdict.headline),
    showsDetail(verdict) ? element('p', { class: 'detail' }, verdict.detail) : null,
    verdict.difference === null ? null : differenceList(verdict.difference, context),
    cureSection(view, verdict, context),
    openLine(view, verdict, context),
  );
}

/** Where the cause is a value that differs, or a fix says it, the rest stands with the check. */
export function showsDetail({ headline, detail, outcome, difference, cure }: Verdict): boolean {
  if (detail === null || detail === headline) return false;
  return outcome === 'unresolved' || outcome === 'uncertain' || (difference === null && cure?.kind !== 'fixes');
}

/** Without a prediction: what is missing for one, and what to do. */
function emptyCard(view: PanelView, context: PageContext): HTMLElement {
  const { words, sentences } = context.catalogue;
  const run = (action: PanelActionName): void => context.send({ type: 'run', version: context.version, action });
  return element(
    'header',
    { class: 'verdict none' },
    view.document === null && view.token === null
      ? null
      : element(
          'div',
          { class: 'verdict-top' },
          view.document === null ? null : element('p', { class: 'where' }, view.document.name),
          tokenInForce(view, context),
        ),
    element('h1', {}, sentences.product()),
    element('p', {}, notice(view, context.catalogue)),
    view.token !== null
      ? null
      : element(
          'div',
          { class: 'actions', role: 'group', 'aria-label': sentences.actions() },
          ...view.actions.map((action, index) =>
            button(words.actions[action], `action-${action}`, () => run(action), { class: index === 0 ? 'primary' : 'secondary' }),
          ),
        ),
  );
}

/** The status, large, and what limits it. */
function answerBadge({ outcome, answer }: Verdict, { words }: PageCatalogue): HTMLElement {
  const [status = '', ...limits] = (answer ?? '').split(' ');
  return element(
    'p',
    { class: 'answer', title: words.outcomeMeanings[outcome] },
    icon(outcome),
    status === '' ? null : element('span', { class: 'status' }, status),
    limits.length === 0 ? null : element('span', { class: 'limit' }, ` ${limits.join(' ')}`),
    element('span', { class: status === '' ? 'word' : 'for-screen-readers' }, words.outcomes[outcome]),
  );
}

/** File and line, as a link where it is known what decides. */
function placeOf({ document, policies }: PanelView, { policy, difference }: Verdict, context: PageContext): Child {
  const name = document?.name ?? '';
  const place = difference?.place ?? policies.find(({ index }) => index === policy)?.place ?? null;
  if (place === null) return name;
  const label = context.catalogue.sentences['file-line']({ name, line: place.line });
  return button(label, 'verdict-place', () => goTo(context, place), { class: 'link' });
}

/** The token's value above the policy's; only what differs is marked. */
function differenceList({ name, found, wanted, others, place }: Difference, context: PageContext): HTMLElement {
  const { sentences } = context.catalogue;
  const [own, accepted] = found === null ? [null, compareValues(wanted, wanted)[1]] : compareValues(found, wanted);
  const takes = place === null ? sentences.takes() : sentences['line-takes']({ line: place.line });
  return element(
    'dl',
    { class: 'difference' },
    element('dt', {}, sentences['token-has']({ name })),
    element(
      'dd',
      {},
      own === null ? element('span', { class: 'quiet' }, sentences['has-none']()) : value(own, found ?? ''),
      own === null ? null : copyButton(context, { kind: 'difference', side: 'found' }, sentences['copy-value']({ name })),
    ),
    element('dt', {}, place === null ? takes : button(takes, 'difference-place', () => goTo(context, place), { class: 'link' })),
    element(
      'dd',
      {},
      value(accepted, wanted),
      others === 0 ? null : element('span', { class: 'quiet' }, sentences['or-more']({ count: others })),
      copyButton(context, { kind: 'difference', side: 'wanted' }, sentences['copy-wanted']()),
    ),
  );
}

/** What is cut and shortened is whole where the pointer rests. */
function value(pieces: readonly ValuePiece[], whole: string): HTMLElement {
  return element(
    'code',
    { title: whole.length > longestHint ? false : whole },
    ...pieces.map(({ shown, differs }) => (differs ? element('mark', {}, shown) : element('span', {}, shown))),
  );
}

/** A hint has no room for more, in UTF-16 code units. */
const longestHint = 1_000;

/** What was not read, and what could not be checked: one quiet line, each with its own way. */
function openLine(view: PanelView, verdict: Verdict, context: PageContext): HTMLElement | null {
  const { sentences } = context.catalogue;
  const { notRead, notReadAt } = verdict;
  const deciding = view.policies.find(({ index }) => index === verdict.policy);
  const signature = deciding?.prediction?.checks.find(({ check }) => check === 'signature')?.outcome;
  const isUnchecked = verdict.outcome === 'fail' && signature === 'unresolved';
  if (notRead === null && !isUnchecked) return null;
  const fetch = (): void => context.send({ type: 'run', version: context.version, action: 'fetch-metadata' });
  return element(
    'p',
    { class: 'open quiet' },
    notRead === null ? null : element('span', { class: 'not-read' }, notRead),
    notReadAt === null
      ? null
      : button(sentences['go-to-line']({ line: notReadAt.line }), 'not-read', () => goTo(context, notReadAt), { class: 'link' }),
    isUnchecked ? element('span', {}, sentences['signature-unchecked']()) : null,
    isUnchecked && view.actions.includes('fetch-metadata')
      ? button(sentences['fetch-keys'](), 'fetch-keys', fetch, { class: 'link' })
      : null,
  );
}

/** What a screen reader is told when the answer changes. */
export function announce(view: PanelView, { sentences, ...catalogue }: PageCatalogue): string {
  const verdict = view.document?.prediction ?? null;
  if (verdict === null) return notice(view, { sentences, ...catalogue });
  const { answer, headline, notRead } = verdict;
  const said = answer === null || headline.includes(answer) ? headline : sentences.spoken({ answer, headline });
  return notRead === null ? said : `${said} ${notRead}`;
}

function notice(view: PanelView, { sentences }: PageCatalogue): string {
  if (view.document?.notice) return view.document.notice;
  return view.token === null ? sentences['no-token']() : sentences['no-policy']();
}

/** The outcome as icon and words. */
export function outcomeBadge(outcome: Outcome, { words }: PageCatalogue, label = words.outcomes[outcome]): HTMLElement {
  return element('span', { class: `badge ${outcome}`, title: words.outcomeMeanings[outcome] }, icon(outcome), label);
}
